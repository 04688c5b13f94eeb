import Campaigns
import Foundation
import Ledger
import Testing

@testable import Office

@Suite("Receipts that were forged")
struct ForgedReceiptTests {
  private let office: TemporaryOffice
  private let ids: [Identifier<Signature>]
  private let lines: [String]

  init() throws {
    office = try TemporaryOffice()
    ids = try office.sign(9)
    try office.withdraw(ids[8])
    let receipt = try office.office.receipt(for: ids[0].description, of: "letter", opening: .both).receipt
    lines = String(decoding: receipt.bytes, as: UTF8.self).components(separatedBy: "\n")
  }

  private func verify(_ lines: [String]) throws -> VerificationReport {
    let path = try office.file("forged", lines.joined(separator: "\n"))
    return try FileVerifier.verify([path], against: nil)
  }

  /// The extra part of a receipt, as the line that holds it.
  private func line(of extra: String) -> String { "extra " + Data(extra.utf8).base64EncodedString() }

  private func extra(of lines: [String]) throws -> String {
    String(decoding: try #require(Data(base64Encoded: String(lines[1].dropFirst(6)))), as: UTF8.self)
  }

  private var hashCount: Int { (lines.firstIndex(of: "") ?? 0) - 3 }

  @Test("as it is, it holds; so does the test's way of taking it apart and putting it together")
  func genuine() throws {
    #expect(hashCount >= 3)
    var again = lines
    again[1] = line(of: try extra(of: lines))
    #expect(again == lines)
    #expect(try verify(again).holds)
  }

  @Test("every other index is false")
  func index() throws {
    let index = try #require(Int(lines[2].dropFirst(6)))
    for other in 0...13 where other != index {
      var forged = lines
      forged[2] = "index \(other)"
      #expect(try !verify(forged).holds)
    }
    for text in ["-1", "+\(index)", "0\(index)", "", "9223372036854775807", "99999999999999999999"] {
      var forged = lines
      forged[2] = "index \(text)"
      #expect(try !verify(forged).holds)
    }
  }

  @Test("a proof that lost, gained or changed a hash, or has two in another order, is false")
  func hashes() throws {
    for place in 3..<3 + hashCount {
      var shorter = lines
      shorter.remove(at: place)
      #expect(try !verify(shorter).holds)
      var longer = lines
      longer.insert(lines[place], at: place)
      #expect(try !verify(longer).holds)
      var changed = lines
      changed[place] = Data(Array(try #require(Data(base64Encoded: lines[place]))).turning(7)).base64EncodedString()
      #expect(try !verify(changed).holds)
    }
    var swapped = lines
    swapped.swapAt(3, 4)
    #expect(try !verify(swapped).holds)
  }

  @Test("a receipt that was cut after any line is false")
  func cut() throws {
    for count in 1..<lines.count - 1 {
      #expect(try !verify(Array(lines.prefix(count))).holds)
      #expect(try !verify(Array(lines.prefix(count)) + [""]).holds)
    }
  }

  @Test("every changed byte of it is false")
  func bytes() throws {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    for place in bytes.indices {
      let path = office.folder.appendingPathComponent("changed")
      try Data(bytes.turning(place)).write(to: path)
      let report = try FileVerifier.verify([path.path], against: nil)
      #expect(!report.holds, "byte \(place) of \(bytes.count)")
    }
  }

  @Test("the leaf of another signer does not stand at this place")
  func otherLeaf() throws {
    let other = try office.office.receipt(for: ids[1].description, of: "letter", opening: .both).receipt
    var forged = lines
    forged[1] = String(decoding: other.bytes, as: UTF8.self).components(separatedBy: "\n")[1]
    #expect(try !verify(forged).holds)
  }

  @Test("a withdrawal that belongs to somebody else is false, and one that is not in the ledger too")
  func otherWithdrawal() throws {
    let left = try office.office.receipt(for: ids[8].description, of: "letter", opening: .both).receipt
    let leftLines = String(decoding: left.bytes, as: UTF8.self).components(separatedBy: "\n")
    let ending = try #require(try extra(of: leftLines).firstMatch(of: /"ending":(\{.*?\})/)?.output.1)
    var forged = lines
    forged[1] = line(of: "{\"ending\":\(ending)," + (try extra(of: lines)).dropFirst())
    let report = try verify(forged)
    #expect(!report.holds)
    #expect(report.says(.isFalse, "the withdrawal that the receipt names does not belong to it"))
    let leaf = try #require(try office.leaf(of: ids[0]))
    let invented = LedgerLeaf(
      kind: .withdrawal, petition: leaf.petition, letter: leaf.letter, commitment: Commitment.ending(leaf))
    let theirs = try #require(ending.firstMatch(of: /"leaf":"([^"]*)"/)?.output.1)
    forged[1] = line(
      of: "{\"ending\":\(ending.replacing(theirs, with: invented.text))," + (try extra(of: lines)).dropFirst())
    #expect(try !verify(forged).holds)
  }

  @Test("a receipt for a leaf that is no signature's is told")
  func otherKind() throws {
    let letter = try #require(try office.tree().first { $0.kind == .letter })
    let receipt = try office.log { log in
      let index = try #require(try log.index(of: letter.hash))
      let note = try #require(try log.transaction.ledger.newestCheckpoint(of: log.campaign)).note
      return try Receipt(
        leaf: letter, index: index, hashes: try log.tree.inclusionProof(of: index), checkpoint: SignedNote(note),
        key: log.signer(office.office.vault()).verifier, ending: nil)
    }
    let path = try office.file("forged", String(decoding: receipt.bytes, as: UTF8.self))
    let report = try FileVerifier.verify([path], against: nil)
    #expect(!report.holds)
    #expect(report.says(.isFalse, "the leaf is no signature's"))
  }
}
