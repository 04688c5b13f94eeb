import Campaigns
import GRDB

struct IncidentTable: IncidentRepository {
  let database: Database

  func add(_ incident: SealedIncident) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is an incident \(incident.id) already"),
      foreignKey: .gone("the incident's campaign")
    ) {
      try database.execute(
        sql: "INSERT INTO incident (id, campaign, contents) VALUES (?, ?, ?)",
        arguments: [incident.id.rawValue, incident.campaign.rawValue, incident.contents.databaseBlob])
    }
  }

  func update(_ incident: SealedIncident) throws {
    try database.execute(
      sql: "UPDATE incident SET contents = ? WHERE id = ?",
      arguments: [incident.contents.databaseBlob, incident.id.rawValue])
    guard database.changesCount == 1 else { throw Refusal.gone("incident \(incident.id)") }
  }

  func erase(_ id: Identifier<Incident>) throws {
    try database.execute(sql: "DELETE FROM incident WHERE id = ?", arguments: [id.rawValue])
    guard database.changesCount == 1 else { throw Refusal.gone("incident \(id)") }
    try Traces.note(in: database)
  }

  func all(of campaign: Identifier<Campaign>) throws -> [SealedIncident] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM incident WHERE campaign = ? ORDER BY id", arguments: [campaign.rawValue]
    ).map { row in
      try SealedIncident(id: row.identifier("id"), campaign: campaign, contents: row.bytes("contents"))
    }
  }
}
