import Campaigns

/// The sentences of a comparison, in every form the same.
struct ComparisonWording {
  /// What is said of texts that read the same.
  static let unchanged = "Both revisions read the same."

  private let passages: [TextComparison.Passage]
  private let returns: [Int: [ReturningPassages.Return]]

  init(_ document: ComparisonDocument) {
    passages = document.comparison.passages
    returns = Dictionary(grouping: document.returning.returns, by: \.passage)
  }

  /// What is said of a passage that was gone for a while.
  struct Note {
    /// What happened, without the mark at its end.
    let happened: String
    /// The beginning of the words that it happened to, cleaned; nil where it is the whole passage.
    let words: String?

    /// The whole note on one line.
    var line: String { words.map { "\(happened): “\($0)”" } ?? sentence }
    /// The note without the words.
    var sentence: String { happened + "." }
  }

  /// The notes on a passage.
  func notes(on passage: Int) -> [Note] {
    (returns[passage] ?? []).compactMap(note)
  }

  /// The note that a return is; nil where there is no such passage.
  func note(_ item: ReturningPassages.Return) -> Note? {
    guard passages.indices.contains(item.passage) else { return nil }
    guard case .changed(let runs) = passages[item.passage] else {
      return Note(happened: ComparisonWording.whole(item.course, "This passage", "This passage"), words: nil)
    }
    guard let run = item.run else {
      return Note(happened: ComparisonWording.whole(item.course, "This wording", "The old wording"), words: nil)
    }
    guard runs.indices.contains(run) else { return nil }
    return Note(
      happened: ComparisonWording.words(item.course), words: ComparisonWording.beginning(of: runs[run].text))
  }

  /// What stands for paragraphs that did not change.
  static func folded(_ count: Int) -> String {
    "… \(english(count)) \(count == 1 ? "paragraph" : "paragraphs") unchanged …"
  }

  private static func whole(_ course: ReturningPassages.Course, _ new: String, _ old: String) -> String {
    switch course {
    case .returned(let from, let gone): "\(new) stood in revision \(from), was gone in \(named(gone)), and is back"
    case .comesBack(let next, let gone): "\(old) is gone in \(named(gone)) and comes back in revision \(next)"
    }
  }

  private static func words(_ course: ReturningPassages.Course) -> String {
    switch course {
    case .returned(let from, let gone):
      "These words stood in revision \(from), were gone in \(named(gone)), and are back"
    case .comesBack(let next, let gone): "These words are gone in \(named(gone)) and come back in revision \(next)"
    }
  }

  private static func named(_ revisions: ClosedRange<Int>) -> String {
    let (first, last) = (revisions.lowerBound, revisions.upperBound)
    guard first < last else { return "revision \(first)" }
    return "revisions \(first) \(first + 1 == last ? "and" : "to") \(last)"
  }

  /// Enough of the words to find them.
  private static func beginning(of words: String) -> String {
    let text = SafeText.line(words).trimmingWhitespace()
    let prefix = text.prefix(60)
    let beginning = prefix.endIndex == text.endIndex ? text : prefix + "…"
    // The words have no say in the direction of what stands beside them.
    let isRightToLeft = beginning.unicodeScalars.contains { SafeText.isRightToLeft($0.value) }
    return isRightToLeft ? "\u{2068}\(beginning)\u{2069}" : beginning
  }
}
