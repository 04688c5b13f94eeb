import Campaigns
import Foundation
import RepositoryConformance
import Testing

@testable import Store

@Suite("Databases with the first channels, sheets and rosters")
struct ListFixtureTests {
  @Test("a database of the fifth schema opens, and what belongs to lists is read as it was written")
  func fifth() throws {
    let folder = try Folder()
    try folder.put(Data(contentsOf: FixtureTests.fixture(of: "m0005-lists")), as: "picket.db")
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let expected = try ListFixture()
    let lists = expected.lists
    let (campaign, petition) = (lists.sample.campaign.id, lists.sample.petition.id)
    try repository.read { transaction in
      #expect(try transaction.channels.all(of: petition) == lists.channels)
      #expect(try transaction.sheets.all(of: petition) == lists.sheets)
      #expect(try transaction.toldApart.all(of: petition) == Set(lists.pairs))
      var roster: [SealedRosterEntry] = []
      try transaction.roster.forEachBatch(of: campaign, limit: 2) { roster += $0 }
      #expect(roster == lists.roster)
      #expect(try transaction.deliveries.all(of: petition).last == lists.delivery)
      // What the older fixtures hold is in it too; their own tests say what that is.
      #expect(try transaction.statements.all() == expected.record.record.statements)
    }
    let first = try #require(lists.signatures.first)
    let erasure = Erasure(
      signature: first.id, petition: petition, cohort: first.cohort, countedAs: .withdrawn, mark: nil)
    try repository.write { try $0.signatures.erase(leaving: erasure) }
    #expect(try repository.read { try $0.toldApart.all(of: petition) } == Set(lists.pairs.dropFirst()))
  }

  /// Writes the fixture, as long as its schema is the newest one. A fixture that was shipped is never changed.
  @Test("the fixture is written", .enabled(if: FixtureTests.isToBeWritten("m0005-lists")))
  func write() throws {
    let path = FixtureTests.fixture(of: "m0005-lists").path
    try SQLiteRepository.create(at: path, vault: ConformanceCase.vault)
    try ListFixture().add(to: SQLiteRepository(at: path))
    unlink(path + "-journal")
  }
}

/// What the fixture of the fifth schema holds: what the fourth has, and one of everything new.
struct ListFixture {
  let record: RecordFixture
  let lists: ListSample

  init() throws {
    record = try RecordFixture()
    lists = try ListSample()
  }

  func add(to repository: any Repository) throws {
    try record.add(to: repository)
    try lists.add(to: repository)
  }
}
