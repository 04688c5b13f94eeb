import Campaigns
import Foundation
import Ledger
import Testing
import Vault

@testable import Office

@Suite("Checkpoints that were kept")
struct CheckpointFilesTests {
  private let office: TemporaryOffice

  init() throws {
    office = try TemporaryOffice()
    try office.sign(3)
  }

  /// Takes the same database two ways, and leaves it at the second.
  private func twoWays<Value>(_ first: () throws -> Value, _ second: () throws -> Value) throws -> (Value, Value) {
    let fork = try office.keepCopy("fork.db")
    let one = try first()
    try office.restore(fork)
    return (one, try second())
  }

  /// A checkpoint with this origin, size and root, signed by a key of another vault.
  private func forged(like path: String) throws -> String {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let checkpoint = try Checkpoint(unverified: try SignedNote(bytes))
    let signer = try NoteSigner(
      name: checkpoint.origin, privateKey: Vault.create().signingKey(for: office.campaign))
    return try office.file("forged", String(decoding: try checkpoint.signed(by: signer).bytes, as: UTF8.self))
  }

  @Test("each later checkpoint proves that it grew from every earlier one")
  func consistent() throws {
    var files: [String] = []
    for round in 0..<5 {
      try office.sign(round + 1, "Round\(round)")
      files.append(try office.checkpoint("checkpoint-\(round)"))
    }
    let report = try FileVerifier.verify(files, against: nil)
    #expect(report.holds)
    #expect(report.findings.filter { $0.text.contains("nothing before was changed") }.count == 10)
    #expect(report.says(.unproven, "who signed it"))
    #expect(try FileVerifier.verify([files[4]], against: files[0]).holds)
    #expect(try FileVerifier.verify([files[0]], against: files[4]).holds)
  }

  @Test("two trees of one size are a split view, whatever else is given")
  func splitView() throws {
    let (one, two) = try twoWays {
      _ = try office.add("Ana Example", "ana@mail.example")
      return try office.checkpoint("one")
    } _: {
      _ = try office.add("Bo Example", "bo@mail.example")
      return try office.checkpoint("two")
    }
    for report in [
      try FileVerifier.verify([one, two], against: nil), try FileVerifier.verify([one], against: two),
    ] {
      #expect(!report.holds)
      #expect(report.says(.isFalse, "split view"))
    }
    let delivery = try office.deliver()
    #expect(try FileVerifier.verify([delivery], against: two).holds)
    #expect(try FileVerifier.verify([delivery], against: one).says(.isFalse, "split view"))
  }

  @Test("a log that was rewritten does not hold the earlier checkpoint")
  func rewritten() throws {
    let (one, two) = try twoWays {
      _ = try office.add("Ana Example", "ana@mail.example")
      return try office.checkpoint("one")
    } _: {
      try office.sign(4, "Other")
      return try office.checkpoint("two")
    }
    #expect(try !FileVerifier.verify([one, two], against: nil).holds)
    let delivery = try office.deliver()
    #expect(try FileVerifier.verify([delivery], against: one).says(.isFalse, "the log was rewritten in between"))
    #expect(try FileVerifier.verify([delivery], against: two).holds)
  }

  @Test("two deliveries of one size whose trees differ are a split view")
  func splitDeliveries() throws {
    let (one, two) = try twoWays {
      try office.sign(1, "One")
      return try office.deliver("one")
    } _: {
      try office.sign(1, "Two")
      return try office.deliver("two")
    }
    #expect(try FileVerifier.verify([one], against: nil).holds)
    #expect(try FileVerifier.verify([two], against: nil).holds)
    #expect(try FileVerifier.verify([one, two], against: nil).says(.isFalse, "split view"))
  }

  @Test("a later delivery that does not hold the earlier one's tree is found, in whatever order they are given")
  func rewrittenDeliveries() throws {
    let (one, two) = try twoWays {
      try office.sign(1, "One")
      return try office.deliver("one")
    } _: {
      try office.sign(5, "Two")
      return try office.deliver("two")
    }
    #expect(try FileVerifier.verify([one, two], against: nil).says(.isFalse, "the log was rewritten"))
    #expect(try FileVerifier.verify([two, one], against: nil).says(.isFalse, "the log was rewritten"))
  }

