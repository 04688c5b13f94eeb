import Campaigns
import Foundation
import Ledger
import Testing

@testable import Office

@Suite("Receipts")
struct ReceiptTests {
  private let office: TemporaryOffice

  init() throws { office = try TemporaryOffice() }

  /// Writes a signer's receipt and opening and gives their paths.
  private func receipt(
    _ id: Identifier<Signature>, _ choice: OpeningFile.Choice = .both, _ name: String = "receipt"
  ) throws -> (receipt: String, opening: String) {
    let (receipt, opening) = try office.office.receipt(for: id.description, of: "letter", opening: choice)
    return (
      try office.file(name, String(decoding: receipt.bytes, as: UTF8.self)),
      try office.file(name + ".opening", String(decoding: try opening.bytes, as: UTF8.self))
    )
  }

  @Test("a receipt takes its leaf into the tree, and holds with its opening")
  func holds() throws {
    let ids = try office.sign(5)
    let files = try receipt(ids[2])
    #expect(try office.waiting().isEmpty)
    let report = try FileVerifier.verify([files.receipt, files.opening], against: nil)
    #expect(report.holds)
    #expect(report.says(.holds, "the leaf is in the ledger picket/\(try office.campaign)"))
    #expect(report.says(.holds, "the leaf commits to the name \"Signer 2 Example\""))
    #expect(report.says(.holds, "it opens a leaf of"))
    #expect(report.says(.unproven, "that the signature still stands"))
    #expect(report.says(.unproven, "who signed"))
  }

  @Test("a second receipt needs no new checkpoint")
  func again() throws {
    let ids = try office.sign(3)
    _ = try receipt(ids[0])
    let size = try office.tree().count
    _ = try office.add("Ana Example", "ana@mail.example")
    #expect(try FileVerifier.verify([receipt(ids[1]).receipt], against: nil).holds)
    #expect(try office.tree().count == size)
    #expect(try office.waiting().count == 1)
  }

  @Test("a receipt names its letter by the SHA-256 of its text")
  func letter() throws {
    let id = try office.sign(1)[0]
    let digest = try office.office.letter(nil, of: "letter").hexDigest
    #expect(try FileVerifier.verify([receipt(id).receipt], against: nil).says(.holds, digest))
  }

  @Test("a receipt after a withdrawal says so, and the one before still holds without saying so")
  func withdrawn() throws {
    let id = try office.sign(2)[0]
    let before = try receipt(id, .both, "before")
    try office.withdraw(id)
    let after = try receipt(id, .both, "after")
    let old = try FileVerifier.verify([before.receipt], against: nil)
    #expect(old.holds)
    #expect(!old.says(.holds, "withdrawn"))
    let new = try FileVerifier.verify([after.receipt, after.opening], against: nil)
    #expect(new.holds)
    #expect(new.says(.holds, "the signature was withdrawn by its signer"))
    #expect(!new.says(.unproven, "still stands"))
  }

  @Test("a receipt after an invalidation says whose decision it was")
  func invalidated() throws {
    let id = try office.sign(1)[0]
    _ = try office.office.invalidateSignatures([id.description], of: "letter", because: "left long ago")
    let report = try FileVerifier.verify([receipt(id).receipt], against: nil)
    #expect(report.holds)
    #expect(report.says(.holds, "invalidated by the organizers"))
  }

  @Test("after an edit the opening is still of what was signed")
  func edited() throws {
    let id = try office.add("Ana Example", "ana@mail.example") { $0.signatory.jobTitle = "Baker" }.id
    var change = SignatureChange()
    change.name = "Anna Other"
    change.jobTitle = "Cook"
    _ = try office.office.editSignature(id.description, of: "letter", change)
    let files = try receipt(id)
    let report = try FileVerifier.verify([files.receipt, files.opening], against: nil)
    #expect(report.holds)
    #expect(report.says(.holds, "the name \"Ana Example\""))
    #expect(report.says(.holds, "the role \"Baker\""))
    #expect(!report.says(.holds, "Anna"))
    #expect(try office.signatures().map(\.signatory.name) == ["Anna Other"])
  }

