import Campaigns
import Foundation
import GRDB
import Migrations

/// A repository in one SQLite file.
///
/// One connection, one writer. The rollback journal is truncated after each transaction, what is deleted is
/// overwritten, and a commit returns when the disk has it.
public final class SQLiteRepository: Repository {
  /// The file's path as the user gave it.
  public let path: String
  private let queue: DatabaseQueue

  /// Opens the database at the path and brings its schema up to date.
  /// - Throws: `notFound` where there is no file, `notADatabase` where it is none of Picket's, `schemaTooNew` where
  ///   a newer Picket wrote it, `corrupt` where it is cut short, `readOnly` where it needs a step that cannot be written.
  public convenience init(at path: String) throws {
    try self.init(at: path, patience: SQLiteRepository.patience)
  }

  /// As `init(at:)`, waiting at most `patience` seconds wherever somebody else is writing.
  convenience init(at path: String, patience: TimeInterval) throws {
    try DatabaseFile(path: path).requireUsable()
    try self.init(openingAt: path, patience: patience)
    try migrate()
  }

  /// Creates a database with this vault; when the method returns, the file is complete and readable by its owner only.
  /// - Throws: `cannotCreate` where something stands at the path or the folder takes no files.
  public static func create(at path: String, vault: VaultRecord) throws {
    try DatabaseFile.place(at: path) { workingPath in
      let repository = try SQLiteRepository(openingAt: workingPath)
      defer { try? repository.queue.close() }
      try repository.migrate()
      try repository.write { try $0.vault.create(vault) }
    }
  }

  /// Writes a consistent copy of the whole database to a new file, and checks the copy.
  ///
  /// Others may read and write meanwhile. When the method returns, the copy is complete and readable by its owner only.
  /// - Throws: `cannotCreate` where something stands at the path, `corrupt` where the copy does not hold.
  public func backUp(to destination: String) throws {
    try DatabaseFile.place(at: destination) { workingPath in
      try translatingFailures(of: path) {
        let copy = try DatabaseQueue(
          path: workingPath, configuration: SQLiteRepository.configuration(SQLiteRepository.patience))
        defer { try? copy.close() }
        try queue.backup(to: copy)
        let complaints = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }
        guard complaints == ["ok"] else {
          throw Refusal(
            .corrupt, "the copy of \(path) does not hold; nothing was written",
            hint: "check the disk, and go back to an older backup if this database shows errors")
        }
      }
    }
  }

  /// Runs `body` on one consistent state; what it tries to write is refused with `readOnly`.
  public func read<Value>(_ body: (any Transaction) throws -> Value) throws -> Value {
    try translatingFailures(of: path) {
      try queue.read { try body(SQLiteTransaction(database: $0)) }
    }
  }

  /// Runs `body` as one change: durable when the method returns, and nothing of it where it throws.
  public func write<Value>(_ body: (any Transaction) throws -> Value) throws -> Value {
    try translatingFailures(of: path) {
      // Immediate: a transaction that reads first and then wants to write could only fail when another came between.
      try queue.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try body(SQLiteTransaction(database: database))
          return .commit
        }
        // What follows is no part of the change, which is done: it may fail, and is tried again after the next one.
        try? Traces.remove(from: database)
        guard let value else { throw Refusal(.inputOutput, "\(path) did not finish its transaction") }
        return value
      }
    }
  }

  private init(openingAt path: String, patience: TimeInterval = SQLiteRepository.patience) throws {
    self.path = path
    queue = try translatingFailures(of: path) {
      try DatabaseQueue(path: path, configuration: SQLiteRepository.configuration(patience))
    }
  }

  private static let patience: TimeInterval = 10

  private static func configuration(_ patience: TimeInterval) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = TRUNCATE;
          PRAGMA synchronous = EXTRA;
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA cache_size = -65536;
          """)
    }
    return configuration
  }

  private func migrate() throws {
    var migrator = DatabaseMigrator()
    for step in Migrations.steps {
      migrator.registerMigration(step.name, foreignKeyChecks: .immediate) { try $0.execute(sql: step.sql) }
    }
    try translatingFailures(of: path) {
      guard try !queue.read(migrator.hasBeenSuperseded) else {
        throw Refusal(
          .schemaTooNew, "\(path) was written by a newer Picket", hint: "use that version, or a newer one")
      }
      if try !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
    }
  }
}
