import Campaigns
import GRDB
import GRDBSQLite

/// Reads signatures straight from a statement's columns: the hot path of an export.
struct SealedSignatureCursor {
  private let database: Database
  private let statement: Statement

  init(database: Database, clause: String, arguments: StatementArguments) throws {
    self.database = database
    statement = try database.cachedStatement(
      sql: """
        SELECT id, petition, letter, origin, signed_on, cohort, state, held, tag, name_tag, commitment, contents
        FROM signature \(clause)
        """)
    try statement.setArguments(arguments)
  }

  /// All of them, in the statement's order.
  func all() throws -> [SealedSignature] {
    let pointer = statement.sqliteStatement
    defer { sqlite3_reset(pointer) }
    var signatures: [SealedSignature] = []
    while true {
      let code = sqlite3_step(pointer)
      if code == SQLITE_DONE { return signatures }
      guard code == SQLITE_ROW else {
        throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)))
      }
      signatures.append(try SealedSignatureCursor.signature(pointer))
    }
  }

  private static func signature(_ pointer: OpaquePointer) throws -> SealedSignature {
    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(pointer, column)) }
    func identifier<Subject>(_ column: Int32) -> Identifier<Subject> {
      Identifier(rawValue: sqlite3_column_int64(pointer, column))
    }
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
      let start = sqlite3_column_blob(pointer, column)
      return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
    }
    guard let state = Signature.State(rawValue: number(6)), let standing = Signature.Standing(rawValue: number(7))
    else { throw Refusal.unreadable("a signature's state") }
    return SealedSignature(
      id: identifier(0), petition: identifier(1), letter: identifier(2),
      origin: sqlite3_column_type(pointer, 3) == SQLITE_NULL ? nil : identifier(3),
      signedOn: try CalendarDate(code: number(4)), cohort: try Cohort(code: number(5)), state: state,
      standing: standing, tag: BlindTag(bytes(8)), nameTag: BlindTag(bytes(9)), commitment: Bytes32(bytes(10)),
      contents: Array(bytes(11)))
  }
}
