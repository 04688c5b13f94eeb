import Testing
@testable import Captures
@testable import Text

@Suite("Encodings of pages")
struct EncodingTests {
  static let page = "<title>Zoë</title><p>Zoë’s 東京 👩‍🚀</p>"

  @Test("a byte order mark is believed before everything else")
  func marks() throws {
    let marked: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF] + Array(Self.page.utf8), [0xFF, 0xFE] + utf16(Self.page, bigEndian: false),
      [0xFE, 0xFF] + utf16(Self.page, bigEndian: true),
    ]
    for bytes in marked {
      for type in [nil, "text/html; charset=windows-1252", "text/html; charset=koi8-r"] {
        let text = try ReadableText(of: bytes, contentType: type)
        #expect(text.kind == .html)
        #expect(text.title == "Zoë")
        #expect(text.paragraphs == ["Zoë’s 東京 👩‍🚀"])
      }
    }
    #expect(try ReadableText(of: [0xFF, 0xFE] + utf16("ä\n\nb", bigEndian: false)).paragraphs == ["ä", "b"])
  }

  @Test("what the server says comes before what the page says, and that before a guess")
  func order() throws {
    let cyrillic: [UInt8] = Array("<meta charset=windows-1251><p>".utf8) + [0xCF, 0xF0, 0xE8]
    #expect(try ReadableText(of: cyrillic, contentType: "text/html").paragraphs == ["При"])
    #expect(try ReadableText(of: cyrillic, contentType: "text/html; charset=\"ISO-8859-1\"").paragraphs == ["Ïðè"])
    #expect(try ReadableText(of: cyrillic, contentType: "text/html; charset=unknown").paragraphs == ["При"])
    #expect(try ReadableText(of: Array("<p>Zoë".utf8), contentType: "text/html").paragraphs == ["Zoë"])
    let windows: [UInt8] = Array("<p>Zo".utf8) + [0xEB, 0x20, 0x80, 0x20, 0x93, 0x81]
    #expect(try ReadableText(of: windows, contentType: "text/html").paragraphs == ["Zoë € “"])
    #expect(try ReadableText(of: windows, contentType: "text/html;charset=latin1").paragraphs == ["Zoë € “"])
  }

  @Test("what libxml2 would take from the page changes nothing")
  func metaIgnored() throws {
    let page = "<meta http-equiv='Content-Type' content='text/html; charset=shift_jis'><p>Zoë 東京"
    #expect(try read(page, "text/html; charset=utf-8").paragraphs == ["Zoë 東京"])
    #expect(
      try read("<?xml version='1.0' encoding='ISO-8859-5'?><html><p>Zoë", "text/html; charset=utf-8").paragraphs == [
        "Zoë"
      ])
  }

  @Test(
    "where a page declares its encoding",
    arguments: [
      ("<meta charset='KOI8-R'>", "При"), ("<META  CHARSET = koi8-r >", "При"),
      ("<meta name=x><meta charset=koi8-r/>", "При"),
      ("<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "При"),
      ("<!-- <meta charset=utf-8> --><meta charset=koi8-r>", "При"), ("<!--><meta charset=koi8-r>", "При"),
      ("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>", "При"),
      ("<meta charset=nonsense><meta charset=koi8-r>", "При"),
      ("<metal charset=koi8-r>", "ðÒÉ"), ("<!-- <meta charset=koi8-r>", ""), ("<meta charset", "ðÒÉ"),
      ("<meta charset=", "ðÒÉ"),
      (String(repeating: " ", count: 1024) + "<meta charset=koi8-r>", "ðÒÉ"),
    ])
  func declared(_ head: String, _ text: String) throws {
    let bytes = Array(head.utf8) + Array("<p>".utf8) + [0xF0, 0xD2, 0xC9]
    #expect(try ReadableText(of: bytes, contentType: "text/html").paragraphs == (text.isEmpty ? [] : [text]))
  }

  @Test(
    "a wrong declaration loses nothing that can be read",
    arguments: ["utf-8", "utf-16", "utf-16be", "gbk", "euc-jp", "iso-2022-jp", "big5"])
  func wrong(_ label: String) throws {
    let bytes = Array("<p>Plain words, Zo".utf8) + [0xEB, 0x20] + Array("and more.</p><p>Next.</p>".utf8)
    for bytes in [bytes, Array("<meta charset=\(label)>".utf8) + bytes] {
      for type in ["text/html; charset=\(label)", "text/html"] {
        let text = try ReadableText(of: bytes, contentType: type)
        #expect(text.paragraphs.count == 2)
        #expect(text.paragraphs.first?.hasPrefix("Plain words, Zo") == true)
        #expect(text.paragraphs.first?.hasSuffix("and more.") == true)
        #expect(text.paragraphs.last == "Next.")
      }
    }
  }

  @Test("UTF-16 that was cut, and units that belong to none")
  func brokenUTF16() throws {
    let odd = [0xFF, 0xFE] + utf16("<p>ab", bigEndian: false) + [0x63]
    #expect(try ReadableText(of: odd, contentType: "text/html").paragraphs.first?.hasPrefix("ab") == true)
    let unpaired = [0xFF, 0xFE] + utf16("<p>a", bigEndian: false) + [0x00, 0xD8] + utf16("b", bigEndian: false)
    #expect(try ReadableText(of: unpaired, contentType: "text/html").paragraphs == ["a\u{FFFD}b"])
  }

  @Test("every encoding that a label stands for can be read")
  func all() {
    for charset in Charset.all where !charset.isUTF16 {
      #expect(String(decoding: charset.utf8(of: Array("Plain: 1".utf8)), as: UTF8.self) == "Plain: 1", "\(charset)")
      // Upper halves are not ASCII anywhere, and nothing is left unreplaced.
      let other = charset.utf8(of: Array(0x80...0xFF))
      #expect(String(validating: other, as: UTF8.self) != nil)
    }
    #expect(Charset(label: " UTF8\n") == .utf8)
    #expect(Charset(label: "ascii") == .windows1252)
    #expect(Charset(label: "iso-2022-kr") == nil)
    #expect(Charset(label: "../../tmp/x") == nil)
  }
}
