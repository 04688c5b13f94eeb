import Campaigns
import Testing

@Suite("The gate: any roster")
struct HeadcountPropertyTests {
  private struct Colleague {
    var jobTitle: String
    var team: String
    var site: String
    var cohort: Cohort
    var hasSigned: Bool
  }

  @Test("behind each new description stand five signers and five who have not signed", arguments: 0..<150)
  func cover(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var previous: Publication?
    var population: [Signature] = []
    for _ in 0..<3 {
      population += signatures(&random)
      let colleagues = roster(&random)
      let roll = PublicRoll(
        of: collected(population), isRevealed: true, since: previous, headcount: headcount(colleagues))
      let shown = roll.publication.shown
      for (group, count) in shown where group.description != .counted {
        #expect(count >= 5)
        guard count > previous?.shown[group] ?? 0, RosterEntry.cohorts.contains(group.cohort) else { continue }
        let finer = shown.keys.filter { $0.cohort == group.cohort && rung($0) < rung(group) }
        let behind = colleagues.count { colleague in
          !colleague.hasSigned && fits(colleague, group) && !finer.contains { fits(colleague, $0) }
        }
        #expect(behind >= 5, "\(group)")
      }
      for (group, count) in shown {
        let before = previous?.shown[group] ?? 0
        #expect(count <= before || count >= before + (previous == nil ? 0 : 5))
      }
      #expect(roll.total + roll.heldBack == population.count)
      previous = roll.publication
    }
  }

  @Test("of what was shown nothing changes with the roster", arguments: 0..<50)
  func stays(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let population = signatures(&random)
    func roll(since previous: Publication?) -> PublicRoll {
      PublicRoll(
        of: collected(population), isRevealed: true, since: previous, headcount: headcount(roster(&random)))
    }
    let first = roll(since: nil)
    // A cohort of which fewer than five were shown may find a description later.
    let crowds = Dictionary(grouping: first.publication.shown, by: \.key.cohort)
      .mapValues { $0.reduce(0) { $0 + $1.value } }
    let next = roll(since: first.publication)
    for (group, count) in first.publication.shown where crowds[group.cohort] ?? 0 >= 5 {
      #expect(next.publication.shown[group] == count)
    }
  }

  private func word(_ stem: String, _ random: inout SeededRandom) -> String {
    "\(stem)\(Int.random(in: 1...2, using: &random))"
  }

  private func signatures(_ random: inout SeededRandom) -> [Signature] {
    (0..<Int.random(in: 0...80, using: &random)).map { _ in
      let isPlain = Int.random(in: 0..<4, using: &random) > 0
      return Sample.signature(
        jobTitle: isPlain ? word("Job", &random) : nil, team: word("Team", &random),
        location: word("Site", &random), cohort: Cohort.allCases[Int.random(in: 0..<3, using: &random)],
        Int.random(in: 0..<5, using: &random) > 0 ? .role : .counted)
    }
  }

  private func roster(_ random: inout SeededRandom) -> [Colleague] {
    let share = Int.random(in: 1...10, using: &random)
    return (0..<Int.random(in: 20...120, using: &random)).map { number in
      Colleague(
        jobTitle: word("Job", &random), team: word("Team", &random), site: word("Site", &random),
        cohort: number % 3 == 0 ? .contractor : .employee,
        hasSigned: Int.random(in: 0..<10, using: &random) >= share)
    }
  }

  private func headcount(_ colleagues: [Colleague]) -> Headcount {
    var headcount = Headcount { $0 }
    for colleague in colleagues {
      headcount.add(
        RosterEntry(
          id: Identifier(on: Sample.day), name: "Colleague", jobTitle: colleague.jobTitle, team: colleague.team,
          site: colleague.site, cohort: colleague.cohort), mayHaveSigned: colleague.hasSigned)
    }
    return headcount
  }

  private func rung(_ group: Publication.Group) -> Int {
    switch group.description {
    case .work: 0
    case .team: 1
    case .site: 2
    case .cohort: 3
    case .counted: 4
    }
  }

  private func fits(_ colleague: Colleague, _ group: Publication.Group) -> Bool {
    guard colleague.cohort == group.cohort else { return false }
    switch group.description {
    case .work(let jobTitle, let team):
      return (jobTitle ?? colleague.jobTitle) == colleague.jobTitle && (team ?? colleague.team) == colleague.team
    case .team(let team): return team == colleague.team
    case .site(let site): return site == colleague.site
    case .cohort: return true
    case .counted: return false
    }
  }
}
