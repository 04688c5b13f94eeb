import Campaigns

/// A comparison for programs, to be encoded as JSON. Other programs lean on its keys: they never change.
///
/// The texts are cleaned as `SafeText` says. What is nil has no key.
public struct ComparisonRecord: Encodable, Sendable {
  let title: String
  let language: String?
  let from: Int
  let fromLabel: String
  let to: Int
  let toLabel: String
  let passages: [Passage]
  let returned: [Return]

  struct Passage: Encodable {
    let kind: String
    var paragraphs: [String]?
    var text: String?
    var words: [Run]?

    init(_ passage: TextComparison.Passage) {
      switch passage {
      case .same(let paragraphs):
        kind = "same"
        self.paragraphs = paragraphs.map(SafeText.line)
      case .removed(let text):
        kind = "removed"
        self.text = SafeText.line(text)
      case .added(let text):
        kind = "added"
        self.text = SafeText.line(text)
      case .changed(let runs):
        kind = "changed"
        words = runs.map { Run(kind: $0.kind.rawValue, text: SafeText.line($0.text)) }
      }
    }
  }

  struct Run: Encodable {
    let kind: String
    let text: String
  }

  /// A passage that was gone for a while: what is back has `stoodIn`, what comes back later has `backIn`.
  struct Return: Encodable {
    /// The place of the passage, from 0.
    let passage: Int
    /// The place of the words in the passage, from 0; nil where it is the whole passage.
    let words: Int?
    let stoodIn: Int?
    let goneFrom: Int
    let goneTo: Int
    let backIn: Int?
    let sentence: String
  }

  /// The record of this document's comparison.
  public init(_ document: ComparisonDocument) {
    title = SafeText.line(document.title)
    language = document.language?.description
    from = document.from.number
    fromLabel = SafeText.line(document.from.label)
    to = document.to.number
    toLabel = SafeText.line(document.to.label)
    passages = document.comparison.passages.map(Passage.init)
    let wording = ComparisonWording(document)
    returned = document.returning.returns.compactMap { item in
      guard let note = wording.note(item) else { return nil }
      switch item.course {
      case .returned(let from, let gone):
        return Return(
          passage: item.passage, words: item.run, stoodIn: from, goneFrom: gone.lowerBound, goneTo: gone.upperBound,
          backIn: nil, sentence: note.sentence)
      case .comesBack(let next, let gone):
        return Return(
          passage: item.passage, words: item.run, stoodIn: nil, goneFrom: gone.lowerBound, goneTo: gone.upperBound,
          backIn: next, sentence: note.sentence)
      }
    }
  }
}
