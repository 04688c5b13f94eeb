import GRDB

/// What erased signatures leave in unused parts of the file.
///
/// `secure_delete` overwrites a row where it stands. Where SQLite had moved that row before, to split a page or to
/// merge two, a copy can be left in the gap of another page: only rewriting the whole file removes it. That is done
/// after the change that erased, and is noted in the file until it has been done.
enum Traces {
  /// Notes that the file has to be rewritten, as part of the transaction that erases.
  static func note(in database: Database) throws {
    try database.execute(sql: "PRAGMA user_version = 1")
  }

  /// Rewrites the file where that was noted. Outside a transaction only.
  static func remove(from database: Database) throws {
    guard try Int.fetchOne(database, sql: "PRAGMA user_version") == 1 else { return }
    // The copy goes through a file, which takes no memory and holds sealed rows only; what was erased is not in it.
    try database.execute(sql: "PRAGMA temp_store = FILE; VACUUM; PRAGMA user_version = 0; PRAGMA temp_store = MEMORY")
  }
}
