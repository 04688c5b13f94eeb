import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("What becomes of older databases that have no public record")
struct RecordMigrationTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test(
    "a database of an older schema has nothing on record, does not know when a petition was opened, and takes both",
    arguments: ["m0001-first", "m0002-ledger", "m0003-actions"])
  func empty(step: String) throws {
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: step)), as: "picket.db")
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let record = try RecordSample()
    let (campaign, statement) = (record.sample.campaign.id, record.statements[0].id)
    try repository.read { transaction in
      // One of them is open, the other a draft.
      #expect(try transaction.petitions.all().map(\.openedOn) == [nil, nil])
      #expect(try transaction.statements.all() == [])
      let counts = try transaction.statements.captureCounts()
      #expect(counts.isEmpty)
      #expect(try transaction.record.evidence(of: campaign) == [])
      #expect(try transaction.record.events(of: campaign) == [])
    }
    for table in ["kept_bytes", "statement", "capture", "account", "evidence", "event"] {
      let count = try folder.byHand().read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
      #expect(count == 0, "\(table)")
    }
    try record.add(to: repository)
    try repository.readEverything()
    try repository.read { transaction in
      let statements = try transaction.statements.all()
      #expect(statements == record.statements)
      #expect(try transaction.statements.captures(of: statement) == record.captures)
      #expect(try transaction.statements.accounts(of: statement) == record.accounts)
      #expect(try transaction.record.evidence(of: campaign) == record.evidence)
      #expect(try transaction.record.events(of: campaign) == record.events)
    }
  }

  @Test("a petition that an older Picket opened is opened anew without a first day, and a draft gets one")
  func opening() throws {
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: "m0003-actions")), as: "picket.db")
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    var petitions = try repository.read { try $0.petitions.all() }
    #expect(petitions.map(\.state) == [.draft, .open])
    try petitions[0].move(to: .open, on: Sample.day)
    try petitions[1].move(to: .paused, on: Sample.day)
    try petitions[1].move(to: .open, on: Sample.day)
    try repository.write { transaction in for petition in petitions { try transaction.petitions.update(petition) } }
    let again = try SQLiteRepository(at: folder.path("picket.db")).read { try $0.petitions.all() }
    #expect(again == petitions)
    #expect(again.map(\.openedOn) == [Sample.day, nil])
  }
}
