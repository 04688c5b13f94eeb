import Foundation
import Testing

@testable import Campaigns

@Suite("What became of a text")
struct TextComparisonTests {
  private static func compare(_ old: String, _ new: String) -> [String] {
    TextComparison(from: old, to: new).inShort
  }

  @Test(
    "by paragraph and by word",
    arguments: [
      ("", "", []), ("a\n\nb", "a\n\nb", ["a|b"]), ("a", "", ["[a]"]), ("", "a", ["{a}"]),
      ("a", "b", ["[a]", "{b}"]),
      ("a\n\nb\n\nc", "a\n\nc", ["a", "[b]", "c"]),
      ("We will not sell.", "We will sell.", ["~We will [not ]sell."]),
      ("We sell it", "We sell it now", ["~We sell it {now}"]),
      ("We sell it now", "We sell it", ["~We sell it [now]"]),
      ("We sell maps", "We sell cars", ["~We sell [maps]{cars}"]),
      ("We sell it. We do.", "We sell it, we do.", ["~We sell [it. We ]{it, we }do."]),
      ("我们不会卖", "我们会卖", ["~我们[不]会卖"]), ("我们卖", "我们卖了车", ["~我们卖{了车}"]),
      ("One two three", "Four five six", ["[One two three]", "{Four five six}"]),
      ("Moved.\n\nOther text here", "Other text here\n\nMoved.", ["[Moved.]", "Other text here", "{Moved.}"]),
    ] as [(String, String, [String])])
  func comparing(old: String, new: String, expected: [String]) {
    #expect(TextComparisonTests.compare(old, new) == expected)
  }

  @Test("only reading counts")
  func reading() {
    let comparison = TextComparison(
      from: "Cafe\u{301}s\nopen\n\nat\tnine ", to: "Caf\u{E9}s open\r\n\r\nat\u{A0}nine")
    #expect(comparison.isUnchanged)
    #expect(comparison.passages == [.same(["Cafés open", "at nine"])])
    #expect(!TextComparison(from: "a", to: "").isUnchanged)
    #expect(TextComparison(from: "", to: "").isUnchanged)
  }

