import Campaigns
import GRDB

struct TargetTable: TargetRepository {
  let database: Database

  func add(_ target: Target) throws {
    try translatingConstraints(unique: .slugTaken(target.slug, "target")) {
      try database.execute(
        sql: "INSERT INTO target (id, slug, name, kind) VALUES (?, ?, ?, ?)",
        arguments: [target.id.rawValue, target.slug.description, target.name, target.kind.rawValue])
    }
    try addDomains(of: target)
  }

  func update(_ target: Target) throws {
    try database.execute(
      sql: "UPDATE target SET name = ?, kind = ? WHERE id = ?",
      arguments: [target.name, target.kind.rawValue, target.id.rawValue])
    guard database.changesCount == 1 else { throw Refusal.gone("target \(target.slug)") }
    try database.execute(sql: "DELETE FROM target_domain WHERE target = ?", arguments: [target.id.rawValue])
    try addDomains(of: target)
  }

  func find(_ slug: Slug) throws -> Target? {
    try targets("WHERE slug = ?", [slug.description]).first
  }

  func find(_ id: Identifier<Target>) throws -> Target? {
    try targets("WHERE id = ?", [id.rawValue]).first
  }

  func all() throws -> [Target] {
    try targets("ORDER BY slug", [])
  }

  private func addDomains(of target: Target) throws {
    for domain in Set(target.domains) {
      try database.execute(
        sql: "INSERT INTO target_domain (target, domain) VALUES (?, ?)",
        arguments: [target.id.rawValue, domain.description])
    }
  }

  private func targets(_ clause: String, _ arguments: StatementArguments) throws -> [Target] {
    try Row.fetchAll(database, sql: "SELECT * FROM target \(clause)", arguments: arguments).map { row in
      let domains = try Row.fetchAll(
        database, sql: "SELECT domain FROM target_domain WHERE target = ? ORDER BY domain",
        arguments: [row.value("id") as Int64]
      ).map { try $0.parsed("domain", MailDomain.init) }
      return try Target(
        id: row.identifier("id"), slug: row.parsed("slug", Slug.init), name: row.value("name"),
        kind: row.word("kind"), domains: domains)
    }
  }
}
