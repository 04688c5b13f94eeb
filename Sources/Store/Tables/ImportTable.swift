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
      counts.rows = row["row_count"]
      counts.added = row["added"]
      counts.duplicates = row["duplicates"]
      counts.sharedAddress = row["shared_address"]
      counts.rejected = row["rejected"]
      counts.stricter = row["stricter"]
      counts.sameName = row["same_name"]
      counts.targetAddresses = row["target_addresses"]
      return SealedImport(
        id: row.identifier("id"), petition: row.identifier("petition"), importedOn: row.day("imported_on"),
        counts: counts, undoneOn: row.optionalDay("undone_on"), contents: row.bytes("contents"))
    }
  }
}
