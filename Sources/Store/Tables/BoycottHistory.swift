import Campaigns
import GRDB

// What belongs to a boycott and only grows: its listings, the notes on them, its events.

extension BoycottTable {
  func add(_ listing: BoycottListing) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "the target is in this boycott already"),
      foreignKey: .gone("the boycott or the target")
    ) {
      try database.execute(
        sql: """
          INSERT INTO boycott_listing (boycott, target, listed_on, reason, withdrawn_on, withdrawn_because)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          listing.boycott.rawValue, listing.target.rawValue, listing.listedOn.daysSinceEpoch, listing.reason,
          listing.withdrawnOn?.daysSinceEpoch, listing.withdrawnBecause,
        ])
    }
  }

  func update(_ listing: BoycottListing) throws {
    try database.execute(
      sql: """
        UPDATE boycott_listing SET reason = ?, withdrawn_on = ?, withdrawn_because = ? WHERE boycott = ? AND target = ?
        """,
      arguments: [
        listing.reason, listing.withdrawnOn?.daysSinceEpoch, listing.withdrawnBecause, listing.boycott.rawValue,
        listing.target.rawValue,
      ])
    guard database.changesCount == 1 else { throw Refusal.gone("the listing") }
  }

  func listings(of boycott: Identifier<Boycott>) throws -> [BoycottListing] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM boycott_listing WHERE boycott = ? ORDER BY listed_on, target",
      arguments: [boycott.rawValue]
    ).map { row in
      try BoycottListing(
        boycott: boycott, target: row.identifier("target"), listedOn: row.day("listed_on"),
        reason: row.value("reason"), withdrawnOn: row.optionalDay("withdrawn_on"),
        withdrawnBecause: row.value("withdrawn_because"))
    }
  }

  func add(_ note: ListingNote) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is a note \(note.id) already"), foreignKey: .gone("the listing")
    ) {
      try database.execute(
        sql: "INSERT INTO listing_note (id, boycott, target, kind, day, text, source) VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          note.id.rawValue, note.boycott.rawValue, note.target.rawValue, note.kind.rawValue, note.day.daysSinceEpoch,
          note.text, note.source,
        ])
    }
  }

  func notes(of boycott: Identifier<Boycott>) throws -> [ListingNote] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM listing_note WHERE boycott = ? ORDER BY day, id", arguments: [boycott.rawValue]
    ).map { row in
      try ListingNote(
        id: row.identifier("id"), boycott: boycott, target: row.identifier("target"), kind: row.word("kind"),
        day: row.day("day"), text: row.value("text"), source: row.value("source"))
    }
  }

  func add(_ event: BoycottEvent) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is an event \(event.id) already"), foreignKey: .gone("the boycott")
    ) {
      try database.execute(
        sql: "INSERT INTO boycott_event (id, boycott, kind, day, text) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          event.id.rawValue, event.boycott.rawValue, event.kind.rawValue, event.day.daysSinceEpoch, event.text,
        ])
    }
  }

  func events(of boycott: Identifier<Boycott>) throws -> [BoycottEvent] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM boycott_event WHERE boycott = ? ORDER BY number", arguments: [boycott.rawValue]
    ).map { row in
      try BoycottEvent(
        id: row.identifier("id"), boycott: boycott, kind: row.word("kind"), day: row.day("day"),
        text: row.value("text"))
    }
  }
}
