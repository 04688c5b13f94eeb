import Campaigns
import GRDB

struct DemandTable: DemandRepository {
  let database: Database

  func add(_ demand: Demand) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "the campaign has a demand \(demand.number) already"),
      foreignKey: .gone("the demand's campaign or target")
    ) {
      try database.execute(
        sql: """
          INSERT INTO demand (id, campaign, target, number, text, state, answered_on, source)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          demand.id.rawValue, demand.campaign.rawValue, demand.target.rawValue, demand.number, demand.text,
          demand.state.rawValue, demand.answeredOn?.daysSinceEpoch, demand.source,
        ])
    }
  }

  func update(_ demand: Demand) throws {
    try database.execute(
      sql: "UPDATE demand SET text = ?, state = ?, answered_on = ?, source = ? WHERE id = ?",
      arguments: [
        demand.text, demand.state.rawValue, demand.answeredOn?.daysSinceEpoch, demand.source, demand.id.rawValue,
      ])
    guard database.changesCount == 1 else { throw Refusal.gone("demand \(demand.number)") }
  }

  func find(_ number: Int, of campaign: Identifier<Campaign>) throws -> Demand? {
    try demands("WHERE campaign = ? AND number = ?", [campaign.rawValue, number]).first
  }

  func all(of campaign: Identifier<Campaign>) throws -> [Demand] {
    try demands("WHERE campaign = ? ORDER BY number", [campaign.rawValue])
  }

  private func demands(_ clause: String, _ arguments: StatementArguments) throws -> [Demand] {
    try Row.fetchAll(database, sql: "SELECT * FROM demand \(clause)", arguments: arguments).map { row in
      try Demand(
        id: row.identifier("id"), campaign: row.identifier("campaign"), target: row.identifier("target"),
        number: row.value("number"), text: row.value("text"), state: row.word("state"),
        answeredOn: row.optionalDay("answered_on"), source: row.value("source"))
    }
  }
}
