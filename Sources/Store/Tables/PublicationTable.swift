import Campaigns
import GRDB

struct PublicationTable: PublicationRepository {
  let database: Database

  func add(_ publication: SealedPublication) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "the petition has a publication \(publication.number) already"),
      foreignKey: .gone("the publication's petition")
    ) {
      try database.execute(
        sql: "INSERT INTO publication (id, petition, number, published_on, contents) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          publication.id.rawValue, publication.petition.rawValue, publication.number,
          publication.publishedOn.daysSinceEpoch, publication.contents.databaseBlob,
        ])
    }
  }

  func newest(of petition: Identifier<Petition>) throws -> SealedPublication? {
    try publication("WHERE petition = ? ORDER BY number DESC LIMIT 1", [petition.rawValue])
  }

  func find(_ number: Int, of petition: Identifier<Petition>) throws -> SealedPublication? {
    try publication("WHERE petition = ? AND number = ?", [petition.rawValue, number])
  }

  private func publication(_ clause: String, _ arguments: StatementArguments) throws -> SealedPublication? {
    try Row.fetchOne(database, sql: "SELECT * FROM publication \(clause)", arguments: arguments).map { row in
      try SealedPublication(
        id: row.identifier("id"), petition: row.identifier("petition"), number: row.value("number"),
        publishedOn: row.day("published_on"), contents: row.bytes("contents"))
    }
  }
}
