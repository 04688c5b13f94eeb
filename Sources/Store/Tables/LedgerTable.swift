import Campaigns
import Foundation
import GRDB
import GRDBSQLite

struct LedgerTable: LedgerRepository {
  let database: Database

  func enqueue(_ leaves: [QueuedLeaf]) throws {
    for campaign in Set(leaves.map(\.campaign)) {
      try translatingConstraints(unique: .gone("the log"), foreignKey: .gone("the leaf's campaign")) {
        try database.execute(
          sql: "INSERT INTO ledger (campaign, size) VALUES (?, 0) ON CONFLICT DO NOTHING",
          arguments: [campaign.rawValue])
      }
    }
    let insertion = try LeafInsertion(database: database)
    for leaf in leaves { try insertion.insert(leaf) }
  }

  func queue(of campaign: Identifier<Campaign>) throws -> LeafQueue {
    let statement = try database.cachedStatement(
      sql: "SELECT leaf, mark FROM ledger_queue WHERE campaign = ? ORDER BY id")
    try statement.setArguments([campaign.rawValue])
    let pointer = statement.sqliteStatement
    defer { sqlite3_reset(pointer) }
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
      let start = sqlite3_column_blob(pointer, column)
      return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
    }
    var queue = LeafQueue()
    while true {
      let code = sqlite3_step(pointer)
      if code == SQLITE_DONE { return queue }
      guard code == SQLITE_ROW else {
        throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)))
      }
      queue.leaves.append(contentsOf: bytes(0))
      queue.marks.append(BlindTag(bytes(1)))
    }
  }

  func oldestQueued(of campaign: Identifier<Campaign>) throws -> CalendarDate? {
    try Int64.fetchOne(
      database, sql: "SELECT id FROM ledger_queue WHERE campaign = ? ORDER BY id LIMIT 1",
      arguments: [campaign.rawValue]
    ).map { Identifier<QueuedLeaf>(rawValue: $0).day }
  }

  func queueCount(of campaign: Identifier<Campaign>) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM ledger_queue WHERE campaign = ?", arguments: [campaign.rawValue]) ?? 0
  }

  func size(of campaign: Identifier<Campaign>) throws -> Int? {
    try Int.fetchOne(
      database, sql: "SELECT size FROM ledger WHERE campaign = ?", arguments: [campaign.rawValue])
  }

  func grow(
    _ campaign: Identifier<Campaign>, leaves: [LedgerBlock], hashes: [LedgerBlock], checkpoint: StoredCheckpoint
  ) throws {
    try database.execute(
      sql: "UPDATE ledger SET size = ? WHERE campaign = ?", arguments: [checkpoint.size, campaign.rawValue])
    guard database.changesCount == 1 else { throw Refusal.gone("the campaign's log") }
    let bundles = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO ledger_bundle (campaign, number, leaves) VALUES (?, ?, ?)")
    for block in leaves {
      try bundles.execute(arguments: [campaign.rawValue, block.number, block.bytes.databaseBlob])
    }
    let tiles = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO ledger_tile (campaign, level, number, hashes) VALUES (?, ?, ?, ?)")
    for block in hashes {
      try tiles.execute(arguments: [campaign.rawValue, block.level, block.number, block.bytes.databaseBlob])
    }
    try database.execute(
      sql: "INSERT OR REPLACE INTO ledger_checkpoint (campaign, size, made_on, note) VALUES (?, ?, ?, ?)",
      arguments: [
        campaign.rawValue, checkpoint.size, checkpoint.madeOn.daysSinceEpoch, checkpoint.note.databaseBlob,
      ])
    // Leaves name nobody: to overwrite them would only take time.
    try database.execute(sql: "PRAGMA secure_delete = OFF")
    defer { try? database.execute(sql: "PRAGMA secure_delete = ON") }
    try database.execute(sql: "DELETE FROM ledger_queue WHERE campaign = ?", arguments: [campaign.rawValue])
  }

  func leaves(_ number: Int, of campaign: Identifier<Campaign>) throws -> [UInt8]? {
    try Row.fetchOne(
      database, sql: "SELECT leaves FROM ledger_bundle WHERE campaign = ? AND number = ?",
      arguments: [campaign.rawValue, number]
    )?.bytes("leaves")
  }

  func forEachLeafBlock(of campaign: Identifier<Campaign>, _ body: ([UInt8]) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT leaves FROM ledger_bundle WHERE campaign = ? ORDER BY number",
      arguments: [campaign.rawValue])
    while let row = try rows.next() { try body(try row.bytes("leaves")) }
  }

  func hashes(level: Int, _ number: Int, of campaign: Identifier<Campaign>) throws -> [UInt8]? {
    try Row.fetchOne(
      database, sql: "SELECT hashes FROM ledger_tile WHERE campaign = ? AND level = ? AND number = ?",
      arguments: [campaign.rawValue, level, number]
    )?.bytes("hashes")
  }

  func checkpoints(of campaign: Identifier<Campaign>) throws -> [StoredCheckpoint] {
    try checkpoints("WHERE campaign = ? ORDER BY size", campaign)
  }

  func checkpointSizes(of campaign: Identifier<Campaign>) throws -> [Int] {
    try Int.fetchAll(
      database, sql: "SELECT size FROM ledger_checkpoint WHERE campaign = ? ORDER BY size",
      arguments: [campaign.rawValue])
  }

  func newestCheckpoint(of campaign: Identifier<Campaign>) throws -> StoredCheckpoint? {
    try checkpoints("WHERE campaign = ? ORDER BY size DESC LIMIT 1", campaign).first
  }

  private func checkpoints(_ clause: String, _ campaign: Identifier<Campaign>) throws -> [StoredCheckpoint] {
    try Row.fetchAll(
      database, sql: "SELECT size, made_on, note FROM ledger_checkpoint \(clause)", arguments: [campaign.rawValue]
    ).map { row in
      StoredCheckpoint(
        size: try row.value("size"), madeOn: try row.day("made_on"), note: try row.bytes("note"))
    }
  }
}
