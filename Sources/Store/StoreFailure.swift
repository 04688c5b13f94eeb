import Campaigns
import GRDB

/// Runs `body` and turns what SQLite reports into refusals, by its extended result codes, never by its texts.
func translatingFailures<Value>(of path: String, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw refusal(for: error, path: path)
  } catch is RowDecodingError {
    throw Refusal.unreadable("a value")
  }
}

/// Runs one statement's work and turns a broken constraint into what it means there.
func translatingConstraints<Value>(
  unique: @autoclosure () -> Refusal, foreignKey: @autoclosure () -> Refusal? = nil, _ body: () throws -> Value
) throws -> Value {
  do {
    return try body()
  } catch let error as DatabaseError {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: throw unique()
    case .SQLITE_CONSTRAINT_FOREIGNKEY: throw foreignKey() ?? error
    default: throw error
    }
  }
}

private func refusal(for error: DatabaseError, path: String) -> Refusal {
  // The code alone: SQLite's texts can quote a statement, and a statement's values can name a person.
  switch error.resultCode {
  case .SQLITE_BUSY, .SQLITE_LOCKED:
    return Refusal(
      .busy, "\(path) is in use by another picket", hint: "wait until it has finished, then try again")
  case .SQLITE_FULL:
    return Refusal(
      .diskFull, "the disk is full; nothing was changed in \(path)", hint: "make room and try again")
  case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
    return Refusal(
      .readOnly, "\(path) cannot be written to; nothing was changed",
      hint: "make the file and its folder writable for you, or work on a copy")
  case .SQLITE_NOTADB:
    return DatabaseFile(path: path).notADatabase
  case .SQLITE_CORRUPT:
    return Refusal(
      .corrupt, "\(path) is damaged",
      hint: "go on with your newest backup, and keep the damaged file until you know what is missing")
  case .SQLITE_CANTOPEN:
    return Refusal(
      .inputOutput, "\(path) or its journal cannot be opened",
      hint: "make the file and its folder readable and writable for you")
  case .SQLITE_NOMEM:
    return Refusal(.inputOutput, "the memory is full; nothing was changed in \(path)")
  default:
    return Refusal(
      .inputOutput, "\(path) cannot be used: SQLite reports \(error.extendedResultCode.rawValue)",
      hint: "check the disk and the folder's permissions")
  }
}

extension Refusal {
  /// A database that breaks its own rules: a value that no Picket writes.
  static func unreadable(_ what: String) -> Refusal {
    Refusal(
      .corrupt, "the database holds \(what) that no Picket writes",
      hint: "it was changed by hand or is damaged; go on with your newest backup")
  }
}