  @Test("name and role are opened apart", arguments: OpeningFile.Choice.allCases)
  func apart(choice: OpeningFile.Choice) throws {
    let id = try office.add("Ana Example", "ana@mail.example") { entry in
      entry.signatory.jobTitle = "Baker"
      entry.signatory.team = "Night shift"
    }.id
    let files = try receipt(id, choice)
    let opening = try String(contentsOfFile: files.opening, encoding: .utf8)
    #expect(opening.contains("Ana Example") == (choice != .role))
    #expect(opening.contains("Baker, Night shift") == (choice != .identity))
    let report = try FileVerifier.verify([files.receipt, files.opening], against: nil)
    #expect(report.holds)
    #expect(report.says(.holds, "the name \"Ana Example\"") == (choice != .role))
    #expect(report.says(.unproven, "the role is not opened") == (choice == .identity))
    #expect(!opening.contains("mail.example"))
  }

  @Test("the receipt itself names nobody")
  func nameless() throws {
    let id = try office.add("Ana Example", "ana@mail.example").id
    let receipt = try String(contentsOfFile: receipt(id).receipt, encoding: .utf8)
    let extra = try #require(try TlogProof(Array(receipt.utf8)).extra)
    for text in [receipt, String(decoding: extra, as: UTF8.self)] {
      #expect(!text.contains("Ana"))
      #expect(!text.contains(id.description))
    }
  }

  @Test("an opening of another leaf is false")
  func otherLeaf() throws {
    let ids = try office.sign(2)
    let mine = try receipt(ids[0], .both, "mine")
    let other = try receipt(ids[1], .both, "other")
    let report = try FileVerifier.verify([mine.receipt, other.opening], against: nil)
    #expect(!report.holds)
    #expect(report.says(.isFalse, "it opens a leaf that is in nothing given here"))
    #expect(try FileVerifier.verify([other.opening], against: nil).holds)
  }

  @Test("an opening with another name, role or salt is false", arguments: ["Ana Example", "Baker", "salt"])
  func forgedOpening(what: String) throws {
    let id = try office.add("Ana Example", "ana@mail.example") { $0.signatory.jobTitle = "Baker" }.id
    let files = try receipt(id)
    var text = try String(contentsOfFile: files.opening, encoding: .utf8)
    if what == "salt" {
      let salts = text.split(separator: "\"salt\" : \"").dropFirst().map { String($0.prefix(44)) }
      try #require(salts.count == 2)
      text = text.replacing(salts[0], with: salts[1])
    } else {
      text = text.replacing(what, with: "Other")
    }
    let forged = try office.file("forged", text)
    let report = try FileVerifier.verify([files.receipt, forged], against: nil)
    #expect(!report.holds)
    #expect(report.says(.isFalse, "not those that the leaf commits to"))
  }

  @Test("who is held, erased or not there has no receipt, and asking writes nothing")
  func none() throws {
    try office.sign(1)
    let held = try office.add("Bo Example", "signer0@mail.example").id
    #expect(refusal { _ = try receipt(held) } == .notAllowed)
    let erased = try office.add("Cy Example", "cy@mail.example").id
    _ = try office.office.eraseSignature(erased.description, of: "letter")
    #expect(refusal { _ = try receipt(erased) } == .notFound)
    #expect(refusal { _ = try receipt(Identifier(rawValue: 5)) } == .notFound)
    #expect(try office.tree().isEmpty)
  }

  @Test("who came back has a receipt of the new leaf, which does not say that they left")
  func returned() throws {
    let id = try office.add("Ana Example", "ana@mail.example").id
    try office.withdraw(id)
    let left = try receipt(id, .both, "left")
    _ = try office.add("Ana Example", "ana@mail.example") { $0.returning = true }
    let back = try receipt(id, .both, "back")
    let report = try FileVerifier.verify([back.receipt, back.opening], against: nil)
    #expect(report.holds)
    #expect(!report.says(.holds, "withdrawn"))
    #expect(try !FileVerifier.verify([back.receipt, left.opening], against: nil).holds)
  }
}

extension VerificationReport {
  /// Whether a finding of this verdict has the text in it.
  func says(_ verdict: Verdict, _ text: String) -> Bool {
    findings.contains { $0.verdict == verdict && $0.text.contains(text) }
  }
}
