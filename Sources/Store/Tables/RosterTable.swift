import Campaigns
import GRDB

struct RosterTable: RosterRepository {
  let database: Database

  func add(_ entries: [SealedRosterEntry]) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO roster_entry (tag, contents, id, campaign) VALUES (?, ?, ?, ?)")
    for entry in entries {
      try translatingConstraints(unique: .onRoster(entry.id), foreignKey: .gone("the roster's campaign")) {
        try statement.execute(arguments: columns(of: entry))
      }
    }
  }

  func update(_ entries: [SealedRosterEntry]) throws {
    let statement = try database.cachedStatement(
      sql: "UPDATE roster_entry SET tag = ?, contents = ? WHERE id = ? AND campaign = ?")
    for entry in entries {
      try translatingConstraints(unique: .onRoster(entry.id)) {
        try statement.execute(arguments: columns(of: entry))
      }
      guard database.changesCount == 1 else { throw Refusal.gone("roster entry \(entry.id)") }
    }
  }

  func erase(_ ids: [Identifier<RosterEntry>], of campaign: Identifier<Campaign>) throws {
    let statement = try database.cachedStatement(sql: "DELETE FROM roster_entry WHERE id = ? AND campaign = ?")
    for id in ids {
      try statement.execute(arguments: [id.rawValue, campaign.rawValue])
      guard database.changesCount == 1 else { throw Refusal.gone("roster entry \(id)") }
    }
    if !ids.isEmpty { try Traces.note(in: database) }
  }

  func eraseAll(of campaign: Identifier<Campaign>) throws {
    try database.execute(sql: "DELETE FROM roster_entry WHERE campaign = ?", arguments: [campaign.rawValue])
    if database.changesCount > 0 { try Traces.note(in: database) }
  }

  func find(tagged tag: BlindTag, of campaign: Identifier<Campaign>) throws -> SealedRosterEntry? {
    try entries("WHERE campaign = ? AND tag = ?", [campaign.rawValue, tag.bytes.databaseBlob]).first
  }

  func forEachBatch(
    of campaign: Identifier<Campaign>, limit: Int, _ body: ([SealedRosterEntry]) throws -> Void
  ) throws {
    // Each batch is a query of its own, so that `body` may change what it was given.
    var last = Int64.min
    while true {
      let batch = try entries("WHERE campaign = ? AND id > ? ORDER BY id LIMIT ?", [campaign.rawValue, last, limit])
      guard let end = batch.last else { return }
      try body(batch)
      guard batch.count == limit else { return }
      last = end.id.rawValue
    }
  }

  func taken(in range: ClosedRange<Identifier<RosterEntry>>) throws -> Set<Identifier<RosterEntry>> {
    let ids = try Int64.fetchAll(
      database, sql: "SELECT id FROM roster_entry WHERE id BETWEEN ? AND ?",
      arguments: [range.lowerBound.rawValue, range.upperBound.rawValue])
    return Set(ids.map(Identifier.init(rawValue:)))
  }

  func count(of campaign: Identifier<Campaign>) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM roster_entry WHERE campaign = ?", arguments: [campaign.rawValue]) ?? 0
  }

  private func columns(of entry: SealedRosterEntry) -> StatementArguments {
    [entry.tag.bytes.databaseBlob, entry.contents.databaseBlob, entry.id.rawValue, entry.campaign.rawValue]
  }

  private func entries(_ clause: String, _ arguments: StatementArguments) throws -> [SealedRosterEntry] {
    let statement = try database.cachedStatement(sql: "SELECT * FROM roster_entry \(clause)")
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      guard let tag = BlindTag(try row.bytes("tag")) else { throw Refusal.unreadable("a tag") }
      return try SealedRosterEntry(
        id: row.identifier("id"), campaign: row.identifier("campaign"), tag: tag, contents: row.bytes("contents"))
    }
  }
}

extension Refusal {
  /// An identifier, or an address, that another entry of the roster has.
  fileprivate static func onRoster(_ id: Identifier<RosterEntry>) -> Refusal {
    Refusal(.alreadyExists, "roster entry \(id) claims an address that another entry has")
  }
}
