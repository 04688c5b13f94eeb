import Campaigns
import GRDB
import Ledger
import Migrations
import Store
import Testing

@testable import Office

@Suite("A database from before the ledger")
struct BackfillTests {
  private let office: TemporaryOffice
  private let pending: Identifier<Signature>
  private let verified: Identifier<Signature>
  private let left: Identifier<Signature>
  private let held: Identifier<Signature>

  init() throws {
    office = try TemporaryOffice()
    pending = try office.add("Ana Example", "ana@mail.example").id
    verified = try office.sign(1)[0]
    left = try office.add("Cy Example", "cy@mail.example").id
    held = try office.add("Di Example", "ana@mail.example").id
    let out = try office.add("Ed Example", "ed@mail.example").id
    let erased = try office.add("Flo Example", "flo@mail.example").id
    try office.withdraw(left)
    _ = try office.office.invalidateSignatures([out.description], of: "letter", because: "left long ago")
    _ = try office.office.eraseSignature(erased.description, of: "letter")
    try office.goBackToTheFirstSchema()
  }

  @Test("the way back leads to the schema as it was")
  func wayBack() throws {
    let first = try DatabaseQueue()
    try first.write { try $0.execute(sql: Migrations.steps[0].sql) }
    let query = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name <> 'grdb_migrations' ORDER BY name"
    let columns = "SELECT name || ' ' || type || ' ' || \"notnull\" FROM pragma_table_info('signature') ORDER BY cid"
    let now = try DatabaseQueue(path: office.path)
    for sql in [query, columns] {
      let before = try first.read { try String.fetchAll($0, sql: sql) }
      #expect(try now.read { try String.fetchAll($0, sql: sql) } == before)
    }
  }

  @Test("the doctor says that the ledger is not started, and finds nothing false")
  func notStarted() throws {
    try office.reopen()
    let report = try office.office.examine(against: nil)
    #expect(report.holds)
    #expect(report.says(.unproven, "ledger not started"))
    #expect(try office.log { try $0.transaction.ledger.size(of: $0.campaign) } == nil)
  }

  @Test("the first write with the key gives every signature its leaf, and who left the end of it")
  func filled() throws {
    try office.reopen()
    _ = try office.add("Gil Example", "gil@mail.example")
    let kinds = try (office.tree() + office.waiting()).reduce(into: [LedgerLeaf.Kind: Int]()) {
      $0[$1.kind, default: 0] += 1
    }
    #expect(kinds[.letter] == 1)
    #expect(kinds[.signature] == 5)
    #expect(kinds[.withdrawal] == 1)
    #expect(kinds[.invalidation] == 1)
    #expect(try office.leaf(of: held) == nil)
    for id in [pending, verified, left] { #expect(try office.leaf(of: id) != nil) }
    let report = try office.office.examine(against: nil)
    #expect(report.holds)
    #expect(!report.says(.unproven, "ledger not started"))
  }

  @Test("the second write gives no leaf once more")
  func once() throws {
    try office.reopen()
    _ = try office.office.publicList(of: "letter", order: .name)
    let before = try Set(office.tree() + office.waiting())
    _ = try office.office.publicList(of: "letter", order: .name)
    #expect(try Set(office.tree() + office.waiting()).subtracting(before).allSatisfy { $0.kind == .keyChange })
  }

  @Test("what the signatures say, their tags and their tally stay as they were")
  func unchanged() throws {
    try office.reopen()
    let before = try office.signatures()
    let tally = try office.tally
    _ = try office.office.publicList(of: "letter", order: .name)
    let after = try office.signatures().map { signature in
      var signature = signature
      signature.committed = nil
      return signature
    }
    #expect(after == before)
    #expect(try office.tally == tally)
    #expect(try office.add("Ana Example", "ana@mail.example").id == pending)
  }

  @Test("a letter, a claim and a petition that come before the key does are in the ledger when it begins")
  func beforeTheKey() throws {
    try office.reopen()
    let letter = try office.office.addLetter(to: "letter", text: Array("We ask again.".utf8), language: nil)
    let claim = try office.office.addClaim(to: "letter", source: "Partner", count: 4, cohort: nil, evidence: nil)
    _ = try office.office.createPetition(
      "second", campaign: "campaign", target: "target", title: "Second", letter: Array("Also.".utf8), language: "en",
      PetitionDraft())
    _ = try office.office.publicList(of: "letter", order: .name)
    let leaves = try office.tree() + office.waiting()
    #expect(leaves.filter { $0.kind == .letter }.count == 3)
    #expect(leaves.contains { $0.letter == LedgerHash(letter.digest) })
    #expect(
      leaves.filter { $0.kind == .claimedTally }.map(\.commitment)
        == [Commitment.of(.claimedTally, Array("\(claim.source)\n4\nsupporter\n".utf8))])
    #expect(try office.complaints().isEmpty)
  }

  @Test("receipts, deliveries and withdrawals work from then on")
  func works() throws {
    try office.reopen()
    let receipt = try office.office.receipt(for: verified.description, of: "letter", opening: .both).receipt
    let path = try office.file("receipt", String(decoding: receipt.bytes, as: UTF8.self))
    let delivery = try office.deliver()
    #expect(try FileVerifier.verify([path, delivery], against: nil).holds)
    try office.withdraw(verified)
    #expect(try office.tally.withdrawnAfterDelivery == 1)
    #expect(try office.complaints().isEmpty)
  }
}

extension TemporaryOffice {
  /// Makes the database one that the first Picket wrote: no ledger, and rows that are bound to no commitment.
  fileprivate func goBackToTheFirstSchema() throws {
    try repository.write { transaction in
      let keys = try office.keys(for: transaction.petition("letter"))
      try OpenedSignatures(transaction: transaction, keys: keys).forEachBatch { rows, signatures in
        for (row, signature) in zip(rows, signatures) {
          var signature = signature
          signature.committed = nil
          try transaction.signatures.update([keys.seal.seal(signature, tag: row.tag, nameTag: row.nameTag)])
        }
      }
    }
    let tables = [
      "told_apart", "roster_entry", "signature_sheet", "channel", "event", "evidence", "account", "capture",
      "statement", "kept_bytes", "incident", "pledge", "boycott_event",
      "listing_note", "boycott_listing", "boycott_demand", "boycott_clause",
      "boycott_scope", "boycott", "termination", "demand_response", "delivery_line", "delivery", "response", "claim",
      "ledger_checkpoint", "ledger_tile", "ledger_bundle",
      "ledger_queue", "ledger",
    ]
    for table in tables { try byHand("DROP TABLE \(table)") }
    try byHand("ALTER TABLE signature DROP COLUMN commitment")
    try byHand("ALTER TABLE petition DROP COLUMN revealed_at")
    try byHand("ALTER TABLE petition DROP COLUMN opened_on")
    try byHand(
      "DELETE FROM grdb_migrations WHERE identifier IN ('m0002-ledger', 'm0003-actions', 'm0004-record', 'm0005-lists')"
    )
  }
}