  @Test("a paragraph finds the one that it became among others")
  func pairing() {
    let old = "The first one is about buses at night.\n\nThe other is about pay for all who work here."
    let new = "A new one stands here.\n\nThe other is about fair pay for all who work here.\n\nThis is new too."
    #expect(
      TextComparisonTests.compare(old, new) == [
        "[The first one is about buses at night.]", "{A new one stands here.}",
        "~The other is about {fair }pay for all who work here.", "{This is new too.}",
      ])
  }

  @Test("small words alone make no pair")
  func smallWords() {
    let old = "It is for the good of the company and of the people"
    let new = "This was for a lot of other reasons and then of some"
    #expect(TextComparisonTests.compare(old, new) == ["[\(old)]", "{\(new)}"])
  }

  /// A text in which everything happens.
  private static func text(_ random: inout SeededRandom) -> String {
    let words = [
      "a", "be", "we", "contract", "don't", "e\u{301}", "ü", "我", "们", "不", "「", "」", "。", "ที่", "👩🏽‍🏭", "🇺🇳", "❤️",
      ".", ",", "(", "—", "\u{301}", "\u{200D}", "\u{FE0F}", "שלום", "می‌خواهم", "우리", "각", "가\u{11A8}", "1️⃣", "\0",
      "\u{1B}[31m", "\u{202E}", "<b>", "~~", "q\u{307}\u{323}", "q\u{323}\u{307}",
    ]
    let joints = [" ", " ", " ", "", "\n", "\n\n", "\u{A0}", "  ", "\r\n\r\n", "\u{3000}", "\u{2029}"]
    return (0..<Int.random(in: 0...60, using: &random)).map { _ in
      (words.randomElement(using: &random) ?? "") + (joints.randomElement(using: &random) ?? "")
    }.joined()
  }

  /// The text with a few characters taken out or doubled.
  private static func edited(_ text: String, _ random: inout SeededRandom) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      guard let index = characters.indices.randomElement(using: &random) else { break }
      if Bool.random(using: &random) {
        characters.remove(at: index)
      } else {
        characters.insert(characters[index], at: index)
      }
    }
    return String(characters)
  }

  @Test("the passages are both texts, byte for byte", arguments: 0..<30)
  func both(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<60 {
      let old = TextComparisonTests.text(&random)
      let new =
        Bool.random(using: &random) ? TextComparisonTests.edited(old, &random) : TextComparisonTests.text(&random)
      let comparison = TextComparison(from: old, to: new)
      let context: Comment = "\(old.debugDescription) to \(new.debugDescription)"
      try #require(comparison.old.map { Array($0.utf8) } == paragraphs(of: old).map { Array($0.utf8) }, context)
      try #require(comparison.new.map { Array($0.utf8) } == paragraphs(of: new).map { Array($0.utf8) }, context)
      for case .changed(let runs) in comparison.passages {
        try #require(runs.allSatisfy { !$0.text.isEmpty }, context)
        try #require(zip(runs, runs.dropFirst()).allSatisfy { $0.kind != $1.kind }, context)
        try #require(zip(runs, runs.dropFirst()).allSatisfy { $0.kind != .added || $1.kind == .same }, context)
      }
    }
  }

  /// Texts that would take a comparison long that is not careful.
  private static let hostileTexts: [(old: String, new: String)] = [
    (times(20_000, "Keep it.\n\n") + "x", times(20_001, "Keep it.\n\n")),
    (times(20_000, "a\n\nb\n\n"), times(20_000, "b\n\na\n\n")), (times(20_000, "a\n\nb\n\n"), times(40_000, "a\n\n")),
    (times(40_000, "a b "), times(30_000, "b b a ")), (times(500_000, "\n\n"), "a" + times(500_000, "\n \n")),
    (times(500_000, "x"), times(500_001, "x")),
    ("a" + times(50_000, "\u{301}\u{323}"), "a" + times(50_000, "\u{323}")),
    (times(40_000, "我"), times(20_000, "我们")),
  ]

  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test("hostile texts come to an end, and come out whole", arguments: hostileTexts.indices)
  func hostile(index: Int) {
    let (old, new) = TextComparisonTests.hostileTexts[index]
    let comparison = TextComparison(from: old, to: new)
    // Not as strings: Swift orders their marks to compare them, in time that grows with their square.
    #expect(comparison.old.map { Array($0.utf8) } == paragraphs(of: old).map { Array($0.utf8) })
    #expect(comparison.new.map { Array($0.utf8) } == paragraphs(of: new).map { Array($0.utf8) })
  }

  @Test("random words, far beyond the bound")
  func randomWords() {
    var random = SeededRandom(seed: 11)
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let texts = (0..<2).map { _ in
      (0..<30_000).map { _ in
        (letters.randomElement(using: &random) ?? "") + (letters.randomElement(using: &random) ?? "")
      }
    }
    for joint in [" ", "\n\n"] {
      let (old, new) = (texts[0].joined(separator: joint), texts[1].joined(separator: joint))
      let comparison = TextComparison(from: old, to: new)
      #expect(comparison.old == paragraphs(of: old))
      #expect(comparison.new == paragraphs(of: new))
    }
  }

  @Test("a word changed in every paragraph of a long text is found in each")
  func renamed() {
    var random = SeededRandom(seed: 12)
    let words = (0..<300).map { "word\($0)" }
    let texts = (0..<1_000).map { _ in
      (0..<40).map { index in index == 20 ? "Nimbus" : words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    let old = texts.joined(separator: "\n\n")
    let comparison = TextComparison(from: old, to: old.replacingOccurrences(of: "Nimbus", with: "Cumulus"))
    #expect(comparison.passages.count == 1_000)
    #expect(
      comparison.passages.allSatisfy { passage in
        guard case .changed(let runs) = passage else { return false }
        return runs.map(\.kind) == [.same, .removed, .added, .same] && runs[1].text == "Nimbus "
      })
  }

  @Test("the story: a paragraph goes and comes back")
  func story() {
    #expect(
      TextComparisonTests.compare(Statement.first, Statement.second) == [
        "Nimbus Cloud writes software for people who deliver parcels.", "[\(Statement.contract)]",
        "~Every team may ask what its work is used for, and [will ]{may }be [answered within ten days.]{answered.}",
      ])
  }
}
