import Campaigns
import Ledger
import Store
import Testing

@testable import Office

@Suite("The leaves of boycotts and of responses to demands")
struct BoycottLeafTests {
  private let office: TemporaryOffice

  init() throws {
    office = try TemporaryOffice()
    _ = try office.office.addDemand("End it.", campaign: "campaign", target: "target")
    try plan("no-buying", in: "campaign")
  }

  private func plan(_ slug: String, in campaign: String) throws {
    var draft = BoycottDraft()
    draft.scopes = [.buying]
    _ = try office.office.createBoycott(slug, campaign: campaign, form: .boycott, targets: ["target"], draft)
  }

  private func call() throws { _ = try office.office.callBoycott("no-buying", on: .today) }

  private func respond() throws {
    var draft = ResponseDraft(.rejected, on: .today)
    draft.summary = "They refused."
    _ = try office.office.respond(toDemand: 1, of: "campaign", draft)
  }

  private func waits(_ kind: LedgerLeaf.Kind) throws -> Int { try office.waiting(kind).count }

  @Test("what is planned has no leaf, and the call's leaf commits to the whole terms")
  func called() throws {
    _ = try office.office.withdrawListing(of: "target", in: "no-buying", because: "Wrong.")
    _ = try office.office.addTarget("other", name: "Other", kind: .company, domains: [])
    _ = try office.office.listTarget("other", in: "no-buying", ListingDraft(reason: "It buys."))
    #expect(try waits(.boycott) == 0)
    try call()
    let account = try office.office.boycott("no-buying")
    let event = try #require(account.events.first)
    #expect(account.events.count == 1)
    #expect(event.text == account.terms.joined(separator: "\n"))
    #expect(event.text.contains("target: Target"))
    #expect(event.text.contains("withdrawn because: Wrong."))
    let text = "\(account.boycott.id)\n\(event.id)\ncalled\n\(CalendarDate.today)\n\(event.text)"
    #expect(try office.waiting(.boycott).map(\.commitment) == [Commitment.of(.boycott, Array(text.utf8))])
  }

  @Test("each thing that happens after the call has one leaf")
  func afterTheCall() throws {
    try call()
    func brings(_ count: Int, _ body: () throws -> Void) throws {
      let before = try waits(.boycott)
      try body()
      #expect(try waits(.boycott) - before == count)
    }
    let desk = office.office
    try brings(1) { _ = try desk.suspendBoycott("no-buying", on: .today, because: nil) }
    try brings(1) { _ = try desk.resumeBoycott("no-buying", on: .today) }
    try brings(1) {
      _ = try desk.noteListing(of: "target", in: "no-buying", NoteDraft(.evidence, on: .today, "A", source: "B"))
    }
    try brings(1) {
      _ = try desk.noteListing(of: "target", in: "no-buying", NoteDraft(.appeal, on: .today, "A", source: nil))
    }
    try brings(1) {
      _ = try desk.noteListing(of: "target", in: "no-buying", NoteDraft(.answer, on: .today, "A", source: nil))
    }
    var title = BoycottDraft()
    title.title = "Another"
    try brings(1) { _ = try desk.editBoycott("no-buying", title) }
    var terms = BoycottDraft()
    terms.exceptions = ["Bread."]
    try brings(1) { _ = try desk.editBoycott("no-buying", terms) }
    try brings(0) { _ = try desk.editBoycott("no-buying", terms) }
    try brings(1) { _ = try desk.withdrawListing(of: "target", in: "no-buying", because: "Wrong.") }
    try brings(1) { _ = try desk.endBoycott("no-buying", on: .today, because: nil) }
    try brings(0) {
      #expect(refusal { _ = try desk.endBoycott("no-buying", on: .today, because: nil) } == .notAllowed)
    }
    #expect(try office.complaints().isEmpty)
  }

  @Test("a response has a leaf, by an edit of the demand too")
  func responses() throws {
    try respond()
    #expect(try waits(.demandResponse) == 1)
    _ = try office.office.editDemand(1, of: "campaign", text: nil, state: .met, answeredOn: .today, source: "Press")
    #expect(try waits(.demandResponse) == 2)
    _ = try office.office.editDemand(1, of: "campaign", text: "End it now.", state: nil, answeredOn: nil, source: nil)
    _ = try office.office.editDemand(1, of: "campaign", text: nil, state: .open, answeredOn: nil, source: nil)
    #expect(try waits(.demandResponse) == 2)
    let details = try office.office.demandDetails(1, of: "campaign")
    #expect(details.responses.map(\.outcome) == [.rejected, .met])
    #expect(details.outcome == nil)
  }

  @Test("none of it needs the key")
  func withoutKey() throws {
    let locked = Office(repository: office.repository) { _ in throw Refusal(.locked, "no key") }
    _ = try locked.callBoycott("no-buying", on: .today)
    _ = try locked.respond(toDemand: 1, of: "campaign", ResponseDraft(.met, on: .today))
    _ = try locked.withdrawListing(of: "target", in: "no-buying", because: "Wrong.")
    #expect(refusal { _ = try locked.checkpoint(of: "campaign") } == .locked)
    _ = try office.checkpoint()
    #expect(Set(try office.tree().map(\.kind)).isSuperset(of: [.boycott, .demandResponse]))
    #expect(try office.complaints().isEmpty)
  }

