import Campaigns
import Testing

@Suite("Pledges that ask for others")
struct PledgeConditionTests {
  @Test(
    "known circles",
    arguments: [
      ([], 0, 0, nil), ([0], 0, 1, 0), ([1], 0, 0, nil), ([1, 1], 0, 2, 1), ([2, 2], 0, 0, nil),
      ([2, 2, 2], 0, 3, 2), ([0, 1, 2, 3], 0, 4, 3), ([0, 2, 2], 0, 3, 2), ([0, 0, 3], 0, 2, 1),
      ([0, 3, 3, 3, 9], 0, 4, 3), ([1], 1, 1, 1), ([5, 5], 4, 2, 5), ([6, 6], 4, 0, nil), ([3], 2, 0, nil),
    ] as [([Int], Int, Int, Int?)])
  func known(thresholds: [Int], already: Int, count: Int, cutoff: Int?) {
    let binding = PledgeCondition.binding(thresholds: thresholds, alreadyBinding: already)
    #expect(binding.count == count)
    #expect(binding.cutoff == cutoff)
    for threshold in thresholds { #expect(binding.binds(threshold) == (cutoff.map { threshold <= $0 } ?? false)) }
  }

  @Test("a hundred who each ask for 99 others are bound by the hundredth")
  func theLastOne() {
    let ninetyNine = [Int](repeating: 99, count: 99)
    #expect(PledgeCondition.binding(thresholds: ninetyNine).count == 0)
    #expect(PledgeCondition.binding(thresholds: ninetyNine + [99]).count == 100)
  }

  @Test("the set is the union of all that hold together, for every list of up to 7 pledges", arguments: 0...1)
  func everySmallList(already: Int) {
    for size in 0...7 {
      // In any order the answer is the same, so lists that rise are enough.
      PledgeConditionTests.eachRisingList(of: size, upTo: 8) { PledgeConditionTests.check($0, already) }
    }
  }

  @Test("the same for random lists of up to 9 pledges, in any order", arguments: 0..<20)
  func randomLists(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let size = Int.random(in: 6...9, using: &random)
      let highest = Int.random(in: 0...10, using: &random)
      let thresholds = (0..<size).map { _ in Int.random(in: 0...highest, using: &random) }
      PledgeConditionTests.check(thresholds, Int.random(in: 0...2, using: &random))
    }
  }

  @Test("a further pledge frees nobody, nor does one that binds for good", arguments: 0..<20)
  func growth(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var thresholds: [Int] = []
    var before = PledgeCondition.binding(thresholds: [])
    for size in 1...60 {
      thresholds.append(Int.random(in: 0...size + 5, using: &random))
      thresholds.shuffle(using: &random)
      let now = PledgeCondition.binding(thresholds: thresholds)
      let helped = PledgeCondition.binding(thresholds: thresholds, alreadyBinding: 1)
      #expect(now.count >= before.count && helped.count >= now.count)
      #expect(thresholds.allSatisfy { !before.binds($0) || now.binds($0) })
      #expect(thresholds.allSatisfy { !now.binds($0) || helped.binds($0) })
      #expect(now.count == thresholds.count(where: now.binds))
      before = now
    }
  }

  @Test("numbers outside of all measure are taken as what they mean")
  func extremes() {
    // As if 0, 0, 0, 4, 5 and two that nobody can meet.
    let thresholds = [Int.min, -1, 0, 4, 5, Int.max, Int.max - 1]
    #expect(PledgeCondition.binding(thresholds: thresholds).count == 3)
    #expect(PledgeCondition.binding(thresholds: thresholds).binds(Int.min))
    #expect(!PledgeCondition.binding(thresholds: thresholds).binds(Int.max))
    #expect(PledgeCondition.binding(thresholds: thresholds, alreadyBinding: Int.min).count == 3)
    #expect(PledgeCondition.binding(thresholds: thresholds, alreadyBinding: Int.max - 7).count == 5)
  }

  @Test("a million pledges are settled")
  func million() {
    var random = SeededRandom(seed: 1)
    let thresholds = (0..<1_000_000).map { _ in Int.random(in: 0...1_200_000, using: &random) }
    let binding = PledgeCondition.binding(thresholds: thresholds + [Int](repeating: 0, count: 200_000))
    #expect(binding.count == thresholds.count(where: binding.binds) + 200_000)
    #expect(binding.count > 200_000)
  }

  /// Compares with the union of all sets in which each pledge has the others that it asks for.
  private static func check(_ thresholds: [Int], _ already: Int) {
    let binding = PledgeCondition.binding(thresholds: thresholds, alreadyBinding: already)
    var union = 0
    for members in 0..<1 << thresholds.count {
      let others = members.nonzeroBitCount - 1 + already
      let holds = thresholds.indices.allSatisfy { members >> $0 & 1 == 0 || thresholds[$0] <= others }
      if holds { union |= members }
    }
    let members = thresholds.indices.filter { union >> $0 & 1 == 1 }
    #expect(
      binding.count == members.count && thresholds.indices.filter { binding.binds(thresholds[$0]) } == members,
      "\(thresholds), \(already)")
  }

  private static func eachRisingList(of size: Int, upTo highest: Int, _ body: ([Int]) -> Void) {
    func extend(_ list: [Int]) {
      guard list.count < size else { return body(list) }
      for next in (list.last ?? 0)...highest { extend(list + [next]) }
    }
    extend([])
  }
}
