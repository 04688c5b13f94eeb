import Campaigns

/// One entry of the ledger: what kind of thing happened, to which petition and letter, and a commitment to the rest
/// (design.md §6). No day, no cohort and no order: the ledger is public.
///
/// 74 bytes: version 1, kind, petition (8 bytes, the most significant first), letter digest (32), commitment (32).
public struct LedgerLeaf: Hashable, Sendable {
  /// What it records.
  public let kind: Kind
  /// The petition; nil where it concerns none. The identifier of value 0 is none.
  public let petition: Identifier<Petition>?
  /// The digest of the letter version; nil where it concerns none. The digest of 32 zeros is none.
  public let letter: LedgerHash?
  /// What it commits to; see `Commitment`.
  public let commitment: LedgerHash

  /// The kinds of leaves. The numbers are in every leaf that ever was: they stay.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// A version of a letter.
    case letter = 1
    /// A signature.
    case signature = 2
    /// A signer's own leaving; commits to the leaf it ends.
    case withdrawal = 3
    /// The organizers' decision against a signature; commits to the leaf it ends.
    case invalidation = 4
    /// A number that somebody reports without records.
    case claimedTally = 5
    /// A changed text of a public statement.
    case statementRevision = 6
    /// The handing over of a list.
    case delivery = 7
    /// A new key of the campaign.
    case keyChange = 8
    /// What the public was told of a contract that somebody ends.
    case termination = 9
    /// What happened to a boycott in public.
    case boycott = 10
    /// A target's response to a demand.
    case demandResponse = 11
    /// Evidence of a campaign's public record.
    case evidence = 12
    /// An event that was entered by hand, or its withdrawal.
    case event = 13
  }

  /// A leaf of these parts.
  public init(kind: Kind, petition: Identifier<Petition>?, letter: LedgerHash?, commitment: LedgerHash) {
    self.kind = kind
    self.petition = petition?.rawValue == 0 ? nil : petition
    self.letter = letter == .zero ? nil : letter
    self.commitment = commitment
  }

  /// The leaf that these bytes of memory are; nil where they are not 74, or of a version or kind that is not known.
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == LedgerLeaf.byteCount, bytes[0] == LedgerLeaf.version, let kind = Kind(rawValue: bytes[1]),
      let letter = LedgerHash(UnsafeRawBufferPointer(rebasing: bytes[10..<42])),
      let commitment = LedgerHash(UnsafeRawBufferPointer(rebasing: bytes[42...]))
    else { return nil }
    let petition = Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: 2, as: Int64.self))
    self.init(kind: kind, petition: Identifier(rawValue: petition), letter: letter, commitment: commitment)
  }

  /// The leaf that these bytes are; nil where they are not 74, or of a version or kind that is not known.
  public init?(bytes: [UInt8]) {
    guard let leaf = bytes.withUnsafeBytes({ LedgerLeaf(bytes: $0) }) else { return nil }
    self = leaf
  }

  /// The leaf that is written in base64, as a line of a list of leaves has it; nil where it is none or is written in
  /// another way.
  public init?(text: UnsafeRawBufferPointer) {
    guard text.count == LedgerLeaf.textLength, let bytes = Base64.bytes(of: text) else { return nil }
    self.init(bytes: bytes)
  }

  /// The leaf that is written in base64; nil where it is none or is written in another way.
  public init?(text: String) {
    var text = text
    guard let leaf = text.withUTF8({ LedgerLeaf(text: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = leaf
  }

  /// The 74 bytes.
  public var bytes: [UInt8] {
    withBytes { Array($0) }
  }

  /// The 74 bytes in base64: one line of a list of leaves.
  public var text: String {
    withBytes { Base64.text(of: $0) }
  }

  /// The leaf's hash in the tree.
  public var hash: LedgerHash {
    withBytes { .leaf($0) }
  }

  /// The hashes of many leaves in their order, worked out on all cores.
  public static func hashes(of leaves: [LedgerLeaf]) -> [LedgerHash] {
    concurrentMap(leaves.count, grain: 512) { leaves[$0].hash }
  }

  /// Calls the body with the 74 bytes, which are there until it returns.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withUnsafeTemporaryAllocation(byteCount: LedgerLeaf.byteCount, alignment: 8) { buffer in
      buffer[0] = LedgerLeaf.version
      buffer[1] = kind.rawValue
      buffer.storeBytes(of: (petition?.rawValue ?? 0).bigEndian, toByteOffset: 2, as: Int64.self)
      (letter ?? .zero).store(in: buffer, at: 10)
      commitment.store(in: buffer, at: 42)
      return try body(UnsafeRawBufferPointer(buffer))
    }
  }

  /// How many bytes a leaf has.
  public static let byteCount = 74
  /// How many characters a leaf has in base64.
  public static let textLength = 100
  private static let version: UInt8 = 1
}
