import Campaigns
import Testing

@testable import Export

@Suite struct NoticeLetterTests {
  @Test(arguments: Sample.hostile + [LetterSample.hostile, "Stop!", "\"a\" 'b' … – \u{A0}c", "王小明", "نص عربي"])
  func aValueShowsAsWhatItIs(value: String) throws {
    // What a signer's cell may look like after it was made safe is told elsewhere; here, that nothing else happens.
    let lines = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { words(SafeText.line(String($0))) }.filter { !$0.isEmpty }
    for template in ["Reason: {{reason}}\n", "{{reason}}\n", "> {{reason}}\n", "- {{{reason}}}\n", "1. {{&reason}}"] {
      let letter = try LetterSample.letter(template, reason: value)
      let page = letter.written(as: .html)
      let shown = try shownText(ofPage: page)
      let text = letter.written(as: .text)
      for line in lines {
        #expect(stands(line, in: words(shown)), "\(template)")
        #expect(stands(line, in: words(text)), "\(template)")
      }
      let body = try #require(page.components(between: "<body>", and: "</body>"))
      for tag in ["<script", "<a", "<img", "<em", "<code", "<pre", "<h", "<table", "<!--"] {
        #expect(!body.contains(tag), "\(template)")
      }
      #expect(body.split(separator: "<li>").count <= 2)
    }
  }

  /// The words with a space between two: what a reader sees, wherever lines break. Isolates show nothing.
  private func words(_ text: String) -> String {
    let visible = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !(0x2068...0x2069).contains($0.value) }))
    return visible.split { $0 == " " || $0 == "\n" }.filter { $0 != ">" }.joined(separator: " ")
  }

  /// Byte by byte: to Swift, a space and a joiner behind it are one character.
  private func stands(_ line: String, in text: String) -> Bool {
    !Array(text.utf8).ranges(of: Array(line.utf8)).isEmpty
  }

  @Test func onlyLongTextsKeepTheirLines() throws {
    let letter = try LetterSample.letter("# {{reference}}\n\n{{reason}}\n", reason: "a\n\nb\rc", reference: "1\n2")
    #expect(letter.markdown == "# 1 2\n\na  \n\u{A0}  \nb  \nc\n")
    #expect(letter.written(as: .text) == "1 2\n===\n\na\n\nb\nc\n")
    #expect(letter.written(as: .html).contains("<p>a<br />\n\u{A0}<br />\nb<br />\nc</p>"))
  }

  @Test func aValueMakesNoPictureOfALink() throws {
    let letter = try LetterSample.letter("{{reason}}[site](https://nimbus.example)\n", reason: "Look!")
    #expect(letter.written(as: .html).contains("<p>Look!<a href=\"https://nimbus.example\">site</a></p>"))
  }

  @Test func scriptsAndRawHTMLOfTheTemplateStayBehind() throws {
    let template = """
      <script>alert(1)</script>

      A <b onclick="x()">bold</b> [link](javascript:alert(1)) and [one]({{reason}}) &#27;[31m

      ![p](https://nimbus.example/p.png)
      """
    let letter = try LetterSample.letter(template, reason: "javascript:alert(2)")
    let page = letter.written(as: .html)
    #expect(!page.contains("<script"))
    #expect(!page.contains("onclick"))
    #expect(!page.contains("javascript"))
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
    #expect(
      letter.written(as: .text) == "A bold link and one [31m\n\np\n")
  }

  @Test func thePageIsCalledByItsFirstHeading() throws {
    func title(_ template: String, by: String = "Ana Example") throws -> String? {
      try LetterSample.letter(template, by: by).written(as: .html).components(between: "<title>", and: "</title>")
    }
    #expect(
      try title("{{by}}\n\n## *End* of {{by}}\n\n# Second", by: "</title> & Co.") == "End of &lt;/title&gt; &amp; Co."
    )
    #expect(try title("Hello", by: "A \"B\"\n<C>") == "A &quot;B&quot; &lt;C&gt; – Nimbus Cloud")
    #expect(try title("#\n\nHello") == "Ana Example – Nimbus Cloud")
  }

  @Test func thePageTellsItsLanguage() throws {
    let letter = NoticeLetter(LetterSample.whole, template: try .standard(), language: try Language("de-CH"))
    #expect(letter.written(as: .html).hasPrefix("<!doctype html>\n<html lang=\"de-CH\">\n"))
  }

  @Test func aLetterMayBeEmpty() throws {
    let letter = try LetterSample.letter("{{#reason}}x{{/reason}}")
    #expect(letter.written(as: .text).isEmpty)
    #expect(letter.written(as: .html).contains("<body>\n</body>"))
  }
}
