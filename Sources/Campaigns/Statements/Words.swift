/// The words of some paragraphs, in a row and by number: equal words have equal numbers.
///
/// The last word of a paragraph equals the same word with a space behind it.
struct Words {
  /// The number of each word.
  private(set) var numbers: [Int32] = []
  /// Where in the paragraphs' bytes each word ends; the next begins there.
  private var ends: [Int] = []
  /// How many words there are up to the end of each paragraph.
  private var counts: [Int] = []
  private let paragraphs: Paragraphs
  private let start: Int

  /// The words of these paragraphs.
  init(of paragraphs: Paragraphs, _ range: Range<Int>, numbering: inout Numbering) {
    self.paragraphs = paragraphs
    start = range.isEmpty ? 0 : paragraphs[range.lowerBound].startIndex
    for index in range {
      let paragraph = paragraphs[index]
      WordBreaks.forEach(in: paragraph) { word in
        let bare = WordBreaks.bare(word)
        let isSpaced =
          bare.count < word.count || word.endIndex == paragraph.endIndex && !WordBreaks.isUnit(word)
        // Twice, so that the lowest bit tells the words with a space from those without.
        numbers.append(2 * numbering.number(of: bare) + (isSpaced ? 1 : 0))
        ends.append(word.endIndex)
      }
      counts.append(numbers.count)
    }
  }

  /// The words of one of the paragraphs, counted from the first.
  func range(of paragraph: Int) -> Range<Int> {
    (paragraph == 0 ? 0 : counts[paragraph - 1])..<counts[paragraph]
  }

  /// How many bytes these words have.
  func size(of words: Range<Int>) -> Int { bytes(of: words).count }

  /// These words as one text.
  func text(of words: Range<Int>) -> String {
    String(decoding: paragraphs.bytes[bytes(of: words)], as: UTF8.self)
  }

  private func bytes(of words: Range<Int>) -> Range<Int> {
    begin(of: words.lowerBound)..<begin(of: words.upperBound)
  }

  private func begin(of word: Int) -> Int { word == 0 ? start : ends[word - 1] }
}
