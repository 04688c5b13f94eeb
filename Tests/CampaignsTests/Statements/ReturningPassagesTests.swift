import Testing

@testable import Campaigns

@Suite("Which passages were gone for a while")
struct ReturningPassagesTests {
  private static func returns(_ revisions: [String], from old: Int, to new: Int) -> [ReturningPassages.Return] {
    let comparison = TextComparison(from: revisions[old - 1], to: revisions[new - 1])
    return ReturningPassages(in: comparison, from: old, to: new, among: revisions).returns
  }

  @Test("the story: a paragraph goes and comes back")
  func story() {
    let revisions = [Statement.first, Statement.second, Statement.first]
    #expect(
      ReturningPassagesTests.returns(revisions, from: 1, to: 2) == [
        .init(passage: 1, course: .comesBack(in: 3, goneIn: 2...2)),
        .init(passage: 2, course: .comesBack(in: 3, goneIn: 2...2)),
      ])
    #expect(
      ReturningPassagesTests.returns(revisions, from: 2, to: 3) == [
        .init(passage: 1, course: .returned(from: 1, goneIn: 2...2)),
        .init(passage: 2, course: .returned(from: 1, goneIn: 2...2)),
      ])
    #expect(ReturningPassagesTests.returns(revisions, from: 1, to: 3) == [])
  }

  @Test("the revision that it last stood in is told, and all without it")
  func course() {
    let with = "Here.\n\nWe promise."
    let without = "Here."
    let revisions = [with, with, without, without, with, without, with]
    let promise = { course in [ReturningPassages.Return(passage: 1, course: course)] }
    #expect(
      ReturningPassagesTests.returns(revisions, from: 4, to: 5) == promise(.returned(from: 2, goneIn: 3...4)))
    #expect(
      ReturningPassagesTests.returns(revisions, from: 3, to: 7) == promise(.returned(from: 2, goneIn: 3...4)))
    #expect(
      ReturningPassagesTests.returns(revisions, from: 2, to: 3) == promise(.comesBack(in: 5, goneIn: 3...4)))
    #expect(
      ReturningPassagesTests.returns(revisions, from: 5, to: 6) == promise(.comesBack(in: 7, goneIn: 6...6)))
    #expect(ReturningPassagesTests.returns([without, with], from: 1, to: 2) == [])
    #expect(ReturningPassagesTests.returns([with, without], from: 1, to: 2) == [])
  }

  @Test("words of a changed paragraph count from four on")
  func words() throws {
    let long = "We sell maps of cities, and we will not sell them to any army, in all countries."
    let changed = "We sell maps of cities, in all countries."
    let later = "We sell maps of large cities, and we will not sell them to any army, in all countries."
    let found = ReturningPassagesTests.returns([long, changed, later], from: 2, to: 3)
    #expect(found == [.init(passage: 0, run: 3, course: .returned(from: 1, goneIn: 2...2))])
    #expect(
      ReturningPassagesTests.returns([long, changed, later], from: 1, to: 2) == [
        .init(passage: 0, run: 1, course: .comesBack(in: 3, goneIn: 2...2))
      ])
    let few = ["We sell maps to no army here", "We sell maps here", "We sell maps to no army here now"]
    #expect(ReturningPassagesTests.returns(few, from: 2, to: 3) == [])
  }

  @Test("of a script without spaces, from eight characters on")
  func withoutSpaces() {
    let seven = ["我们卖地图，绝不卖给军队。", "我们卖地图，", "今天我们卖地图，绝不卖给军队。"]
    #expect(ReturningPassagesTests.returns(seven, from: 2, to: 3) == [])
    let nine = ["我们卖地图，绝不卖给任何军队。", "我们卖地图，", "今天我们卖地图，绝不卖给任何军队。"]
    #expect(ReturningPassagesTests.returns(nine, from: 2, to: 3).map(\.run) == [2])
  }

  @Test("what was only moved has neither gone nor come")
  func moved() {
    let revisions = ["a\n\nb\n\nc", "b\n\nc\n\na", "a\n\nb\n\nc"]
    #expect(ReturningPassagesTests.returns(revisions, from: 1, to: 2) == [])
    #expect(ReturningPassagesTests.returns(revisions, from: 2, to: 3) == [])
  }

  @Test("revisions that are not there have nothing", arguments: [(0, 1), (1, 1), (2, 1), (1, 3)])
  func bounds(old: Int, new: Int) {
    let comparison = TextComparison(from: "a", to: "b")
    #expect(ReturningPassages(in: comparison, from: old, to: new, among: ["a", "b"]) == ReturningPassages())
  }

  @Test("the same paragraph twenty thousand times comes to an end")
  func many() {
    let with = String(repeating: "a\n\n", count: 20_000)
    let without = String(repeating: "b\n\n", count: 20_000)
    let found = ReturningPassagesTests.returns([with, without, with], from: 2, to: 3)
    #expect(found.count == 20_000)
    #expect(found.allSatisfy { $0.course == .returned(from: 1, goneIn: 2...2) })
  }
}

@Suite("Many phrases in one reading")
struct PhraseSearchTests {
  @Test("what is found is what stands there", arguments: 0..<30)
  func found(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    func row(_ length: ClosedRange<Int>) -> [Int32] {
      (0..<Int.random(in: length, using: &random)).map { _ in Int32.random(in: 0..<3, using: &random) }
    }
    for _ in 0..<50 {
      let phrases = (0..<8).map { _ in row(1...6) }
      let rows = (0..<3).map { _ in row(0...12) }
      let expected = phrases.indices.filter { index in rows.contains { $0.contains(phrases[index]) } }
      try #require(PhraseSearch(for: phrases).phrases(in: rows) == Set(expected), "\(phrases) in \(rows)")
    }
  }

  @Test("a word that is in no phrase parts the row")
  func parted() {
    let search = PhraseSearch(for: [[1, 2]])
    #expect(search.phrases(in: [[1, nil, 2], [1], [2]]) == [])
    #expect(search.phrases(in: [[nil, 1, 2]]) == [0])
  }
}
