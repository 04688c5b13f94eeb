import Campaigns
import GRDB

struct VaultTable: VaultRepository {
  let database: Database

  func create(_ vault: VaultRecord) throws {
    try translatingConstraints(unique: Refusal(.alreadyExists, "the database has a vault already")) {
      try database.execute(
        sql: "INSERT INTO vault (one, id) VALUES (1, ?)", arguments: [vault.id.databaseBlob])
    }
    for slot in vault.slots { try add(slot) }
  }

  func record() throws -> VaultRecord {
    guard let vault = try Row.fetchOne(database, sql: "SELECT id FROM vault") else {
      throw Refusal.unreadable("no vault")
    }
    let slots = try Row.fetchAll(database, sql: "SELECT * FROM key_slot ORDER BY number").map { row in
      try KeySlotRecord(
        number: row.value("number"), kind: row.word("kind"), addedOn: row.day("added_on"),
        parameters: row.bytes("parameters"), wrappedKey: row.bytes("wrapped_key"))
    }
    return VaultRecord(id: try vault.bytes("id"), slots: slots)
  }

  func add(_ slot: KeySlotRecord) throws {
    try translatingConstraints(unique: Refusal(.alreadyExists, "the vault has a slot \(slot.number) already")) {
      try database.execute(
        sql: "INSERT INTO key_slot (number, kind, added_on, parameters, wrapped_key) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          slot.number, slot.kind.rawValue, slot.addedOn.daysSinceEpoch, slot.parameters.databaseBlob,
          slot.wrappedKey.databaseBlob,
        ])
    }
  }
}
