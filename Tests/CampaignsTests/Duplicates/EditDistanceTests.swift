import Testing

@testable import Campaigns

@Suite struct EditDistanceTests {
  @Test(
    "insertions, deletions, replacements and swaps of neighbours cost one each",
    arguments: [
      ("ana", "ana", 0), ("ana", "anna", 1), ("anna", "ana", 1), ("ana", "ani", 1), ("ana", "naa", 1), ("", "a", 1),
      ("a", "", 1), ("smith", "smyth", 1), ("smith", "msith", 1), ("meyer", "maier", 2), ("abcd", "badc", 2),
      ("", "ab", 2), ("kitten", "sitting", 3),
    ])
  func distances(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(left, right, atMost: 3) == distance)
    #expect(EditDistance.between(right, left, atMost: 3) == distance)
    #expect(EditDistance.between(left, right, atMost: distance) == distance)
    if distance > 0 { #expect(EditDistance.between(left, right, atMost: distance - 1) == nil) }
  }

  @Test("it is the same as without a bound, for all short texts of three letters")
  func exhaustive() {
    let letters: [Character] = ["a", "b", "c"]
    var texts = [""]
    for length in 1...4 {
      texts += texts.filter { $0.count == length - 1 }.flatMap { text in letters.map { text + String($0) } }
    }
    for left in texts {
      for right in texts {
        let full = EditDistanceTests.plain(Array(left.utf8), Array(right.utf8))
        for limit in 0...2 {
          let expected = full <= limit ? full : nil
          #expect(EditDistance.between(left, right, atMost: limit) == expected, "\(left) \(right) \(limit)")
        }
      }
    }
  }

  /// The same by the book, in a table without any shortcut.
  private static func plain(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        guard row > 0, column > 0 else {
          table[row][column] = row + column
          continue
        }
        let same = left[row - 1] == right[column - 1]
        var best = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[left.count][right.count]
  }
}
