import Campaigns
import GRDB

struct BoycottTable: BoycottRepository {
  let database: Database

  func add(_ boycott: Boycott) throws {
    try translatingConstraints(
      unique: .slugTaken(boycott.slug, "boycott"), foreignKey: .gone("the boycott's campaign")
    ) {
      try database.execute(
        sql: """
          INSERT INTO boycott (title, starts_on, pledges_lapse_on, terms, stage, called_on, revealed_on, id, slug,
            campaign, form, created_on)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: columns(of: boycott) + [
          boycott.id.rawValue, boycott.slug.description, boycott.campaign.rawValue, boycott.form.rawValue,
          boycott.createdOn.daysSinceEpoch,
        ])
    }
    try addParts(of: boycott)
  }

  func update(_ boycott: Boycott) throws {
    try database.execute(
      sql: """
        UPDATE boycott SET title = ?, starts_on = ?, pledges_lapse_on = ?, terms = ?, stage = ?, called_on = ?,
          revealed_on = ?
        WHERE id = ?
        """,
      arguments: columns(of: boycott) + [boycott.id.rawValue])
    guard database.changesCount == 1 else { throw Refusal.gone("boycott \(boycott.slug)") }
    for table in ["boycott_scope", "boycott_clause", "boycott_demand"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE boycott = ?", arguments: [boycott.id.rawValue])
    }
    try addParts(of: boycott)
  }

  func find(_ slug: Slug) throws -> Boycott? {
    try boycotts("WHERE slug = ?", [slug.description]).first
  }

  func all() throws -> [Boycott] {
    try boycotts("ORDER BY slug", [])
  }

  private func columns(of boycott: Boycott) -> StatementArguments {
    [
      boycott.title, boycott.startsOn?.daysSinceEpoch, boycott.pledgesLapseOn?.daysSinceEpoch, boycott.terms,
      boycott.stage.rawValue, boycott.calledOn?.daysSinceEpoch, boycott.revealedOn?.daysSinceEpoch,
    ]
  }

  private func addParts(of boycott: Boycott) throws {
    for scope in boycott.scopes {
      try database.execute(
        sql: "INSERT INTO boycott_scope (boycott, scope) VALUES (?, ?)",
        arguments: [boycott.id.rawValue, scope.rawValue])
    }
    for (kind, clauses) in [("exception", boycott.exceptions), ("alternative", boycott.alternatives)] {
      for (place, text) in clauses.enumerated() {
        try database.execute(
          sql: "INSERT INTO boycott_clause (boycott, kind, number, text) VALUES (?, ?, ?, ?)",
          arguments: [boycott.id.rawValue, kind, place + 1, text])
      }
    }
    for number in Set(boycott.untilDemands) {
      try database.execute(
        sql:
          "INSERT INTO boycott_demand (boycott, demand) SELECT ?, id FROM demand WHERE campaign = ? AND number = ?",
        arguments: [boycott.id.rawValue, boycott.campaign.rawValue, number])
      guard database.changesCount == 1 else { throw Refusal.gone("demand \(number)") }
    }
  }

  private func boycotts(_ clause: String, _ arguments: StatementArguments) throws -> [Boycott] {
    try Row.fetchAll(database, sql: "SELECT * FROM boycott \(clause)", arguments: arguments).map { row in
      let id: Int64 = try row.value("id")
      func clauses(_ kind: String) throws -> [String] {
        try Row.fetchAll(
          database, sql: "SELECT text FROM boycott_clause WHERE boycott = ? AND kind = ? ORDER BY number",
          arguments: [id, kind]
        ).map { try $0.value("text") }
      }
      let scopes = try Row.fetchAll(
        database, sql: "SELECT scope FROM boycott_scope WHERE boycott = ?", arguments: [id])
      let demands: [Int] = try Row.fetchAll(
        database,
        sql: """
          SELECT number FROM demand WHERE id IN (SELECT demand FROM boycott_demand WHERE boycott = ?) ORDER BY number
          """,
        arguments: [id]
      ).map { try $0.value("number") }
      return try Boycott(
        id: row.identifier("id"), slug: row.parsed("slug", Slug.init), campaign: row.identifier("campaign"),
        title: row.value("title"), form: row.word("form"), scopes: Set(scopes.map { try $0.word("scope") }),
        startsOn: row.optionalDay("starts_on"), exceptions: clauses("exception"),
        alternatives: clauses("alternative"),
        untilDemands: demands, pledgesLapseOn: row.optionalDay("pledges_lapse_on"), terms: row.value("terms"),
        stage: row.word("stage"), calledOn: row.optionalDay("called_on"), revealedOn: row.optionalDay("revealed_on"),
        createdOn: row.day("created_on"))
    }
  }
}
