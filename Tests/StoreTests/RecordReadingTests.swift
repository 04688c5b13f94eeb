import Campaigns
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("A large public record")
struct RecordReadingTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test(
    "what is read of a statement or a campaign is read through an index, and comes out of it in order",
    arguments: [
      ("SELECT * FROM capture WHERE statement = ? ORDER BY observed_at, number", "capture_of_statement"),
      ("SELECT * FROM account WHERE statement = ? ORDER BY number", "account_of_statement"),
      ("SELECT * FROM event WHERE campaign = ? ORDER BY happened_at, number", "event_of_campaign"),
      ("SELECT * FROM evidence WHERE campaign = ? ORDER BY number", "sqlite_autoindex_evidence"),
      ("SELECT * FROM statement WHERE slug = ?", "sqlite_autoindex_statement"),
      ("SELECT size, packed FROM kept_bytes WHERE digest = ?", "sqlite_autoindex_kept_bytes"),
    ])
  func plans(sql: String, index: String) throws {
    try folder.makeDatabaseWithRecord()
    let plan = try folder.byHand().read { database in
      try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: [0]).map { $0["detail"] as String }
    }
    #expect(plan.count == 1, "\(plan)")
    #expect(plan.first?.hasPrefix("SEARCH") == true && plan.first?.contains(index) == true, "\(plan)")
  }

  @Test("the histories of 200 statements with 50 captures each are read at once")
  func many() throws {
    let repository = try folder.makeDatabase()
    let sample = try Sample()
    let texts = try (1...9).map { try RecordSample.digest($0) }
    try repository.write { transaction in
      for text in texts { try transaction.statements.keep(KeptBytes(digest: text, size: 1, packed: [1])) }
      for number in 0..<200 {
        try transaction.statements.add(
          PublicStatement(
            id: Identifier(rawValue: 1_000 + Int64(number)), slug: try Slug("statement-\(number)"),
            campaign: sample.campaign.id, target: sample.target.id, title: "Title", channel: .blog, url: nil,
            speaker: nil, addedOn: Sample.day))
      }
      for number in 0..<10_000 {
        // Those of one statement lie apart, and are not added in the order of their times.
        let text = texts[number / 200 * 7 % 9]
        try transaction.statements.add(
          SealedCapture(
            Capture(
              id: Identifier(rawValue: 20_000 + Int64(number)),
              statement: Identifier(rawValue: 1_000 + Int64(number % 200)),
              observedAt: Moment(seconds: Int64(number / 200 * 37 % 50) * 3_600, precision: .minute),
              content: Capture.Content(raw: text, text: text, byteCount: 1, mediaType: "text/html"), fetch: nil),
            observer: nil))
      }
    }
    let start = ContinuousClock.now
    let histories = try repository.read { transaction in
      try transaction.statements.all().map { statement in
        RevisionHistory(of: try transaction.statements.captures(of: statement.id).map(\.capture))
      }
    }
    let counts = try repository.read { try $0.statements.captureCounts() }
    let duration = ContinuousClock.now - start
    #expect(histories.count == 200)
    #expect(histories.allSatisfy { $0.revisions.reduce(0) { $0 + $1.captures } == 50 })
    #expect(counts.count == 200)
    #expect(counts.values.allSatisfy { $0.count == 50 && $0.last.seconds == 49 * 3_600 })
    // A debug build on a busy machine takes a second or two; a scan for each statement would take far longer.
    #expect(duration < .seconds(10))
  }

  @Test("a removed event is not in the file any more, and the others are")
  func removed() throws {
    let repository = try folder.makeDatabaseWithRecord()
    let campaign = try Sample().campaign.id
    func canary(_ number: Int64) -> String { "<canary \(1_000_000 + number)>" }
    var state = 5 as UInt64
    let commitment = try #require(Bytes32([UInt8](repeating: 1, count: 32)))
    try repository.write { transaction in
      for number in 0..<300 as Range<Int64> {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let filling = String(repeating: "x", count: Int(state >> 33) % 900)
        try transaction.record.add(
          CampaignEvent(
            id: Identifier(rawValue: 1_000 + number * 7_919 % 1_009), campaign: campaign,
            at: Moment(seconds: number, precision: .day), text: canary(number) + filling, evidence: nil))
      }
    }
    try repository.write { transaction in
      for number in 0..<300 as Range<Int64> where number % 3 == 0 {
        try transaction.record.withdraw(
          leaving: WithdrawnEvent(
            id: Identifier(rawValue: 1_000 + number * 7_919 % 1_009), campaign: campaign, withdrawnOn: Sample.day,
            commitment: commitment))
      }
    }
    for number in 0..<300 as Range<Int64> {
      #expect(try folder.holds(Array(canary(number).utf8)) == (number % 3 != 0), "\(number)")
    }
  }
}
