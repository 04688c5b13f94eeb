/// One observation of a statement: what stood there at a time, or that it was gone.
public struct Capture: Hashable, Sendable {
  /// The capture's identifier.
  public let id: Identifier<Capture>
  /// The statement that was observed.
  public let statement: Identifier<PublicStatement>
  /// When it was observed.
  public let observedAt: Moment
  /// What stood there; nil where it was gone.
  public let content: Content?
  /// How it was fetched; nil where a person handed it over.
  public let fetch: Fetch?

  /// A capture as it is kept.
  public init(
    id: Identifier<Capture>, statement: Identifier<PublicStatement>, observedAt: Moment, content: Content?,
    fetch: Fetch?
  ) {
    self.id = id
    self.statement = statement
    self.observedAt = observedAt
    self.content = content
    self.fetch = fetch
  }

  /// Whether it was gone.
  public var wasGone: Bool { content == nil }

  /// What was captured; the bytes themselves are kept apart, once for all captures that have them.
  public struct Content: Hashable, Sendable {
    /// SHA-256 of the bytes as they were.
    public let raw: Bytes32
    /// SHA-256 of the readable text in its normal form; two captures of one revision have the same. Of what has no text
    /// that can be read, a PDF or a picture, it is that of the bytes, so that two of those are never taken for one.
    public let text: Bytes32
    /// How many bytes there were.
    public let byteCount: Int
    /// What the bytes are: `text/html`, `text/plain`, `application/pdf` or else.
    public let mediaType: String

    /// Whether `text` is that of a text: bytes of other kinds are kept, and stand for themselves.
    public var hasText: Bool { Content.typesWithText.contains(mediaType) }

    /// The types whose text is read.
    private static let typesWithText: Set = ["text/html", "text/plain"]

    /// What was captured.
    public init(raw: Bytes32, text: Bytes32, byteCount: Int, mediaType: String) {
      self.raw = raw
      self.text = text
      self.byteCount = byteCount
      self.mediaType = mediaType
    }
  }

  /// How a capture was fetched.
  public struct Fetch: Hashable, Sendable {
    /// Each address that was asked and the status that came back, in order; the last one is what was captured.
    public let hops: [Hop]

    /// A fetch over these addresses.
    public init(hops: [Hop]) { self.hops = hops }

    /// An address and what it answered.
    public struct Hop: Hashable, Sendable {
      /// The address.
      public let url: String
      /// The status.
      public let status: Int

      /// An answer.
      public init(url: String, status: Int) {
        self.url = url
        self.status = status
      }
    }
  }
}
