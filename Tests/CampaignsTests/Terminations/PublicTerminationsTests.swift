import Campaigns
import Testing

@Suite("The gate of terminations")
struct PublicTerminationsTests {
  private static let money = try? Money("12500.00", in: Currency("EUR"))

  private static func whole(_ termination: inout Termination) {
    termination.party = Signatory(
      name: "Ana Example", email: "ana@mail.example", jobTitle: "Consultant", location: "Bonn",
      affiliation: "Example Advice")
    termination.reference = "K-1"
    termination.signedOn = CalendarDate(daysSinceEpoch: 19_000)
    termination.value = money
    termination.reason = "Not for this."
    termination.demand = 2
    termination.statement = "Not in\nmy name."
    termination.evidence = [Evidence(source: "https://news.example/1")]
  }

  @Test func `a named one has a line with everything but the address`() throws {
    let gate = Sample.gate([try Sample.termination(with: Self.whole)])
    let line = try #require(gate.lines.first)
    #expect(gate.lines.count == 1)
    #expect(line.by == "Ana Example" && line.jobTitle == "Consultant" && line.affiliation == "Example Advice")
    #expect(line.location == "Bonn" && line.kind == .consulting && line.target == "Nimbus Cloud")
    #expect(line.reference == "K-1" && line.value == Self.money && line.reason == "Not for this." && line.demand == 2)
    #expect(line.noticeDate == Sample.day && line.effectiveDate == Sample.day && line.state == .effective)
    #expect(line.statement == "Not in\nmy name." && line.evidence == ["https://news.example/1"])
    #expect(gate.totals.values.map(\.sum) == [Self.money])
    #expect(gate.counted == nil && gate.kinds.isEmpty && gate.otherKinds == nil)
  }

  @Test func `what is hidden is not in the line`() throws {
    let hiding = try Sample.termination(
      hiding: Visibility.Fields(Visibility.Field.allCases), withholding: Set(Termination.Detail.allCases),
      with: Self.whole)
    let line = try #require(Sample.gate([hiding]).lines.first)
    #expect(line.jobTitle == nil && line.affiliation == nil && line.location == nil)
    #expect(line.reference == nil && line.value == nil && line.reason == nil)
    #expect(line.signedOn == nil && line.noticeDate == nil && line.noticePeriod == nil && line.effectiveDate == nil)
    #expect(line.statement != nil)
    #expect(Sample.gate([hiding]).totals.values.isEmpty)
    // From one list to the next nothing may tell the day that is hidden.
    let before = CalendarDate(daysSinceEpoch: Sample.day.daysSinceEpoch - 1)
    #expect(Sample.gate([hiding], on: before).lines == Sample.gate([hiding], on: Sample.day).lines)
  }

  @Test func `considered and unpublished ones are nowhere, a rescinded one is listed as such and in no total`() throws
  {
    let considered = try Sample.termination(noticed: nil, published: false)
    let unpublished = try Sample.termination(published: false, with: Self.whole)
    #expect(Sample.gate([considered, unpublished]).lines.isEmpty)
    var rescinded = try Sample.termination(with: Self.whole)
    try rescinded.rescind(on: Sample.day, because: "They gave in.")
    let gate = Sample.gate([rescinded])
    #expect(gate.lines.map(\.state) == [.rescinded])
    #expect(gate.totals.values.isEmpty && gate.totals.kinds.isEmpty)
  }

  private static func some(
    _ count: Int, _ level: Visibility.Level, _ kind: Termination.Kind = .employment
  ) throws -> [Termination] {
    try (0..<count).map { try Sample.termination("Person \($0)", level, kind: kind) }
  }

  @Test func `role-only ones are told in steps of five, kind by kind`() throws {
    #expect(Sample.gate(try Self.some(4, .role)).kinds.isEmpty)
    for (count, told) in [(5, 5), (9, 5), (10, 10), (14, 10)] {
      let gate = Sample.gate(try Self.some(count, .role))
      #expect(gate.kinds.map(\.count.atLeast) == [told])
      #expect(gate.kinds.map(\.kind) == [.employment])
      #expect(gate.lines.isEmpty && gate.counted == nil && gate.otherKinds == nil)
    }
  }

  @Test func `kinds with too few stand together, and where these are too few still, among the counted`() throws {
    let together = Sample.gate(
      try Self.some(5, .role) + Self.some(3, .role, .supply) + Self.some(2, .role, .licence) + Self.some(4, .counted))
    #expect(together.kinds.map(\.kind) == [.employment])
    #expect(together.otherKinds?.atLeast == 5)
    #expect(together.counted == nil)
    let few = Sample.gate(try Self.some(3, .role, .supply) + Self.some(2, .counted))
    #expect(few.kinds.isEmpty && few.otherKinds == nil)
    #expect(few.counted?.atLeast == 5)
  }

  @Test func `nobody without a name is told by being rescinded`() throws {
    var all = try Self.some(5, .counted)
    #expect(Sample.gate(all).counted?.atLeast == 5)
    try all[0].rescind(on: Sample.day, because: nil)
    #expect(Sample.gate(all).counted == nil)
  }

