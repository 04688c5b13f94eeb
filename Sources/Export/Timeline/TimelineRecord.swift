import Campaigns

/// A timeline as programs read it. Other programs lean on its keys: they never change.
public struct TimelineRecord: Encodable, Sendable {
  private let campaign, title, asOf: String
  private let entries: [Entry]
  private let evidence: [SourceRecord]

  /// The record of a timeline.
  public init(_ timeline: Timeline) {
    campaign = timeline.campaign.slug.description
    title = SafeText.line(timeline.campaign.title)
    asOf = timeline.asOf.description
    entries = timeline.entries.map(Entry.init)
    evidence = timeline.evidence.map(SourceRecord.init)
  }

  private struct Entry: Encodable {
    let id, kind, text: String
    /// In UTC, no finer than it is known.
    let from, until: String?
    /// As it was written.
    let written, writtenUntil: String?
    let precision: String?
    let about: Bool
    /// Whether it is what a source reports, and not what was observed or recorded.
    let reported: Bool
    let note: String?
    let sources: [String]
    let evidence: [Int]

    init(_ entry: TimelineEntry) {
      id = entry.key
      kind = entry.kind.rawValue
      text = SafeText.line(entry.text)
      from = entry.from?.utc
      until = entry.until?.utc
      written = entry.from?.description
      writtenUntil = entry.until?.description
      precision = entry.from?.precision.rawValue
      about = entry.isAbout
      reported = entry.kind == .account
      note = entry.note
      sources = entry.sources.map(SafeText.line)
      evidence = entry.evidence
    }
  }
}

/// A source as programs read it.
public struct SourceRecord: Encodable, Sendable {
  private let number: Int
  private let title: String
  private let url, publisher, author, published, accessed, quote, place, subject, copy: String?

  private enum CodingKeys: String, CodingKey {
    case number, title, url, publisher, author, published, accessed, quote, place, copy
    case subject = "for"
  }

  /// The record of a source; `copy` is the SHA-256 of the copy that is kept.
  public init(_ evidence: EvidenceRecord) {
    number = evidence.number
    title = SafeText.line(evidence.title)
    url = evidence.url.map(SafeText.line)
    publisher = evidence.publisher.map(SafeText.line)
    author = evidence.author.map(SafeText.line)
    published = evidence.publishedAt?.description
    accessed = evidence.accessedAt?.description
    quote = evidence.quote.map(SafeText.line)
    place = evidence.place.map(SafeText.line)
    subject = evidence.subject
    copy = evidence.copy?.digits
  }
}

extension Bytes32 {
  /// The bytes in lower-case hexadecimal digits.
  fileprivate var digits: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
