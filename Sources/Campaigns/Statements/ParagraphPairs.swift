/// Which removed paragraphs went on as which added ones.
///
/// Removed and added paragraphs that stand in one place are compared as one row of words. A removed and an added
/// paragraph are a pair where the words that they share there are a third or more of both together, measured in bytes:
/// so "the" and "of" count for little. Pairs do not cross.
enum ParagraphPairs {
  /// A removed and an added paragraph, counted from the first of each.
  struct Pair {
    let old: Int
    let new: Int
    var shared: Int
  }

  /// The pairs, in order.
  static func pairs(from old: Words, to new: Words) -> [Pair] {
    var pairs: [Pair] = []
    for pair in sharing(old, new) {
      let size = old.size(of: old.range(of: pair.old)) + new.size(of: new.range(of: pair.new))
      guard 6 * pair.shared >= size else { continue }
      if let last = pairs.last, last.old == pair.old || last.new == pair.new {
        if last.shared < pair.shared { pairs[pairs.count - 1] = pair }
      } else {
        pairs.append(pair)
      }
    }
    return pairs
  }

  /// All paragraphs that share words; each next has a later paragraph on one side or on both.
  private static func sharing(_ old: Words, _ new: Words) -> [Pair] {
    var pairs: [Pair] = []
    var (oldParagraph, newParagraph) = (0, 0)
    for match in Alignment(old.numbers, new.numbers, anchor: 4).matches {
      for offset in 0..<match.count {
        let (oldWord, newWord) = (match.old + offset, match.new + offset)
        while old.range(of: oldParagraph).upperBound <= oldWord { oldParagraph += 1 }
        while new.range(of: newParagraph).upperBound <= newWord { newParagraph += 1 }
        let size = old.size(of: oldWord..<oldWord + 1)
        if let last = pairs.last, last.old == oldParagraph, last.new == newParagraph {
          pairs[pairs.count - 1].shared += size
        } else {
          pairs.append(Pair(old: oldParagraph, new: newParagraph, shared: size))
        }
      }
    }
    return pairs
  }
}
