import Campaigns
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("The schema refuses nonsense, also by hand")
struct SchemaTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeDatabase(signatures: 2)
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

  private static let signature = """
    INSERT INTO signature (id, petition, letter, origin, signed_on, cohort, state, held, tag, name_tag, contents) VALUES
    """

  @Test(
    "a letter is never changed and never deleted",
    arguments: [
      "UPDATE letter SET text = 'Dear Acme, never mind.'", "UPDATE letter SET language = 'de'", "DELETE FROM letter",
      "UPDATE letter SET added_on = added_on + 1",
    ])
  func letters(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_TRIGGER)
    let letters = try SQLiteRepository(at: folder.path("picket.db")).read {
      try $0.letters.all(of: Sample().petition.id)
    }
    #expect(letters == [try Sample().letter])
  }

  @Test(
    "a value of another type is refused",
    arguments: [
      "UPDATE campaign SET created_on = 'yesterday'", "UPDATE petition SET goal = 'many'",
      "UPDATE signature SET contents = 'Ada Quill'", "UPDATE signature SET state = 'verified'",
      "UPDATE tally SET verified = 'all'", "UPDATE vault SET id = 7",
    ])
  func types(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_DATATYPE)
  }

  @Test(
    "a value out of its range is refused",
    arguments: [
      "UPDATE campaign SET slug = ''", "UPDATE campaign SET title = ''", "UPDATE target SET kind = 'person'",
      "UPDATE petition SET state = 'gone'", "UPDATE petition SET cohort = 5", "UPDATE petition SET goal = 0",
      "UPDATE petition SET reveal_threshold = -1", "UPDATE signature SET cohort = 9",
      "UPDATE signature SET state = 5",
      "UPDATE signature SET held = 3", "UPDATE signature SET tag = x'00'", "UPDATE tally SET pending = -1",
      "UPDATE vault SET id = x'0102'", "INSERT INTO vault VALUES (2, zeroblob(16))",
      "UPDATE key_slot SET kind = 'magic'", "UPDATE key_slot SET number = 0 WHERE number = 1",
      "INSERT INTO letter VALUES (9, 3, 'en', 2, x'00', 'text', 0)",
      "INSERT INTO letter VALUES (9, 3, 'en', 0, zeroblob(32), 'text', 0)",
      "INSERT INTO import VALUES (9, 3, 0, 5, 1, 1, 1, 1, 0, 0, 0, NULL, x'00')",
      "INSERT INTO demand VALUES (9, 1, 2, 0, 'text', 'open', NULL, NULL)",
      "INSERT INTO erasure VALUES (9, 3, 0, 1, NULL)", "INSERT INTO publication VALUES (9, 3, 0, 0, x'00')",
      // A held signature is in no count, so it is not verified; and a name tag is for shared addresses only.
      "\(signature) (9, 3, 4, NULL, 0, 0, 1, 1, NULL, NULL, x'00')",
      "\(signature) (9, 3, 4, NULL, 0, 0, 0, 0, zeroblob(16), zeroblob(16), x'00')",
      "\(signature) (9, 3, 4, NULL, 0, 0, 0, 1, zeroblob(16), NULL, x'00')",
      "\(signature) (9, 3, 4, NULL, 0, 0, 0, 2, NULL, zeroblob(16), x'00')",
    ])
  func ranges(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "a value that is missing is refused",
    arguments: [
      "UPDATE signature SET contents = NULL", "UPDATE signature SET state = NULL", "UPDATE petition SET slug = NULL",
      "UPDATE vault SET id = NULL",
    ])
  func missing(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_NOTNULL)
  }

  @Test(
    "what is referred to has to be there, and stays",
    arguments: [
      "UPDATE signature SET petition = 99", "UPDATE signature SET letter = 99", "UPDATE signature SET origin = 99",
      "UPDATE petition SET campaign = 99", "DELETE FROM petition", "DELETE FROM campaign", "DELETE FROM target",
      "INSERT INTO petition_cohort VALUES (99, 0)", "INSERT INTO erasure VALUES (9, 99, 0, NULL, NULL)",
      "INSERT INTO tally (petition, cohort) VALUES (99, 0)",
    ])
  func references(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_FOREIGNKEY)
  }

  @Test("every table is strict")
  func strict() throws {
    let loose = try folder.byHand().read { database in
      try String.fetchAll(
        database,
        sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'")
    }
    #expect(loose == ["grdb_migrations"])
  }
}
