import Campaigns
import GRDB
import GRDBSQLite

/// Queues leaves with one prepared statement, bound where the values stand: every row of an import brings one.
struct LeafInsertion {
  private let database: Database
  // Keeps the statement that `pointer` is of.
  private let statement: Statement
  private let pointer: OpaquePointer

  init(database: Database) throws {
    self.database = database
    statement = try database.cachedStatement(
      sql: "INSERT INTO ledger_queue (id, campaign, leaf, mark) VALUES (?, ?, ?, ?)")
    pointer = statement.sqliteStatement
  }

  /// Queues one.
  /// - Throws: as `LedgerRepository.enqueue`.
  func insert(_ leaf: QueuedLeaf) throws {
    sqlite3_bind_int64(pointer, 1, leaf.id.rawValue)
    sqlite3_bind_int64(pointer, 2, leaf.campaign.rawValue)
    // The bytes are bound without a copy, so the step and the reset come before they move.
    let code = leaf.bytes.withUnsafeBytes { bytes in
      sqlite3_bind_blob(pointer, 3, bytes.baseAddress, Int32(bytes.count), nil)
      guard let mark = leaf.mark else {
        sqlite3_bind_null(pointer, 4)
        return step()
      }
      return mark.withUnsafeBytes { mark in
        sqlite3_bind_blob(pointer, 4, mark.baseAddress, Int32(mark.count), nil)
        return step()
      }
    }
    guard code == SQLITE_DONE else {
      try translatingConstraints(
        unique: Refusal(.alreadyExists, "a leaf's identifier is taken"), foreignKey: .gone("the leaf's campaign")
      ) {
        throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
      return
    }
  }

  private func step() -> Int32 {
    let code = sqlite3_step(pointer)
    let extended = code == SQLITE_DONE ? code : sqlite3_extended_errcode(database.sqliteConnection)
    sqlite3_reset(pointer)
    return extended
  }
}
