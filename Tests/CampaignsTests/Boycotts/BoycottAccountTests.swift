import Campaigns
import Testing

@Suite("How a boycott ends, and what is told of it")
struct BoycottAccountTests {
  private func demand(_ number: Int, _ state: Demand.State, _ text: String = "Cancel it.") -> Demand {
    Demand(
      id: Identifier(rawValue: Int64(number)), campaign: Identifier(rawValue: 1), target: Identifier(rawValue: 1),
      number: number, text: text, state: state, answeredOn: state == .open ? nil : Sample.day)
  }

  private func account(
    _ states: [Demand.State], called: Bool = true, listings: [BoycottListing]? = nil,
    _ change: (inout Boycott) -> Void = { _ in }
  ) throws -> BoycottAccount {
    let campaign = Campaign(
      id: Identifier(rawValue: 1), slug: try Slug("justice"), title: "Justice", createdOn: Sample.day)
    var boycott = Boycott(
      id: Identifier(rawValue: 1), slug: try Slug("no-cloud"), campaign: campaign.id, title: "No cloud",
      scopes: [.recruiting, .buying], createdOn: Sample.day)
    boycott.untilDemands = Array(states.indices.map { $0 + 1 })
    change(&boycott)
    if called { try boycott.call(on: Sample.day) }
    let target = Target(
      id: Identifier(rawValue: 1), slug: try Slug("nimbus"), name: "Nimbus Cloud", kind: .company, domains: [])
    let listings =
      listings ?? [
        BoycottListing(boycott: boycott.id, target: target.id, listedOn: Sample.day, reason: "Two\nlines.")
      ]
    return BoycottAccount(
      boycott, of: campaign, listed: listings.map { .init(listing: $0, target: target, notes: []) },
      demands: states.enumerated().map { .init(demand: demand($0.offset + 1, $0.element), outcome: nil) }, events: [])
  }

  @Test(
    "the condition is that of the demands, without those that were given up",
    arguments: [
      ([], EndingCondition.none), ([.withdrawn], .none), ([.open], .open), ([.rejected, .open], .open),
      ([.met], .met), ([.met, .withdrawn], .met), ([.met, .met], .met), ([.met, .open], .partlyMet),
      ([.partlyMet], .partlyMet), ([.partlyMet, .rejected], .partlyMet), ([.met, .partlyMet], .partlyMet),
    ] as [([Demand.State], EndingCondition)])
  func condition(states: [Demand.State], expected: EndingCondition) throws {
    #expect(try account(states).condition == expected)
  }

  @Test("its end is proposed once all is met, and not before it was called or after it ended")
  func proposesEnd() throws {
    #expect(try account([.met, .met]).proposesEnd)
    #expect(try !account([.met, .partlyMet]).proposesEnd)
    #expect(try !account([]).proposesEnd)
    #expect(try !account([.met], called: false).proposesEnd)
    var ended = try account([.met]).boycott
    try ended.move(to: .ended)
    let whole = try account([.met])
    #expect(
      !BoycottAccount(ended, of: whole.campaign, listed: [], demands: whole.demands, events: []).proposesEnd)
  }

  @Test("it ends while demands are open only with a reason; what was never called ends without one")
  func ending() throws {
    let refusal = try #require(
      #expect(throws: Refusal.self) { try account([.met, .open, .rejected]).requireEndable(because: nil) })
    #expect(refusal.code == .notAllowed)
    #expect(refusal.message.hasSuffix("not met: 2, 3"))
    try account([.met, .open]).requireEndable(because: "The company was sold.")
    try account([.met]).requireEndable(because: nil)
    try account([]).requireEndable(because: nil)
    try account([.open], called: false).requireEndable(because: nil)
  }

  @Test("it is called where a listing stands")
  func callable() throws {
    try account([], called: false).requireCallable()
    #expect(throws: Refusal.self) { try account([], called: false, listings: []).requireCallable() }
    var withdrawn = BoycottListing(
      boycott: Identifier(rawValue: 1), target: Identifier(rawValue: 1), listedOn: Sample.day)
    try withdrawn.withdraw(on: Sample.day, because: "Wrong.")
    #expect(throws: Refusal.self) { try withdrawn.withdraw(on: Sample.day, because: "Again.") }
    #expect(throws: Refusal.self) { try account([], called: false, listings: [withdrawn]).requireCallable() }
    #expect(throws: Refusal.self) { try account([]).requireCallable() }
  }

  @Test("the terms are lines whose form never changes")
  func terms() throws {
    let account = try account([.open]) { boycott in
      boycott.exceptions = ["Old contracts."]
      boycott.alternatives = ["A co-op."]
      boycott.pledgesLapseOn = Sample.day
    }
    #expect(
      account.terms == [
        "terms: 1", "title: No cloud", "form: boycott", "scope: buying", "scope: recruiting", "starts: 2024-10-04",
        "target: Nimbus Cloud", "target slug: nimbus", "listed on: 2024-10-04", "reason: Two lines.",
        "exception: Old contracts.", "alternative: A co-op.", "until demand 1: Cancel it.",
        "pledges lapse: 2024-10-04",
      ])
  }

  @Test(
    "no text can begin a line of its own",
    arguments: ["a\nscope: selling", "a\r\nb", "a\u{2028}b", "a\u{85}b", "a\u{0B}b"])
  func oneLineEach(text: String) throws {
    let account = try account([]) { boycott in
      boycott.title = text
      boycott.exceptions = [text]
    }
    let plain = try self.account([]) { boycott in
      boycott.title = "a"
      boycott.exceptions = ["a"]
    }
    #expect(account.terms.count == plain.terms.count)
    let joined = account.terms.joined(separator: "\n")
    #expect(joined.split(whereSeparator: \.isNewline).count == plain.terms.count)
  }
}
