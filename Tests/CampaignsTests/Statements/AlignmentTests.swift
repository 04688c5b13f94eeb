import Testing

@testable import Campaigns

@Suite("Which elements of two sequences are the same")
struct AlignmentTests {
  /// The length of the longest common selection, by the plain table.
  private static func longest(_ old: [Int32], _ new: [Int32]) -> Int {
    var row = Array(repeating: 0, count: new.count + 1)
    for element in old {
      var corner = 0
      for index in new.indices {
        let above = row[index + 1]
        row[index + 1] = element == new[index] ? corner + 1 : max(above, row[index])
        corner = above
      }
    }
    return row[new.count]
  }

  private static func expectRight(_ matches: [Alignment.Match], _ old: [Int32], _ new: [Int32]) throws {
    var (oldLow, newLow) = (0, 0)
    for match in matches {
      try #require(match.count > 0 && match.old >= oldLow && match.new >= newLow)
      (oldLow, newLow) = (match.old + match.count, match.new + match.count)
      try #require(oldLow <= old.count && newLow <= new.count)
      try #require(old[match.old..<oldLow].elementsEqual(new[match.new..<newLow]))
    }
  }

  @Test("short sequences are aligned as well as can be", arguments: 0..<40)
  func longest(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      let kinds = Int32.random(in: 1...8, using: &random)
      let sequences = (0..<2).map { _ in
        (0..<Int.random(in: 0...40, using: &random)).map { _ in Int32.random(in: 0..<kinds, using: &random) }
      }
      let matches = Alignment(sequences[0], sequences[1], anchor: 4).matches
      try AlignmentTests.expectRight(matches, sequences[0], sequences[1])
      try #require(
        matches.reduce(0) { $0 + $1.count } == AlignmentTests.longest(sequences[0], sequences[1]),
        "\(sequences)")
    }
  }

  @Test("beyond the bound it is right, and what is unique is found", arguments: [1, 4])
  func bounded(anchor: Int) throws {
    var random = SeededRandom(seed: 3)
    // Nothing in common but three stretches.
    func filler(_ kinds: Range<Int32>) -> [Int32] {
      (0..<20_000).map { _ in Int32.random(in: kinds, using: &random) }
    }
    let stretches: [[Int32]] = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
    let old = stretches.flatMap { filler(100..<200) + $0 }
    let new = stretches.flatMap { filler(200..<300) + $0 }
    let matches = Alignment(old + filler(100..<200), new + filler(200..<300), anchor: anchor).matches
    #expect(matches == (1...3).map { .init(old: 20_004 * $0 - 4, new: 20_004 * $0 - 4, count: 4) })
  }

  @Test("two long sequences of few kinds are aligned, if not as well as can be")
  func noAnchors() throws {
    var random = SeededRandom(seed: 4)
    let sequences = (0..<2).map { _ in (0..<100_000).map { _ in Int32.random(in: 0..<2, using: &random) } }
    let matches = Alignment(sequences[0], sequences[1], anchor: 4).matches
    try AlignmentTests.expectRight(matches, sequences[0], sequences[1])
  }
}