  @Test("two receipts from two trees of one size are a split view")
  func splitReceipts() throws {
    let id = try #require(try office.signatures().first?.id)
    let receipt = { (name: String) in
      let receipt = try office.office.receipt(for: id.description, of: "letter", opening: .both).receipt
      return try office.file(name, String(decoding: receipt.bytes, as: UTF8.self))
    }
    let (one, two) = try twoWays {
      _ = try office.add("Ana Example", "ana@mail.example")
      return try receipt("one")
    } _: {
      _ = try office.add("Bo Example", "bo@mail.example")
      return try receipt("two")
    }
    #expect(try FileVerifier.verify([one, two], against: nil).says(.isFalse, "split view"))
  }

  @Test("a checkpoint of another key is found where a receipt or a delivery tells the log's own")
  func otherKey() throws {
    let delivery = try office.deliver()
    let genuine = try office.file(
      "genuine", try String(contentsOfFile: delivery + "/checkpoint", encoding: .utf8))
    let forged = try forged(like: genuine)
    #expect(try FileVerifier.verify([delivery, genuine], against: nil).holds)
    #expect(try FileVerifier.verify([delivery, forged], against: nil).says(.isFalse, "not signed by the log's key"))
    #expect(try FileVerifier.verify([delivery], against: forged).says(.isFalse, "not signed by the log's key"))
  }

  @Test("a newer checkpoint proves that it grew from a delivery, and an older one that the delivery did")
  func aroundDelivery() throws {
    let before = try office.checkpoint("before")
    try office.sign(2, "Later")
    let delivery = try office.deliver()
    let after = try office.checkpoint("after")
    let report = try FileVerifier.verify([delivery, before, after], against: nil)
    #expect(report.holds)
    #expect(report.says(.holds, "the log grew on from the delivery's"))
    #expect(report.says(.holds, "nothing before was changed"))
  }

  @Test("a checkpoint whose proof was cut out does not prove anything, and is false beside the earlier")
  func withoutProof() throws {
    let one = try office.checkpoint("one")
    try office.sign(2, "Later")
    let plain = try office.log { log in
      try log.makePlainNote(office.office.vault(), in: office)
    }
    #expect(try FileVerifier.verify([one, plain], against: nil).says(.isFalse, "nothing here proves"))
  }

  @Test("files of two campaigns do not belong together")
  func otherLog() throws {
    let other = try TemporaryOffice()
    try other.sign(1)
    let mine = try office.checkpoint()
    let theirs = try other.checkpoint()
    #expect(try FileVerifier.verify([mine, theirs], against: nil).says(.isFalse, "two different logs"))
    #expect(try FileVerifier.verify([office.deliver()], against: theirs).says(.isFalse, "two different logs"))
  }

  @Test("what is no checkpoint is false, and what is not there is refused")
  func nothing() throws {
    let empty = try office.file("empty", "")
    let text = try office.file("text", "hello\n")
    let genuine = try office.checkpoint()
    for path in [empty, text] {
      #expect(try !FileVerifier.verify([path], against: nil).holds)
      #expect(try !FileVerifier.verify([genuine], against: path).holds)
    }
    let nowhere = office.folder.appendingPathComponent("nowhere").path
    #expect(refusal { _ = try FileVerifier.verify([nowhere], against: nil) } == .notFound)
    #expect(refusal { _ = try FileVerifier.verify([genuine], against: nowhere) } == .notFound)
  }
}

extension CampaignLog {
  /// Writes a checkpoint over everything without the lines that prove where it grew from.
  fileprivate func makePlainNote(_ vault: Vault, in office: TemporaryOffice) throws -> String {
    let leaves = try CampaignLog.leaves(in: transaction.ledger.queue(of: campaign).leaves)
    let growth = try tree.appending(LedgerLeaf.hashes(of: leaves))
    let checkpoint = try Checkpoint(
      origin: CampaignLog.origin(of: campaign), size: growth.size, root: growth.root)
    return try office.file(
      "plain", String(decoding: try checkpoint.signed(by: signer(vault)).bytes, as: UTF8.self))
  }
}
