import Campaigns
import Foundation
import GRDB

struct PetitionTable: PetitionRepository {
  let database: Database

  func add(_ petition: Petition) throws {
    try translatingConstraints(
      unique: .slugTaken(petition.slug, "petition"), foreignKey: .gone("the petition's campaign or target")
    ) {
      try database.execute(
        sql: """
          INSERT INTO petition (id, slug, campaign, target, title, language, cohort, goal, reveal_threshold,
            revealed_at, closes_at, state, created_on, opened_on)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          petition.id.rawValue, petition.slug.description, petition.campaign.rawValue, petition.target.rawValue,
          petition.title, petition.language.description, petition.cohort.code, petition.goal,
          petition.revealThreshold, petition.revealedAt, PetitionTable.seconds(petition.closesAt),
          petition.state.rawValue, petition.createdOn.daysSinceEpoch, petition.openedOn?.daysSinceEpoch,
        ])
    }
    try addCohorts(of: petition)
  }

  func update(_ petition: Petition) throws {
    try database.execute(
      sql: """
        UPDATE petition SET title = ?, cohort = ?, goal = ?, reveal_threshold = ?, revealed_at = ?, closes_at = ?,
          state = ?, opened_on = ?
        WHERE id = ?
        """,
      arguments: [
        petition.title, petition.cohort.code, petition.goal, petition.revealThreshold, petition.revealedAt,
        PetitionTable.seconds(petition.closesAt), petition.state.rawValue, petition.openedOn?.daysSinceEpoch,
        petition.id.rawValue,
      ])
    guard database.changesCount == 1 else { throw Refusal.gone("petition \(petition.slug)") }
    try database.execute(
      sql: "DELETE FROM petition_cohort WHERE petition = ?", arguments: [petition.id.rawValue])
    try addCohorts(of: petition)
  }

  func find(_ slug: Slug) throws -> Petition? {
    try petitions("WHERE slug = ?", [slug.description]).first
  }

  func all() throws -> [Petition] {
    try petitions("ORDER BY slug", [])
  }

  func tally(of petition: Identifier<Petition>) throws -> PetitionTally {
    try TallyTable(database: database).tally(of: petition)
  }

  private static func seconds(_ instant: Date?) -> Int? {
    instant.map { Int($0.timeIntervalSince1970.rounded(.down)) }
  }

  private func addCohorts(of petition: Petition) throws {
    for cohort in petition.admits {
      try database.execute(
        sql: "INSERT INTO petition_cohort (petition, cohort) VALUES (?, ?)",
        arguments: [petition.id.rawValue, cohort.code])
    }
  }

  private func petitions(_ clause: String, _ arguments: StatementArguments) throws -> [Petition] {
    try Row.fetchAll(database, sql: "SELECT * FROM petition \(clause)", arguments: arguments).map { row in
      let admits = try Int.fetchAll(
        database, sql: "SELECT cohort FROM petition_cohort WHERE petition = ?", arguments: [row.value("id") as Int64])
      return try Petition(
        id: row.identifier("id"), slug: row.parsed("slug", Slug.init), campaign: row.identifier("campaign"),
        target: row.identifier("target"), title: row.value("title"),
        language: row.parsed("language", Language.init), cohort: Cohort(code: row.value("cohort")),
        admits: Set(admits.map(Cohort.init(code:))), goal: row.value("goal"),
        revealThreshold: row.value("reveal_threshold"), revealedAt: row.value("revealed_at"),
        closesAt: (row.value("closes_at") as Int?).map { Date(timeIntervalSince1970: Double($0)) },
        state: row.word("state"), createdOn: row.day("created_on"), openedOn: row.optionalDay("opened_on"))
    }
  }
}
