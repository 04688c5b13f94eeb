import Campaigns
import Office

/// All that is on record of a statement, as JSON.
struct StatementRecord: Encodable {
  let slug, campaign, target, title, channel: String
  let url, speaker: String?
  let addedOn: String
  let revisions: [Revision]
  let events: [StatementEventRecord]
  let accounts: [SourceRecord]
  let captures: [CaptureRecord]

  struct Revision: Encodable {
    let number: Int
    let text: String
    let firstSeen, lastSeen: String
    let captures: Int
  }

  /// What one source reports, in the order in which it was added.
  struct SourceRecord: Encodable {
    let source: String
    var events: [ReportedEventRecord]
  }

  init(_ account: StatementAccount, observers: [Identifier<Capture>: String] = [:]) {
    let statement = account.statement
    slug = statement.slug.description
    campaign = account.campaign.slug.description
    target = account.target.slug.description
    title = statement.title
    channel = statement.channel.rawValue
    url = statement.url
    speaker = statement.speaker
    addedOn = statement.addedOn.description
    revisions = account.history.revisions.map { revision in
      Revision(
        number: revision.number, text: revision.text.hexadecimal, firstSeen: revision.firstSeen.utc,
        lastSeen: revision.lastSeen.utc, captures: revision.captures)
    }
    events = account.history.events.map(StatementEventRecord.init)
    var sources: [SourceRecord] = []
    let conflicts = account.conflicts
    for reported in account.accounts {
      let event = ReportedEventRecord(reported, conflicts)
      if let place = sources.firstIndex(where: { $0.source == reported.source }) {
        sources[place].events.append(event)
      } else {
        sources.append(SourceRecord(source: reported.source, events: [event]))
      }
    }
    accounts = sources
    captures = account.captures.map { CaptureRecord($0, observer: observers[$0.id]) }
  }
}

/// Something that was observed to have happened, as JSON: `after` is null where nothing was observed before.
struct StatementEventRecord: Encodable {
  let kind: String
  let after: String?
  let before: String
  let revision: Int?

  enum Key: String, CodingKey { case kind, after, before, revision }

  init(_ event: RevisionHistory.Event) {
    kind = event.kind.rawValue
    after = event.after?.utc
    before = event.before.utc
    revision = event.revision
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(after, forKey: .after)
    try container.encode(before, forKey: .before)
    try container.encode(revision, forKey: .revision)
  }
}

/// Something that a source reports, as JSON: whether it was also seen, whether something else was, and whether another
/// source says otherwise.
struct ReportedEventRecord: Encodable {
  let id, kind: String
  let at: String?
  let isAbout: Bool?
  let explanation, attributedTo, url: String?
  let observed, observedOtherwise, disputed: Bool

  init(_ account: AccountEvent, _ conflicts: AccountConflicts) {
    id = account.id.description
    kind = account.kind.rawValue
    at = account.at?.utc
    isAbout = account.at?.isAbout
    explanation = account.explanation
    attributedTo = account.attributedTo
    url = account.url
    observed = conflicts.isObserved(account)
    observedOtherwise = conflicts.contradictsObservations(account)
    disputed = conflicts.isDisputed(account)
  }
}

/// A capture as JSON.
struct CaptureRecord: Encodable {
  let id, observed, precision: String
  let gone: Bool
  let raw, text, mediaType: String?
  let size: Int?
  let hops: [Hop]?
  let observer: String?

  struct Hop: Encodable {
    let url: String
    let status: Int
  }

  init(_ capture: Capture, observer: String? = nil) {
    id = capture.id.description
    observed = capture.observedAt.utc
    precision = capture.observedAt.precision.rawValue
    gone = capture.wasGone
    raw = capture.content?.raw.hexadecimal
    text = capture.content?.text.hexadecimal
    mediaType = capture.content?.mediaType
    size = capture.content?.byteCount
    hops = capture.fetch?.hops.map { Hop(url: $0.url, status: $0.status) }
    self.observer = observer
  }
}
