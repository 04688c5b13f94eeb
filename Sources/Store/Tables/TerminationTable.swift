import Campaigns
import GRDB

struct TerminationTable: TerminationRepository {
  let database: Database

  func add(_ termination: SealedTermination) throws {
    try translatingConstraints(
      unique: .slugTaken(termination.slug, "termination"), foreignKey: .gone("the termination's campaign or target")
    ) {
      try database.execute(
        sql: """
          INSERT INTO termination (slug, target, stage, is_published, contents, campaign, id)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: columns(of: termination) + [termination.campaign.rawValue, termination.id.rawValue])
    }
  }

  func update(_ termination: SealedTermination) throws {
    try translatingConstraints(
      unique: .slugTaken(termination.slug, "termination"), foreignKey: .gone("the termination's target")
    ) {
      try database.execute(
        sql: "UPDATE termination SET slug = ?, target = ?, stage = ?, is_published = ?, contents = ? WHERE id = ?",
        arguments: columns(of: termination) + [termination.id.rawValue])
    }
    guard database.changesCount == 1 else { throw Refusal.gone("termination \(termination.slug)") }
  }

  func erase(_ id: Identifier<Termination>) throws {
    try database.execute(sql: "DELETE FROM termination WHERE id = ?", arguments: [id.rawValue])
    guard database.changesCount == 1 else { throw Refusal.gone("the termination") }
    try Traces.note(in: database)
  }

  func find(_ slug: Slug) throws -> SealedTermination? {
    try terminations("WHERE slug = ?", [slug.description]).first
  }

  func all(of campaign: Identifier<Campaign>) throws -> [SealedTermination] {
    try terminations("WHERE campaign = ? ORDER BY id", [campaign.rawValue])
  }

  func slugs() throws -> [Slug] {
    try Row.fetchAll(database, sql: "SELECT slug FROM termination ORDER BY slug")
      .map { try $0.parsed("slug", Slug.init) }
  }

  private func columns(of termination: SealedTermination) -> StatementArguments {
    [
      termination.slug.description, termination.target.rawValue, termination.stage.rawValue, termination.isPublished,
      termination.contents.databaseBlob,
    ]
  }

  private func terminations(_ clause: String, _ arguments: StatementArguments) throws -> [SealedTermination] {
    try Row.fetchAll(database, sql: "SELECT * FROM termination \(clause)", arguments: arguments).map { row in
      try SealedTermination(
        id: row.identifier("id"), slug: row.parsed("slug", Slug.init), campaign: row.identifier("campaign"),
        target: row.identifier("target"), stage: row.word("stage"), isPublished: row.value("is_published"),
        contents: row.bytes("contents"))
    }
  }
}
