import Testing

@testable import Export

@Suite struct PlainTextWriterTests {
  @Test(arguments: [
    ("# A *b*\n\nc\n## D\n### E\n", "A b\n===\n\nc\n\nD\n-\n\nE\n"),
    ("a\nb  \nc\\\nd\n", "a b\nc\nd\n"),
    ("> a\n>\n> b\n\nc\n", "> a\n>\n> b\n\nc\n"),
    ("- a\n- b\n  - c\n  - d\n- e\n\nf\n", "- a\n- b\n  - c\n  - d\n- e\n\nf\n"),
    ("- a\n\n  b\n\n- c\n", "- a\n\n  b\n\n- c\n"),
    ("9. a\n10. b\n\n    > c\n", "9. a\n\n10. b\n\n    > c\n"),
    ("- a\n-\n- > b\n- c\n", "- a\n-\n- > b\n- c\n"),
    ("    x  *y*\n\n    z\n\n***\na `b`\n", "    x  *y*\n\n    z\n\n---\n\na b\n"),
    (
      "[a](https://e.example) <https://e.example> [b](/c) <a@e.example>",
      "a (https://e.example) https://e.example b a@e.example\n"
    ),
    ("[*a* [b](mailto:a@e.example)](https://e.example)", "[a b (mailto:a@e.example)](https://e.example)\n"),
    ("![a](https://e.example/i) <!-- b --> <br>\n\n<p>\nc\n</p>\n\nd", "a\n\nd\n"), ("", ""),
  ])
  func markdownBecomesText(markdown: String, expected: String) {
    #expect(PlainTextWriter.text(of: markdown) == expected)
  }

  @Test func linesHaveAtMost76Columns() {
    let paragraph = String(repeating: "eight or nine ", count: 40)
    let text = PlainTextWriter.text(of: "\(paragraph)\n\n> - \(paragraph)\n\n# \(paragraph)\n")
    let lengths = text.split(separator: "\n").map(\.count)
    #expect(lengths.allSatisfy { $0 <= 76 })
    #expect(lengths.contains { $0 > 70 })
    let long = String(repeating: "x", count: 100)
    #expect(PlainTextWriter.text(of: "a \(long) b") == "a\n\(long)\nb\n")
  }

  @Test func eachLineIsIsolatedForItself() {
    let word = "דרךבטוחה"
    let value = "\u{2068}" + Array(repeating: word, count: 12).joined(separator: " ") + "\u{2069}"
    let lines = PlainTextWriter.text(of: "Why: \(value), we say.\n").split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(line.filter { $0 == "\u{2068}" }.count == 1)
      #expect(line.filter { $0 == "\u{2069}" }.count == 1)
    }
    #expect(lines.last?.hasSuffix("\u{2069}, we say.") == true)
  }

  @Test func deepQuotationsStayReadable() {
    let text = PlainTextWriter.text(of: String(repeating: ">", count: 5_000) + " a b")
    #expect(text == String(repeating: "> ", count: 18) + "a b\n")
  }
}
