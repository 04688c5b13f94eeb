import Campaigns
import Foundation
import Ledger
import Store
import Testing

@testable import Office

/// What organizers could try who have the key: all is signed, and yet the recount shows it.
@Suite("Deliveries that were signed and do not add up")
struct DishonestDeliveryTests {
  private let delivered: Delivered

  init() throws { delivered = try Delivered() }

  private func place(of kind: LedgerLeaf.Kind, counted: Bool, in lines: [String]) throws -> Int {
    try #require(
      lines.firstIndex { line in
        let words = line.split(separator: " ")
        return words.first.flatMap { LedgerLeaf(text: String($0)) }?.kind == kind && (words.count == 2) == counted
      })
  }

  @Test("signed anew without a change it holds")
  func unchanged() throws {
    #expect(try delivered.verify(changing: "leaves") { _ in }.holds)
  }

  @Test("leaves in another order do not make the root")
  func reordered() throws {
    let report = try delivered.verify(changing: "leaves") { $0.swapAt(3, 4) }
    #expect(report.says(.isFalse, "its leaves do not make the root that was signed"))
  }

  @Test("a leaf that was added or left out does not make the root", arguments: [true, false])
  func otherCount(isAdded: Bool) throws {
    let report = try delivered.verify(changing: "leaves") { lines in
      if isAdded { lines.insert(lines[2], at: 2) } else { lines.remove(at: 2) }
    }
    #expect(report.says(.isFalse, "its leaves do not make the root that was signed"))
  }

  @Test(
    "a counted mark that moved to something else than a signature is found",
    arguments: [
      LedgerLeaf.Kind.letter, .keyChange, .withdrawal,
    ])
  func movedMark(kind: LedgerLeaf.Kind) throws {
    let report = try delivered.verify(changing: "leaves") { lines in
      let from = try place(of: .signature, counted: true, in: lines)
      let to = try place(of: kind, counted: false, in: lines)
      lines[from] = lines[from].replacing(" counted", with: "")
      lines[to] += " counted"
    }
    #expect(report.says(.holds, "make the root that was signed"))
    #expect(report.says(.isFalse, "a counted leaf is no signature to this petition"))
  }

  @Test("a counted mark on a signature that was withdrawn is found")
  func withdrawn() throws {
    let left = try #require(try delivered.office.leaf(of: delivered.left))
    let report = try delivered.verify(changing: "leaves") { lines in
      let from = try place(of: .signature, counted: true, in: lines)
      let to = try #require(lines.firstIndex { $0.hasPrefix(left.text) })
      lines[from] = lines[from].replacing(" counted", with: "")
      lines[to] += " counted"
    }
    #expect(report.says(.isFalse, "had been withdrawn or invalidated"))
  }

  @Test("a mark too few or too many is not the number")
  func marks() throws {
    let fewer = try delivered.verify(changing: "leaves") { lines in
      let place = try place(of: .signature, counted: true, in: lines)
      lines[place] = lines[place].replacing(" counted", with: "")
    }
    #expect(fewer.says(.isFalse, "the number 12 is not that of the counted leaves"))
    let more = try delivered.verify(changing: "leaves") { lines in
      lines[try place(of: .signature, counted: false, in: lines)] += " counted"
    }
    #expect(more.says(.isFalse, "the number 12 is not that of the counted leaves"))
  }

  @Test(
    "another word than counted is no mark", arguments: [" Counted", "  counted", " counted ", " counted counted"])
  func words(mark: String) throws {
    let report = try delivered.verify(changing: "leaves") { $0[0] = $0[0].replacing(" counted", with: "") + mark }
    #expect(report.says(.isFalse, "line 1 is no leaf"))
  }

  @Test("a number that is not the sum of its parts is found", arguments: 0..<4)
  func numbers(which: Int) throws {
    let report = try delivered.verify(
      changing: "leaves",
      manifest: { manifest in
        switch which {
        case 0: manifest.total += 1
        case 1: manifest.counted += 1
        case 2: manifest.parts = [PublicRoll.CohortCount(cohorts: [.employee], count: 13)]
        default:
          manifest.total += 1
          manifest.counted += 1
          manifest.parts = [PublicRoll.CohortCount(cohorts: [.employee], count: 13)]
        }
      }, { _ in })
    #expect(report.says(.isFalse, "is not that of the counted leaves, or not the sum of its parts"))
  }

  @Test("lines that were swapped, changed, doubled or left out are not the list that was signed", arguments: 0..<4)
  func lines(which: Int) throws {
    let report = try delivered.verify(changing: "list") { lines in
      switch which {
      case 0: lines.swapAt(0, 1)
      case 1: lines[0] = lines[0].replacing("Signer 0", with: "Signer 9")
      case 2: lines[1] = lines[0]
      default: lines.remove(at: 0)
      }
    }
    #expect(report.says(.isFalse, "the list is not the one that was signed"))
  }

  @Test("a form of the list that says something else is found", arguments: ["list.csv", "list.json"])
  func forms(name: String) throws {
    let report = try delivered.verify(changing: name) { lines in
      lines = lines.map { $0.replacing("Signer 0", with: "Signer 9") }
    }
    #expect(report.says(.isFalse, "it says something else than the list"))
  }

  @Test("a letter that nobody signed is found")
  func letter() throws {
    let report = try delivered.verify(changing: "letter-en-1.md") { $0[0] = "We demand." }
    #expect(report.says(.isFalse, "a counted signature is bound to a text that is not in it"))
  }

  @Test("a tree that the checkpoint does not name is found")
  func tree() throws {
    let root = try #require(LedgerHash([UInt8](repeating: 1, count: 32)))
    let report = try delivered.verify(changing: "leaves", manifest: { $0.tree.root = root }, { _ in })
    #expect(report.says(.isFalse, "the checkpoint is another one than the manifest names"))
    #expect(report.says(.isFalse, "do not make the root"))
  }

  @Test("the leaf of one person counted twice is found")
  func twice() throws {
    let office = delivered.office
    let leaf = try #require(try office.leaf(of: delivered.named[0]))
    let vault = try office.office.vault()
    // Organizers who queue the same leaf once more, to make one person two.
    let campaign = try office.campaign
    let queued = try office.queued(leaf)
    let checkpoint = try office.repository.write { transaction in
      try transaction.ledger.enqueue([queued])
      return try CampaignLog(campaign: campaign, transaction: transaction).makeCheckpoint(vault)
    }
    let plain = try Checkpoint(unverified: try SignedNote(checkpoint.note))
    var files = try delivered.files()
    let counted = Set(
      String(decoding: try #require(files["leaves"]), as: UTF8.self).split(separator: "\n")
        .filter { $0.hasSuffix(" counted") }.map { $0.prefix(100) })
    let rows = try office.tree().map { $0.text + (counted.contains($0.text[...]) ? " counted" : "") + "\n" }
    files["leaves"] = Array(rows.joined().utf8)
    files["checkpoint"] = checkpoint.note
    let report = try delivered.verify(
      try delivered.signedAnew(files) { manifest in
        manifest.tree = (plain.size, plain.root)
        manifest.total = 13
        manifest.counted += 1
        manifest.parts = [PublicRoll.CohortCount(cohorts: [.employee], count: 13)]
      })
    #expect(report.says(.isFalse, "counted twice"))
  }
}
