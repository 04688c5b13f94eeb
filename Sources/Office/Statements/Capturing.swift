import Campaigns
import Captures

/// What somebody saw of a statement.
public struct Observation: Sendable {
  /// When it was seen.
  public var observedAt: Moment
  /// What stood there; nil where it was gone.
  public var page: Page?
  /// Who saw it; it is sealed. Nil where it is not said.
  public var observer: String?
  /// Whether it is known to be older than the last one, as an archived copy is.
  public var isEarlier = false

  /// An observation of this time.
  public init(at time: Moment, of page: Page?) {
    observedAt = time
    self.page = page
  }

  /// Bytes that were captured.
  public struct Page: Sendable {
    /// The bytes as they were.
    public let bytes: [UInt8]
    /// What a server says that they are; nil where none said it.
    public let contentType: String?
    /// How they were fetched; nil where a person handed them over.
    public let fetch: Capture.Fetch?
    /// How much processor time reading it may take.
    var patience = ReadableText.patience

    /// Bytes that a person handed over.
    public init(bytes: [UInt8], contentType: String? = nil) {
      self.init(bytes: bytes, contentType: contentType, fetch: nil)
    }

    init(bytes: [UInt8], contentType: String?, fetch: Capture.Fetch?) {
      self.bytes = bytes
      self.contentType = contentType
      self.fetch = fetch
    }

    /// Most bytes that are kept of one.
    public static let mostBytes = CaptureSize.most
  }
}

/// What came of a capture.
public struct CaptureOutcome: Sendable {
  /// The capture.
  public let capture: Capture
  /// What it is the first to show; nil where nothing had changed.
  public let event: RevisionHistory.Event?
  /// The number of the revision that it shows; nil where it shows none.
  public let revision: Int?
  /// What could be read in it.
  public let reading: Reading

  /// What can be read in a capture.
  public enum Reading: Hashable, Sendable {
    /// A text.
    case text
    /// Nothing, although it is of a kind that is read.
    case nothing
    /// It is of a kind whose text is not read, or it was gone.
    case none
    /// It would have taken too long: it stands for its bytes, as what is not read does.
    case givenUp
  }
}

extension Office {
  /// Fetches a page as anybody would see it. No script is run.
  /// - Parameters:
  ///   - allowPrivate: whether one in a private network or on this machine may be fetched.
  ///   - seconds: how long it may take; for half of that a server may send next to nothing.
  /// - Throws: `notFound` where the server says that there is no such page, `inputOutput` where it answers otherwise
  ///   than with a page, and as `PageFetch.page`.
  public static func fetchPage(at url: String, allowPrivate: Bool, seconds: Int) throws -> Observation.Page {
    let fetch = PageFetch(allowPrivate: allowPrivate, seconds: Double(seconds), slowSeconds: seconds / 2)
    let page = try fetch.page(at: url)
    if page.isGone {
      throw Refusal(
        .notFound, "the page answers \(page.status): it is not there",
        hint: "look at it in a browser; if it is gone, picket statement capture SLUG --gone --observed TIME says so")
    }
    guard page.isThere else {
      throw Refusal(
        .inputOutput, "the page answers \(page.status), which is no page to capture",
        hint: "try again later, or save it from a browser and capture the file")
    }
    let hops = page.hops.map { Capture.Fetch.Hop(url: $0.url, status: $0.status) }
    let last = Capture.Fetch.Hop(url: page.url, status: page.status)
    return Observation.Page(
      bytes: page.bytes, contentType: page.contentType, fetch: Capture.Fetch(hops: hops + [last]))
  }

  /// Adds what somebody saw of a statement. The key is needed only where it is said who saw it.
  /// - Throws: `notFound`; `invalidValue` where the time is in the future, the page has no bytes, or the observer breaks
  ///   the rules of a line; `notAllowed` where it is older than the last and that is not said; `unusableFile` where the
  ///   page is too large; `altered` where other bytes stand under the digest of these.
  public func capture(_ slug: String, _ observation: Observation) throws -> CaptureOutcome {
    let observer = try observation.observer.map { try oneLine($0, "an observer") }
    let read = try observation.page.map(ReadPage.init)
    func add(_ transaction: any Transaction) throws -> CaptureOutcome {
      let statement = try transaction.statement(slug)
      let before = try transaction.statements.captures(of: statement.id).map(\.capture)
      try Capture.requireTime(
        observation.observedAt, after: before.map(\.observedAt).max(), isEarlier: observation.isEarlier,
        now: Moment.now.seconds)
      let capture = Capture(
        id: Identifier(on: .today), statement: statement.id, observedAt: observation.observedAt,
        content: read?.content, fetch: observation.page?.fetch)
      for bytes in read?.kept ?? [] { try transaction.keep(bytes) }
      try transaction.statements.add(
        observer.map { try ObserverSeal(vault()).seal(capture, by: $0) } ?? SealedCapture(capture, observer: nil))
      try Office.enqueue(PublicLeaves.leaf(of: capture), statement.campaign, transaction)
      let history = try transaction.history(of: before + [capture])
      return CaptureOutcome(
        capture: capture, event: history.events.first { $0.before == capture.observedAt && $0.isShown(by: capture) },
        revision: capture.content.flatMap { content in
          let shown = history.revisions.filter {
            $0.firstSeen <= capture.observedAt && capture.observedAt <= $0.lastSeen
          }
          return (shown.last { $0.text == content.text } ?? shown.last)?.number
        }, reading: read?.reading ?? .none)
    }
    return try observer == nil ? repository.write(add) : writeUnlocked(add)
  }
}

extension RevisionHistory.Event {
  /// Whether it is one that this capture can be the first to show.
  fileprivate func isShown(by capture: Capture) -> Bool { (kind == .removed) == capture.wasGone }
}

/// A page that was read, ready to be kept.
private struct ReadPage {
  let content: Capture.Content
  let kept: [KeptBytes]
  let reading: CaptureOutcome.Reading

  init(_ page: Observation.Page) throws {
    guard !page.bytes.isEmpty else {
      throw Refusal(
        .invalidValue, "there is nothing in it, not one byte",
        hint: "if the statement is gone, picket statement capture SLUG --gone --observed TIME says so")
    }
    let raw = try KeptBytes(of: page.bytes)
    let text = try ReadPage.text(of: page)
    let type: String
    switch text?.kind {
    case .html: type = "text/html"
    case .plainText: type = "text/plain"
    case .pdf: type = "application/pdf"
    case .other, nil: type = "application/octet-stream"
    }
    guard let text, text.kind == .html || text.kind == .plainText else {
      kept = [raw]
      content = Capture.Content(raw: raw.digest, text: raw.digest, byteCount: page.bytes.count, mediaType: type)
      reading = text == nil ? .givenUp : .none
      return
    }
    let readable = try KeptBytes(of: Array(text.normalisedText.utf8))
    kept = [raw, readable]
    content = Capture.Content(raw: raw.digest, text: readable.digest, byteCount: page.bytes.count, mediaType: type)
    reading = text.paragraphs.isEmpty ? .nothing : .text
  }

  /// What can be read in it; nil where that would take too long. It is evidence all the same, so its bytes are kept.
  private static func text(of page: Observation.Page) throws -> ReadableText? {
    do {
      return try ReadableText(of: page.bytes, contentType: page.contentType, patience: page.patience)
    } catch let refusal as Refusal where refusal.code == .unusableFile && page.bytes.count <= CaptureSize.most {
      return nil
    }
  }
}
