import Campaigns
import Testing

@Suite("Boycotts")
struct BoycottTests {
  /// A boycott in this stage, called on the sample's day unless it is planned.
  private func boycott(_ stage: Boycott.Stage, startsOn: CalendarDate? = nil) throws -> Boycott {
    Boycott(
      id: Identifier(rawValue: 1), slug: try Slug("no-cloud"), campaign: Identifier(rawValue: 2), title: "No cloud",
      form: .boycott, scopes: [.buying], startsOn: startsOn, exceptions: [], alternatives: [], untilDemands: [],
      pledgesLapseOn: nil, terms: 1, stage: stage, calledOn: stage == .planned ? nil : Sample.day, revealedOn: nil,
      createdOn: Sample.day)
  }

  private func day(_ offset: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: Sample.day.daysSinceEpoch + offset)
  }

  /// What `move` may make of each stage, written out once more by hand: only a call makes a planned one active.
  private static let ways: [Boycott.Stage: Set<Boycott.Stage>] = [
    .planned: [.ended], .active: [.suspended, .ended], .suspended: [.active, .ended], .ended: [],
  ]

  @Test(
    "a boycott moves along the ways of the matrix and no other",
    arguments: Boycott.Stage.allCases, Boycott.Stage.allCases)
  func transitions(from stage: Boycott.Stage, to next: Boycott.Stage) throws {
    var boycott = try boycott(stage)
    if try #require(BoycottTests.ways[stage]).contains(next) {
      try boycott.move(to: next)
      #expect(boycott.stage == next)
    } else {
      let refusal = #expect(throws: Refusal.self) { try boycott.move(to: next) }
      #expect(refusal?.code == .notAllowed)
      #expect(boycott.stage == stage)
    }
  }

  @Test("only a planned boycott is called, and once", arguments: Boycott.Stage.allCases)
  func call(from stage: Boycott.Stage) throws {
    var boycott = try boycott(stage)
    if stage == .planned {
      try boycott.call(on: day(3))
      #expect(boycott.stage == .active)
      #expect(boycott.calledOn == day(3))
      #expect(boycott.startsOn == day(3), "without a start it holds from its call on")
    } else {
      #expect(throws: Refusal.self) { try boycott.call(on: day(3)) }
      #expect(boycott.calledOn == Sample.day)
    }
  }

  @Test(
    "one that is called for a later day is planned until then",
    arguments: [(-1, Boycott.Stage.planned), (0, .planned), (9, .planned), (10, .active), (11, .active)])
  func stateByDate(offset: Int, expected: Boycott.Stage) throws {
    #expect(try boycott(.active, startsOn: day(10)).state(on: day(offset)) == expected)
  }

  @Test(
    "a stage that somebody decided holds whatever the day", arguments: [Boycott.Stage.planned, .suspended, .ended])
  func decided(stage: Boycott.Stage) throws {
    let boycott = try boycott(stage, startsOn: day(10))
    for offset in [-5, 10, 20] { #expect(boycott.state(on: day(offset)) == stage) }
  }

  @Test("a title and alternatives are no promise, all else is")
  func promises() throws {
    let before = try boycott(.active)
    var same = before
    same.title = "Another title"
    same.alternatives = ["Use a co-op."]
    #expect(same.promisesSame(as: before))
    let changes: [(inout Boycott) -> Void] = [
      { $0.scopes.insert(.selling) }, { $0.scopes = [.selling] }, { $0.exceptions = ["Not this."] },
      { $0.startsOn = Sample.day }, { $0.untilDemands = [1] }, { $0.pledgesLapseOn = Sample.day },
    ]
    for change in changes {
      var other = before
      change(&other)
      #expect(!other.promisesSame(as: before))
    }
  }

  @Test(
    "scopes are known by the words that people use, and no other word is one",
    arguments: [
      ("buying", Boycott.Scope.buying), ("Working for", .workingFor), ("working-for", .workingFor),
      ("hiring", .recruiting),
      ("SPEAK", .speaking),
    ])
  func scopes(word: String, scope: Boycott.Scope) {
    #expect(Boycott.Scope(named: word) == scope)
    #expect(Boycott.Scope(named: "\(word)x") == nil)
    for scope in Boycott.Scope.allCases { #expect(Boycott.Scope(named: scope.rawValue) == scope) }
  }

  @Test("a pledger is asked again where the terms are older and the promise still stands")
  func askedAgain() {
    func group(_ stage: Pledge.Stage, terms: Int) -> PledgeGroup {
      PledgeGroup(
        cohort: .employee, stage: stage, isVerified: false, ifOthers: nil, terms: terms, lapsesOn: nil, count: 1)
    }
    #expect(group(.standing, terms: 1).isOutdated(by: 2))
    #expect(!group(.bound, terms: 1).isOutdated(by: 3))
    #expect(!group(.standing, terms: 2).isOutdated(by: 2))
    for stage in [Pledge.Stage.kept, .broken, .withdrawn] { #expect(!group(stage, terms: 1).isOutdated(by: 2)) }
  }
}
