// The public record: what targets said and when it changed, evidence, and events that were entered by hand.

/// The statements of a repository, with their captures and the accounts of others.
public protocol StatementRepository {
  /// Adds a statement.
  /// - Throws: `alreadyExists` where the slug is taken, `notFound` where the campaign or the target is not there.
  func add(_ statement: PublicStatement) throws
  /// The statement of this slug; nil where there is none.
  func find(_ slug: Slug) throws -> PublicStatement?
  /// All statements, by slug.
  func all() throws -> [PublicStatement]
  /// Adds a capture.
  /// - Throws: `notFound` where the statement, or bytes or a text that it refers to, are not there; `alreadyExists`
  ///   where the identifier is taken.
  func add(_ capture: SealedCapture) throws
  /// The statement's captures, by when the time of observation begins and then in the order in which they were added.
  func captures(of statement: Identifier<PublicStatement>) throws -> [SealedCapture]
  /// The number of captures of each statement that has any, and when it was observed last.
  func captureCounts() throws -> [Identifier<PublicStatement>: (count: Int, last: Moment)]
  /// Keeps bytes under their digest; once, however often they are given: what was kept first stays.
  func keep(_ bytes: KeptBytes) throws
  /// The bytes of this digest; nil where there are none.
  func bytes(_ digest: Bytes32) throws -> KeptBytes?
  /// Adds what a source reports.
  /// - Throws: `notFound` where the statement is not there, `alreadyExists` where the identifier is taken.
  func add(_ account: AccountEvent) throws
  /// What sources report of the statement, in the order in which it was added.
  func accounts(of statement: Identifier<PublicStatement>) throws -> [AccountEvent]
}

/// The evidence and the entered events of a repository.
public protocol RecordRepository {
  /// Adds evidence.
  /// - Throws: `alreadyExists` where the number or the identifier is taken, `notFound` where the campaign, or the copy
  ///   that it refers to, is not there.
  func add(_ evidence: EvidenceRecord) throws
  /// The campaign's evidence, by number.
  func evidence(of campaign: Identifier<Campaign>) throws -> [EvidenceRecord]
  /// Adds an event.
  /// - Throws: `notFound` where the campaign, or the evidence that it refers to, is not there; `alreadyExists` where
  ///   the identifier is taken.
  func add(_ event: CampaignEvent) throws
  /// Takes an event's words away, without a trace in the file, and keeps what is left of it in its place.
  /// - Throws: `notFound` where there is none, or it was withdrawn before.
  func withdraw(leaving event: WithdrawnEvent) throws
  /// The campaign's events without the withdrawn ones, by time and then in the order in which they were added.
  func events(of campaign: Identifier<Campaign>) throws -> [CampaignEvent]
  /// What is left of the campaign's withdrawn events, in the order in which they were added.
  func withdrawnEvents(of campaign: Identifier<Campaign>) throws -> [WithdrawnEvent]
}

/// Bytes as a repository keeps them: packed, under the digest of what they were.
public struct KeptBytes: Hashable, Sendable {
  /// SHA-256 of the bytes before they were packed.
  public let digest: Bytes32
  /// How many bytes there were.
  public let size: Int
  /// The bytes, packed.
  public let packed: [UInt8]

  /// Packed bytes.
  public init(digest: Bytes32, size: Int, packed: [UInt8]) {
    self.digest = digest
    self.size = size
    self.packed = packed
  }
}

/// A capture as a repository keeps it: all is clear but who observed.
public struct SealedCapture: Hashable, Sendable {
  /// The capture.
  public let capture: Capture
  /// Who observed, sealed and bound to the capture; nil where it was not said.
  public let observer: [UInt8]?

  /// A capture with its observer.
  public init(_ capture: Capture, observer: [UInt8]?) {
    self.capture = capture
    self.observer = observer
  }
}
