import Campaigns
import Ledger
import Store
import Testing

@testable import Office

@Suite("When leaves enter the tree")
struct CheckpointMakingTests {
  private let office: TemporaryOffice
  private let yesterday = CalendarDate(daysSinceEpoch: CalendarDate.today.daysSinceEpoch - 1)

  init() throws { office = try TemporaryOffice() }

  /// Lets a leaf wait since yesterday.
  private func enqueueOld() throws -> LedgerLeaf {
    let petition = try office.office.petition("letter").petition
    let leaf = LedgerLeaf(
      kind: .statementRevision, petition: petition.id, letter: nil,
      commitment: Commitment.of(.statementRevision, [1, 2, 3]))
    let queued = try office.queued(leaf, on: yesterday)
    try office.repository.write { try $0.ledger.enqueue([queued]) }
    return leaf
  }

  private func sizes() throws -> [Int] {
    try office.log { try $0.transaction.ledger.checkpointSizes(of: $0.campaign) }
  }

  @Test("a checkpoint takes all that waits, in an order that is not that of the queue")
  func order() throws {
    let rows = (0..<300).map { "Signer \($0),s\($0)@mail.example\n" }.joined()
    _ = try office.importSheet(try office.file("sheet.csv", "Name,Email\n\(rows)"))
    let entered = try office.waiting()
    _ = try office.checkpoint()
    let tree = try office.tree()
    #expect(try office.waiting().isEmpty)
    #expect(Set(tree).isSuperset(of: entered))
    #expect(tree.count == entered.count + 1)
    #expect(tree.filter { $0.kind != .keyChange } != entered)
    #expect(tree.map(\.hash) == tree.map(\.hash).sorted())
  }

  @Test("what was in the tree stays where it was when the tree grows")
  func grows() throws {
    try office.sign(3)
    _ = try office.checkpoint("one")
    let before = try office.tree()
    try office.sign(3, "Later")
    _ = try office.checkpoint("two")
    #expect(try Array(office.tree().prefix(before.count)) == before)
    #expect(try sizes() == [before.count, before.count + 3])
  }

  @Test("a checkpoint over nothing new is the one before")
  func nothingNew() throws {
    try office.sign(1)
    let first = try office.office.checkpoint(of: "letter")
    let again = try office.office.checkpoint(of: "campaign")
    #expect(again.bytes == first.bytes)
    #expect(try sizes() == [first.size])
  }

  @Test("the first write with the key on a new day makes a checkpoint, before it writes")
  func newDay() throws {
    let old = try enqueueOld()
    _ = try office.add("Ana Example", "ana@mail.example")
    #expect(try office.tree().contains(old))
    #expect(try office.waiting().map(\.kind) == [.signature])
    #expect(try sizes().count == 1)
  }

  @Test("on the same day leaves go on waiting together")
  func sameDay() throws {
    try office.sign(3)
    #expect(try sizes() == [])
    #expect(try office.waiting(.signature).count == 3)
  }

  @Test("neither reading nor a write without the key makes a checkpoint")
  func withoutKey() throws {
    _ = try enqueueOld()
    _ = try office.signatures()
    _ = try office.office.examine(against: nil)
    _ = try office.office.editPetition("letter", PetitionDraft())
    _ = try office.office.addLetter(to: "letter", text: Array("We ask again.".utf8), language: nil)
    #expect(try sizes() == [])
  }

  @Test("the checkpoint of a new day is not made where the write is refused")
  func refused() throws {
    _ = try enqueueOld()
    let before = try office.waiting()
    #expect(refusal { _ = try office.office.withdrawSignatures(["0000000000000"], of: "letter") } == .notFound)
    #expect(try sizes() == [])
    #expect(Set(try office.waiting()) == Set(before))
  }

  @Test("a checkpoint is made for each campaign of which something waits since yesterday, and for no other")
  func campaigns() throws {
    _ = try office.office.createCampaign("second", title: "Another")
    _ = try office.office.createPetition(
      "other", campaign: "second", target: "target", title: "Other", letter: Array("Also.".utf8), language: "en",
      PetitionDraft())
    _ = try enqueueOld()
    try office.sign(1)
    let second = try office.office.petition("other").campaign.id
    #expect(try sizes().count == 1)
    #expect(try office.repository.read { try $0.ledger.checkpointSizes(of: second) } == [])
    #expect(try office.repository.read { try $0.ledger.queueCount(of: second) } == 1)
  }

  @Test("nothing has happened in a campaign without petitions")
  func empty() throws {
    _ = try office.office.createCampaign("second", title: "Another")
    #expect(refusal { _ = try office.office.checkpoint(of: "second") } == .notAllowed)
    #expect(refusal { _ = try office.office.checkpoint(of: "nowhere") } == .notFound)
  }
}
