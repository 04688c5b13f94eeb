import Campaigns
import Export
import Foundation
import GRDB
import Intake
import Ledger
import Store
import Testing

@testable import Office

struct PledgeOfficeTests {
  private let office: TemporaryOffice

  init() throws {
    office = try TemporaryOffice()
    try office.createBoycott()
  }

  // MARK: - Tampering

  @Test(arguments: [
    "stage = 1", "stage = 2", "is_verified = 1", "is_verified = 0", "if_others = 1", "if_others = NULL", "terms = 2",
    "lapses_on = 30000", "tag = zeroblob(16)", "cohort = 3", "contents = zeroblob(length(contents))",
  ])
  func `a clear column that was changed by hand is found when the row is opened`(change: String) throws {
    let isAboutVerified = change == "is_verified = 0"
    let id = try office.pledge("Ana Example", "ana@mail.example", ifOthers: 50, verified: isAboutVerified).id
    try office.byHand("UPDATE pledge SET \(change)")
    let text = id.description
    #expect(refusal { _ = try office.pledges() } == .altered)
    #expect(refusal { _ = try office.office.pledge(text, of: "walk-out") } == .altered)
    #expect(
      refusal { _ = try office.office.verifyPledges([text], of: "walk-out", method: .known, by: nil) } == .altered)
    #expect(refusal { _ = try office.office.organizersPledges(of: "walk-out") } == .altered)
    #expect(refusal { _ = try office.office.erasePledge(text, of: "walk-out") } == .altered)
  }

  @Test(arguments: [
    "stage = 1, is_verified = 1", "stage = 2, is_verified = 1", "is_verified = 1", "if_others = NULL",
  ])
  func `whoever makes real pledges bind by hand is stopped by the reveal`(change: String) throws {
    try office.pledge("Ana Example", "ana@mail.example", ifOthers: 1)
    let verified = change == "if_others = NULL"
    let false1 = try office.pledge(
      "Ben Example", "ben@mail.example", ifOthers: verified ? 9 : nil, verified: verified)
    #expect(try office.pledgeTally.total.binding == 0)
    try office.byHand("UPDATE pledge SET \(change) WHERE id = ?", [false1.id.rawValue])
    #expect(try office.pledgeTally.unrevealed > 0)
    #expect(refusal { _ = try office.office.revealPlan(of: "walk-out") } == .altered)
    for number in 1...2 {
      #expect(refusal { _ = try office.office.revealPledges(of: "walk-out", confirming: number) } == .altered)
    }
    #expect(try office.office.pledgeTally(of: "walk-out").boycott.revealedOn == nil)
  }

  @Test func `two rows whose contents were swapped`() throws {
    try office.pledge("Ana Example", "ana@mail.example")
    try office.pledge("Ben Example", "ben@mail.example")
    try office.byHand(
      """
      CREATE TABLE two AS SELECT id, contents FROM pledge;
      UPDATE pledge SET contents = (SELECT contents FROM two WHERE two.id <> pledge.id);
      DROP TABLE two
      """)
    #expect(refusal { _ = try office.pledges() } == .altered)
  }

  // MARK: - Erasure

  @Test func `an erased pledge is gone from the file, and its mark keeps it out`() throws {
    let id = try office.pledge("Ana Example", "ana@mail.example", ifOthers: 3).id
    try office.pledge("Ben Example", "ben@mail.example")
    let sealed = try office.bytes("SELECT contents FROM pledge WHERE id = ?", [id.rawValue])
    let tag = try office.bytes("SELECT tag FROM pledge WHERE id = ?", [id.rawValue])
    #expect(sealed.count > 100)
    let file = { Data(try Data(contentsOf: URL(fileURLWithPath: office.path))) }
    #expect(try file().range(of: Data(sealed.prefix(64))) != nil)
    _ = try office.office.erasePledge(id.description, of: "walk-out")
    for start in stride(from: 0, to: sealed.count - 32, by: 32) {
      #expect(try file().range(of: Data(sealed[start..<start + 32])) == nil)
    }
    #expect(try file().range(of: Data(tag)) == nil)
    #expect(try office.pledges().map(\.pledge.signatory.name) == ["Ben Example"])
    #expect(try office.pledgeTally.total.withdrawn == 1)
    #expect(refusal { _ = try office.office.pledge(id.description, of: "walk-out") } == .notFound)
    #expect(refusal { _ = try office.office.erasePledge(id.description, of: "walk-out") } == .notFound)
    #expect(refusal { try office.pledge("Ana Example", "ANA+2@mail.example") } == .notAllowed)
    let counts = try office.importPledges("name,email,if_others\nAna Example,ana@mail.example,\n")
    #expect(counts.rejected == 1)
    #expect(counts.withheld == 1)
    #expect(counts.rejectsPath == nil)
    #expect(try office.pledge("Ana Example", "ana@mail.example") { $0.returning = true }.kind == .added)
    #expect(try office.pledge("Ana Example", "ana@mail.example").kind == .duplicate)
    #expect(try office.pledgeTally.total.pledged == 2)
  }

  // MARK: - Revealing

  @Test func `a reveal is in the history and in the ledger, without a number`() throws {
    for number in 1...13 { try office.pledge("P \(number)", "p\(number)@mail.example", ifOthers: 12) }
    #expect(refusal { _ = try office.office.revealPledges(of: "walk-out", confirming: 12) } == .usage)
    #expect(try office.pledges().allSatisfy { !$0.pledge.isRevealed && $0.pledge.stage == .standing })
    let reveal = try office.office.revealPledges(of: "walk-out", confirming: 13)
    #expect(reveal.count == 13)
    #expect(reveal.byMethod == ["badge": 13])
    let (boycott, tally) = try office.office.pledgeTally(of: "walk-out")
    #expect(boycott.revealedOn == .today)
    #expect(tally.unrevealed == 0)
    #expect(tally.total.binding == 13)
    let (events, queue) = try office.repository.read { transaction in
      (
        try transaction.boycotts.events(of: boycott.id),
        try CampaignLog.leaves(in: transaction.ledger.queue(of: boycott.campaign).leaves)
      )
    }
    #expect(events.map(\.kind) == [.revealed])
    #expect(events.map(\.text) == ["The pledges that bind are known."])
    #expect(queue.contains(PublicLeaves.leaf(of: try #require(events.first))))
    #expect(refusal { _ = try office.office.revealPledges(of: "walk-out", confirming: 0) } == .notAllowed)
    // The leaf that was queued without the key is taken into the tree.
    _ = try office.checkpoint()
    #expect(try office.complaints().isEmpty)
  }

  @Test func `those that bind since are revealed by a second one, and what was kept before it`() throws {
    try office.pledge("Ana Example", "ana@mail.example")
    _ = try office.office.revealPledges(of: "walk-out", confirming: 1)
    try office.pledge("Ben Example", "ben@mail.example")
    let kept = try office.pledge("Cem Example", "cem@mail.example", ifOthers: 2).id.description
    _ = try office.office.recordPledge(kept, of: "walk-out", wasKept: true, on: .today, evidence: nil)
    #expect(try office.office.publicPledges(of: "walk-out").lines.compactMap(\.fullName) == ["Ana Example"])
    let plan = try office.office.revealPlan(of: "walk-out")
    #expect(plan.count == 2)
    #expect(plan.before == 1)
    _ = try office.office.revealPledges(of: "walk-out", confirming: 2)
    #expect(try office.office.publicPledges(of: "walk-out").lines.count == 3)
    let events = try office.repository.read { try $0.boycotts.events(of: $0.boycott("walk-out").id) }
    #expect(events.map(\.text) == Array(repeating: "The pledges that bind are known.", count: 2))
  }

  @Test func `a pledge that binds for good stays bound when others leave`() throws {
    let ids = try (1...3).map { try office.pledge("P \($0)", "p\($0)@mail.example", ifOthers: 2).id.description }
    _ = try office.office.revealPledges(of: "walk-out", confirming: 3)
    _ = try office.office.withdrawPledge(ids[0], of: "walk-out")
    #expect(try office.pledgeTally.total.binding == 2)
    try office.changeBoycott { $0.changeTerms() }
    #expect(try office.pledgeTally.total.binding == 2)
    #expect(try office.pledgeTally.total.askedAgain == 0)
  }

  @Test func `pledges that were not revealed are free again when others leave`() throws {
    let ids = try (1...3).map { try office.pledge("P \($0)", "p\($0)@mail.example", ifOthers: 2).id.description }
    #expect(try office.pledgeTally.total.binding == 3)
    #expect(try office.office.withdrawPledge(ids[0], of: "walk-out").state == .withdrawn)
    #expect(try office.pledgeTally.total.binding == 0)
    #expect(try office.pledgeTally.total.conditional == 2)
  }

  // MARK: - Rehearsing

  @Test func `a rehearsal says what the import then does`() throws {
    try office.pledge("Ana Example", "ana@mail.example", ifOthers: 2)
    let sheet = """
      name,email,if_others,visibility
      Ana Example,ana@mail.example,5,named
      Ben Example,ben@mail.example,,named
      Ben Example,ben@mail.example,4,role
      Ben Example,ben@mail.example,3,named
      Other Name,ben@mail.example,,named
      ,none@mail.example,,named

      """
    let request = try PledgeImport(try office.file("rehearsed.csv", sheet), into: "walk-out")
    let rehearsed = try office.office.rehearsePledges(request)
    #expect(try office.pledges().count == 1)
    let imported = try office.importPledges(sheet, verified: false)
    for outcome in [rehearsed, imported] {
      #expect(outcome.rows == 6)
      #expect(outcome.added == 1)
      #expect(outcome.renewed == 2)
      #expect(outcome.duplicates == 1)
      #expect(outcome.rejected == 2)
      #expect(outcome.refusals.map(\.line).sorted() == [6, 7])
    }
    let ben = try #require(try office.pledges().map(\.pledge).first { $0.signatory.name == "Ben Example" })
    #expect(ben.ifOthers == 4)
    #expect(ben.visibility.level == .role)
  }

  @Test func `a sheet of several batches, with duplicates across them, and in no telling order`() throws {
    var text = "name,email,if_others\n"
    for number in 0..<20_000 { text += "P \(number),p\(number)@mail.example,19999\n" }
    for number in 0..<10 { text += "P \(number),p\(number)@mail.example,30000\n" }
    let outcome = try office.importPledges(text)
    #expect(outcome.added == 20_000)
    #expect(outcome.renewed == 10)
    #expect(try office.pledgeTally.total.conditional == 20_000)
    #expect(try office.pledgeTally.nextThreshold == 10)
    let numbers = try office.pledges().compactMap { Int($0.pledge.signatory.name.dropFirst(2)) }
    let ascents = zip(numbers, numbers.dropFirst()).count { $1 == $0 + 1 }
    #expect(ascents < 100, "the order of the identifiers tells that of the sheet")
    // The same file again adds nothing.
    let again = try office.importPledges(text)
    #expect(again.added == 0)
    #expect(again.duplicates == 20_010)
  }
}
