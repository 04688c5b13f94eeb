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

  func add(_ response: DemandResponse) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is a response \(response.id) already"), foreignKey: .gone("the demand")
    ) {
      try database.execute(
        sql: """
          INSERT INTO demand_response (id, demand, outcome, responded_on, summary, source, statement)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          response.id.rawValue, response.demand.rawValue, response.outcome.rawValue,
          response.respondedOn.daysSinceEpoch, response.summary, response.source, response.statement,
        ])
    }
  }

  func responses(in campaign: Identifier<Campaign>) throws -> [DemandResponse] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT demand_response.* FROM demand_response JOIN demand ON demand.id = demand_response.demand
        WHERE campaign = ? ORDER BY responded_on, demand_response.number
        """,
      arguments: [campaign.rawValue]
    ).map { row in
      try DemandResponse(
        id: row.identifier("id"), demand: row.identifier("demand"), outcome: row.word("outcome"),
        respondedOn: row.day("responded_on"), summary: row.value("summary"), source: row.value("source"),
        statement: row.value("statement"))
    }
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
