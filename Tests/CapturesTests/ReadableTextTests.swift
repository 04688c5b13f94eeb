import Testing

@testable import Captures

@Suite("Readable text")
struct ReadableTextTests {
  @Test("blocks are paragraphs, inline text runs on, white space is one space")
  func paragraphs() throws {
    let text = try read(
      """
      <!DOCTYPE html><html><head><title> Our
        <!-- draft --> statement </title><meta charset="utf-8"></head>
      <body>Before<h1>Head</h1>
      <p>One <b>two</b><i>three</i>
         four&nbsp;&amp; <a href="x">five</a></p>after<div>in<div>ner</div>out</div></body></html>
      """)
    #expect(text.kind == .html)
    #expect(text.title == "Our statement")
    #expect(text.paragraphs == ["Before", "Head", "One twothree four & five", "after", "in", "ner", "out"])
    #expect(text.normalisedText.hasPrefix("Before\n\nHead\n\nOne"))
  }

  @Test("lists, cells, quotations and preformatted text keep their order")
  func order() throws {
    let text = try read(
      """
      <ul><li>a<ul><li>b</li></ul><li>c</ul><table><caption>t</caption><tr><th>h<td>d1<td>d2</table>
      <blockquote>q<p>r</blockquote><pre>one
        two

      three</pre><dl><dt>x<dd>y</dl><figure>f<figcaption>g</figcaption></figure>
      """)
    #expect(
      text.paragraphs == ["a", "b", "c", "t", "h", "d1", "d2", "q", "r", "one two", "three", "x", "y", "f", "g"])
  }

  @Test("a line break is a space, two part paragraphs")
  func lineBreaks() throws {
    let text = try read("<p>a<br>b<br/> <br>c<br><b><br></b>d<br></p><p>e</p>")
    #expect(text.paragraphs == ["a b", "c", "d", "e"])
  }

  @Test("what is no text to a reader is left out")
  func leftOut() throws {
    let text = try read(
      """
      <head><style>p{}</style><script>var a = "<p>no</p>"</script></head>
      <p>a<script>if (a<b && c>d) {}</script>b</p><noscript><p>no</p></noscript><template><p>no</template>
      <svg><title>no</title><text>no</text></svg><iframe>no</iframe><object>no</object><video>no</video>
      <p hidden>no</p><p style="color: red; DISPLAY : none">no</p><div style="visibility:hidden !important">no</div>
      <dialog>no</dialog><dialog open>yes</dialog><p>c<span hidden>no</span>d</p><p hidden="until-found">found</p>
      <p style="display:inline">e</p><p aria-hidden="true">f</p><datalist><option>no</datalist>
      """)
    #expect(text.paragraphs == ["ab", "yes", "cd", "found", "e", "f"])
    #expect(text.title == nil)
  }

  @Test("hidden text is read where there is no other, and a page does not hide itself")
  func allHidden() throws {
    #expect(try read("<div hidden><p>a</p></div><script>show()</script>").paragraphs == ["a"])
    #expect(try read("<body style='display:none'><p>a</p><p hidden>b</p></body>").paragraphs == ["a"])
  }

  @Test("text is composed, and what cannot be seen or moves a cursor is left out")
  func characters() throws {
    let text = try read(
      "<p>Zoe\u{308}\u{AD}\u{200B}\u{2060}&#27;[2J\u{1B}[1m &#150; &#x92;\u{85}\u{9B}a\u{7F}\u{2003} b&#0;</p>")
    #expect(text.paragraphs == ["Zo\u{EB}[2J[1m \u{2013} \u{2019}\u{2026}\u{203A}a b"])
    #expect(Array((text.paragraphs.first ?? "").utf8).starts(with: Array("Zo\u{EB}".utf8)))
  }

  @Test("characters that join others stay")
  func joiners() throws {
    #expect(try read("<p>👩‍🚀 می‌خواهم</p>").paragraphs == ["👩‍🚀 می‌خواهم"])
  }

  @Test("a page whose head does not end is read")
  func openHead() throws {
    let text = try read("<head><title>T</title><main><p>a</main><section>b</section>")
    #expect(text.paragraphs == ["a", "b"])
    #expect(text.title == "T")
  }

  @Test("plain text is parted by blank lines")
  func plain() throws {
    let text = try read("One\nline.\r\n\r\n  Two <b>\tmore\n \n\n\nThree\u{C}", "text/plain")
    #expect(text.kind == .plainText)
    #expect(text.title == nil)
    #expect(text.paragraphs == ["One line.", "Two <b> more", "Three"])
  }

  @Test("a PDF is kept without a text, whatever it is called", arguments: [nil, "application/pdf", "text/html", "x"])
  func pdf(_ type: String?) throws {
    let text = try ReadableText(of: Array("%PDF-1.7\n%\u{E2}\n1 0 obj".utf8), contentType: type)
    #expect(text.kind == .pdf)
    #expect(text.paragraphs.isEmpty && text.title == nil && text.normalisedText.isEmpty)
  }

  @Test(
    "kinds",
    arguments: [
      ("<p>a</p>", nil, CaptureKind.html), ("  <!DOCTYPE HTML><p>a", nil, .html), ("<!-- x --><p>a", nil, .html),
      ("plain", nil, .plainText), ("<3 is no tag", nil, .plainText), ("<pre>", nil, .plainText),
      ("a", "text/html", .html), ("a", " TEXT/HTML;charset=utf-8", .html),
      ("<p>a", "application/octet-stream", .html),
      ("<?xml version='1.0'?><html xmlns='x'>", "application/xml", .html),
      ("<?xml version='1.0'?><rss>", "text/xml", .other),
      ("<p>a", "text/plain", .plainText), ("# a", "text/markdown", .plainText), ("{}", "application/json", .other),
      ("\u{89}PNG\0\u{1}", nil, .other), ("\u{89}PNG\0\u{1}", "text/html", .other), ("GIF\0", "text/plain", .other),
      ("<html><p>Not found", "application/pdf", .html), ("a", "application/pdf", .other),
      ("a", "nonsense", .plainText),
      ("", nil, .plainText), ("", "text/html", .html),
    ] as [(String, String?, CaptureKind)])
  func kinds(_ page: String, _ type: String?, _ kind: CaptureKind) throws {
    #expect(try read(page, type).kind == kind)
  }
}
