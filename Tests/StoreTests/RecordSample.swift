import Campaigns
import RepositoryConformance
import Testing

@testable import Store

/// One of everything on public record, beside the sample. Digests, packed bytes and sealed contents are fakes.
///
/// It stands in a fixture: what is in here is never changed. So the words are spelled out, not taken from `allCases`.
struct RecordSample {
  let sample: Sample
  /// In the order of their slugs.
  let statements: [PublicStatement]
  let kept: [KeptBytes]
  /// Those of the first statement, by time and then in the order in which they were added.
  let captures: [SealedCapture]
  /// Those of the first statement, in the order in which they were added.
  let accounts: [AccountEvent]
  let evidence: [EvidenceRecord]
  /// By time and then in the order in which they were added.
  let events: [CampaignEvent]

  init() throws {
    sample = try Sample()
    statements = try RecordSample.statements(sample)
    kept = try [1, 2, 3].map {
      KeptBytes(digest: try RecordSample.digest($0), size: 1_000 * Int($0), packed: Array("packed \($0)".utf8))
    }
    captures = try RecordSample.captures(of: statements[0].id)
    accounts = try RecordSample.accounts(of: statements[0].id)
    evidence = try RecordSample.evidence(of: sample.campaign.id)
    events = try RecordSample.events(of: sample.campaign.id)
  }

  /// The sample's petition as it was opened.
  static let openedOn = CalendarDate(daysSinceEpoch: Sample.day.daysSinceEpoch + 3)

  /// Adds it all to a repository that holds the sample.
  func add(to repository: any Repository) throws {
    try repository.write { transaction in
      for statement in statements { try transaction.statements.add(statement) }
      for bytes in kept { try transaction.statements.keep(bytes) }
      for capture in captures { try transaction.statements.add(capture) }
      for account in accounts { try transaction.statements.add(account) }
      for evidence in evidence { try transaction.record.add(evidence) }
      for event in events { try transaction.record.add(event) }
    }
  }

  static func digest(_ byte: UInt8) throws -> Bytes32 {
    try #require(Bytes32([UInt8](repeating: byte, count: 32)))
  }

  private static func statements(_ sample: Sample) throws -> [PublicStatement] {
    let channels: [PublicStatement.Channel] = [.blog, .pressRelease, .memo, .socialPost, .hearing, .interview]
    return try channels.enumerated().map { number, channel in
      PublicStatement(
        id: Identifier(rawValue: 200 + Int64(number)), slug: try Slug("statement-\(number)"),
        campaign: sample.campaign.id, target: sample.target.id, title: "Statement “\(number)”", channel: channel,
        url: number == 0 ? "https://nimbus.example/blog" : nil, speaker: number == 0 ? "Ria Vale" : nil,
        addedOn: Sample.day)
    }
  }

  private static func captures(of statement: Identifier<PublicStatement>) throws -> [SealedCapture] {
    let fetch = Capture.Fetch(hops: [
      Capture.Fetch.Hop(url: "http://nimbus.example/blog", status: 301),
      Capture.Fetch.Hop(url: "https://nimbus.example/blog", status: 404),
    ])
    // The text of each; nil where it was gone. Neither the identifiers nor the precisions follow the times.
    let kinds: [(String, UInt8?)] = [
      ("2018", 2), ("about 2018-06", 2), ("2018-06-18", nil), ("2018-06-18T09-07:00", 3),
      ("2018-06-18T09:50-07:00", 2), ("2018-06-18T09:50:00-07:00", 3),
    ]
    return try kinds.enumerated().map { number, kind in
      let content = try kind.1.map {
        Capture.Content(
          raw: try digest(1), text: try digest($0), byteCount: 1_000, mediaType: "text/html")
      }
      return SealedCapture(
        Capture(
          id: Identifier(rawValue: 219 - Int64(number)), statement: statement, observedAt: try Moment(kind.0),
          content: content, fetch: content == nil ? fetch : nil),
        observer: number == 1 ? Array("sealed observer".utf8) : nil)
    }
  }

  private static func accounts(of statement: Identifier<PublicStatement>) throws -> [AccountEvent] {
    let kinds: [RevisionHistory.Event.Kind] = [.published, .edited, .removed, .restored]
    return try kinds.enumerated().map { number, kind in
      try AccountEvent(
        id: Identifier(rawValue: 229 - Int64(number)), statement: statement, source: "The Parcel Post", kind: kind,
        at: number == 0 ? nil : Moment("about 2018-06-18T1\(number)-07:00"),
        explanation: number == 2 ? "“A mistake.”" : nil, attributedTo: number == 2 ? "A spokesperson" : nil,
        url: number == 3 ? "https://post.example/1" : nil)
    }
  }

  private static func evidence(of campaign: Identifier<Campaign>) throws -> [EvidenceRecord] {
    [
      EvidenceRecord(
        id: Identifier(rawValue: 231), campaign: campaign, number: 1, title: "Minutes", url: "https://post.example/1",
        publisher: "The Parcel Post", author: "Ida Ferr", publishedAt: try Moment("about 2018-06"),
        accessedAt: try Moment("2018-06-18T09-07:00"), quote: "“We will not renew.”", place: "p. 7",
        copy: try digest(3), subject: "statement statement-0"),
      EvidenceRecord(
        id: Identifier(rawValue: 230), campaign: campaign, number: 2, title: "A letter", url: nil, publisher: nil,
        author: nil, publishedAt: nil, accessedAt: nil, quote: nil, place: nil, copy: nil, subject: nil),
    ]
  }

  private static func events(of campaign: Identifier<Campaign>) throws -> [CampaignEvent] {
    try ["2017", "2018-06", "about 2018-06-18", "2018-06-18T20:00-07:00"].enumerated().map { number, time in
      CampaignEvent(
        id: Identifier(rawValue: 249 - Int64(number)), campaign: campaign, at: try Moment(time),
        text: "What happened: “\(number)”", evidence: number == 1 ? 2 : nil)
    }
  }
}

extension Folder {
  /// Creates a database with the sample, what people do besides signing, and what is on public record.
  @discardableResult
  func makeDatabaseWithRecord(_ name: String = "picket.db", signatures: Int = 0) throws -> SQLiteRepository {
    let repository = try makeDatabaseWithActions(name, signatures: signatures)
    try RecordSample().add(to: repository)
    return repository
  }
}