  @Test func `the public text is a line for each field that is shown, and does not change by date`() throws {
    let termination = try Sample.termination(hiding: [.location], withholding: [.value], with: Self.whole)
    #expect(
      termination.publicText(target: "Nimbus Cloud") == """
        by: Ana Example
        job_title: Consultant
        affiliation: Example Advice
        kind: consulting
        target: Nimbus Cloud
        reference: K-1
        signed_on: 2022-01-08
        notice_date: 2024-10-04
        effective_date: 2024-10-04
        stage: noticed
        reason: Not for this.
        demand: 2
        statement: Not in\\nmy name.
        evidence: https://news.example/1
        """)
    for level in [Visibility.Level.role, .counted] {
      #expect(try Sample.termination("Ana Example", level).publicText(target: "Nimbus Cloud") == nil)
    }
    #expect(try Sample.termination(published: false).publicText(target: "Nimbus Cloud") == nil)
  }

  @Test(arguments: 0..<200) func `of any population nothing is shown beyond what was chosen`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let population = try Self.population(&random)
    let gate = Sample.gate(population)
    let public_ = population.filter { $0.publishedOn != nil }
    let named = public_.filter { $0.visibility.level == .named }
    #expect(gate.lines.map(\.by).sorted() == named.map(\.party.name).sorted())
    for line in gate.lines {
      let source = try #require(named.first { $0.party.name == line.by })
      for secret in Self.secrets(of: source) { #expect(!"\(line)".contains(secret), "\(line)") }
      #expect((line.value == nil) == source.withheld.contains(.value))
    }
    for text in public_.compactMap({ $0.publicText(target: "Nimbus Cloud") }) {
      let source = try #require(named.first { text.hasPrefix("by: \($0.party.name)\n") })
      for secret in Self.secrets(of: source) { #expect(!text.contains(secret)) }
    }
    let nameless = public_.filter { $0.visibility.level != .named && $0.stage != .rescinded }
    for told in gate.kinds {
      let bearers = nameless.count { $0.visibility.level == .role && $0.kind == told.kind }
      #expect(told.count.atLeast >= 5 && told.count.atLeast <= bearers && told.count.atLeast % 5 == 0)
      #expect(bearers - told.count.atLeast < 5)
    }
    let all = gate.kinds.map(\.count.atLeast) + [gate.otherKinds?.atLeast ?? 0, gate.counted?.atLeast ?? 0]
    #expect(all.reduce(0, +) <= nameless.count)
    for total in gate.totals.values {
      let shown = gate.lines.filter { $0.state != .rescinded }.compactMap(\.value).filter {
        $0.currency == total.currency
      }
      #expect(total.count == shown.count)
      #expect(total.sum?.minorUnits == shown.map(\.minorUnits).reduce(0, +))
    }
  }

  /// What the line must not hold; no word of one field is in another.
  private static func secrets(of termination: Termination) -> [String] {
    let hidden = termination.visibility.hidden
    return [
      termination.party.email, hidden.contains(.jobTitle) ? termination.party.jobTitle : nil,
      hidden.contains(.affiliation) ? termination.party.affiliation : nil,
      hidden.contains(.location) ? termination.party.location : nil,
      termination.withheld.contains(.reference) ? termination.reference : nil,
      termination.withheld.contains(.reason) ? termination.reason : nil,
      termination.withheld.contains(.value) ? termination.value?.plainAmount : nil,
      hidden.contains(.day) ? termination.notice?.givenOn.description : nil, termination.rescindedBecause,
    ].compactMap { $0 }
  }

  private static func population(_ random: inout SeededRandom) throws -> [Termination] {
    try (0..<Int.random(in: 0...60, using: &random)).map { number in
      func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
      let isNoticed = !chance(5)
      let money = try Money(
        minorUnits: Int64.random(in: 100_000...999_999, using: &random), in: Currency(chance(2) ? "EUR" : "USD"))
      var termination = try Sample.termination(
        "Name \(number) Example", Visibility.Level.allCases.randomElement(using: &random) ?? .counted,
        kind: Termination.Kind.allCases[Int.random(in: 0..<3, using: &random)],
        hiding: Visibility.Fields(Visibility.Field.allCases.filter { _ in chance(3) }),
        withholding: Set(Termination.Detail.allCases.filter { _ in chance(3) }),
        noticed: isNoticed
          ? CalendarDate(daysSinceEpoch: 19_000 + Int.random(in: 0...900, using: &random)) : nil,
        ending: Sample.day, published: isNoticed && !chance(4)
      ) { termination in
        termination.party.email = "address\(number)@mail.example"
        termination.party.jobTitle = "Job\(number)"
        termination.party.affiliation = "House\(number)"
        termination.party.location = "Site\(number)"
        termination.reference = "Ref\(number)"
        termination.reason = "Reason\(number)"
        termination.value = money
      }
      if isNoticed, chance(6) { try termination.rescind(on: Sample.day, because: "Because\(number)") }
      return termination
    }
  }
}
