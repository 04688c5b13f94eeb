import Campaigns
import Testing

struct PledgeTallyTests {
  private let today = Sample.day
  private var yesterday: CalendarDate { CalendarDate(daysSinceEpoch: today.daysSinceEpoch - 1) }

  private func group(
    _ count: Int = 1, ifOthers: Int? = nil, verified: Bool = true, _ stage: Pledge.Stage = .standing, terms: Int = 1,
    lapsesOn: CalendarDate? = nil, cohort: Cohort = .employee
  ) -> PledgeGroup {
    PledgeGroup(
      cohort: cohort, stage: stage, isVerified: verified, ifOthers: ifOthers, terms: terms, lapsesOn: lapsesOn,
      count: count)
  }

  private func tally(_ groups: [PledgeGroup], terms: Int = 1) -> PledgeTally {
    PledgeTally(of: groups, terms: terms, on: today)
  }

  @Test func `200 who wait for 200 others do not bind, and one more makes all bind`() {
    let waiting = tally([group(200, ifOthers: 200)])
    #expect(waiting.total.binding == 0)
    #expect(waiting.total.conditional == 200)
    #expect(waiting.nextThreshold == 1)
    let bound = tally([group(201, ifOthers: 200)])
    #expect(bound.total.binding == 201)
    #expect(bound.unrevealed == 201)
    #expect(bound.nextThreshold == nil)
  }

  @Test func `unverified ones neither count nor bind`() {
    let all = tally([group(200, ifOthers: 200), group(500, ifOthers: 200, verified: false), group(verified: false)])
    #expect(all.total.binding == 0)
    #expect(all.total.conditional == 701)
    #expect(all.total.pledged == 701)
    #expect(all.total.verified == 200)
  }

  @Test func `an unconditional one binds once it is verified`() {
    #expect(tally([group()]).total.binding == 1)
    #expect(tally([group(verified: false)]).total.binding == 0)
  }

  @Test(arguments: [Pledge.Stage.broken, .withdrawn])
  func `broken and withdrawn ones count for nobody`(stage: Pledge.Stage) {
    #expect(tally([group(10, stage), group(ifOthers: 1)]).total.binding == 0)
    #expect(tally([group(10, stage), group(ifOthers: 1)]).total.conditional == 1)
  }

  @Test(arguments: [Pledge.Stage.bound, .kept])
  func `bound and kept ones count whatever they asked for, of whatever terms and day`(stage: Pledge.Stage) {
    let all = tally(
      [group(3, ifOthers: 1000, stage, lapsesOn: yesterday), group(ifOthers: 3, terms: 2)], terms: 2)
    #expect(all.total.binding + all.total.kept == 4)
    #expect(all.total.conditional == 0)
    #expect(all.unrevealed == 1)
    let unverified = tally([group(3, verified: false, stage), group(ifOthers: 3)])
    #expect(unverified.total.conditional == 1)
  }

  @Test func `a pledge lapses on the day after its day, and counts for nobody`() {
    let last = tally([group(lapsesOn: today), group(ifOthers: 1)])
    #expect(last.total.binding == 2)
    let gone = tally([group(lapsesOn: yesterday), group(ifOthers: 1)])
    #expect(gone.total.lapsed == 1)
    #expect(gone.total.conditional == 1)
    #expect(gone.total.pledged == 1)
    #expect(gone.total.verified == 1)
  }

  @Test func `who pledged for older terms is asked again and counts for nobody`() {
    let all = tally([group(5, terms: 1), group(ifOthers: 1, terms: 2)], terms: 2)
    #expect(all.total.askedAgain == 5)
    #expect(all.total.conditional == 1)
    #expect(all.total.pledged == 6)
    #expect(all.total.verified == 6)
    #expect(tally([group(terms: 1, lapsesOn: yesterday)], terms: 2).total.lapsed == 1)
  }

  @Test func `each cohort has its own figures, and conditions look at all of them`() {
    let all = tally([group(2, ifOthers: 2), group(cohort: .alumni), group(ifOthers: 9, cohort: .alumni)])
    #expect(all.byCohort[.employee]?.binding == 2)
    #expect(all.byCohort[.alumni]?.binding == 1)
    #expect(all.byCohort[.alumni]?.conditional == 1)
    #expect(all.byCohort[.contractor] == nil)
  }

