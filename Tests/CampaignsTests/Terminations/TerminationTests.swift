import Campaigns
import Testing

@Suite struct TerminationTests {
  private static let day = Sample.day

  private static func later(_ days: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: day.daysSinceEpoch + days)
  }

  private func refusal(_ body: () throws -> Void) -> Refusal.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Refusal)?.code
    }
  }

  @Test func `what was noticed is effective from its day on, and nobody has to do anything`() throws {
    let termination = try Sample.termination(ending: Self.later(30))
    #expect(termination.state(on: Self.later(29)) == .noticed)
    #expect(termination.state(on: Self.later(30)) == .effective)
    #expect(termination.state(on: Self.later(31)) == .effective)
    let open = try Sample.termination(ending: nil)
    #expect(open.state(on: Self.later(10_000)) == .noticed)
    let considered = try Sample.termination(noticed: nil, published: false)
    #expect(considered.state(on: Self.later(10_000)) == .considering)
  }

  @Test func `a notice ends with its period, and an end before it is refused`() throws {
    let period = try NoticePeriod("1 month")
    let given = try #require(CalendarDate("2026-01-31"))
    #expect(try Termination.Notice(on: given, period: period).effectiveOn == CalendarDate("2026-02-28"))
    #expect(
      refusal { _ = try Termination.Notice(on: Self.day, effectiveOn: Self.later(-1)) } == .invalidValue)
    #expect(refusal { _ = try Termination.Notice(on: Self.day, effectiveOn: Self.day) } == nil)
  }

  @Test func `a notice that was given can be corrected, and neither taken away nor put off`() throws {
    var termination = try Sample.termination(ending: nil)
    let corrected = try Termination.Notice(on: Self.later(-2), effectiveOn: Self.later(5))
    try termination.set(corrected, today: Self.day)
    #expect(termination.notice == corrected)
    #expect(refusal { try termination.set(nil, today: Self.day) } == .notAllowed)
    let next = try Termination.Notice(on: Self.later(1), effectiveOn: nil)
    #expect(refusal { try termination.set(next, today: Self.day) } == .notAllowed)
    #expect(termination.notice == corrected)
    var considered = try Sample.termination(noticed: nil, published: false)
    try considered.set(next, today: Self.day)
    try considered.set(nil, today: Self.day)
    #expect(considered.notice == nil)
  }

  @Test func `notice is given once, on a day that has come`() throws {
    var termination = try Sample.termination(noticed: nil, published: false)
    #expect(refusal { try termination.giveNotice(today: Self.day) } == .notAllowed)
    try termination.set(Termination.Notice(on: Self.later(1), effectiveOn: nil), today: Self.day)
    #expect(refusal { try termination.giveNotice(today: Self.day) } == .notAllowed)
    try termination.giveNotice(today: Self.later(1))
    #expect(termination.stage == .noticed)
    #expect(refusal { try termination.giveNotice(today: Self.later(1)) } == .notAllowed)
  }

  @Test func `it is taken back once, and not before it was given`() throws {
    var termination = try Sample.termination()
    #expect(refusal { try termination.rescind(on: Self.later(-1), because: nil) } == .invalidValue)
    try termination.rescind(on: Self.later(3), because: "They gave in.")
    #expect(termination.state(on: Self.later(40)) == .rescinded)
    #expect(termination.rescindedBecause == "They gave in.")
    #expect(refusal { try termination.rescind(on: Self.later(4), because: nil) } == .notAllowed)
  }

  @Test func `it is published with consent, and not before notice was given`() throws {
    var termination = try Sample.termination(published: false)
    #expect(refusal { try termination.publish(on: Self.day) } == .notAllowed)
    termination.consent(on: Self.day)
    try termination.publish(on: Self.later(1))
    try termination.publish(on: Self.later(2))
    #expect(termination.publishedOn == Self.later(1))
    var considered = try Sample.termination(noticed: nil, published: false)
    considered.consent(on: Self.day)
    #expect(refusal { try considered.publish(on: Self.day) } == .notAllowed)
  }

  @Test func `what the public is told is kept once, until it changes`() throws {
    var termination = try Sample.termination()
    let areNews = [("one", 0), ("one", 1), ("two", 2)].map { termination.tell($0.0, on: Self.later($0.1)) }
    #expect(areNews == [true, false, true])
    #expect(termination.publications.map(\.text) == ["one", "two"])
  }

  @Test(arguments: [
    "ana-leaves", "x-ana", "quill-1", "the-anaquill", "a-na", "bo-li", "boli", "anna-q", "mueller", "mail-box",
    "jurgen", "juergen", "zoe",
  ]) func `a slug that holds a word of the name or the address tells who it is`(text: String) throws {
    let parties = [
      Signatory(name: "Ana Quill", email: "ana@mail.example"), Signatory(name: "Bo Li"), Signatory(name: "Анна К."),
      Signatory(name: "Jürgen Müller"), Signatory(name: "Zoë Ng"),
    ]
    let slug = try Slug(text)
    #expect(parties.contains { slug.tells(of: $0) })
  }

  @Test(arguments: ["t-7k3fq", "contract-4", "example-1", "li-1"])
  func `a slug without such a word tells nothing`(text: String) throws {
    #expect(!(try Slug(text)).tells(of: Signatory(name: "Ana Li Quill", email: "ana@mail.example")))
  }

  @Test func `a slug that is drawn is one, and no two of many are the same`() throws {
    let drawn = try (0..<200).map { _ in try Slug.drawn("t").description }
    #expect(drawn.allSatisfy { $0.wholeMatch(of: /t-[2-9b-z]{5}/) != nil })
    #expect(Set(drawn).count > 195)
  }
}
