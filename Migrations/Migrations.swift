/// The database's schema as numbered steps of plain SQL, in order. A step that was shipped is never changed.
public enum Migrations {
  /// One step of the schema.
  public struct Step: Sendable {
    /// The step's name: its file's, without the ending.
    public let name: String
    /// The statements, run in one transaction.
    public let sql: String
  }

  /// All steps, in the order in which they are applied. The number of steps is the schema's version.
  public static let steps = [
    Step(name: "m0001-first", sql: String(decoding: PackageResources.m0001_first_sql, as: UTF8.self)),
    Step(name: "m0002-ledger", sql: String(decoding: PackageResources.m0002_ledger_sql, as: UTF8.self)),
    Step(name: "m0003-actions", sql: String(decoding: PackageResources.m0003_actions_sql, as: UTF8.self)),
    Step(name: "m0004-record", sql: String(decoding: PackageResources.m0004_record_sql, as: UTF8.self)),
    Step(name: "m0005-lists", sql: String(decoding: PackageResources.m0005_lists_sql, as: UTF8.self)),
  ]
}
