import Campaigns
import Foundation
import Ledger
import Testing
import Vault

@testable import Office

@Suite("The doctor: a checkpoint that was kept outside")
struct DoctorCheckpointTests {
  private let office: TemporaryOffice

  init() throws {
    office = try TemporaryOffice()
    try office.sign(2)
  }

  @Test("a database that grew on from it holds, and one that is at it")
  func grown() throws {
    let checkpoint = try office.checkpoint()
    #expect(try office.complaints(against: checkpoint).isEmpty)
    try office.sign(2, "Later")
    #expect(try office.complaints(against: checkpoint).isEmpty)
    _ = try office.checkpoint("newer")
    let report = try office.office.examine(against: checkpoint)
    #expect(report.holds)
    #expect(report.says(.holds, "the ledger is the one that the checkpoint has seen"))
  }

  @Test("an older file under a newer checkpoint: the honest case is told first, and what to do")
  func older() throws {
    _ = try office.checkpoint("first")
    let older = try office.keepCopy()
    try office.sign(1, "Later")
    try office.withdraw(try #require(try office.signatures().first).id)
    let checkpoint = try office.checkpoint("second")
    try office.restore(older)
    #expect(try office.complaints().isEmpty)
    let complaints = try office.complaints(against: checkpoint)
    #expect(complaints.map(\.subject) == ["checkpoint of campaign"])
    let text = try #require(complaints.first).text
    #expect(text.hasPrefix("restored from an older file, or rolled back"))
    #expect(text.contains("Publish nothing from it until you know"))
    let backup = try #require(text.firstRange(of: "If you went back to a backup"))
    let changed = try #require(text.firstRange(of: "somebody changed the file"))
    #expect(backup.lowerBound < changed.lowerBound)
  }

  @Test("a database whose log has not begun is older too")
  func notBegun() throws {
    let older = try office.keepCopy()
    let checkpoint = try office.checkpoint()
    try office.restore(older)
    #expect(try office.complaints(against: checkpoint).map(\.subject) == ["checkpoint of campaign"])
  }

  @Test("an older file that went on another way was rewritten")
  func rewritten() throws {
    let older = try office.keepCopy()
    try office.sign(1, "Later")
    let checkpoint = try office.checkpoint("kept")
    try office.restore(older)
    try office.sign(3, "Other")
    _ = try office.checkpoint("other")
    let complaints = try office.complaints(against: checkpoint)
    #expect(complaints.map(\.subject) == ["checkpoint of campaign"])
    #expect(complaints.allSatisfy { $0.text.contains("it was rewritten") })
  }

  @Test("a checkpoint of another log is told")
  func otherLog() throws {
    let other = try TemporaryOffice()
    try other.sign(1)
    let complaints = try office.complaints(against: other.checkpoint())
    #expect(complaints.map(\.subject) == ["checkpoint"])
    #expect(complaints.allSatisfy { $0.text.contains("another log") })
  }

  @Test("a checkpoint that this database's key did not sign says nothing about the database")
  func forged() throws {
    let kept = try office.checkpoint()
    let genuine = try Checkpoint(unverified: try SignedNote(Array(try Data(contentsOf: URL(fileURLWithPath: kept)))))
    let forged = try Checkpoint(origin: genuine.origin, size: genuine.size + 100, root: genuine.root)
    let signer = try NoteSigner(name: genuine.origin, privateKey: Vault.create().signingKey(for: office.campaign))
    let path = try office.file("forged", String(decoding: try forged.signed(by: signer).bytes, as: UTF8.self))
    let complaints = try office.complaints(against: path)
    #expect(complaints.count == 1)
    #expect(complaints.allSatisfy { $0.text.contains("not signed by") })
  }

  @Test("what is no checkpoint is refused")
  func none() throws {
    let text = try office.file("text", "hello\n")
    #expect(refusal { _ = try office.office.examine(against: text) } == .unusableFile)
    let nowhere = office.folder.appendingPathComponent("nowhere").path
    #expect(refusal { _ = try office.office.examine(against: nowhere) } == .notFound)
  }

  @Test("a checkpoint belongs to one of several campaigns, and the others hold beside it")
  func campaigns() throws {
    _ = try office.office.createCampaign("second", title: "Another")
    _ = try office.office.createPetition(
      "other", campaign: "second", target: "target", title: "Other", letter: Array("Also.".utf8), language: "en",
      PetitionDraft())
    let second = try office.file(
      "second", String(decoding: try office.office.checkpoint(of: "other").bytes, as: UTF8.self))
    #expect(try office.complaints(against: second).isEmpty)
    #expect(try office.complaints(against: office.checkpoint()).isEmpty)
  }
}