  @Test("a campaign without any petition has a log, a checkpoint and an examination")
  func withoutPetition() throws {
    _ = try office.office.createCampaign("second", title: "Another")
    try plan("no-selling", in: "second")
    #expect(refusal { _ = try office.office.checkpoint(of: "second") } == .notAllowed)
    _ = try office.office.callBoycott("no-selling", on: .today)
    let first = try office.office.checkpoint(of: "second")
    #expect(first.size == 2)
    _ = try office.office.endBoycott("no-selling", on: .today, because: nil)
    #expect(try office.office.checkpoint(of: "second").size == 3)
    let path = try office.file("first", String(decoding: first.bytes, as: UTF8.self))
    #expect(try office.complaints(against: path).isEmpty)
    // A petition that comes later goes on with the same log.
    _ = try office.office.createPetition(
      "later", campaign: "second", target: "target", title: "Later", letter: Array("Also.".utf8), language: "en",
      PetitionDraft())
    #expect(try office.office.checkpoint(of: "second").size == 4)
    #expect(try office.complaints(against: path).isEmpty)
  }

  @Test("a day that has begun somewhere on earth is taken, the one after it is not")
  func days() throws {
    let tomorrow = CalendarDate(daysSinceEpoch: CalendarDate.today.daysSinceEpoch + 1)
    let later = CalendarDate(daysSinceEpoch: tomorrow.daysSinceEpoch + 1)
    #expect(refusal { _ = try office.office.callBoycott("no-buying", on: later) } == .invalidValue)
    _ = try office.office.callBoycott("no-buying", on: tomorrow)
    let response = ResponseDraft(.met, on: later)
    #expect(refusal { _ = try office.office.respond(toDemand: 1, of: "campaign", response) } == .invalidValue)
    _ = try office.office.respond(toDemand: 1, of: "campaign", ResponseDraft(.met, on: tomorrow))
  }

  // MARK: - By hand

  @Test("a leaf that somebody puts into the queue without an event is not signed")
  func forgedLeaf() throws {
    try call()
    let boycott = try office.office.boycott("no-buying").boycott
    let forged = BoycottEvent(
      id: Identifier(on: .today), boycott: boycott.id, kind: .ended, day: .today, text: "We were wrong.")
    let leaf = QueuedLeaf(PublicLeaves.leaf(of: forged), in: boycott.campaign)
    try office.repository.write { try $0.ledger.enqueue([leaf]) }
    #expect(refusal { _ = try office.checkpoint() } == .altered)
  }

  @Test(
    "nothing is signed over an event or a response that was changed or deleted, and the doctor tells it",
    arguments: [
      "UPDATE boycott_event SET text = 'scope: selling'", "UPDATE boycott_event SET day = day - 1",
      "UPDATE boycott_event SET kind = 'ended'", "DELETE FROM boycott_event",
      "UPDATE demand_response SET outcome = 'met'", "UPDATE demand_response SET summary = 'They agreed.'",
      "UPDATE demand_response SET source = 'https://elsewhere.example'", "DELETE FROM demand_response",
    ])
  func changedRow(sql: String) throws {
    try call()
    try respond()
    #expect(try office.complaints().isEmpty)
    try office.byHand("DROP TRIGGER boycott_event_stays")
    try office.byHand("DROP TRIGGER boycott_event_is_kept")
    try office.byHand(sql)
    #expect(refusal { _ = try office.checkpoint() } == .altered)
    let complaints = try office.complaints()
    #expect(!complaints.isEmpty)
    #expect(complaints.allSatisfy { ["campaign", "no-buying", "demand 1 of campaign"].contains($0.subject) })
  }

  @Test("the doctor goes on past a day that no calendar has")
  func nonsenseDay() throws {
    try call()
    try respond()
    try office.byHand("DROP TRIGGER boycott_event_stays")
    try office.byHand("UPDATE boycott_event SET day = 99999999")
    try office.byHand("UPDATE demand_response SET outcome = 'met'")
    #expect(
      try office.complaints().map(\.subject).sorted() == ["boycotts of campaign", "demand 1 of campaign"])
  }

  @Test("what was changed after its checkpoint is told by the doctor")
  func changedLater() throws {
    try call()
    try respond()
    _ = try office.checkpoint()
    #expect(try office.complaints().isEmpty)
    try office.byHand("UPDATE demand_response SET outcome = 'met'")
    #expect(try office.complaints().map(\.subject).sorted() == ["campaign", "demand 1 of campaign"])
  }

  @Test("the schema keeps the history and the listings from being changed")
  func schema() throws {
    try call()
    for sql in [
      "UPDATE boycott_event SET text = ''", "DELETE FROM boycott_event", "DELETE FROM boycott_listing",
    ] {
      #expect(throws: (any Error).self) { try office.byHand(sql) }
    }
  }
}
