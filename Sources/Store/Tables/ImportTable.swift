import Campaigns
import GRDB

struct ImportTable: ImportRepository {
  let database: Database

  func add(_ report: SealedImport) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is an import \(report.id) already"),
      foreignKey: .gone("the import's petition")
    ) {
      try database.execute(
        sql: """
          INSERT INTO import (imported_on, row_count, added, duplicates, shared_address, rejected, stricter, same_name,
            target_addresses, undone_on, contents, id, petition)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: arguments(report) + [report.petition.rawValue])
    }
  }

  func update(_ report: SealedImport) throws {
    try database.execute(
      sql: """
        UPDATE import SET imported_on = ?, row_count = ?, added = ?, duplicates = ?, shared_address = ?, rejected = ?,
          stricter = ?, same_name = ?, target_addresses = ?, undone_on = ?, contents = ?
        WHERE id = ?
        """,
      arguments: arguments(report))
    guard database.changesCount == 1 else { throw Refusal.gone("import \(report.id)") }
  }

  func find(_ id: Identifier<ImportReport>) throws -> SealedImport? {
    try imports("WHERE id = ?", [id.rawValue]).first
  }

  func all(of petition: Identifier<Petition>) throws -> [SealedImport] {
    try imports("WHERE petition = ? ORDER BY id", [petition.rawValue])
  }

  private func arguments(_ report: SealedImport) -> StatementArguments {
    let counts = report.counts
    return [
      report.importedOn.daysSinceEpoch, counts.rows, counts.added, counts.duplicates, counts.sharedAddress,
      counts.rejected, counts.stricter, counts.sameName, counts.targetAddresses, report.undoneOn?.daysSinceEpoch,
      report.contents.databaseBlob, report.id.rawValue,
    ]
  }

  private func imports(_ clause: String, _ arguments: StatementArguments) throws -> [SealedImport] {
    try Row.fetchAll(database, sql: "SELECT * FROM import \(clause)", arguments: arguments).map { row in
      var counts = ImportReport.Counts()
      counts.rows = try row.value("row_count")
      counts.added = try row.value("added")
      counts.duplicates = try row.value("duplicates")
      counts.sharedAddress = try row.value("shared_address")
      counts.rejected = try row.value("rejected")
      counts.stricter = try row.value("stricter")
      counts.sameName = try row.value("same_name")
      counts.targetAddresses = try row.value("target_addresses")
      return try SealedImport(
        id: row.identifier("id"), petition: row.identifier("petition"), importedOn: row.day("imported_on"),
        counts: counts, undoneOn: row.optionalDay("undone_on"), contents: row.bytes("contents"))
    }
  }
}
