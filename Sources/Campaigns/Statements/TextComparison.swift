/// What became of a text from one revision to another, by paragraph and by word.
///
/// Only reading counts: line breaks within a paragraph, how much white space there is and how a letter with an accent
/// is encoded make no difference. Texts stand here with single spaces and in normalization form C.
///
/// The passages together are both texts, nothing left out: the paragraphs of `same`, of `removed` and of `changed`
/// without the added words (see `WordRun.paragraph`) are the old text's, in order; those of `same`, of `added` and of
/// `changed` without the removed words are the new one's. A paragraph that was moved is removed and added.
///
/// A word has the punctuation and the space that follow it, and what stands before it up to the space before. In a
/// script that is written without spaces each character is a word.
///
/// Comparing takes time in proportion to the length of the texts. Where texts are long and have little in common the
/// comparison may show more as changed than it had to, never less.
public struct TextComparison: Hashable, Sendable {
  /// What became of the paragraphs, in the order of reading; what went stands before what came in its place.
  public let passages: [Passage]

  /// One or more paragraphs of which the same became.
  public enum Passage: Hashable, Sendable {
    /// Paragraphs that stand in both texts.
    case same([String])
    /// A paragraph of the old text alone.
    case removed(String)
    /// A paragraph of the new text alone.
    case added(String)
    /// A paragraph that is in both texts, with other words.
    case changed([WordRun])
  }

  /// Whether both texts read the same.
  public var isUnchanged: Bool {
    passages.allSatisfy { passage in
      if case .same = passage { true } else { false }
    }
  }

  /// Compares two texts; paragraphs are parted by blank lines.
  public init(from old: String, to new: String) {
    let old = Paragraphs(old)
    let new = Paragraphs(new)
    var numbering = Numbering()
    let oldNumbers = (0..<old.count).map { numbering.number(of: old[$0]) }
    let newNumbers = (0..<new.count).map { numbering.number(of: new[$0]) }
    var composer = Composer(old: old, new: new)
    var (oldLow, newLow) = (0, 0)
    for match in Alignment(oldNumbers, newNumbers, anchor: 1).matches {
      composer.appendReplaced(oldLow..<match.old, newLow..<match.new)
      composer.appendSame(match.new..<match.new + match.count)
      (oldLow, newLow) = (match.old + match.count, match.new + match.count)
    }
    composer.appendReplaced(oldLow..<old.count, newLow..<new.count)
    passages = composer.passages
  }

  /// Puts the passages together.
  private struct Composer {
    let old: Paragraphs
    let new: Paragraphs
    var passages: [Passage] = []
    private var numbering = Numbering()

    init(old: Paragraphs, new: Paragraphs) {
      self.old = old
      self.new = new
    }

    mutating func appendSame(_ paragraphs: Range<Int>) {
      passages.append(.same(paragraphs.map(new.text)))
    }

    /// Appends old paragraphs and the new ones that stand in their place.
    mutating func appendReplaced(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
      var (oldLow, newLow) = (oldRange.lowerBound, newRange.lowerBound)
      func appendUnpaired(_ oldHigh: Int, _ newHigh: Int) {
        for index in oldLow..<oldHigh { passages.append(.removed(old.text(index))) }
        for index in newLow..<newHigh { passages.append(.added(new.text(index))) }
      }
      if !oldRange.isEmpty, !newRange.isEmpty {
        let oldWords = Words(of: old, oldRange, numbering: &numbering)
        let newWords = Words(of: new, newRange, numbering: &numbering)
        for pair in ParagraphPairs.pairs(from: oldWords, to: newWords) {
          appendUnpaired(oldRange.lowerBound + pair.old, newRange.lowerBound + pair.new)
          passages.append(
            .changed(
              WordRun.runs(
                from: oldWords, oldWords.range(of: pair.old), to: newWords, newWords.range(of: pair.new))))
          (oldLow, newLow) = (oldRange.lowerBound + pair.old + 1, newRange.lowerBound + pair.new + 1)
        }
      }
      appendUnpaired(oldRange.upperBound, newRange.upperBound)
    }
  }
}
