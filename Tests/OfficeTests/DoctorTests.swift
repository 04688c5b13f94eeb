import Campaigns
import Foundation
import GRDB
import Ledger
import Store
import Testing

@testable import Office

@Suite("The doctor: rows")
struct DoctorTests {
  private let office: TemporaryOffice
  private let ids: [Identifier<Signature>]

  init() throws {
    office = try TemporaryOffice()
    let sheet = try office.file(
      "sheet.csv", "Name,Email\n" + (0..<4).map { "Signer \($0),s\($0)@mail.example\n" }.joined())
    _ = try office.importSheet(sheet, verified: true)
    ids = try office.signatures().sorted { $0.signatory.name < $1.signatory.name }.map(\.id)
  }

  private func subject(_ id: Identifier<Signature>) -> String { "signature \(id) of letter" }

  @Test("a database in which everything happened holds")
  func sound() throws {
    try office.withdraw(ids[0])
    _ = try office.office.invalidateSignatures([ids[1].description], of: "letter", because: "left long ago")
    _ = try office.office.eraseSignature(ids[2].description, of: "letter")
    let held = try office.add("Other Example", "s3@mail.example").id
    _ = try office.add("Waiting Example", "s3@mail.example")
    _ = try office.office.verifySignatures([held.description], of: "letter", method: .known, by: nil)
    _ = try office.add("Signer 0", "s0@mail.example") { $0.returning = true }
    #expect(try office.complaints().isEmpty)
    _ = try office.office.addClaim(to: "letter", source: "Partner", count: 3, cohort: .alumni, evidence: nil)
    _ = try office.deliver()
    _ = try office.office.respond(to: "letter", on: .today, summary: "They refused.", source: nil)
    _ = try office.office.movePetition("letter", to: .open)
    let again = try office.file("again.csv", "Name,Email\nAna Example,ana@mail.example\nBo Example,s3@mail.example\n")
    let id = try #require(try office.importSheet(again).id).description
    #expect(try office.complaints().isEmpty)
    _ = try office.office.undoImport(id, of: "letter", rehearsing: false)
    _ = try office.deliver("second")
    try office.withdraw(ids[3])
    let checkpoint = try office.checkpoint()
    _ = try office.office.movePetition("letter", to: .open)
    _ = try office.add("Later Example", "later@mail.example")
    let report = try office.office.examine(against: checkpoint)
    #expect(report.findings.filter { $0.verdict == .isFalse }.isEmpty)
    #expect(report.holds)
    #expect(report.says(.holds, "leaves make every root that was signed"))
    #expect(report.says(.holds, "rows are the ones that were sealed"))
    #expect(report.says(.holds, "grown on from it"))
  }

  @Test("edits of every kind and in every state leave it sound", arguments: Signature.State.allCases)
  func edited(state: Signature.State) throws {
    let id = ids[0].description
    switch state {
    case .pending: break
    case .verified: _ = try office.office.verifySignatures([id], of: "letter", method: .badge, by: nil)
    case .withdrawn: try office.withdraw(ids[0])
    case .withdrawnAfterDelivery:
      _ = try office.deliver()
      try office.withdraw(ids[0])
    case .invalidated: _ = try office.office.invalidateSignatures([id], of: "letter", because: "left long ago")
    }
    for (number, email) in ["new@mail.example", nil, "newer@mail.example"].enumerated() {
      var change = SignatureChange()
      change.name = "Name \(number)"
      change.email = .some(email)
      change.team = .some("Team \(number)")
      change.cohort = .alumni
      _ = try office.office.editSignature(id, of: "letter", change)
      #expect(try office.complaints().isEmpty, "\(state), edit \(number)")
    }
  }

  @Test("a row that was deleted by hand is missed by its leaf")
  func deleted() throws {
    try office.byHand("DELETE FROM signature WHERE id = ?", [ids[1].rawValue])
    try office.byHand("UPDATE tally SET verified = verified - 1")
    let complaints = try office.complaints()
    #expect(complaints.map(\.subject) == ["letter"])
    #expect(complaints.allSatisfy { $0.text.contains("its row is gone") })
  }

  @Test(
    "a column that was changed by hand names its row, and no other",
    arguments: [
      "contents = zeroblob(length(contents))", "contents = x'01'", "signed_on = signed_on + 1", "origin = NULL",
      "tag = NULL", "tag = zeroblob(16)",
    ])
  func altered(change: String) throws {
    try office.byHand("UPDATE signature SET \(change) WHERE id = ?", [ids[2].rawValue])
    let complaints = try office.complaints()
    #expect(complaints.map(\.subject) == [subject(ids[2])])
    #expect(complaints.allSatisfy { $0.text.contains("not the one that was sealed") })
  }

