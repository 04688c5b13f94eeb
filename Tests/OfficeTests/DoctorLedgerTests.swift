import Campaigns
import Foundation
import GRDB
import Ledger
import Store
import Testing

@testable import Office

@Suite("The doctor: ledger, letters and deliveries")
struct DoctorLedgerTests {
  private let office: TemporaryOffice
  private let ids: [Identifier<Signature>]

  init() throws {
    office = try TemporaryOffice()
    let sheet = try office.file(
      "sheet.csv", "Name,Email\n" + (0..<4).map { "Signer \($0),s\($0)@mail.example\n" }.joined())
    _ = try office.importSheet(sheet, verified: true)
    ids = try office.signatures().sorted { $0.signatory.name < $1.signatory.name }.map(\.id)
    _ = try office.deliver()
  }

  private func subject(_ id: Identifier<Signature>) -> String { "signature \(id) of letter" }

  @Test("as it is, it holds")
  func sound() throws {
    #expect(try office.complaints().isEmpty)
  }

  /// Changes one byte of the leaf in the tree.
  private func alterLeaf(_ leaf: LedgerLeaf, at offset: Int) throws {
    let place = try #require(try office.tree().firstIndex(of: leaf))
    let leaves = try office.bytes("SELECT leaves FROM ledger_bundle")
    try office.byHand("UPDATE ledger_bundle SET leaves = ?", [Data(leaves.turning(place * 74 + offset))])
  }

