import Testing

@testable import Campaigns

@Suite("The paragraphs of a text")
struct ParagraphsTests {
  @Test(
    "blank lines part them, white space is one space",
    arguments: [
      ("", []), (" \n\t\n ", []), ("a", ["a"]), ("a\nb", ["a b"]), ("a\n\nb", ["a", "b"]),
      ("a\r\nb\r\n\r\nc", ["a b", "c"]), ("a\rb\r\rc", ["a b", "c"]), ("a\n \u{A0}\t\n\n\nb\n", ["a", "b"]),
      ("a\u{2028}b\u{2029}c", ["a b", "c"]), ("  a \u{3000} b  \n\n", ["a b"]), ("a\u{85}\u{85}b", ["a", "b"]),
    ] as [(String, [String])])
  func parting(text: String, expected: [String]) {
    #expect(paragraphs(of: text) == expected)
  }

  @Test("letters are composed")
  func composed() {
    let text = paragraphs(of: "cafe\u{301} 가\u{11A8}").joined()
    #expect(Array(text.utf8) == Array("caf\u{E9} 각".utf8))
  }

  @Test("a letter with a thousand marks is left as it is")
  func manyMarks() {
    let text = "a" + String(repeating: "\u{301}\u{323}", count: 500)
    #expect(paragraphs(of: text).map { Array($0.utf8) } == [Array(text.utf8)])
  }
}
