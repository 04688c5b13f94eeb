import Campaigns
import Testing

@Suite("Coverage")
struct CoverageTests {
  private typealias Person = RosterMatching.Person

  private let entries: [RosterEntry]

  init() {
    entries = (0..<20).map { number in
      let name = "p\(number)"
      var entry = RosterEntry(id: Identifier(rawValue: Int64(number)), name: name, email: "\(name)@x.example")
      if number > 0 { entry.jobTitle = "Job" }
      entry.team = number < 8 ? "Maps" : number < 11 ? "maps " : "Search"
      if number == 19 { entry.cohort = .contractor }
      return entry
    }
  }

  private func signer(_ number: Int, day: Int = 0) -> Coverage.Signer {
    Coverage.Signer(
      Person(address: "p\(number)@x.example", name: "p\(number)"),
      signedOn: CalendarDate(daysSinceEpoch: 20_000 + day), group: number < 10 ? "Maps" : "Search")
  }

  private func coverage(
    _ signers: [Coverage.Signer], by grouping: Coverage.Grouping = .team, since day: CalendarDate? = nil
  ) -> Coverage {
    Coverage(
      of: entries, entries.map { Person(address: $0.email, name: $0.name) }, signedBy: signers, by: grouping,
      since: day
    ) { $0.lowercased().filter { $0 != " " } }
  }

  private func facts(_ group: Coverage.Group?) -> [Int?] {
    [group?.headcount, group?.signed, group?.percent, group?.since, group?.missingToMajority]
  }

  @Test("each group has its heads, its signers, a share that is rounded down, and what is missing to a majority")
  func groups() {
    let coverage = coverage((0..<5).map { signer($0) } + (12..<18).map { signer($0) })
    #expect(coverage.groups.map(\.name) == ["Maps", "Search"])
    #expect(facts(coverage.groups[0]) == [11, 5, 45, nil, 1])
    #expect(facts(coverage.groups[1]) == [9, 6, 66, nil, 0])
    #expect(facts(coverage.total) == [20, 11, 55, nil, 0])
  }

  @Test("half is no majority", arguments: [(0, 1, 1), (1, 1, 0), (1, 2, 1), (2, 2, 0), (2, 4, 1), (2, 3, 0)])
  func majority(signed: Int, heads: Int, missing: Int) {
    let some = entries.prefix(heads).map { $0 }
    let coverage = Coverage(
      of: some, some.map { Person(address: $0.email, name: $0.name) }, signedBy: (0..<signed).map { signer($0) },
      by: .cohort, since: nil
    ) { $0 }
    #expect(coverage.total.missingToMajority == missing)
  }

  @Test("the lowest share comes first, and of equal ones the larger group")
  func order() {
    #expect(coverage([signer(12)]).groups.map(\.name) == ["Maps", "Search"])
    #expect(coverage([signer(1)]).groups.map(\.name) == ["Search", "Maps"])
    #expect(coverage([]).groups.map(\.name) == ["Maps", "Search"])
  }

  @Test("growth counts who signed on the day or later, by the first signature")
  func since() {
    let signers = [signer(0, day: 1), signer(1, day: 2), signer(2, day: 3)]
    let coverage = coverage(signers, since: CalendarDate(daysSinceEpoch: 20_002))
    #expect(coverage.total.since == 2)
    #expect(coverage.groups.map(\.since) == [0, 2])
  }

  @Test("who is on nobody's roster is counted apart, and no name is guessed")
  func apart() {
    let stranger = Coverage.Signer(
      Person(address: "s@y.example", name: "stranger"), signedOn: CalendarDate(daysSinceEpoch: 20_000))
    let namesake = Coverage.Signer(
      Person(address: "n@y.example", name: "p3"), signedOn: CalendarDate(daysSinceEpoch: 20_000))
    let coverage = coverage([signer(3), stranger, namesake])
    #expect(coverage.unmatched == 1)
    #expect(coverage.ambiguous == 1)
    #expect(coverage.total.signed == 1)
  }

  @Test("those of whom the roster does not say it are a group without a name")
  func notSaid() {
    let coverage = coverage([signer(0)], by: .title)
    #expect(coverage.groups.map(\.name) == ["Job", nil])
    #expect(coverage.groups.map(\.headcount) == [19, 1])
  }

  @Test("without a roster there are no shares: the fewest come first")
  func withoutRoster() {
    let coverage = Coverage(
      signedBy: (5..<12).map { signer($0) }, by: .team, since: CalendarDate(daysSinceEpoch: 20_000)
    ) { $0 }
    #expect(!coverage.hasRoster)
    #expect(coverage.groups.map(\.name) == ["Search", "Maps"])
    #expect(facts(coverage.groups[1]) == [nil, 5, nil, 5, nil])
    #expect(facts(coverage.total) == [nil, 7, nil, 7, nil])
  }
}