  @Test("a leaf that was changed is told by its root, and the row it was of is named")
  func leaf() throws {
    try alterLeaf(try #require(try office.leaf(of: ids[0])), at: 73)
    let complaints = try office.complaints()
    #expect(complaints.contains { $0.subject == "ledger of campaign" && $0.text.contains("a leaf was altered") })
    #expect(complaints.contains { $0.subject == subject(ids[0]) })
    for id in ids[1...] { #expect(!complaints.contains { $0.subject == subject(id) }) }
  }

  @Test("a leaf that was made into something that no Picket writes is told, and the doctor goes on")
  func noLeaf() throws {
    try alterLeaf(try #require(try office.leaf(of: ids[0])), at: 0)
    #expect(try office.complaints().contains { $0.subject == "ledger of campaign" })
    try office.reopen()
  }

  @Test("two leaves that changed places are told")
  func reordered() throws {
    let leaves = try office.bytes("SELECT leaves FROM ledger_bundle")
    let swapped = leaves[74..<148] + leaves[..<74] + leaves[148...]
    try office.byHand("UPDATE ledger_bundle SET leaves = ?", [Data(swapped)])
    #expect(Set(try office.complaints().map(\.subject)) == ["ledger of campaign"])
  }

  @Test("a hash of the tree that was changed is told, and nothing else is")
  func tile() throws {
    let hashes = try office.bytes("SELECT hashes FROM ledger_tile")
    try office.byHand("UPDATE ledger_tile SET hashes = ?", [Data(hashes.turning(40))])
    let complaints = try office.complaints()
    #expect(complaints.map(\.subject) == ["ledger of campaign"])
    #expect(complaints.allSatisfy { $0.text.contains("its stored hashes are not those of its leaves") })
  }

  @Test(
    "leaves, hashes, a checkpoint or a size that were taken away are told",
    arguments: [
      "UPDATE ledger_bundle SET leaves = substr(leaves, 1, length(leaves) - 74)", "DELETE FROM ledger_bundle",
      "DELETE FROM ledger_tile", "DELETE FROM ledger_checkpoint", "UPDATE ledger SET size = size - 1",
      "UPDATE ledger SET size = size + 1", "UPDATE ledger_checkpoint SET size = size + 1",
      "UPDATE ledger_checkpoint SET note = x'0a'",
    ])
  func takenAway(sql: String) throws {
    try office.byHand(sql)
    #expect(try office.complaints().contains { $0.subject == "ledger of campaign" })
  }

  @Test("a withdrawal that was taken out of the queue names the row that it was of")
  func queue() throws {
    try office.withdraw(ids[1])
    #expect(try office.complaints().isEmpty)
    try office.byHand("DELETE FROM ledger_queue")
    let complaints = try office.complaints()
    #expect(complaints.contains { $0.subject == subject(ids[1]) && $0.text.contains("the ledger does not know it") })
    // The delivery's leaf waited too.
    #expect(Set(complaints.map(\.subject)) == [subject(ids[1]), "delivery 1 of letter"])
  }

  @Test("a waiting leaf that no Picket writes is told, and the doctor goes on")
  func noQueuedLeaf() throws {
    try office.byHand("UPDATE ledger_queue SET leaf = zeroblob(74)")
    let complaints = try office.complaints()
    #expect(complaints.contains { $0.subject == "ledger of campaign" })
    #expect(complaints.contains { $0.subject == "delivery 1 of letter" })
  }

  @Test("a letter whose text was replaced is told, and the doctor goes on")
  func letterText() throws {
    try office.byHand("DROP TRIGGER letter_stays")
    try office.byHand("UPDATE letter SET text = 'We demand.'")
    let complaints = try office.complaints()
    #expect(!complaints.isEmpty)
    #expect(complaints.allSatisfy { $0.subject == "letter" && $0.text.contains("is not the one that was signed") })
  }

  @Test("a letter whose text and digest were replaced together is not in the ledger, and its signers are not missing")
  func letterAndDigest() throws {
    try office.byHand("DROP TRIGGER letter_stays")
    let letter = try office.office.letter(nil, of: "letter")
    let forged = Letter(
      id: letter.id, petition: letter.petition, language: letter.language, version: 1, text: "We demand.",
      addedOn: letter.addedOn)
    try office.byHand("UPDATE letter SET text = ?, digest = ?", [forged.text, Data(forged.digest)])
    let complaints = try office.complaints()
    #expect(
      complaints.contains { $0.subject == "letter" && $0.text.contains("its letter en:1 is not in the ledger") })
    for id in ids { #expect(complaints.contains { $0.subject == subject(id) && $0.text.contains("letter") }) }
    #expect(complaints.count == ids.count + 1)
  }

  @Test(
    "a delivered line that was changed is told, and nothing else is",
    arguments: [
      "UPDATE delivery_line SET contents = x'01' WHERE number = 2", "DELETE FROM delivery_line WHERE number = 2",
      "UPDATE delivery_line SET hash = zeroblob(32) WHERE number = 2",
      "UPDATE delivery_line SET contents = (SELECT contents FROM delivery_line WHERE number = 1) WHERE number = 2",
      "UPDATE delivery SET counted = zeroblob(length(counted))", "UPDATE delivery SET counted = x'ff'",
      "UPDATE delivery SET counted = x''", "UPDATE delivery SET manifest = x'0a'",
    ])
  func line(sql: String) throws {
    try office.byHand(sql)
    #expect(try office.complaints().map(\.subject) == ["delivery 1 of letter"])
  }

  @Test("a delivery that was deleted is missed by the ledger")
  func deletedDelivery() throws {
    try office.byHand("DELETE FROM delivery_line")
    try office.byHand("DELETE FROM delivery")
    let complaints = try office.complaints()
    #expect(complaints.map(\.subject) == ["letter"])
    #expect(complaints.allSatisfy { $0.text.contains("deliveries") })
  }

  @Test(
    "a claim that was changed or deleted by hand is told",
    arguments: [
      "UPDATE claim SET count = 4000", "UPDATE claim SET source = 'Somebody'", "DELETE FROM claim",
    ])
  func claim(sql: String) throws {
    _ = try office.office.addClaim(to: "letter", source: "Partner", count: 40, cohort: nil, evidence: nil)
    #expect(try office.complaints().isEmpty)
    try office.byHand(sql)
    let complaints = try office.complaints()
    #expect(!complaints.isEmpty)
    #expect(complaints.allSatisfy { $0.subject == "letter" && $0.text.contains("claim") })
  }

  @Test("a letter version that was deleted is missed by the ledger")
  func deletedLetter() throws {
    _ = try office.office.addLetter(to: "letter", text: Array("We ask again.".utf8), language: nil)
    try office.byHand("DROP TRIGGER letter_is_kept")
    try office.byHand("DELETE FROM letter WHERE version = 2")
    let complaints = try office.complaints()
    #expect(complaints.map(\.subject) == ["letter"])
    #expect(complaints.allSatisfy { $0.text.contains("letter") })
  }
}
