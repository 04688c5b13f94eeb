import Campaigns
import Testing

struct PledgeTests {
  private let day = Sample.day
  private var boycott: Boycott

  init() throws {
    boycott = Boycott(
      id: Identifier(rawValue: 7), slug: try Slug("walk-out"), campaign: Identifier(rawValue: 3), title: "Walk-out",
      form: .walkOut, scopes: [.workingFor], createdOn: Sample.day)
  }

  private func pledge(
    ifOthers: Int? = nil, lapsesOn: CalendarDate? = nil, _ stage: Pledge.Stage = .standing,
    _ level: Visibility.Level = .named
  ) -> Pledge {
    Pledge(
      id: Identifier(rawValue: 1), boycott: boycott.id, signatory: Signatory(name: "Ada Quill"), cohort: .employee,
      visibility: Visibility(level), ifOthers: ifOthers, terms: 1, lapsesOn: lapsesOn, stage: stage,
      verification: Verification(method: .badge, on: Sample.day))
  }

  private func after(_ days: Int) -> CalendarDate { CalendarDate(daysSinceEpoch: day.daysSinceEpoch + days) }

  private func code(_ body: () throws -> Void) -> Refusal.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Refusal)?.code
    }
  }

  @Test(arguments: [1, 200, 1_000_000_000]) func `numbers of others that can be asked for`(count: Int) throws {
    #expect(try Pledge.others(count) == count)
    #expect(try Pledge.others(nil) == nil)
  }

  @Test(arguments: [0, -1, 1_000_000_001, Int.min, Int.max])
  func `numbers of others that are refused`(count: Int) {
    #expect(code { _ = try Pledge.others(count) } == .invalidValue)
  }

  @Test func `what was taken back is neither verified nor kept nor broken nor taken back again`() throws {
    let gone = pledge(.withdrawn)
    let outcome = Pledge.Outcome(wasKept: true, day: day, evidence: nil)
    for change: (inout Pledge) throws -> Void in [
      { try $0.verify(Verification(method: .badge, on: Sample.day)) }, { try $0.record(outcome) },
      { try $0.withdraw() },
    ] {
      var pledge = gone
      #expect(code { try change(&pledge) } == .notAllowed)
      #expect(pledge == gone)
    }
  }

  @Test func `a reveal binds a standing one for good, and leaves a kept one kept`() {
    var standing = pledge(ifOthers: 3)
    standing.reveal()
    #expect(standing.stage == .bound)
    #expect(standing.isRevealed)
    var kept = pledge(.kept)
    kept.reveal()
    #expect(kept.stage == .kept)
    #expect(kept.isRevealed)
  }

  @Test func `who pledges again stands on the stricter of both conditions and visibilities, for the terms of now`() {
    var boycott = boycott
    boycott.changeTerms()
    var pledge = pledge(ifOthers: 5)
    pledge.renew(ifOthers: 3, in: boycott, lapsesOn: nil, visibility: Visibility(.role), on: day)
    #expect(pledge.ifOthers == 5)
    #expect(pledge.visibility.level == .role)
    #expect(pledge.terms == 2)
    // It is another promise: nobody has made sure of it.
    #expect(!pledge.isVerified)
    pledge.renew(ifOthers: 9, in: boycott, lapsesOn: nil, visibility: Visibility(.named), on: day)
    #expect(pledge.ifOthers == 9)
    #expect(pledge.visibility.level == .role)
  }

  @Test func `one that binds for good is not loosened by a new condition`() {
    var bound = pledge(ifOthers: 2, .bound)
    bound.renew(ifOthers: 500, in: boycott, lapsesOn: nil, visibility: Visibility(.named), on: day)
    #expect(bound.stage == .bound)
    #expect(bound.ifOthers == 2)
  }

  @Test func `who returns starts anew, and an earlier verification and reveal are over`() {
    var pledge = pledge(ifOthers: 5, .bound)
    pledge.reveal()
    #expect(code { try pledge.withdraw() } == nil)
    pledge.renew(
      ifOthers: nil, in: boycott, lapsesOn: nil, visibility: Visibility(.counted), on: day, isReturning: true)
    #expect(pledge.stage == .standing)
    #expect(pledge.ifOthers == nil)
    #expect(pledge.visibility.level == .counted)
    #expect(!pledge.isVerified)
    #expect(!pledge.isRevealed)
  }

  @Test func `the boycott's day is that of pledges that wait for others and have none of their own`() {
    var boycott = boycott
    boycott.pledgesLapseOn = after(30)
    #expect(boycott.lapse(ofPledgeWaitingFor: 3) == after(30))
    #expect(boycott.lapse(ofPledgeWaitingFor: nil) == nil)
    func renewed(_ lapsesOn: CalendarDate?, _ given: CalendarDate? = nil) -> CalendarDate? {
      var pledge = pledge(ifOthers: 3, lapsesOn: lapsesOn)
      pledge.renew(ifOthers: 3, in: boycott, lapsesOn: given, visibility: Visibility(.named), on: day)
      return pledge.lapsesOn
    }
    #expect(renewed(after(10)) == after(10), "its own day is ahead")
    #expect(renewed(after(-1)) == after(30), "its own day is over")
    #expect(renewed(after(10), after(20)) == after(20), "a new day was given")
    boycott.changeTerms()
    #expect(renewed(after(10)) == after(30), "it was given for other terms")
  }

  @Test func `an ended boycott takes no pledges, any other does`() throws {
    var boycott = boycott
    #expect(code { try boycott.requireTakingPledges() } == nil)
    try boycott.call(on: day)
    try boycott.move(to: .suspended)
    #expect(code { try boycott.requireTakingPledges() } == nil)
    try boycott.move(to: .ended)
    #expect(code { try boycott.requireTakingPledges() } == .notAllowed)
  }
}

