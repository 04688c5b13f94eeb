import Campaigns
import GRDB

struct SheetTable: SheetRepository {
  let database: Database

  func add(_ sheets: [SignatureSheet]) throws {
    for sheet in sheets {
      try translatingConstraints(
        unique: Refusal(.alreadyExists, "the petition has a sheet \(sheet.number) already"),
        foreignKey: .gone("the sheet's petition or letter")
      ) {
        try database.execute(
          sql: """
            INSERT INTO signature_sheet (petition, number, letter, row_count, printed_on) VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [
            sheet.petition.rawValue, sheet.number, sheet.letter.rawValue, sheet.rowCount,
            sheet.printedOn.daysSinceEpoch,
          ])
      }
    }
  }

  func find(_ number: Int, of petition: Identifier<Petition>) throws -> SignatureSheet? {
    try sheets("WHERE petition = ? AND number = ?", [petition.rawValue, number]).first
  }

  func all(of petition: Identifier<Petition>) throws -> [SignatureSheet] {
    try sheets("WHERE petition = ? ORDER BY number", [petition.rawValue])
  }

  private func sheets(_ clause: String, _ arguments: StatementArguments) throws -> [SignatureSheet] {
    try Row.fetchAll(database, sql: "SELECT * FROM signature_sheet \(clause)", arguments: arguments).map { row in
      SignatureSheet(
        petition: try row.identifier("petition"), number: try row.value("number"),
        letter: try row.identifier("letter"), rowCount: try row.value("row_count"),
        printedOn: try row.day("printed_on"))
    }
  }
}
