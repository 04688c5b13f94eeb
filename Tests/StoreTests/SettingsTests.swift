import Campaigns
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("How SQLite is set")
struct SettingsTests {
  @Test(
    "the settings that safety leans on hold while somebody works",
    arguments: [
      ("journal_mode", "truncate"), ("synchronous", "3"), ("secure_delete", "1"), ("foreign_keys", "1"),
      ("temp_store", "2"), ("trusted_schema", "0"), ("cell_size_check", "1"), ("application_id", "1349084011"),
    ])
  func pragma(name: String, value: String) throws {
    let folder = try Folder()
    let repository = try folder.makeDatabase()
    let found = try repository.write { transaction in
      let database = try #require(transaction as? SQLiteTransaction).database
      return try DatabaseValue.fetchOne(database, sql: "PRAGMA \(name)")?.storage.value.map { "\($0)" }
    }
    #expect(found == value)
  }

  @Test("whoever opens a database waits ten seconds for others")
  func patience() throws {
    let folder = try Folder()
    try folder.makeDatabase()
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let milliseconds = try repository.read { transaction in
      let database = try #require(transaction as? SQLiteTransaction).database
      return try Int.fetchOne(database, sql: "PRAGMA busy_timeout")
    }
    #expect(milliseconds == 10_000)
  }
}
