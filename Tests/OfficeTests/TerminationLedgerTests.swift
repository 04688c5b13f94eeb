import Campaigns
import Ledger
import Store
import Testing

@testable import Office

@Suite("What the ledger knows of terminations")
struct TerminationLedgerTests {
  private let office: TemporaryOffice

  init() throws { office = try TemporaryOffice() }

  private func add(_ name: String, _ change: (inout TerminationDraft) -> Void = { _ in }) throws -> Termination {
    var draft = TerminationDraft()
    draft.name = name
    draft.noticeDate = .some(.today)
    change(&draft)
    return try office.office.addTermination(draft, campaign: "campaign", target: "target").termination
  }

  private func publish(_ termination: Termination) throws -> Termination {
    try office.office.publishTermination(termination.slug.description, TerminationDraft(), consents: true).termination
  }

  @Test func `the leaf of a published one is made from what the public sees, and is queued with the key`() throws {
    let termination = try publish(try add("Ana Example"))
    let text = try #require(termination.publicText(target: "Target"))
    let told = "\(termination.id)\n\(CalendarDate.today)\n\(text)"
    let leaf = try #require(try office.waiting(.termination).first)
    let salt = try #require(termination.publications.first?.salt)
    #expect(leaf.commitment == Commitment.of(.termination, salt.bytes + Array(told.utf8)))
    #expect(termination.publications.map(\.text) == [text])
    _ = try office.checkpoint()
    #expect(try office.tree().filter { $0.kind == .termination } == [leaf])
    #expect(try office.complaints().isEmpty)
  }

  @Test func `one that is taken from sight leaves an empty text behind`() throws {
    let termination = try publish(try add("Ana Example"))
    var draft = TerminationDraft()
    draft.level = .counted
    let hidden = try office.office.editTermination(termination.slug.description, draft).termination
    #expect(hidden.publications.map(\.text).last == "")
    #expect(hidden.publications.count == 2)
    #expect(try office.waiting(.termination).count == 2)
    draft.level = .named
    #expect(refusal { _ = try office.office.editTermination(termination.slug.description, draft) } == .notAllowed)
    let back = try office.office.editTermination(termination.slug.description, draft, consents: true).termination
    #expect(back.publications.count == 3)
  }

  @Test func `a leaf that is put into the queue by hand is not signed`() throws {
    let termination = try publish(try add("Ana Example"))
    let forged = Termination.Published(
      day: .today, text: "by: Bo Example", salt: try #require(Bytes32([UInt8](repeating: 7, count: 32))))
    let leaf = PublicLeaves.leaf(of: forged, termination.id)
    let campaign = try office.campaign
    try office.repository.write { try $0.ledger.enqueue([QueuedLeaf(leaf, in: campaign)]) }
    #expect(refusal { _ = try office.checkpoint() } == .altered)
  }

  @Test func `what is refused leaves no leaf, and what is erased takes none away`() throws {
    let termination = try publish(try add("Ana Example"))
    let before = try office.waiting()
    var draft = TerminationDraft()
    draft.statement = .some("New.")
    draft.demand = .some(9)
    #expect(refusal { _ = try office.office.editTermination(termination.slug.description, draft) } == .notFound)
    #expect(try office.waiting() == before)
    try office.office.eraseTermination(termination.slug.description)
    #expect(try office.waiting() == before)
    #expect(refusal { _ = try office.office.termination(termination.slug.description) } == .notFound)
  }

  @Test func `a campaign without a petition has a log for it too`() throws {
    _ = try office.office.createCampaign("quiet", title: "Quiet")
    var draft = TerminationDraft()
    draft.name = "Ana Example"
    draft.noticeDate = .some(.today)
    let added = try office.office.addTermination(draft, campaign: "quiet", target: "target").termination
    let published = try publish(added)
    let waiting = try office.repository.read { try $0.ledger.queue(of: added.campaign).leaves }
    #expect(try CampaignLog.leaves(in: waiting).map(\.kind) == [.termination])
    #expect(published.publications.count == 1)
  }

  @Test func `a renamed target is told anew with the next change`() throws {
    let termination = try publish(try add("Ana Example"))
    _ = try office.office.editTarget("target", name: "Renamed", kind: nil, domains: nil)
    let again = try publish(termination)
    #expect(again.publications.last?.text.contains("target: Renamed") == true)
    #expect(try office.waiting(.termination).count == 2)
  }
}
