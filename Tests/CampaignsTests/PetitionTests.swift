import Campaigns
import Foundation
import Testing

@Suite("Petitions")
struct PetitionTests {
  /// What may follow each state, written out once more by hand.
  private static let ways: [Petition.State: Set<Petition.State>] = [
    .draft: [.open, .withdrawn],
    .open: [.paused, .closed, .delivered, .withdrawn],
    .paused: [.open, .closed, .delivered, .withdrawn],
    .closed: [.open, .delivered, .withdrawn],
    .delivered: [.open, .answered, .withdrawn],
    .answered: [.open, .withdrawn],
    .withdrawn: [],
  ]

  @Test(
    "a petition moves along the ways of the matrix and no other",
    arguments: Petition.State.allCases, Petition.State.allCases)
  func transitions(from state: Petition.State, to next: Petition.State) throws {
    var petition = try Sample.petition(state)
    if try #require(PetitionTests.ways[state]).contains(next) {
      try petition.move(to: next)
      #expect(petition.state == next)
    } else {
      let refusal = #expect(throws: Refusal.self) { try petition.move(to: next) }
      #expect(refusal?.code == .notAllowed)
      #expect(petition.state == state)
    }
  }

  @Test("the day on which a draft was opened first is kept, and no later move changes it")
  func openedOn() throws {
    let (day, later) = (Sample.day, CalendarDate(daysSinceEpoch: Sample.day.daysSinceEpoch + 7))
    var petition = try Sample.petition(.draft)
    #expect(petition.openedOn == nil)
    try petition.move(to: .open, on: day)
    #expect(petition.openedOn == day)
    for next in [.paused, .open, .closed, .open, .delivered, .answered, .open, .withdrawn] as [Petition.State] {
      try petition.move(to: next, on: later)
      #expect(petition.openedOn == day)
    }
    var given = try Sample.petition(.draft)
    try given.move(to: .withdrawn, on: later)
    #expect(given.openedOn == nil)
  }

  @Test(
    "where the day of opening was not kept, opening it again does not stand in for it",
    arguments: [.paused, .closed, .delivered, .answered] as [Petition.State])
  func openedBefore(state: Petition.State) throws {
    var petition = try Sample.petition(state)
    try petition.move(to: .open, on: Sample.day)
    #expect(petition.openedOn == nil)
  }

  @Test("a refused move says what is possible")
  func hint() throws {
    var closed = try Sample.petition(.closed)
    let refusal = try #require(#expect(throws: Refusal.self) { try closed.move(to: .paused) })
    #expect(refusal.hint == "from here it can become open, delivered, withdrawn")
    var withdrawn = try Sample.petition(.withdrawn)
    let final = try #require(#expect(throws: Refusal.self) { try withdrawn.move(to: .open) })
    #expect(final.hint == "create a new petition")
  }

  @Test("only an open petition takes signatures", arguments: Petition.State.allCases)
  func takesSignatures(state: Petition.State) throws {
    let petition = try Sample.petition(state)
    if state == .open {
      try petition.requireTakingSignatures(of: .employee, at: Date())
    } else {
      let refusal = #expect(throws: Refusal.self) {
        try petition.requireTakingSignatures(of: .employee, at: Date())
      }
      #expect(refusal?.code == .notAllowed)
      #expect((refusal?.hint != nil) == (state != .withdrawn))
    }
  }

  @Test("from its closing time on a petition takes no signature")
  func closingTime() throws {
    let petition = try Sample.petition(.open, closesAt: 1_000)
    try petition.requireTakingSignatures(of: .employee, at: Date(timeIntervalSince1970: 999.9))
    for instant in [1_000.0, 1_000.1, 9_999] {
      let refusal = #expect(throws: Refusal.self) {
        try petition.requireTakingSignatures(of: .employee, at: Date(timeIntervalSince1970: instant))
      }
      #expect(refusal?.code == .notAllowed)
    }
  }

  @Test("who may sign is who is admitted, and everybody where nobody is named", arguments: Cohort.allCases)
  func admits(cohort: Cohort) throws {
    try Sample.petition(.open).requireTakingSignatures(of: cohort, at: Date())
    let petition = try Sample.petition(.open, admits: [.employee, .contractor])
    if [.employee, .contractor].contains(cohort) {
      try petition.requireTakingSignatures(of: cohort, at: Date())
    } else {
      let refusal = #expect(throws: Refusal.self) {
        try petition.requireTakingSignatures(of: cohort, at: Date())
      }
      #expect(refusal?.code == .notAllowed)
      #expect(refusal?.message.contains("employees, contractors") == true)
    }
  }

  @Test("a language has the form of a tag", arguments: ["en", "de-CH", "zh-Hant", "gsw", "sr-Latn-RS"])
  func languages(tag: String) throws {
    #expect(try Language(tag).description == tag)
  }

  @Test(
    "what is no tag is no language",
    arguments: [
      "", "e", "engl", "en-", "-en", "en--US", "en_US", "1n", "ën", "en US", "en-" + String(repeating: "x", count: 9),
      "en" + String(repeating: "-abcdefg", count: 5),
    ])
  func badLanguages(tag: String) {
    let refusal = #expect(throws: Refusal.self) { try Language(tag) }
    #expect(refusal?.code == .invalidValue)
  }
}
