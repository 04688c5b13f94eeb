import Campaigns
import GRDB

struct CampaignTable: CampaignRepository {
  let database: Database

  func add(_ campaign: Campaign) throws {
    try translatingConstraints(unique: .slugTaken(campaign.slug, "campaign")) {
      try database.execute(
        sql: "INSERT INTO campaign (id, slug, title, created_on) VALUES (?, ?, ?, ?)",
        arguments: [
          campaign.id.rawValue, campaign.slug.description, campaign.title, campaign.createdOn.daysSinceEpoch,
        ])
    }
  }

  func update(_ campaign: Campaign) throws {
    try database.execute(
      sql: "UPDATE campaign SET title = ? WHERE id = ?", arguments: [campaign.title, campaign.id.rawValue])
    guard database.changesCount == 1 else { throw Refusal.gone("campaign \(campaign.slug)") }
  }

  func find(_ slug: Slug) throws -> Campaign? {
    try campaigns("WHERE slug = ?", [slug.description]).first
  }

  func find(_ id: Identifier<Campaign>) throws -> Campaign? {
    try campaigns("WHERE id = ?", [id.rawValue]).first
  }

  func all() throws -> [Campaign] {
    try campaigns("ORDER BY slug", [])
  }

  private func campaigns(_ clause: String, _ arguments: StatementArguments) throws -> [Campaign] {
    try Row.fetchAll(database, sql: "SELECT * FROM campaign \(clause)", arguments: arguments).map { row in
      try Campaign(
        id: row.identifier("id"), slug: row.parsed("slug", Slug.init), title: row.value("title"),
        createdOn: row.day("created_on"))
    }
  }
}

extension Refusal {
  /// A slug that another of its kind has.
  /// - Parameter instead: what can be done with that one.
  static func slugTaken(_ slug: Slug, _ noun: String, instead: String = "edit") -> Refusal {
    Refusal(
      .alreadyExists, "there is a \(noun) \(slug) already",
      hint: "choose another slug, or \(instead == "edit" ? "change" : "look at") that one with picket \(noun) "
        + "\(instead) \(slug)")
  }

  /// Something that was to be changed or referred to and is not there.
  static func gone(_ what: String) -> Refusal {
    Refusal(.notFound, "\(what) is not there")
  }
}
