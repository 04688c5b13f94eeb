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
    try folder.makeDatabaseWithRecord(signatures: 2)
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
    try await requireRefused(value, in: column, of: table)
  }

  @Test(
    "a value of the wrong kind is refused as damage in what people do besides signing too",
    arguments: [
      ("petition", "revealed_at", "'soon'"), ("demand_response", "outcome", "'maybe'"),
      ("demand_response", "outcome", "NULL"),
      ("demand_response", "responded_on", "9223372036854775807"), ("demand_response", "summary", "x'ff00'"),
      ("demand_response", "id", "'x'"), ("termination", "slug", "'No Slug'"), ("termination", "slug", "x'ff00'"),
      ("termination", "stage", "'effective'"), ("termination", "stage", "NULL"),
      ("termination", "is_published", "'yes'"), ("termination", "is_published", "NULL"),
      ("termination", "target", "'x'"), ("termination", "contents", "NULL"), ("termination", "contents", "7"),
      ("boycott", "slug", "''"), ("boycott", "title", "NULL"), ("boycott", "form", "'strike'"),
      ("boycott", "stage", "NULL"), ("boycott", "starts_on", "'soon'"), ("boycott", "terms", "'many'"),
      ("boycott", "called_on", "9223372036854775807"), ("boycott", "campaign", "x'01'"),
      ("boycott_scope", "scope", "'everything'"), ("boycott_scope", "scope", "x'ff00'"),
      ("boycott_clause", "text", "NULL"), ("boycott_clause", "text", "x'ff00'"),
      ("boycott_listing", "listed_on", "'soon'"), ("boycott_listing", "withdrawn_on", "9223372036854775807"),
      ("boycott_listing", "reason", "x'ff00'"), ("listing_note", "kind", "'rumour'"), ("listing_note", "day", "NULL"),
      ("listing_note", "text", "NULL"), ("boycott_event", "kind", "'forgotten'"), ("boycott_event", "text", "NULL"),
      ("boycott_event", "day", "'soon'"), ("pledge", "stage", "9"), ("pledge", "stage", "'kept'"),
      ("pledge", "cohort", "77"), ("pledge", "is_verified", "'yes'"), ("pledge", "if_others", "'many'"),
      ("pledge", "terms", "NULL"), ("pledge", "lapses_on", "-9223372036854775807"), ("pledge", "contents", "7"),
      ("pledge", "mark", "7"), ("incident", "contents", "NULL"), ("incident", "contents", "7"),
    ])
  func nonsenseInActions(table: String, column: String, value: String) async throws {
    try await requireRefused(value, in: column, of: table)
  }

  @Test(
    "a value of the wrong kind is refused as damage in the public record too",
    arguments: [
      ("petition", "opened_on", "'soon'"), ("petition", "opened_on", "9223372036854775807"),
      ("kept_bytes", "packed", "NULL"), ("kept_bytes", "size", "'many'"), ("statement", "slug", "'No Slug'"),
      ("statement", "title", "NULL"), ("statement", "channel", "'rumour'"), ("statement", "channel", "NULL"),
      ("statement", "target", "'x'"), ("statement", "url", "x'ff00'"), ("statement", "speaker", "x'ff00'"),
      ("statement", "added_on", "'soon'"), ("capture", "id", "'x'"), ("capture", "observed_at", "'soon'"),
      ("capture", "observed_at", "9223372036854775807"), ("capture", "observed_at", "253402387200"),
      ("capture", "observed_at", "-62135683201"), ("capture", "observed_at", "NULL"),
      ("capture", "precision", "'moment'"), ("capture", "precision", "NULL"), ("capture", "about", "'yes'"),
      ("capture", "about", "NULL"), ("capture", "utc_offset", "9223372036854775807"),
      ("capture", "utc_offset", "901"), ("capture", "utc_offset", "NULL"),
      // Whatever is lost of a capture, it must not look as if the statement had been gone.
      ("capture", "raw", "NULL"), ("capture", "text", "NULL"), ("capture", "size", "NULL"),
      ("capture", "media_type", "NULL"), ("capture", "raw", "zeroblob(31)"), ("capture", "text", "zeroblob(33)"),
      ("capture", "raw", "7"), ("capture", "size", "'many'"), ("capture", "media_type", "x'ff00'"),
      ("capture", "hops", "'[{}]'"), ("capture", "hops", "'['"), ("capture", "hops", "x'ff00'"),
      ("capture", "hops", "'[{\"url\":\"a\",\"status\":1e99}]'"), ("capture", "observer", "7"),
      ("account", "source", "NULL"), ("account", "kind", "'forgotten'"), ("account", "happened_at", "NULL"),
      ("account", "happened_at", "'soon'"), ("account", "happened_at", "9223372036854775807"),
      ("account", "precision", "'moment'"), ("account", "utc_offset", "-9223372036854775807"),
      ("account", "explanation", "NULL"), ("account", "attributed_to", "NULL"), ("account", "url", "x'ff00'"),
      ("evidence", "title", "NULL"), ("evidence", "number", "'first'"), ("evidence", "published_at", "'soon'"),
      ("evidence", "accessed_at", "'2018-13'"), ("evidence", "quote", "x'ff00'"),
      ("evidence", "copy", "zeroblob(31)"),
      ("evidence", "copy", "7"), ("event", "happened_at", "'soon'"), ("event", "happened_at", "-9223372036854775807"),
      ("event", "precision", "NULL"), ("event", "about", "'yes'"), ("event", "utc_offset", "9223372036854775807"),
      ("event", "text", "NULL"), ("event", "text", "x'ff00'"), ("event", "evidence", "'first'"),
    ])
  func nonsenseInRecord(table: String, column: String, value: String) async throws {
    try await requireRefused(value, in: column, of: table)
  }

  /// Makes sure that a database with such a value is refused.
  private func requireRefused(_ value: String, in column: String, of table: String) async throws {
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
      let loose = rules.replacingOccurrences(of: " INTEGER NOT NULL", with: " INTEGER")
        .replacingOccurrences(of: " TEXT NOT NULL", with: " TEXT")
        .replacingOccurrences(of: " BLOB NOT NULL", with: " BLOB")
        .replacingOccurrences(of: " STRICT,", with: "").replacingOccurrences(of: " STRICT", with: "")
      try database.execute(sql: "UPDATE sqlite_schema SET sql = ? WHERE name = ?", arguments: [loose, table])
      try database.execute(sql: "DELETE FROM sqlite_schema WHERE type = 'trigger'")
    }
    // What has to be unique gets the value once.
    try byHand { try $0.execute(sql: "UPDATE OR IGNORE \(table) SET \(column) = \(value)") }
    try byHand {
      try $0.execute(sql: "UPDATE sqlite_schema SET sql = ? WHERE name = ?", arguments: [rules, table])
    }
  }
}
