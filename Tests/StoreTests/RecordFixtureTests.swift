import Campaigns
import Foundation
import RepositoryConformance
import Testing

@testable import Store

@Suite("Databases with the first public record")
struct RecordFixtureTests {
  @Test("a database of the fourth schema opens, and the public record is read as it was written")
  func fourth() throws {
    let folder = try Folder()
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: "m0004-record")), as: "picket.db")
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let expected = try RecordFixture()
    let record = expected.record
    let (campaign, statement) = (record.sample.campaign.id, record.statements[0].id)
    try repository.read { transaction in
      #expect(try transaction.petitions.find(expected.opened.slug) == expected.opened)
      #expect(try transaction.statements.all() == record.statements)
      for bytes in record.kept { #expect(try transaction.statements.bytes(bytes.digest) == bytes) }
      #expect(try transaction.statements.captures(of: statement) == record.captures)
      #expect(try transaction.statements.captures(of: record.statements[1].id) == [])
      let counts = try transaction.statements.captureCounts()
      #expect(counts.mapValues(\.count) == [statement: record.captures.count])
      #expect(try transaction.statements.accounts(of: statement) == record.accounts)
      #expect(try transaction.record.evidence(of: campaign) == record.evidence)
      #expect(try transaction.record.events(of: campaign) == record.events)
      let byDay = try transaction.signatures.verifiedByDay(of: expected.opened.id)
      #expect(byDay.mapValues { $0.values.reduce(0, +) } == [Sample.day: 8])
      // What the older fixtures hold is in it too; their own tests say what that is.
      #expect(try transaction.boycotts.all() == expected.actions.actions.boycotts)
      #expect(try transaction.deliveries.all(of: expected.opened.id) == [expected.actions.ledger.delivery])
    }
    let withdrawn = WithdrawnEvent(
      id: record.events[0].id, campaign: campaign, withdrawnOn: Sample.day,
      commitment: try #require(Bytes32([UInt8](repeating: 1, count: 32))))
    try repository.write { try $0.record.withdraw(leaving: withdrawn) }
    #expect(try repository.read { try $0.record.events(of: campaign) } == Array(record.events.dropFirst()))
  }
}

/// What the fixture of the fourth schema holds: what the third has, and one of everything new.
struct RecordFixture {
  let actions: ActionFixture
  let record: RecordSample
  let opened: Petition

  init() throws {
    actions = try ActionFixture()
    record = try RecordSample()
    let old = actions.revealed
    opened = Petition(
      id: old.id, slug: old.slug, campaign: old.campaign, target: old.target, title: old.title,
      language: old.language, cohort: old.cohort, admits: old.admits, goal: old.goal,
      revealThreshold: old.revealThreshold, revealedAt: old.revealedAt, closesAt: old.closesAt, state: old.state,
      createdOn: old.createdOn, openedOn: RecordSample.openedOn)
  }

  func add(to repository: any Repository) throws {
    try actions.add(to: repository)
    try record.add(to: repository)
    try repository.write { try $0.petitions.update(opened) }
  }
}
