import GRDB
import Testing

@testable import Store

@Suite("The schema refuses nonsense about printed sheets, also by hand")
struct SheetSchemaTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.makeDatabase()
  }

  /// How SQLite refuses the statement; nil where it runs.
  private func code(of values: String) throws -> ResultCode? {
    do {
      try folder.byHand().write { database in
        let petition = try Int64.fetchOne(database, sql: "SELECT petition FROM letter LIMIT 1") ?? 0
        let letter = try Int64.fetchOne(database, sql: "SELECT id FROM letter LIMIT 1") ?? 0
        let values = values.replacing("PETITION", with: "\(petition)").replacing("LETTER", with: "\(letter)")
        for row in values.split(separator: ";") {
          try database.execute(sql: "INSERT INTO signature_sheet VALUES (\(row))")
        }
      }
      return nil
    } catch let error as DatabaseError {
      return error.extendedResultCode
    }
  }

  @Test("a sheet that makes sense is kept")
  func sense() throws {
    #expect(try code(of: "PETITION, 1, LETTER, 10, 20000; PETITION, 2, LETTER, 1, 20000") == nil)
  }

  @Test(
    "a sheet has a number and rows, once",
    arguments: [
      ("PETITION, 0, LETTER, 10, 20000", ResultCode.SQLITE_CONSTRAINT_CHECK),
      ("PETITION, 1, LETTER, 0, 20000", .SQLITE_CONSTRAINT_CHECK),
      ("PETITION, 1, LETTER, 'many', 20000", .SQLITE_CONSTRAINT_DATATYPE),
      ("PETITION, NULL, LETTER, 10, 20000", .SQLITE_CONSTRAINT_NOTNULL),
      ("PETITION, 1, LETTER, 10, NULL", .SQLITE_CONSTRAINT_NOTNULL),
      ("PETITION, 1, LETTER, 10, 20000; PETITION, 1, LETTER, 9, 20001", .SQLITE_CONSTRAINT_PRIMARYKEY),
      ("99, 1, LETTER, 10, 20000", .SQLITE_CONSTRAINT_FOREIGNKEY),
      ("PETITION, 1, 99, 10, 20000", .SQLITE_CONSTRAINT_FOREIGNKEY),
    ])
  func nonsense(values: String, expected: ResultCode) throws {
    #expect(try code(of: values) == expected)
  }
}