  @Test func `the tally of nothing`() {
    #expect(tally([]).total == PledgeTally.Figures())
    #expect(tally([group(0)]).byCohort.isEmpty)
    #expect(tally([]).nextThreshold == nil)
  }

  @Test func `groups change as their pledges do`() {
    let before = [group(3, ifOthers: 2), group(1)]
    let after = before.exchanging([group(ifOthers: 2), group()], for: [group(), group(ifOthers: 7)])
    #expect(Set(after) == [group(2, ifOthers: 2), group(1), group(1, ifOthers: 7)])
  }

  // MARK: - Against brute force

  /// The kinds of some made-up pledges.
  private func sample(_ random: inout SeededRandom) -> [PledgeGroup] {
    (0..<Int.random(in: 1...9, using: &random)).map { _ in
      group(
        ifOthers: Bool.random(using: &random) ? Int.random(in: 1...8, using: &random) : nil,
        verified: Int.random(in: 0..<4, using: &random) > 0,
        Int.random(in: 0..<3, using: &random) > 0
          ? .standing : Pledge.Stage.allCases.randomElement(using: &random) ?? .kept,
        terms: Int.random(in: 0..<4, using: &random) == 0 ? 1 : 2,
        lapsesOn: [nil, nil, today, yesterday].randomElement(using: &random) ?? nil,
        cohort: Cohort.allCases.randomElement(using: &random) ?? .employee)
    }
  }

  /// Whether the pledge may be bound by the others that are, without any cleverness.
  private func waits(_ pledge: PledgeGroup) -> Bool {
    guard pledge.stage == .standing, pledge.isVerified, pledge.terms == 2 else { return false }
    return pledge.lapsesOn != yesterday
  }

  /// The largest set of waiting pledges in which each has as many others as it asks for.
  private func largest(_ pledges: [PledgeGroup]) -> Set<Int> {
    let waiting = pledges.indices.filter { waits(pledges[$0]) }
    let sure = pledges.count { $0.isVerified && ($0.stage == .bound || $0.stage == .kept) }
    var best: Set<Int> = []
    for mask in 0..<(1 << waiting.count) {
      let chosen = waiting.indices.filter { mask >> $0 & 1 == 1 }.map { waiting[$0] }
      let others = chosen.count + sure - 1
      guard chosen.count > best.count, chosen.allSatisfy({ (pledges[$0].ifOthers ?? 0) <= others }) else { continue }
      best = Set(chosen)
    }
    return best
  }

  @Test(arguments: 0..<400)
  func `the largest set that satisfies itself binds, and each pledge is in exactly one part`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pledges = sample(&random)
    let tally = PledgeTally(of: pledges, terms: 2, on: today)
    let largest = largest(pledges)
    #expect(tally.unrevealed == largest.count)
    for (place, pledge) in pledges.enumerated() where pledge.stage == .standing {
      #expect((tally.state(of: pledge) == .binding) == largest.contains(place), "\(pledges)")
    }
    let total = tally.total
    let parts =
      total.binding + total.conditional + total.kept + total.broken + total.withdrawn + total.lapsed
      + total.askedAgain
    #expect(parts == pledges.count)
    #expect(tally.byCohort.values.reduce(0) { $0 + $1.pledged } == total.pledged)
    #expect(tally.byCohort.values.reduce(0) { $0 + $1.verified } == total.verified)
  }

  @Test(arguments: 0..<200)
  func `as many more as it says make a waiting one bind, and one fewer do not`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pledges = sample(&random)
    let tally = PledgeTally(of: pledges, terms: 2, on: today)
    func binding(_ more: Int) -> Int {
      PledgeTally(of: pledges + [group(more, terms: 2)], terms: 2, on: today).unrevealed - more
    }
    guard let next = tally.nextThreshold else {
      #expect(binding(100) == tally.unrevealed)
      return
    }
    #expect(binding(next - 1) == tally.unrevealed)
    #expect(binding(next) > tally.unrevealed)
  }
}
