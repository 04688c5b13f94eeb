/// A source that a campaign's record rests on; it can be attached to anything.
public struct EvidenceRecord: Hashable, Sendable {
  /// The evidence's identifier.
  public let id: Identifier<EvidenceRecord>
  /// The campaign whose record it is in.
  public let campaign: Identifier<Campaign>
  /// Its number within the campaign, from 1; never given twice.
  public let number: Int
  /// What it is called.
  public let title: String
  /// Its address; nil where it has none.
  public let url: String?
  /// Who published it; nil where it was not said.
  public let publisher: String?
  /// Who wrote it; nil where it was not said.
  public let author: String?
  /// When it was published; nil where it was not said.
  public let publishedAt: Moment?
  /// When it was looked at; nil where it was not said.
  public let accessedAt: Moment?
  /// Words taken from it; nil where there are none.
  public let quote: String?
  /// Where in it they stand: a page, a paragraph, a minute.
  public let place: String?
  /// SHA-256 of the copy that is kept; nil where none is.
  public let copy: Bytes32?
  /// What it is evidence for, as commands name it: `demand 1`, `statement blog-post`; nil where it is the campaign's.
  public let subject: String?

  /// Evidence as a repository keeps it.
  public init(
    id: Identifier<EvidenceRecord>, campaign: Identifier<Campaign>, number: Int, title: String, url: String?,
    publisher: String?, author: String?, publishedAt: Moment?, accessedAt: Moment?, quote: String?, place: String?,
    copy: Bytes32?, subject: String?
  ) {
    self.id = id
    self.campaign = campaign
    self.number = number
    self.title = title
    self.url = url
    self.publisher = publisher
    self.author = author
    self.publishedAt = publishedAt
    self.accessedAt = accessedAt
    self.quote = quote
    self.place = place
    self.copy = copy
    self.subject = subject
  }
}
