import Testing

@testable import Intake

@Suite("Encodings")
struct EncodingTests {
  static let text = "Name,Stadt\r\nZoë,Zürich\r\n李娜,東京 👩‍🚀\r\n"

  static let marked: [(SheetEncoding, [UInt8])] = [
    (.utf8, Array(text.utf8)),
    (.utf8, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    (.utf16LittleEndian, [0xFF, 0xFE] + utf16(text, bigEndian: false)),
    (.utf16BigEndian, [0xFE, 0xFF] + utf16(text, bigEndian: true)),
    (.utf16LittleEndian, utf16(text, bigEndian: false)),
    (.utf16BigEndian, utf16(text, bigEndian: true)),
  ]

  @Test("is found by its mark or its zeros, whatever the pieces", arguments: marked)
  func found(_ encoding: SheetEncoding, _ bytes: [UInt8]) throws {
    let expected = try cells(of: Self.text)
    for stride in [1, 2, 3, 7, 1000] {
      let source = MemorySource(bytes, stride: stride)
      #expect(try records(of: source, window: 4).map(\.cells) == expected)
      #expect(try CSVReader(source).encoding == encoding)
    }
  }

  @Test("a long text in UTF-16 is read in pieces")
  func long() throws {
    let long = "Name,Comment\n" + String(repeating: "Zoë 👩‍🚀,\"so\nwhat\"\n", count: 20_000)
    let bytes = [0xFF, 0xFE] + utf16(long, bigEndian: false)
    let found = try records(of: MemorySource(bytes, stride: 997))
    #expect(found.count == 20_001)
    #expect(found.last?.cells == ["Zoë 👩‍🚀", "so\nwhat"])
    #expect(found.last?.line == 40_000)
  }

  @Test("what is no UTF-16 becomes what is no UTF-8, never a replacement character")
  func unpaired() throws {
    for isBigEndian in [false, true] {
      for units: [UInt16] in [[0xD800, 0x41], [0xDC00, 0x41], [0xD800, 0xD800, 0xDC00], [0x41, 0xD83D]] {
        var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        for unit in units {
          let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
          bytes += isBigEndian ? pair : pair.reversed()
        }
        var csv = try CSVReader(MemorySource(bytes))
        #expect(try csv.next())
        #expect(!UTF8Check.isValid(csv.record))
        #expect(!csv.record.elementsEqual("\u{FFFD}".utf8))
      }
    }
    var odd = try CSVReader(MemorySource([0xFF, 0xFE, 0x41, 0x00, 0x42]))
    #expect(try odd.next())
    #expect(!UTF8Check.isValid(odd.record))
  }

  @Test("Windows-1252 is taken by name only")
  func windows() throws {
    let bytes: [UInt8] = Array("Name\nZo".utf8) + [0xEB, 0x20, 0x80, 0x20, 0x93, 0x9F, 0x0A]
    #expect(try records(of: MemorySource(bytes), encoding: .windows1252).last?.cells == ["Zoë € “Ÿ"])
    var csv = try CSVReader(MemorySource(bytes))
    #expect(csv.encoding == .utf8)
    #expect(try csv.next() && csv.next())
    #expect(!UTF8Check.isValid(csv.record))
  }

  @Test("what the user says stands, but a mark corrects the byte order")
  func asked() throws {
    let little = [0xFF, 0xFE] + utf16("a,b", bigEndian: false)
    #expect(try records(of: MemorySource(little), encoding: .utf16BigEndian).map(\.cells) == [["a", "b"]])
    let big = utf16("李,娜", bigEndian: true)
    #expect(try records(of: MemorySource(big), encoding: .utf16BigEndian).map(\.cells) == [["李", "娜"]])
    let marked = [0xEF, 0xBB, 0xBF] + Array("a".utf8)
    #expect(try records(of: MemorySource(marked), encoding: .windows1252).map(\.cells) == [["ï»¿a"]])
    #expect(try records(of: MemorySource(marked), encoding: .utf8).map(\.cells) == [["a"]])
  }

  @Test(
    "names",
    arguments: [
      ("utf-8", SheetEncoding.utf8), ("UTF8", .utf8), ("utf-16", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian),
      ("Windows-1252", .windows1252), ("cp1252", .windows1252),
    ])
  func names(_ name: String, _ encoding: SheetEncoding) {
    #expect(SheetEncoding(named: name) == encoding)
  }

  @Test("unknown names", arguments: ["", "latin-9", "utf-7"])
  func unknown(_ name: String) {
    #expect(SheetEncoding(named: name) == nil)
  }

  @Test("a few zeros in UTF-8 do not make it UTF-16")
  func zeros() throws {
    #expect(try CSVReader(MemorySource("N\0me,b\n\0\0\0,x\n")).encoding == .utf8)
  }

  @Test(
    "valid UTF-8",
    arguments: ["", "a", "abcdefgh", "abcdefghä", "é", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}", "日本語"])
  func valid(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBytes(UTF8Check.isValid))
  }

  @Test(
    "invalid UTF-8",
    arguments: [
      [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xFF], [0xFE], [0xC3, 0x41], [0xE2, 0x41, 0x80], [0xE2, 0x82, 0x41],
    ] as [[UInt8]])
  func invalid(_ bytes: [UInt8]) {
    for padding in 0...9 {
      let padded = [UInt8](repeating: 0x61, count: padding) + bytes + [0x62]
      #expect(!padded.withUnsafeBytes(UTF8Check.isValid))
      #expect(!Array(padded.dropLast()).withUnsafeBytes(UTF8Check.isValid))
    }
  }
}
