import Campaigns
import Export
import Foundation
import Ledger
import Store
import Testing

@testable import Office

@Suite("Deliveries")
struct DeliveryTests {
  private let delivered: Delivered
  private var office: TemporaryOffice { delivered.office }

  init() throws { delivered = try Delivered() }

  private func stored(_ number: Int = 1) throws -> StoredDelivery {
    try #require(
      try office.repository.read { try $0.deliveries.find(number, of: $0.petition("letter").id) })
  }

  @Test("what was delivered holds, and says its number")
  func holds() throws {
    let report = try FileVerifier.verify([delivered.path], against: nil)
    #expect(report.holds)
    #expect(
      report.says(.holds, "recounted: 12 leaves are counted; 9 signers are listed, 3 are counted without a line"))
    #expect(report.says(.unproven, "a real person"))
    #expect(try office.office.deliveries(of: "letter").map(\.total) == [12])
    #expect(try office.office.petition("letter").petition.state == .delivered)
  }

  @Test("the counted leaves are those of the verified signers, and no others")
  func counted() throws {
    let delivery = try stored()
    let tree = try office.tree()
    let counted = Set(tree.indices.filter(delivery.counts).map { tree[$0].hash })
    let verified = try office.signatures().filter { $0.state == .verified }.compactMap { try office.leaf(of: $0.id) }
    #expect(verified.count == 12)
    #expect(counted == Set(verified.map(\.hash)))
    #expect(delivery.counted.count == (delivery.size + 7) / 8)
  }

  @Test("who leaves after the delivery is counted apart from who had left before")
  func withdrawnAfter() throws {
    try office.withdraw(delivered.named[0])
    let pending = try #require(try office.signatures().first { $0.state == .pending }).id
    try office.withdraw(pending)
    #expect(try office.tally.withdrawnAfterDelivery == 1)
    #expect(try office.tally.withdrawnBeforeDelivery == 2)
    _ = try office.office.eraseSignature(delivered.named[1].description, of: "letter")
    #expect(try office.tally.withdrawnAfterDelivery == 2)
    #expect(try office.complaints().isEmpty)
  }

  @Test("who came back after a delivery and leaves again was not in it with the new signature")
  func returned() throws {
    try office.withdraw(delivered.named[0])
    _ = try office.office.movePetition("letter", to: .open)
    _ = try office.add("Signer 0 Example", "signer0@mail.example") { $0.returning = true }
    try office.withdraw(delivered.named[0])
    #expect(try office.tally.withdrawnAfterDelivery == 0)
    #expect(try office.tally.withdrawnBeforeDelivery == 2)
  }

  @Test("an erased signer's line is replaced by its hash; the rest holds and says that one is missing")
  func erased() throws {
    let before = try delivered.files()
    _ = try office.office.eraseSignature(delivered.named[1].description, of: "letter")
    let again = office.folder.appendingPathComponent("again").path
    let report = try office.office.writeDelivery(1, of: "letter", to: again)
    #expect(report.missing == 1)
    #expect(report.total == 12)
    let verified = try FileVerifier.verify([again], against: nil)
    #expect(verified.holds)
    #expect(verified.says(.holds, "1 of its 9 lines is missing"))
    let names = try FileManager.default.contentsOfDirectory(atPath: again)
    #expect(Set(before.keys).subtracting(names) == ["list.csv", "list.json", "list.md", "list.txt"])
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: again + "/" + name)))
      #expect((bytes == before[name]) == (name != "list"), "\(name)")
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Signer 1 Example"))
    }
    let lines = String(decoding: try #require(before["list"]), as: UTF8.self).split(separator: "\n")
    let left = try String(contentsOfFile: again + "/list", encoding: .utf8).split(separator: "\n")
    #expect(zip(lines, left).filter { $0 != $1 }.map(\.1.count) == [46])
    #expect(try office.complaints().isEmpty)
  }

  @Test("written again without a loss it is the same, byte by byte, whatever came since")
  func again() throws {
    _ = try office.office.movePetition("letter", to: .open)
    try office.sign(3, "Later")
    _ = try office.office.addLetter(to: "letter", text: Array("We ask again.".utf8), language: nil)
    _ = try office.office.addClaim(to: "letter", source: "Partner", count: 9, cohort: nil, evidence: nil)
    try office.withdraw(delivered.named[2])
    _ = try office.checkpoint()
    let again = office.folder.appendingPathComponent("again").path
    let report = try office.office.writeDelivery(1, of: "letter", to: again)
    #expect(report.missing == 0)
    for (name, bytes) in try delivered.files() {
      #expect(Array(try Data(contentsOf: URL(fileURLWithPath: again + "/" + name))) == bytes, "\(name)")
    }
  }

  @Test("a second delivery has its own number, list and leaves, and both hold together")
  func second() throws {
    _ = try office.office.movePetition("letter", to: .open)
    try office.sign(6, "Later")
    try office.withdraw(delivered.named[0])
    let second = try office.deliver("second")
    #expect(try office.office.deliveries(of: "letter").map(\.number) == [1, 2])
    #expect(try office.office.deliveries(of: "letter").map(\.total) == [12, 17])
    #expect(try FileVerifier.verify([delivered.path, second], against: nil).holds)
    #expect(try stored(2).size > stored(1).size)
    #expect(try office.tree().contains { $0.kind == .delivery })
    try office.withdraw(delivered.named[1])
    #expect(try office.tally.withdrawnAfterDelivery == 2)
    #expect(try office.complaints().isEmpty)
  }

  @Test("claims stand beside the number and in no sum")
  func claims() throws {
    _ = try office.office.addClaim(to: "letter", source: "Partner", count: 900, cohort: nil, evidence: nil)
    let second = try office.deliver("second")
    let manifest = try DeliveryManifest(SignedNote(stored(2).manifest).text)
    #expect(manifest.total == 12)
    #expect(manifest.claimed == [SignatoryList.Claim(source: "Partner", count: 900, cohort: .supporter)])
    let tally = try String(contentsOfFile: second + "/tally.json", encoding: .utf8)
    #expect(tally.contains("\"count\" : 900"))
    #expect(tally.contains("\"verified\" : 12"))
    #expect(try office.tally.claimed == 900)
    #expect(try office.tally.verified == 12)
    #expect(try FileVerifier.verify([second], against: nil).holds)
  }

  @Test("the archive holds what the folder holds")
  func archive() throws {
    let archive = office.folder.appendingPathComponent("delivery.tar").path
    let folder = try office.deliver("a second delivery", archive: archive)
    let report = try FileVerifier.verify([archive], against: nil)
    #expect(report.holds)
    #expect(report.says(.holds, "recounted: 12 leaves"))
    #expect(try FileVerifier.verify([archive, folder], against: nil).holds)
  }

  @Test("a delivery that fails leaves no folder, no leaf, no publication and no record")
  func failing() throws {
    let before = try office.waiting()
    #expect(refusal { _ = try office.deliver() } == .cannotCreate)
    // A signature that the ledger does not know cannot be delivered.
    _ = try office.office.movePetition("letter", to: .open)
    let id = try office.sign(1, "Later")[0]
    try office.byHand("DELETE FROM ledger_queue")
    #expect(refusal { _ = try office.deliver("second") } == .corrupt)
    #expect(try office.repository.read { try $0.deliveries.all(of: $0.petition("letter").id) }.count == 1)
    // Its leaf was deleted with the others, so nobody is told its number any more.
    #expect(refusal { _ = try office.office.deliveries(of: "letter") } == .altered)
    #expect(try office.waiting().isEmpty)
    #expect(before.map(\.kind) == [.delivery])
    #expect(try office.office.petition("letter").petition.state == .open)
    let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
    #expect(!names.contains { $0.contains("second") })
    #expect(try office.leaf(of: id) != nil)
  }
}
