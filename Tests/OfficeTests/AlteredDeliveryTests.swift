import Campaigns
import Foundation
import Ledger
import Testing
import Vault

@testable import Office

@Suite("Deliveries that were altered on their way")
struct AlteredDeliveryTests {
  private let delivered: Delivered
  private let files: [String: [UInt8]]

  init() throws {
    delivered = try Delivered()
    files = try delivered.files()
  }

  @Test("one changed bit of any file is false")
  func changed() throws {
    #expect(files.count == 11)
    #expect(try delivered.verify(files).holds)
    for (name, bytes) in files {
      for place in [0, bytes.count / 3, bytes.count / 2, bytes.count - 2, bytes.count - 1] {
        var altered = files
        altered[name] = bytes.turning(place)
        #expect(try !delivered.verify(altered).holds, "byte \(place) of \(name)")
      }
    }
  }

  @Test("every changed byte of the manifest and of the list is false", arguments: ["manifest", "list"])
  func everyByte(name: String) throws {
    let bytes = try #require(files[name])
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var altered = files
      altered[name] = bytes.turning(place, 4)
      #expect(try !delivered.verify(altered).holds, "byte \(place)")
    }
  }

  @Test("a file that was cut or made longer is false")
  func lengths() throws {
    for (name, bytes) in files {
      for other in [Array(bytes.dropLast()), bytes + [UInt8(ascii: "\n")], []] {
        var altered = files
        altered[name] = other
        #expect(try !delivered.verify(altered).holds, "\(name): \(other.count) bytes")
      }
    }
  }

  @Test(
    "a file that carries the proof cannot be missing",
    arguments: [
      "manifest", "leaves", "checkpoint", "list", "letter-en-1.md",
    ])
  func removed(name: String) throws {
    var fewer = files
    fewer[name] = nil
    #expect(try !delivered.verify(fewer).holds)
  }

  @Test(
    "a readable form that is missing is told",
    arguments: [
      "README.md", "tally.json", "list.csv", "list.json", "list.md", "list.txt",
    ])
  func formRemoved(name: String) throws {
    var fewer = files
    fewer[name] = nil
    let report = try delivered.verify(fewer)
    #expect(report.findings.contains { $0.verdict != .holds && $0.subject.hasSuffix("/\(name)") })
  }

  @Test("a file that was added is false", arguments: ["letter-en-2.md", "list.html", ".hidden", "manifest2"])
  func added(name: String) throws {
    var more = files
    more[name] = Array("hello".utf8)
    let report = try delivered.verify(more)
    #expect(!report.holds)
    #expect(report.says(.isFalse, "it was added"))
  }

  @Test("a folder or a link within it is false")
  func notPlain() throws {
    let inner = delivered.path + "/inner"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: false)
    #expect(try !FileVerifier.verify([delivered.path], against: nil).holds)
    try FileManager.default.removeItem(atPath: inner)
    #expect(try FileVerifier.verify([delivered.path], against: nil).holds)
    let target = delivered.office.folder.appendingPathComponent("elsewhere").path
    try FileManager.default.moveItem(atPath: delivered.path + "/leaves", toPath: target)
    try FileManager.default.createSymbolicLink(atPath: delivered.path + "/leaves", withDestinationPath: target)
    #expect(try !FileVerifier.verify([delivered.path], against: nil).holds)
  }

  @Test("a manifest signed by another key than it names is false, and one that names another key shows it")
  func otherKey() throws {
    let other = try NoteSigner(
      name: CampaignLog.origin(of: delivered.office.campaign),
      privateKey: Vault.create().signingKey(for: delivered.office.campaign))
    let text = try SignedNote(try #require(files["manifest"])).text
    var forged = files
    forged["manifest"] = try SignedNote(signing: text, by: [other]).bytes
    #expect(try delivered.verify(forged).says(.isFalse, "not signed by the key that it names"))
    var manifest = try DeliveryManifest(text)
    manifest.key = other.verifier
    forged["manifest"] = try SignedNote(signing: manifest.text, by: [other]).bytes
    // The checkpoint is still the campaign's own.
    #expect(
      try delivered.verify(forged).says(.isFalse, "the checkpoint is missing, or is not signed by the same key"))
  }
}