struct PublicPledgesTests {
  private func pledge(
    _ name: String, _ level: Visibility.Level = .named, hiding hidden: Visibility.Fields = [],
    stage: Pledge.Stage = .bound, cohort: Cohort = .employee, verified: Bool = true, revealed: Bool = true
  ) -> Pledge {
    Pledge(
      id: Identifier(on: Sample.day), boycott: Identifier(rawValue: 7),
      signatory: Signatory(
        name: name, email: "a@mail.example", jobTitle: "Engineer", team: "Maps", location: "Springfield",
        affiliation: "Example Ltd"),
      cohort: cohort, visibility: Visibility(level, hiding: hidden), ifOthers: nil, terms: 1, stage: stage,
      verification: verified ? Verification(method: .badge, on: Sample.day) : nil, isRevealed: revealed)
  }

  private func shown(_ pledges: [Pledge]) -> PublicPledges {
    var shown = PublicPledges()
    for pledge in pledges { shown.add(pledge) }
    return shown
  }

  @Test func `the named that bind for good or were kept have a line, and nobody else`() {
    var pledges = [pledge("Ada Quill"), pledge("Ben Quill", stage: .kept)]
    pledges += [Pledge.Stage.standing, .broken, .withdrawn].map { pledge("Cem Quill", stage: $0) }
    pledges += [pledge("Dee Quill", verified: false), pledge("Eva Quill", stage: .kept, revealed: false)]
    #expect(Set(shown(pledges).lines.compactMap(\.fullName)) == ["Ada Quill", "Ben Quill"])
    #expect(shown(pledges).withoutNames.parts.isEmpty)
    #expect(shown(pledges).withoutNames.others == nil)
  }

  @Test func `a hidden field is not shown, and no day is`() {
    let whole = shown([pledge("Ada Quill")]).lines.first
    #expect(whole?.jobTitle == "Engineer")
    #expect(whole?.affiliation == "Maps, Example Ltd")
    #expect(whole?.location == "Springfield")
    #expect(whole?.signedOn == nil)
    let hidden = shown([pledge("Ada Quill", hiding: [.jobTitle, .team, .location, .affiliation])]).lines.first
    #expect(hidden?.jobTitle == nil)
    #expect(hidden?.affiliation == nil)
    #expect(hidden?.location == nil)
    #expect(hidden?.fullName == "Ada Quill")
  }

  @Test func `those without a name are told in steps of five, small cohorts together or not at all`() {
    func counted(_ numbers: [Cohort: Int]) -> PublicPledges {
      shown(
        numbers.flatMap { cohort, count in
          (0..<count).map { pledge("P \($0)", $0 % 2 == 0 ? .role : .counted, cohort: cohort) }
        })
    }
    let some = counted([.employee: 13, .alumni: 3, .contractor: 2])
    #expect(some.lines.isEmpty)
    #expect(some.withoutNames.parts.map(\.count.atLeast) == [10])
    #expect(some.withoutNames.parts.map(\.part) == [.employee])
    #expect(some.withoutNames.others?.atLeast == 5)
    let few = counted([.employee: 4])
    #expect(few.withoutNames.parts.isEmpty)
    #expect(few.withoutNames.others == nil)
  }
}
