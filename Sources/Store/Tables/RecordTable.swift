import Campaigns
import GRDB

struct RecordTable: RecordRepository {
  let database: Database

  func add(_ evidence: EvidenceRecord) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "the campaign has evidence \(evidence.number) already"),
      foreignKey: .gone("the evidence's campaign or copy")
    ) {
      try database.execute(
        sql: """
          INSERT INTO evidence (id, campaign, number, title, url, publisher, author, published_at, accessed_at, quote,
            place, copy, subject)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          evidence.id.rawValue, evidence.campaign.rawValue, evidence.number, evidence.title, evidence.url,
          evidence.publisher, evidence.author, evidence.publishedAt?.description, evidence.accessedAt?.description,
          evidence.quote, evidence.place, evidence.copy?.bytes.databaseBlob, evidence.subject,
        ])
    }
  }

  func evidence(of campaign: Identifier<Campaign>) throws -> [EvidenceRecord] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM evidence WHERE campaign = ? ORDER BY number", arguments: [campaign.rawValue]
    ).map { row in
      func moment(_ column: String) throws -> Moment? {
        try row.value(column) as String? == nil ? nil : row.parsed(column, Moment.init)
      }
      return try EvidenceRecord(
        id: row.identifier("id"), campaign: campaign, number: row.value("number"), title: row.value("title"),
        url: row.value("url"), publisher: row.value("publisher"), author: row.value("author"),
        publishedAt: moment("published_at"), accessedAt: moment("accessed_at"), quote: row.value("quote"),
        place: row.value("place"), copy: row.optionalDigest("copy"), subject: row.value("subject"))
    }
  }

  func add(_ event: CampaignEvent) throws {
    try translatingConstraints(
      unique: Refusal(.alreadyExists, "there is an event \(event.id) already"),
      foreignKey: .gone("the event's campaign or evidence")
    ) {
      try database.execute(
        sql: """
          INSERT INTO event (id, campaign, happened_at, precision, about, utc_offset, text, evidence)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          event.id.rawValue, event.campaign.rawValue, event.at.seconds, event.at.precision.rawValue, event.at.isAbout,
          event.at.offset, event.text, event.evidence,
        ])
    }
  }

  func withdraw(leaving event: WithdrawnEvent) throws {
    try database.execute(
      sql: """
        UPDATE event SET text = '', evidence = NULL, withdrawn_on = ?, leaf = ?
        WHERE id = ? AND campaign = ? AND withdrawn_on IS NULL
        """,
      arguments: [
        event.withdrawnOn.daysSinceEpoch, event.commitment.bytes.databaseBlob, event.id.rawValue,
        event.campaign.rawValue,
      ])
    guard database.changesCount == 1 else { throw Refusal.gone("event \(event.id)") }
    // It may have been withdrawn because it says too much about somebody.
    try Traces.note(in: database)
  }

  func events(of campaign: Identifier<Campaign>) throws -> [CampaignEvent] {
    try Row.fetchAll(
      database,
      sql: "SELECT * FROM event WHERE campaign = ? AND withdrawn_on IS NULL ORDER BY happened_at, number",
      arguments: [campaign.rawValue]
    ).map { row in
      try CampaignEvent(
        id: row.identifier("id"), campaign: campaign, at: row.moment("happened_at"), text: row.value("text"),
        evidence: row.value("evidence"))
    }
  }

  func withdrawnEvents(of campaign: Identifier<Campaign>) throws -> [WithdrawnEvent] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM event WHERE campaign = ? AND withdrawn_on IS NOT NULL ORDER BY number",
      arguments: [campaign.rawValue]
    ).map { row in
      guard let commitment = try row.optionalBytes("leaf").flatMap({ Bytes32($0) }) else {
        throw Refusal.unreadable("what is left of an event")
      }
      return WithdrawnEvent(
        id: try row.identifier("id"), campaign: campaign, withdrawnOn: try row.day("withdrawn_on"),
        commitment: commitment)
    }
  }
}
