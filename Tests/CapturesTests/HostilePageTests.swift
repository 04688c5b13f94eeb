import Campaigns
import Testing

@testable import Captures

@Suite("Pages that are broken or mean harm")
struct HostilePageTests {
  @Test("nothing at all", arguments: [nil, "text/html", "text/plain", "application/pdf", "", ";", "/"])
  func empty(_ type: String?) throws {
    let text = try ReadableText(of: [], contentType: type)
    #expect(text.paragraphs.isEmpty && text.title == nil && text.normalisedText.isEmpty)
  }

  @Test("more than 32 MiB is refused, 32 MiB are not")
  func large() throws {
    let refusal = try refusal { _ = try ReadableText(of: [UInt8](repeating: 0x61, count: 200_000_000)) }
    #expect(refusal.code == .unusableFile)
    #expect(refusal.message.contains("32 MiB"))
    let most = [UInt8](repeating: 0x61, count: CaptureSize.most)
    #expect(try ReadableText(of: most, contentType: "text/html").paragraphs.first?.utf8.count == most.count)
  }

  @Test(
    "a hundred thousand elements, one in another",
    arguments: ["b", "div", "span", "nav", "ul><li", "table><tr><td", "x-y"])
  func deep(_ element: String) throws {
    let page = String(repeating: "<\(element)>", count: 100_000) + "<p>deep</p>"
    #expect(try read(page).paragraphs == ["deep"])
    let closed =
      String(repeating: "<\(element)>", count: 100_000) + "deep" + String(repeating: "</\(element)>", count: 100_000)
    #expect(try read(closed + "<p>after").normalisedText.hasPrefix("deep"))
  }

  @Test("a page of nothing but tags, attributes, or ends that end nothing is given up in time")
  func slow() throws {
    let attributes = "<p " + (0..<300_000).map { "a\($0)" }.joined(separator: " ") + ">x"
    let ends = String(repeating: "<b>", count: 300_000) + String(repeating: "</i>", count: 300_000)
    for page in [attributes, ends] {
      let clock = ContinuousClock()
      var refused: Refusal?
      let time = clock.measure {
        do {
          _ = try ReadableText(of: Array(page.utf8), contentType: "text/html", patience: .milliseconds(200))
        } catch {
          refused = error as? Refusal
        }
      }
      #expect(refused?.code == .unusableFile)
      #expect(time < .seconds(20))
    }
  }

  @Test("very many marks on one letter are no text, and take no time")
  func marks() throws {
    let page = "<p>a" + String(repeating: "\u{301}\u{323}", count: 500_000) + "b</p>"
    let text = try read(page).normalisedText
    #expect(text.unicodeScalars.count < 40)
    #expect(text.hasSuffix("b"))
    #expect(try read("<p>a" + String(repeating: "\u{301}", count: 30)).normalisedText.unicodeScalars.count == 30)
  }

  @Test("a page that was cut anywhere")
  func cut() throws {
    let page = Array(
      ("<!DOCTYPE html><html><head><title>T&amp;</title><!-- c --></head><body class='a'><p>é &#x20AC; <br/>b</p>"
        + "<script>x</script><table><td>c")
        .utf8)
    for length in 0...page.count {
      let text = try ReadableText(of: Array(page.prefix(length)), contentType: "text/html")
      #expect(text.kind == .html)
    }
    #expect(try read("<p>whole</p><p>cut he").paragraphs == ["whole", "cut he"])
    #expect(try read("<title>cut").title == "cut")
  }

  @Test("NULs and bytes of no text")
  func zeros() throws {
    #expect(try read("<p>a\0b</p><\0p>c\0</p>\0\0<p>d").normalisedText.contains("ab"))
    #expect(try read("<p>a\0b</p>\0<p>d</p>").paragraphs == ["ab", "d"])
    let bytes = Array("<p>a".utf8) + [0xC3, 0x28, 0xFF, 0xFE, 0xED, 0xA0, 0x80] + Array("b</p><p>c".utf8)
    let text = try ReadableText(of: bytes, contentType: "text/html; charset=utf-8")
    #expect(text.paragraphs.count == 2)
    #expect(text.paragraphs.first?.hasSuffix("b") == true)
  }

  @Test("nothing is fetched and no entity is expanded")
  func entities() throws {
    let page = """
      <!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <html><body><p>x&b;&f;y</p></body></html>
      """
    let text = try read(page).normalisedText
    #expect(!text.contains("aaaaaaaaaa&a") && !text.contains("root:"))
    #expect(text.contains("x&b;&f;y"))
  }

  @Test("comments that browsers hold to be over hide nothing")
  func comments() throws {
    for comment in [
      "<!-->", "<!--->", "<!---->", "<!-- x -->", "<!--[if !IE]><!-->", "<!-- x --!>", "<!x>", "<?x>", "<![if !IE]>",
      "<![CDATA[c]]>", "<!>",
    ] {
      #expect(try read("<p>a</p>\(comment)<p>b</p>").paragraphs == ["a", "b"], "\(comment)")
    }
    #expect(try read("<p>a</p><!-- <p>b</p>").paragraphs == ["a"])
  }

  @Test("odd markup")
  func odd() throws {
    #expect(try read("<p>1 < 2 & 3 > 2 &unknown; &lt;b&gt;").paragraphs == ["1 < 2 & 3 > 2 &unknown; <b>"])
    #expect(try read("<html><html lang=a><body><body id=b><p>a</html></body><p>b").paragraphs == ["a", "b"])
    #expect(try read("</p></div></html>a").paragraphs == ["a"])
    #expect(try read("<p title='>'>a</p><p title=\"a>b").paragraphs.first == "a")
    #expect(try read("<p role='' class='' id style hidden=until-found>a").paragraphs == ["a"])
  }

  @Test("altered bytes never end the process")
  func altered() throws {
    var numbers = SeededNumbers(seed: 7)
    let page = Array(
      ("<html><head><title>T</title><meta charset=utf-8></head><body><nav>n</nav><main>\(statement)<pre>a\n\nb</pre>"
        + "</main><form hidden>f</form><svg><p>s</svg></body></html>")
        .utf8)
    let pieces = [
      "<", ">", "</", "\"", "'", "<!--", "-->", "&#", "<html a=b>", "<body c=d>", "</head>", "<title>", "<svg>", "\0",
      "\u{1F}",
    ]
    for _ in 0..<2000 {
      var bytes = page
      for _ in 0..<Int.random(in: 1...12, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: Array((pieces.randomElement(using: &numbers) ?? "<").utf8), at: place)
        }
      }
      let text = try ReadableText(of: bytes, contentType: "text/html")
      #expect(text.paragraphs.allSatisfy { !$0.isEmpty && !$0.unicodeScalars.contains { $0.value < 0x20 } })
    }
  }

  @Test("pages are read at the same time")
  func atOnce() async throws {
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<20 { group.addTask { try read("<nav>x</nav><main>\(statement)</main>").paragraphs } }
      for try await paragraphs in group { #expect(paragraphs == statementParagraphs) }
    }
  }
}
