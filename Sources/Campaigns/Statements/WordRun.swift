/// Words in a row of a changed paragraph that all stayed, all went or all came.
public struct WordRun: Hashable, Sendable {
  /// What became of them.
  public let kind: Kind
  /// The words, with the punctuation and the space that follow each, as `TextComparison` says.
  public let text: String

  /// Words of which this became.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// What became of words.
  public enum Kind: String, Hashable, Sendable {
    /// They stand in both texts.
    case same
    /// They stand in the old text alone.
    case removed
    /// They stand in the new text alone.
    case added
  }

  /// The paragraph that the runs are in one of the texts: without the added ones in the old text, without the removed
  /// ones in the new text.
  public static func paragraph(_ runs: [WordRun], without kind: Kind) -> String {
    var paragraph = runs.filter { $0.kind != kind }.map(\.text).joined()
    // Other words may follow its last one in the other text.
    if paragraph.utf8.last == UInt8(ascii: " ") { paragraph.unicodeScalars.removeLast() }
    return paragraph
  }

  /// The runs of a paragraph that was changed; what went stands before what came in its place.
  static func runs(from old: Words, _ oldRange: Range<Int>, to new: Words, _ newRange: Range<Int>) -> [WordRun] {
    let alignment = Alignment(Array(old.numbers[oldRange]), Array(new.numbers[newRange]), anchor: 4)
    var runs: [WordRun] = []
    var (oldLow, newLow) = (oldRange.lowerBound, newRange.lowerBound)
    func append(_ kind: Kind, _ words: Range<Int>, of side: Words) {
      if !words.isEmpty { runs.append(WordRun(kind, side.text(of: words))) }
    }
    for match in alignment.matches {
      let oldMatch = oldRange.lowerBound + match.old..<oldRange.lowerBound + match.old + match.count
      let newMatch = newRange.lowerBound + match.new..<newRange.lowerBound + match.new + match.count
      append(.removed, oldLow..<oldMatch.lowerBound, of: old)
      append(.added, newLow..<newMatch.lowerBound, of: new)
      // The last word of a paragraph has no space behind it, but here others may follow it.
      if newMatch.upperBound == newRange.upperBound {
        append(.same, oldMatch, of: old)
      } else {
        append(.same, newMatch, of: new)
      }
      (oldLow, newLow) = (oldMatch.upperBound, newMatch.upperBound)
    }
    append(.removed, oldLow..<oldRange.upperBound, of: old)
    append(.added, newLow..<newRange.upperBound, of: new)
    return runs
  }
}