  @Test("a state or a cohort that was flipped together with the tally names its row")
  func flipped() throws {
    let pending = try office.add("Ana Example", "ana@mail.example").id
    try office.byHand("UPDATE signature SET state = 1 WHERE id = ?", [pending.rawValue])
    try office.byHand("UPDATE tally SET verified = verified + 1, pending = pending - 1")
    #expect(try office.complaints().map(\.subject) == [subject(pending)])
    #expect(try office.tally.verified == 5)
  }

  @Test("two rows whose contents were swapped are both named")
  func swapped() throws {
    let contents = try ids[0...1].map {
      try office.bytes("SELECT contents FROM signature WHERE id = ?", [$0.rawValue])
    }
    for (id, contents) in zip(ids[0...1], contents.reversed()) {
      try office.byHand("UPDATE signature SET contents = ? WHERE id = ?", [Data(contents), id.rawValue])
    }
    #expect(Set(try office.complaints().map(\.subject)) == Set(ids[0...1].map(subject)))
  }

  @Test("a row of another commitment is named, and so is the leaf that has lost its row")
  func commitment() throws {
    try office.byHand("UPDATE signature SET commitment = zeroblob(32) WHERE id = ?", [ids[0].rawValue])
    #expect(Set(try office.complaints().map(\.subject)) == [subject(ids[0]), "letter"])
  }

  @Test("a withdrawn row that was put back from an older copy is named as that")
  func putBack() throws {
    let older = try office.keepCopy()
    try office.withdraw(ids[0])
    let contents = try office.bytes("SELECT contents FROM signature WHERE id = ?", [ids[0].rawValue], in: older)
    try office.byHand("UPDATE signature SET state = 1, contents = ? WHERE id = ?", [Data(contents), ids[0].rawValue])
    try office.byHand(
      "UPDATE tally SET verified = verified + 1, withdrawn_before_delivery = withdrawn_before_delivery - 1")
    let complaints = try office.complaints()
    #expect(complaints.map(\.subject) == [subject(ids[0])])
    #expect(complaints.allSatisfy { $0.text.contains("the row was restored from an older file") })
  }

  @Test("an erased row that was put back from an older copy is named")
  func erasedPutBack() throws {
    let older = try office.keepCopy()
    _ = try office.office.eraseSignature(ids[0].description, of: "letter")
    try office.byHand("DELETE FROM erasure")
    try office.byHand(
      "UPDATE tally SET verified = verified + 1, withdrawn_before_delivery = withdrawn_before_delivery - 1")
    try office.copyRow(ids[0], from: older)
    #expect(try office.complaints().map(\.subject) == [subject(ids[0])])
  }

  @Test("a row that was put in by hand has no leaf", arguments: [true, false])
  func putIn(isSealed: Bool) throws {
    let id = try #require(Identifier<Signature>("0000000000005"))
    if isSealed {
      // With the key, but past the ledger.
      try office.repository.write { transaction in
        let keys = try office.office.keys(for: transaction.petition("letter"))
        let letter = try #require(try transaction.letters.all(of: keys.petition).first)
        let signature = Signature(
          id: id, petition: keys.petition, letter: letter.id, signedOn: .today, cohort: .employee,
          signatory: Signatory(name: "Invented Example"), visibility: Visibility(.named))
        try transaction.signatures.add([keys.seal(signature, tag: nil)])
      }
    } else {
      try office.byHand(
        """
        INSERT INTO signature (id, petition, letter, origin, signed_on, cohort, state, held, contents)
        SELECT ?, petition, letter, NULL, signed_on, cohort, 1, 0, contents FROM signature WHERE id = ?
        """, [id.rawValue, ids[0].rawValue])
      try office.byHand("UPDATE tally SET verified = verified + 1")
    }
    #expect(try office.complaints().map(\.subject) == [subject(id)])
  }

  @Test(
    "a tally that was changed by hand is told",
    arguments: [
      "verified", "pending", "withdrawn_after_delivery", "invalidated", "held",
    ])
  func tally(column: String) throws {
    try office.byHand("UPDATE tally SET \(column) = \(column) + 1")
    let complaints = try office.complaints()
    #expect(complaints.map(\.subject) == ["letter"])
    #expect(complaints.allSatisfy { $0.text.contains("its tally of employees is not the count of its rows") })
  }
}

extension TemporaryOffice {
  /// Puts a row of an older copy back, as it was.
  fileprivate func copyRow(_ id: Identifier<Signature>, from older: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "sqlite3", path,
      "ATTACH '\(older)' AS older; INSERT INTO signature SELECT * FROM older.signature WHERE id = \(id.rawValue)",
    ]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refusal(.inputOutput, "sqlite3 failed") }
  }
}
