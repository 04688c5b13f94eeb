import Testing

@testable import Campaigns

@Suite("Where a paragraph is parted into words")
struct WordBreaksTests {
  private static func words(of paragraph: String) -> [String] {
    var words: [String] = []
    WordBreaks.forEach(in: Array(paragraph.utf8)[...]) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }

  @Test(
    "punctuation and a space go with the word before",
    arguments: [
      ("We will not.", ["We ", "will ", "not."]), ("(we don't, “ever”)", ["(we ", "don't, ", "“ever”)"]),
      ("well-known", ["well-", "known"]), ("1,000.5 ms", ["1,000.5 ", "ms"]), ("yes/no—so", ["yes/", "no—", "so"]),
      ("— yes", ["— ", "yes"]), ("a@e.example", ["a@e.example"]), ("L’accord", ["L’accord"]), ("", []),
    ] as [(String, [String])])
  func punctuation(paragraph: String, expected: [String]) {
    #expect(WordBreaksTests.words(of: paragraph) == expected)
  }

  @Test(
    "a script without spaces is parted by character",
    arguments: [
      ("我们不会。", ["我", "们", "不", "会。"]), ("「中」文", ["「中」", "文"]), ("用Swift写", ["用", "Swift", "写"]),
      ("ที่นี่", ["ที่", "นี่"]), ("カメラ", ["カ", "メ", "ラ"]), ("우리는 안", ["우리는 ", "안"]),
    ] as [(String, [String])])
  func withoutSpaces(paragraph: String, expected: [String]) {
    #expect(WordBreaksTests.words(of: paragraph) == expected)
  }

  @Test(
    "what shows as one character is never parted",
    arguments: ["e\u{301}", "q\u{307}\u{323}", "👩🏽‍🏭", "🇺🇳", "❤️", "葛\u{E0100}", "क्‍ष", "می‌خواهم", "1️⃣", "\u{600}12"])
  func characters(text: String) {
    #expect(WordBreaksTests.words(of: text) == [text])
    #expect(WordBreaksTests.words(of: "\(text) \(text)") == ["\(text) ", text])
  }
}
