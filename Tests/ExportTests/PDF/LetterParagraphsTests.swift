import Testing

@testable import Export

/// What becomes of Markdown on paper.
struct LetterParagraphsTests {
  private func texts(_ markdown: String) -> [String] {
    LetterParagraphs.of(markdown).map { String(decoding: $0.text.bytes, as: UTF8.self) }
  }

  @Test func `blocks become paragraphs in their order, each as what it is`() {
    let paragraphs = LetterParagraphs.of("# Head\n\nOne\ntwo.\n\n1. First\n2. Second\n\n> Said\n\n---\n\n    code\n")
    #expect(
      paragraphs.map { String(decoding: $0.text.bytes, as: UTF8.self) } == [
        "Head", "One two.", "First", "Second", "Said", "code",
      ])
    #expect(paragraphs.map(\.tag) == ["H2", "P", "LBody", "LBody", "P", "Code"])
    #expect(
      paragraphs.map { $0.mark.map { String(decoding: $0.bytes, as: UTF8.self) } } == [
        nil, nil, "1.", "2.", nil, nil,
      ])
    #expect(paragraphs.map { !$0.bars.isEmpty } == [false, false, false, false, true, false])
    #expect(paragraphs.map(\.hasRule) == [false, false, false, false, false, true])
    #expect(paragraphs[0].keepsWithNext)
  }

  @Test func `what stands deeper is set in, and comes back`() {
    let indents = LetterParagraphs.of("out\n\n- one\n  - two\n\n    more\n- three\n\n> said\n>\n> - in it\n\nout\n")
      .map(\.indent)
    #expect(indents.count == 8)
    #expect(indents.first == 0 && indents.last == 0)
    #expect(indents[1] > 0 && indents[2] > indents[1])
    #expect(indents[3] == indents[2] && indents[4] == indents[1])
    #expect(indents[6] > indents[5])
  }

  @Test func `a run looks different exactly where it is marked`() throws {
    let text = try #require(LetterParagraphs.of("a *b **c*** `d` [e](https://f.example)").first?.text)
    let runs = text.runs.map { (String(decoding: text.bytes[$0.place], as: UTF8.self), $0.look) }
    #expect(runs.map(\.0) == ["c", "b c", "d", "e", " (https://f.example)"])
    #expect(runs.map(\.1) == [.bold, .italic, .code, .underlined, .quiet])
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
  func `an address that is none of the web is not shown`(address: String) {
    #expect(texts("[click](\(address))") == ["click"])
  }

  @Test func `an item without anything in it shows its mark`() {
    #expect(LetterParagraphs.of("- a\n-\n- b\n").compactMap(\.mark).count == 3)
  }

  @Test func `raw HTML and pictures are left out, and so are controls and directions`() {
    #expect(texts("a <b>b</b> ![c](d.png)\n\n<div>gone</div>\n") == ["a b c"])
    #expect(texts("a&#27;[31m&#8238;b") == ["a [31mb"])
  }

  @Test func `a line break stays within the paragraph`() {
    #expect(texts("one  \ntwo") == ["one\u{2028}two"])
  }
}
