import Campaigns
import Foundation
import GRDB

struct StatementTable: StatementRepository {
  let database: Database

  func add(_ statement: PublicStatement) throws {
    try translatingConstraints(
      unique: .slugTaken(statement.slug, "statement", instead: "show"),
      foreignKey: .gone("the statement's campaign or target")
    ) {
      try database.execute(
        sql: """
          INSERT INTO statement (id, slug, campaign, target, title, channel, url, speaker, added_on)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          statement.id.rawValue, statement.slug.description, statement.campaign.rawValue, statement.target.rawValue,
          statement.title, statement.channel.rawValue, statement.url, statement.speaker,
          statement.addedOn.daysSinceEpoch,
        ])
    }
  }

  func find(_ slug: Slug) throws -> PublicStatement? {
    try statements("WHERE slug = ?", [slug.description]).first
  }

  func all() throws -> [PublicStatement] {
    try statements("ORDER BY slug", [])
  }

  func add(_ sealed: SealedCapture) throws {
    let capture = sealed.capture
    let hops = try capture.fetch.map { fetch in
      String(
        decoding: try JSONEncoder().encode(fetch.hops.map { Hop(url: $0.url, status: $0.status) }), as: UTF8.self)
    }
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is a capture \(capture.id) already"),
      foreignKey: .gone("the capture's statement or bytes")
    ) {
      try database.execute(
        sql: """
          INSERT INTO capture (id, statement, observed_at, precision, about, utc_offset, raw, text, size, media_type,
            hops, observer)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          capture.id.rawValue, capture.statement.rawValue, capture.observedAt.seconds,
          capture.observedAt.precision.rawValue, capture.observedAt.isAbout, capture.observedAt.offset,
          capture.content?.raw.bytes.databaseBlob, capture.content?.text.bytes.databaseBlob,
          capture.content?.byteCount, capture.content?.mediaType, hops, sealed.observer?.databaseBlob,
        ])
    }
  }

  func captures(of statement: Identifier<PublicStatement>) throws -> [SealedCapture] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM capture WHERE statement = ? ORDER BY observed_at, number",
      arguments: [statement.rawValue]
    ).map { row in
      let fetch = try (row.value("hops") as String?).map { text in
        guard let hops = try? JSONDecoder().decode([Hop].self, from: Data(text.utf8)) else {
          throw Refusal.unreadable("a capture's addresses")
        }
        return Capture.Fetch(hops: hops.map { Capture.Fetch.Hop(url: $0.url, status: $0.status) })
      }
      return SealedCapture(
        Capture(
          id: try row.identifier("id"), statement: statement, observedAt: try row.moment("observed_at"),
          content: try content(of: row), fetch: fetch),
        observer: try row.optionalBytes("observer"))
    }
  }

  func captureCounts() throws -> [Identifier<PublicStatement>: (count: Int, last: Moment)] {
    var counts: [Identifier<PublicStatement>: (count: Int, last: Moment)] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT statement, count(*) AS many, max(observed_at) AS observed_at, precision, about, utc_offset FROM capture
        GROUP BY statement
        """)
    while let row = try rows.next() {
      counts[try row.identifier("statement")] = (try row.value("many"), try row.moment("observed_at"))
    }
    return counts
  }

  func keep(_ bytes: KeptBytes) throws {
    try database.execute(
      sql: "INSERT INTO kept_bytes (digest, size, packed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      arguments: [bytes.digest.bytes.databaseBlob, bytes.size, bytes.packed.databaseBlob])
  }

  func bytes(_ digest: Bytes32) throws -> KeptBytes? {
    try Row.fetchOne(
      database, sql: "SELECT size, packed FROM kept_bytes WHERE digest = ?", arguments: [digest.bytes.databaseBlob]
    ).map { KeptBytes(digest: digest, size: try $0.value("size"), packed: try $0.bytes("packed")) }
  }

  func add(_ account: AccountEvent) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is an account \(account.id) already"), foreignKey: .gone("the statement")
    ) {
      try database.execute(
        sql: """
          INSERT INTO account (id, statement, source, kind, happened_at, precision, about, utc_offset, explanation,
            attributed_to, url)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          account.id.rawValue, account.statement.rawValue, account.source, account.kind.rawValue, account.at?.seconds,
          account.at?.precision.rawValue, account.at?.isAbout, account.at?.offset, account.explanation,
          account.attributedTo, account.url,
        ])
    }
  }

  func accounts(of statement: Identifier<PublicStatement>) throws -> [AccountEvent] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM account WHERE statement = ? ORDER BY number", arguments: [statement.rawValue]
    ).map { row in
      // Damage to one of its columns must not make it look untimed.
      let isTimed = ["happened_at", "precision", "about", "utc_offset"].contains { column in
        let value: DatabaseValue = row[column]
        return !value.isNull
      }
      let (explanation, giver) = (try row.value("explanation") as String?, try row.value("attributed_to") as String?)
      guard (explanation == nil) == (giver == nil) else { throw Refusal.unreadable("an explanation") }
      return try AccountEvent(
        id: row.identifier("id"), statement: statement, source: row.value("source"), kind: row.word("kind"),
        at: isTimed ? row.moment("happened_at") : nil, explanation: explanation, attributedTo: giver,
        url: row.value("url"))
    }
  }

  private func content(of row: Row) throws -> Capture.Content? {
    let (size, mediaType) = (try row.value("size") as Int?, try row.value("media_type") as String?)
    switch (try row.optionalDigest("raw"), try row.optionalDigest("text"), size, mediaType) {
    case (nil, nil, nil, nil): return nil
    case (let raw?, let text?, let size?, let mediaType?):
      return Capture.Content(raw: raw, text: text, byteCount: size, mediaType: mediaType)
    // Damage must not make it look gone.
    default: throw Refusal.unreadable("a capture")
    }
  }

  private struct Hop: Codable {
    let url: String
    let status: Int
  }

  private func statements(_ clause: String, _ arguments: StatementArguments) throws -> [PublicStatement] {
    try Row.fetchAll(database, sql: "SELECT * FROM statement \(clause)", arguments: arguments).map { row in
      try PublicStatement(
        id: row.identifier("id"), slug: row.parsed("slug", Slug.init), campaign: row.identifier("campaign"),
        target: row.identifier("target"), title: row.value("title"), channel: row.word("channel"),
        url: row.value("url"), speaker: row.value("speaker"), addedOn: row.day("added_on"))
    }
  }
}

extension Row {
  /// The digest in a column that may be empty.
  func optionalDigest(_ column: String) throws -> Bytes32? {
    try optionalBytes(column).map { bytes in
      guard let digest = Bytes32(bytes) else { throw Refusal.unreadable("a digest") }
      return digest
    }
  }

  /// The time in a column, with what the columns beside it say of it.
  func moment(_ column: String) throws -> Moment {
    let (seconds, offset) = (try value(column) as Int64, try value("utc_offset") as Int)
    // From the year 1 to the year 9999: what lies beyond cannot be written.
    guard (-62_135_596_800 - 86_400...253_402_300_799 + 86_400).contains(seconds),
      (-900...900).contains(offset)
    else {
      throw Refusal.unreadable("a time")
    }
    return Moment(
      seconds: seconds, precision: try word("precision"), isAbout: try value("about"), offset: offset)
  }
}
