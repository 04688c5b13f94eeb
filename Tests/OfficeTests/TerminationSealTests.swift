import Campaigns
import Testing
import Vault

@testable import Office

@Suite struct TerminationSealTests {
  private let seal = TerminationSeal(Vault.create())

  private func termination() throws -> Termination {
    var termination = Termination(
      id: Identifier(on: .today), slug: try Slug("t-1"), campaign: Identifier(on: .today),
      target: Identifier(on: .today),
      party: Signatory(
        name: "Zoë Example", email: "zoe@mail.example", jobTitle: "Advisor", team: "Maps", location: "Bonn",
        affiliation: "Example & Co"),
      visibility: Visibility(.role, hiding: [.team, .day]), kind: .licence)
    termination.isOrganization = true
    termination.withheld = [.value, .reference]
    termination.reference = "K-1"
    termination.signedOn = CalendarDate("2018-01-31")
    termination.value = try Money("95500", in: Currency("USD"))
    termination.reason = "Not for\nthis."
    termination.demand = 3
    termination.statement = "Not in my name."
    termination.evidence = [
      Evidence(source: "https://news.example", seenOn: CalendarDate("2019-09-19")), Evidence(source: "a letter"),
    ]
    let given = try #require(CalendarDate("2019-09-19"))
    try termination.set(
      Termination.Notice(on: given, period: NoticePeriod("6 weeks to the end of the quarter")), today: .today)
    try termination.giveNotice(today: .today)
    termination.consent(on: .today)
    try termination.publish(on: .today)
    _ = termination.tell("one", on: given)
    _ = termination.tell("", on: .today)
    try termination.rescind(on: .today, because: "They gave in.")
    return termination
  }

  @Test func `a termination comes back whole, and one with little too`() throws {
    let whole = try termination()
    #expect(try seal.open(seal.seal(whole)) == whole)
    let little = Termination(
      id: Identifier(on: .today), slug: try Slug("t-2"), campaign: whole.campaign, target: whole.target,
      party: Signatory(name: "Bo Example"), kind: .consulting)
    #expect(try seal.open(seal.seal(little)) == little)
    var open = little
    try open.set(Termination.Notice(on: .today, effectiveOn: nil), today: .today)
    #expect(try seal.open(seal.seal(open)) == open)
  }

  @Test(arguments: 0..<7) func `every clear column is bound: whichever is changed, it is altered`(column: Int) throws
  {
    let sealed = try seal.seal(termination())
    var contents = sealed.contents
    if column == 6 { contents[contents.count / 2] ^= 1 }
    let other = SealedTermination(
      id: column == 0 ? Identifier(on: .today) : sealed.id, slug: column == 1 ? try Slug("t-2") : sealed.slug,
      campaign: column == 2 ? Identifier(on: .today) : sealed.campaign,
      target: column == 3 ? Identifier(on: .today) : sealed.target,
      stage: column == 4 ? .noticed : sealed.stage, isPublished: column == 5 ? false : sealed.isPublished,
      contents: contents)
    #expect(refusal { _ = try seal.open(other) } == .altered)
    #expect(try seal.open(sealed).party.name == "Zoë Example")
    #expect(refusal { _ = try TerminationSeal(Vault.create()).open(sealed) } == .altered)
  }

  @Test func `how long it is shows only in steps`() throws {
    var short = try termination()
    let length = try seal.seal(short).contents.count
    short.reason = "Not for it."
    #expect(try seal.seal(short).contents.count == length)
    #expect(length % 128 == 29)
  }
}
