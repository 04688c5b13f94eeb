import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("Values that no Picket writes")
struct NonsenseTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeDatabase(signatures: 2)
  }

  @Test(
    "a value of the wrong kind is refused as damage, and nothing crashes",
    arguments: [
      ("campaign", "title", "NULL"), ("campaign", "slug", "'No Slug'"), ("campaign", "slug", "NULL"),
      ("campaign", "created_on", "'soon'"), ("campaign", "created_on", "9223372036854775807"),
      ("target", "kind", "NULL"), ("target", "kind", "'person'"), ("target", "name", "x'ff00'"),
      ("target_domain", "domain", "'none'"), ("petition", "state", "7"), ("petition", "cohort", "'staff'"),
      ("petition", "cohort", "9"), ("petition", "goal", "'many'"), ("petition", "closes_at", "'soon'"),
      ("petition", "language", "''"), ("petition", "campaign", "'x'"), ("petition_cohort", "cohort", "7 + cohort"),
      ("letter", "text", "NULL"), ("letter", "version", "x'01'"), ("letter", "digest", "'none'"),
      ("tally", "pending", "NULL"), ("tally", "cohort", "77"), ("signature", "state", "9"),
      ("signature", "cohort", "77"), ("signature", "held", "-1"), ("signature", "signed_on", "9223372036854775807"),
      ("key_slot", "kind", "NULL"), ("key_slot", "added_on", "'soon'"), ("vault", "id", "NULL"),
    ])
  func nonsense(table: String, column: String, value: String) async throws {
    try plant(value, in: column, of: table)
    let path = folder.path("picket.db")
    // A process of its own: a crash ends it, and not the other tests.
    await #expect(processExitsWith: .success) { [path = path as String] in
      let refusal = #expect(throws: Refusal.self) { try SQLiteRepository(at: path).readEverything() }
      #expect(refusal?.code == .corrupt || refusal?.code == .altered)
    }
  }

  /// Puts a value into a column as damage can: past the schema's rules, which are there again afterwards.
  private func plant(_ value: String, in column: String, of table: String) throws {
    var rules = ""
    func byHand(_ work: (Database) throws -> Void) throws {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      try DatabaseQueue(path: folder.path("picket.db"), configuration: configuration).inDatabase { database in
        try database.execute(sql: "PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON")
        try work(database)
      }
    }
    try byHand { database in
      rules = try #require(
        try String.fetchOne(database, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table]))
      let loose = rules.replacingOccurrences(of: "NOT NULL", with: "")
        .replacingOccurrences(of: " STRICT,", with: "").replacingOccurrences(of: " STRICT", with: "")
      try database.execute(sql: "UPDATE sqlite_schema SET sql = ? WHERE name = ?", arguments: [loose, table])
      try database.execute(sql: "DELETE FROM sqlite_schema WHERE type = 'trigger'")
    }
    try byHand { try $0.execute(sql: "UPDATE \(table) SET \(column) = \(value)") }
    try byHand {
      try $0.execute(sql: "UPDATE sqlite_schema SET sql = ? WHERE name = ?", arguments: [rules, table])
    }
  }
}
