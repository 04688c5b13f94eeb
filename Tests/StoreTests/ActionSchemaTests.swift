import Campaigns
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("The schema refuses nonsense in what people do besides signing, also by hand")
struct ActionSchemaTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeDatabaseWithActions()
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

  private static let boycott = """
    INSERT INTO boycott (id, slug, campaign, title, form, terms, stage, called_on, created_on) VALUES
    """
  private static let pledge = """
    INSERT INTO pledge (id, boycott, cohort, stage, is_verified, if_others, terms, tag, mark, contents) VALUES
    """

  @Test(
    "a boycott's history is never changed and never deleted, and neither is a listing deleted",
    arguments: [
      "UPDATE boycott_event SET text = 'Never mind.'", "UPDATE boycott_event SET day = day + 1",
      "UPDATE boycott_event SET number = number + 100", "UPDATE boycott_event SET kind = 'ended'",
      "DELETE FROM boycott_event", "DELETE FROM boycott_event WHERE id = 149", "DELETE FROM boycott_listing",
      // Not even where nothing else would be in the way.
      "DELETE FROM listing_note; DELETE FROM boycott_listing",
    ])
  func history(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_TRIGGER)
    let expected = try ActionSample()
    let boycott = expected.boycotts[0].id
    try SQLiteRepository(at: folder.path("picket.db")).read { transaction in
      let events = try transaction.boycotts.events(of: boycott)
      #expect(events == expected.events)
      #expect(try transaction.boycotts.listings(of: boycott) == expected.listings)
      #expect(try transaction.boycotts.notes(of: boycott) == expected.notes)
    }
  }

  @Test(
    "a value of another type is refused",
    arguments: [
      "UPDATE petition SET revealed_at = 'soon'", "UPDATE demand_response SET responded_on = 'soon'",
      "UPDATE demand_response SET summary = x'01'", "UPDATE termination SET contents = 'Ada Quill'",
      "UPDATE termination SET is_published = 'yes'", "UPDATE boycott SET terms = 'many'",
      "UPDATE boycott SET starts_on = 'soon'", "UPDATE boycott_listing SET withdrawn_on = 'soon'",
      "UPDATE listing_note SET day = 'soon'", "INSERT INTO boycott_event VALUES (99, 99, 120, 'ended', 'soon', '')",
      "UPDATE pledge SET contents = 'Ada Quill'", "UPDATE pledge SET tag = 'ada@acme.example'",
      "UPDATE pledge SET stage = 'kept'", "UPDATE incident SET contents = 'Ada Quill'",
    ])
  func types(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_DATATYPE)
  }

  @Test(
    "a word that is none of the known ones is refused",
    arguments: [
      "UPDATE demand_response SET outcome = 'open'", "UPDATE termination SET stage = 'effective'",
      "UPDATE boycott SET form = 'strike'", "UPDATE boycott SET stage = 'gone'",
      "INSERT INTO boycott_scope VALUES (121, 'everything')",
      "INSERT INTO boycott_clause VALUES (121, 'excuse', 1, 'Medicine.')", "UPDATE listing_note SET kind = 'rumour'",
      "INSERT INTO boycott_event VALUES (99, 99, 120, 'forgotten', 0, '')",
    ])
  func words(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "a text that says nothing and bytes of another length are refused",
    arguments: [
      "UPDATE demand_response SET summary = ''", "UPDATE demand_response SET source = ''",
      "UPDATE demand_response SET statement = ''", "UPDATE termination SET slug = ''",
      "UPDATE termination SET slug = printf('%.65c', 'a') WHERE id = 110", "UPDATE boycott SET slug = ''",
      "UPDATE boycott SET slug = printf('%.65c', 'a') WHERE id = 120", "UPDATE boycott SET title = ''",
      "UPDATE boycott_clause SET text = ''", "UPDATE boycott_listing SET reason = ''",
      "UPDATE boycott_listing SET withdrawn_because = '' WHERE withdrawn_on IS NOT NULL",
      "UPDATE listing_note SET text = ''", "UPDATE listing_note SET source = ''",
      "UPDATE pledge SET tag = zeroblob(15) WHERE id = 170", "UPDATE pledge SET tag = zeroblob(17) WHERE id = 170",
      "UPDATE pledge SET mark = zeroblob(15) WHERE id = 175", "UPDATE pledge SET mark = zeroblob(17) WHERE id = 175",
    ])
  func lengths(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "a value out of its range is refused",
    arguments: [
      "UPDATE petition SET revealed_at = 0", "UPDATE petition SET revealed_at = -1",
      "UPDATE termination SET is_published = 2", "UPDATE boycott SET terms = 0",
      "UPDATE boycott_clause SET number = number - 2", "UPDATE pledge SET cohort = 5",
      "UPDATE pledge SET cohort = -1", "UPDATE pledge SET stage = 5 WHERE id = 170",
      "UPDATE pledge SET stage = -1 WHERE id = 170", "UPDATE pledge SET is_verified = 2",
      "UPDATE pledge SET if_others = 0", "UPDATE pledge SET if_others = 1000000001", "UPDATE pledge SET terms = 0",
    ])
  func ranges(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "values that contradict each other are refused",
    arguments: [
      // What was never called does not hold, and is not suspended either.
      "\(boycott) (9, 'new', 1, 'New', 'boycott', 1, 'active', NULL, 0)",
      "\(boycott) (9, 'new', 1, 'New', 'boycott', 1, 'suspended', NULL, 0)",
      "UPDATE boycott SET called_on = NULL",
      // A withdrawn listing says why, and one that stands does not.
      "UPDATE boycott_listing SET withdrawn_because = NULL", "UPDATE boycott_listing SET withdrawn_on = NULL",
      "UPDATE boycott_listing SET withdrawn_because = 'It was another.'",
      // A pledge without contents is withdrawn and claims no address; a mark is for such a pledge only.
      "UPDATE pledge SET contents = NULL WHERE id = 170",
      "UPDATE pledge SET contents = NULL, stage = 4 WHERE id = 170",
      "UPDATE pledge SET contents = NULL, tag = NULL WHERE id = 170",
      "UPDATE pledge SET mark = zeroblob(16) WHERE id = 170", "UPDATE pledge SET contents = x'01' WHERE id = 175",
      "UPDATE pledge SET stage = 0 WHERE id = 175", "UPDATE pledge SET tag = zeroblob(16) WHERE id = 175",
      "\(pledge) (9, 120, 0, 4, 0, NULL, 1, zeroblob(16), NULL, NULL)",
      "\(pledge) (9, 120, 0, 4, 0, NULL, 1, NULL, zeroblob(16), x'01')",
    ])
  func contradictions(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_CHECK)
  }

  @Test(
    "what has its place is taken",
    arguments: [
      "UPDATE petition SET revealed_at = 1", "UPDATE petition SET revealed_at = NULL",
      "UPDATE demand_response SET summary = NULL, source = NULL, statement = NULL",
      "UPDATE termination SET slug = printf('%.64c', 'a') WHERE id = 110",
      "UPDATE termination SET is_published = 1 - is_published", "UPDATE termination SET contents = x''",
      "\(boycott) (9, 'new', 1, 'New', 'boycott', 1, 'planned', NULL, 0)",
      "\(boycott) (9, 'new', 1, 'New', 'boycott', 1, 'ended', NULL, 0)",
      "UPDATE boycott_listing SET withdrawn_on = 0, withdrawn_because = 'It was another.'",
      "UPDATE boycott_listing SET withdrawn_on = NULL, withdrawn_because = NULL",
      "UPDATE pledge SET contents = NULL, stage = 4, tag = NULL, mark = zeroblob(16) WHERE id = 170",
      "UPDATE pledge SET mark = NULL", "UPDATE pledge SET if_others = 1000000000",
      "INSERT INTO boycott_event VALUES (99, 99, 120, 'ended', 0, '')",
    ])
  func allowed(sql: String) throws {
    #expect(try code(of: sql) == nil)
  }

  @Test(
    "a value that is missing is refused",
    arguments: [
      "UPDATE demand_response SET outcome = NULL", "UPDATE demand_response SET demand = NULL",
      "UPDATE termination SET slug = NULL", "UPDATE termination SET contents = NULL",
      "UPDATE termination SET stage = NULL", "UPDATE boycott SET title = NULL", "UPDATE boycott SET stage = NULL",
      "UPDATE boycott_listing SET listed_on = NULL", "UPDATE listing_note SET text = NULL",
      "INSERT INTO boycott_event VALUES (99, 99, 120, 'ended', 0, NULL)", "UPDATE pledge SET stage = NULL",
      "UPDATE pledge SET terms = NULL", "UPDATE incident SET contents = NULL",
    ])
  func missing(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_NOTNULL)
  }

  @Test(
    "what is referred to has to be there, and stays",
    arguments: [
      "UPDATE demand_response SET demand = 99", "UPDATE termination SET campaign = 99",
      "UPDATE termination SET target = 99", "UPDATE boycott SET campaign = 99",
      "INSERT INTO boycott_scope VALUES (99, 'buying')",
      "INSERT INTO boycott_clause VALUES (99, 'exception', 1, 'Medicine.')",
      "INSERT INTO boycott_demand VALUES (99, 40)", "INSERT INTO boycott_demand VALUES (121, 99)",
      "INSERT INTO boycott_listing VALUES (99, 2, 0, NULL, NULL, NULL)",
      "INSERT INTO boycott_listing VALUES (121, 99, 0, NULL, NULL, NULL)",
      // A listing of another boycott is none of this one's.
      "UPDATE listing_note SET boycott = 121", "UPDATE listing_note SET target = 99",
      "UPDATE boycott_listing SET boycott = 121",
      "INSERT INTO boycott_event VALUES (99, 99, 99, 'ended', 0, '')", "UPDATE pledge SET boycott = 99",
      "UPDATE incident SET campaign = 99", "DELETE FROM demand WHERE id = 40", "DELETE FROM boycott",
      "DELETE FROM boycott WHERE id = 120", "DELETE FROM target WHERE id = 100", "DELETE FROM campaign",
    ])
  func references(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_FOREIGNKEY)
  }

  @Test(
    "a slug, an identifier and an address are given once",
    arguments: [
      "UPDATE termination SET slug = 'contract-0' WHERE id = 111",
      "UPDATE boycott SET slug = 'refusal-0' WHERE id = 121",
      "UPDATE demand_response SET id = 109 WHERE id = 108",
      "INSERT INTO boycott_event VALUES (99, 149, 120, 'ended', 0, '')",
      "UPDATE pledge SET tag = (SELECT tag FROM pledge WHERE id = 170) WHERE id = 171",
    ])
  func once(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_UNIQUE)
  }

  @Test(
    "a place in a boycott is given once",
    arguments: [
      "INSERT INTO boycott_scope VALUES (120, 'buying')",
      "INSERT INTO boycott_clause VALUES (120, 'exception', 1, 'Medicine.')",
      "INSERT INTO boycott_demand VALUES (120, 40)",
      "INSERT INTO boycott_listing VALUES (120, 2, 0, NULL, NULL, NULL)",
    ])
  func places(sql: String) throws {
    #expect(try code(of: sql) == .SQLITE_CONSTRAINT_PRIMARYKEY)
  }
}
