import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("The schema refuses nonsense in the public record, also by hand")
struct RecordSchemaTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeDatabaseWithRecord()
  }

  /// How SQLite refuses the statement; nil where it runs.
  private func code(of sql: String) throws -> ResultCode? {
    do {
      try folder.byHand().write { try $0.execute(sql: sql) }
      return nil
    } catch let error as DatabaseError {
      return error.extendedResultCode
    }
  }

  private static let capture = """
    INSERT INTO capture (id, statement, observed_at, precision, about, utc_offset, raw, text, size, media_type, hops,
      observer) VALUES
    """
  private static let account = """
    INSERT INTO account (id, statement, source, kind, happened_at, precision, about, utc_offset, explanation,
      attributed_to) VALUES
    """
  private static let event = """
    INSERT INTO event (id, campaign, happened_at, precision, about, utc_offset, text, evidence) VALUES
    """
  /// The statement with digests in the place of `RAW` and `TEXT`, which are kept.
  private static func digests(_ sql: String) -> String {
    sql.replacingOccurrences(of: "RAW", with: "x'\(String(repeating: "01", count: 32))'")
      .replacingOccurrences(of: "TEXT", with: "x'\(String(repeating: "02", count: 32))'")
  }

  @Test(
    "what was captured is never changed and never deleted, and neither are its bytes",
    arguments: [
      "UPDATE capture SET observed_at = observed_at + 1", "UPDATE capture SET raw = text",
      "UPDATE capture SET statement = 201", "UPDATE capture SET observer = NULL",
      "UPDATE capture SET number = number + 100", "DELETE FROM capture", "DELETE FROM capture WHERE id = 219",
      "UPDATE kept_bytes SET packed = x'00'", "UPDATE kept_bytes SET size = size + 1", "DELETE FROM kept_bytes",
      // Not even where nothing refers to them, or refers to them any more.
      "INSERT INTO kept_bytes VALUES (zeroblob(32), 0, x'01'); DELETE FROM kept_bytes WHERE digest = zeroblob(32)",
      "DELETE FROM capture; DELETE FROM kept_bytes",
    ])
  func captures(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_TRIGGER)
    let expected = try RecordSample()
    try SQLiteRepository(at: folder.path("picket.db")).read { transaction in
      let captures = try transaction.statements.captures(of: expected.statements[0].id)
      #expect(captures == expected.captures)
      for bytes in expected.kept { #expect(try transaction.statements.bytes(bytes.digest) == bytes) }
    }
  }

  @Test(
    "a value of another type is refused",
    arguments: [
      "UPDATE petition SET opened_on = 'soon'", "UPDATE statement SET title = x'01'",
      "UPDATE statement SET added_on = 'soon'", "INSERT INTO kept_bytes VALUES (zeroblob(32), 'many', x'01')",
      "INSERT INTO kept_bytes VALUES (zeroblob(32), 9, 'text')",
      "\(capture) (9, 200, 'soon', 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 'yes', 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, 'Ada Quill')",
      "\(capture) (9, 200, 0, 'day', 0, 0, NULL, NULL, NULL, NULL, x'01', NULL)",
      "UPDATE account SET happened_at = 'soon' WHERE happened_at IS NOT NULL", "UPDATE account SET source = x'01'",
      "UPDATE evidence SET number = 'first' WHERE number = 1", "UPDATE evidence SET copy = 'none'",
      "UPDATE evidence SET published_at = x'01'", "UPDATE event SET happened_at = 'soon'",
      "UPDATE event SET text = x'01'", "UPDATE event SET evidence = 'first'",
    ])
  func types(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_DATATYPE)
  }

  @Test(
    "a word that is none of the known ones is refused",
    arguments: [
      "UPDATE statement SET channel = 'rumour'",
      "\(capture) (9, 200, 0, 'moment', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "UPDATE account SET kind = 'forgotten'", "UPDATE account SET precision = 'week' WHERE precision IS NOT NULL",
      "UPDATE event SET precision = 'week'",
    ])
  func words(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "a text that says nothing and bytes of another length are refused",
    arguments: [
      "INSERT INTO kept_bytes VALUES (zeroblob(31), 0, x'01')",
      "INSERT INTO kept_bytes VALUES (zeroblob(33), 0, x'01')", "INSERT INTO kept_bytes VALUES (x'', 0, x'01')",
      "INSERT INTO kept_bytes VALUES (zeroblob(32), 0, x'')", "UPDATE statement SET slug = '' WHERE id = 200",
      "UPDATE statement SET slug = printf('%.65c', 'a') WHERE id = 200", "UPDATE statement SET title = ''",
      "UPDATE statement SET url = ''", "UPDATE statement SET speaker = ''",
      "\(capture) (9, 200, 0, 'day', 0, 0, RAW, TEXT, 9, '', NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, NULL, NULL, NULL, NULL, '', NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, x'')", "UPDATE account SET source = ''",
      "UPDATE account SET explanation = '' WHERE explanation IS NOT NULL",
      "UPDATE account SET attributed_to = '' WHERE explanation IS NOT NULL", "UPDATE account SET url = ''",
      "UPDATE evidence SET title = ''", "UPDATE evidence SET url = ''", "UPDATE evidence SET publisher = ''",
      "UPDATE evidence SET author = ''", "UPDATE evidence SET published_at = ''",
      "UPDATE evidence SET accessed_at = ''", "UPDATE evidence SET quote = ''", "UPDATE evidence SET place = ''",
      "UPDATE evidence SET subject = ''", "UPDATE event SET text = ''",
    ])
  func lengths(sql: String) throws {
    #expect(try code(of: RecordSchemaTests.digests(sql)) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "a value out of its range is refused",
    arguments: [
      "INSERT INTO kept_bytes VALUES (zeroblob(32), -1, x'01')",
      "\(capture) (9, 200, 0, 'day', 2, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 901, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, -901, NULL, NULL, NULL, NULL, NULL, NULL)",
      // What cannot be written could not be read again either, and a capture stays.
      "\(capture) (9, 200, 253402387200, 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, -62135683201, 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, RAW, TEXT, -1, 'text/html', NULL, NULL)",
      "UPDATE account SET about = 2 WHERE about IS NOT NULL",
      "UPDATE account SET utc_offset = 901 WHERE about IS NOT NULL",
      "UPDATE account SET happened_at = 253402387200 WHERE about IS NOT NULL", "UPDATE evidence SET number = 0",
      "UPDATE evidence SET number = -number", "UPDATE event SET about = -1", "UPDATE event SET utc_offset = -901",
      "UPDATE event SET happened_at = -62135683201",
    ])
  func ranges(sql: String) throws {
    #expect(try code(of: RecordSchemaTests.digests(sql)) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "values that contradict each other are refused",
    arguments: [
      // What stood there has bytes, a text, a size and a type; what was gone has none of them.
      "\(capture) (9, 200, 0, 'day', 0, 0, NULL, TEXT, 9, 'text/html', NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, RAW, NULL, 9, 'text/html', NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, RAW, TEXT, NULL, 'text/html', NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, RAW, TEXT, 9, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, NULL, NULL, 9, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, NULL, NULL, NULL, 'text/html', NULL, NULL)",
      // An explanation is somebody's.
      "UPDATE account SET attributed_to = NULL", "UPDATE account SET explanation = NULL",
      "UPDATE account SET explanation = 'A mistake.' WHERE id = 229",
      // A time is whole or is none.
      "UPDATE account SET precision = NULL WHERE id = 228", "UPDATE account SET about = NULL WHERE id = 228",
      "UPDATE account SET utc_offset = NULL WHERE id = 228", "UPDATE account SET happened_at = NULL WHERE id = 228",
      "UPDATE account SET happened_at = 0 WHERE id = 229", "UPDATE account SET utc_offset = 0 WHERE id = 229",
      "UPDATE account SET about = 0 WHERE id = 229", "UPDATE account SET precision = 'day' WHERE id = 229",
    ])
  func contradictions(sql: String) throws {
    #expect(try code(of: RecordSchemaTests.digests(sql)) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "what has its place is taken",
    arguments: [
      "UPDATE petition SET opened_on = 1", "UPDATE petition SET opened_on = NULL",
      "UPDATE statement SET slug = printf('%.64c', 'a') WHERE id = 200",
      "UPDATE statement SET url = NULL, speaker = NULL", "INSERT INTO kept_bytes VALUES (zeroblob(32), 0, x'01')",
      "\(capture) (9, 200, 0, 'year', 1, 900, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, -62135683200, 'second', 0, -900, RAW, TEXT, 0, 'text/html', '[]', x'01')",
      "\(capture) (9, 200, 253402387199, 'day', 0, 0, RAW, RAW, 0, 'text/plain', NULL, NULL)",
      "\(account) (9, 200, 'A paper', 'removed', NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(account) (9, 200, 'A paper', 'removed', 0, 'day', 0, 0, 'A mistake.', 'An editor')",
      "UPDATE account SET happened_at = NULL, precision = NULL, about = NULL, utc_offset = NULL",
      "UPDATE evidence SET copy = NULL, quote = NULL, place = NULL, subject = NULL",
      "\(event) (9, 1, 0, 'year', 1, 0, 'They met.', NULL)", "\(event) (9, 1, 0, 'year', 1, 0, 'They met.', 2)",
      "DELETE FROM event", "DELETE FROM account",
    ])
  func allowed(sql: String) throws {
    #expect(try code(of: RecordSchemaTests.digests(sql)) == nil)
  }

  @Test(
    "a value that is missing is refused",
    arguments: [
      "INSERT INTO kept_bytes VALUES (NULL, 0, x'01')", "INSERT INTO kept_bytes VALUES (zeroblob(32), NULL, x'01')",
      "INSERT INTO kept_bytes VALUES (zeroblob(32), 0, NULL)", "UPDATE statement SET slug = NULL",
      "UPDATE statement SET title = NULL", "UPDATE statement SET channel = NULL",
      "\(capture) (NULL, 200, 0, 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, NULL, 0, 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, NULL, 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
      "UPDATE account SET source = NULL", "UPDATE account SET kind = NULL", "UPDATE evidence SET title = NULL",
      "UPDATE evidence SET number = NULL", "UPDATE event SET text = NULL", "UPDATE event SET happened_at = NULL",
      "UPDATE event SET campaign = NULL",
    ])
  func missing(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_NOTNULL)
  }

  @Test(
    "what is referred to has to be there, and stays",
    arguments: [
      "UPDATE statement SET campaign = 99", "UPDATE statement SET target = 99",
      "\(capture) (9, 99, 0, 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, zeroblob(32), TEXT, 9, 'text/html', NULL, NULL)",
      "\(capture) (9, 200, 0, 'day', 0, 0, RAW, zeroblob(32), 9, 'text/html', NULL, NULL)",
      "UPDATE account SET statement = 99", "UPDATE evidence SET campaign = 99",
      "UPDATE evidence SET copy = zeroblob(32)", "UPDATE event SET campaign = 99", "UPDATE event SET evidence = 9",
      "UPDATE event SET evidence = 0", "\(event) (9, 1, 0, 'year', 1, 0, 'They met.', 9)",
      "DELETE FROM statement WHERE id = 200", "UPDATE statement SET id = 300 WHERE id = 200",
      // An event refers to the evidence 2 by its number.
      "DELETE FROM evidence WHERE number = 2", "UPDATE evidence SET number = 7 WHERE number = 2",
    ])
  func references(sql: String) throws {
    #expect(try code(of: RecordSchemaTests.digests(sql)) == .SQLITE_CONSTRAINT_FOREIGNKEY)
  }

  @Test(
    "a slug, an identifier and a number are given once",
    arguments: [
      "UPDATE statement SET slug = 'statement-0' WHERE id = 201",
      "\(capture) (219, 201, 0, 'day', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL)",
      "UPDATE account SET id = 229 WHERE id = 228", "UPDATE evidence SET number = 2 WHERE number = 1",
      "UPDATE event SET id = 249 WHERE id = 248",
    ])
  func once(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_UNIQUE)
  }

  @Test("bytes are kept once under their digest")
  func bytesOnce() throws {
    let sql = RecordSchemaTests.digests("INSERT INTO kept_bytes VALUES (RAW, 0, x'01')")
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_PRIMARYKEY)
  }
}
