import Crypto

/// A SHA-256 hash as the ledger uses it: 32 bytes in place, without storage of their own.
public struct LedgerHash: Hashable, Sendable {
  // The bytes in the order of memory: as numbers the words mean nothing.
  private var words: Words = (0, 0, 0, 0)

  typealias Words = (UInt64, UInt64, UInt64, UInt64)

  /// The hash that these bytes are; nil where they are not 32.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == LedgerHash.byteCount else { return nil }
    Swift.withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
  }

  /// The hash that these bytes of memory are; nil where they are not 32.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == LedgerHash.byteCount else { return nil }
    words = bytes.loadUnaligned(as: Words.self)
  }

  init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: Words.self) }
  }

  /// Calls the body with the 32 bytes, which are there until it returns.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try Swift.withUnsafeBytes(of: words, body)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    withUnsafeBytes { Array($0) }
  }

  /// Writes the 32 bytes from the offset on.
  func store(in buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
    buffer.storeBytes(of: words, toByteOffset: offset, as: Words.self)
  }

  /// How many bytes a hash has.
  public static let byteCount = 32

  /// 32 bytes of zero: what a leaf holds where there is no hash to hold.
  static let zero = LedgerHash(words: (0, 0, 0, 0))

  private init(words: Words) {
    self.words = words
  }

  /// Whether the bytes are the same.
  public static func == (left: LedgerHash, right: LedgerHash) -> Bool {
    left.words == right.words
  }

  /// Feeds the bytes to a table's hasher.
  public func hash(into hasher: inout Hasher) {
    withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension LedgerHash: Comparable {
  /// Whether the left bytes sort first, compared from the first byte on.
  public static func < (left: LedgerHash, right: LedgerHash) -> Bool {
    left.words.0 != right.words.0
      ? left.words.0.bigEndian < right.words.0.bigEndian
      : left.words.1 != right.words.1
        ? left.words.1.bigEndian < right.words.1.bigEndian
        : left.words.2 != right.words.2
          ? left.words.2.bigEndian < right.words.2.bigEndian
          : left.words.3.bigEndian < right.words.3.bigEndian
  }
}

extension LedgerHash: CustomStringConvertible {
  /// The hash in base64, as checkpoints and proofs have it: 44 characters.
  public var base64: String {
    withUnsafeBytes { Base64.text(of: $0) }
  }

  /// The hash in lower-case hexadecimal digits: 64 characters.
  public var hex: String {
    withUnsafeBytes { Hexadecimal.text(of: $0) }
  }

  /// The hash in base64.
  public var description: String { base64 }

  /// The hash that is written in base64; nil unless it is the one way to write 32 bytes.
  public init?(base64 text: some StringProtocol) {
    guard text.utf8.count == 44, let bytes = Base64.bytes(of: text.utf8) else { return nil }
    self.init(bytes)
  }

  /// The hash that is written in 64 hexadecimal digits of either case.
  public init?(hex text: some StringProtocol) {
    guard text.utf8.count == 64, let bytes = Hexadecimal.bytes(of: text.utf8) else { return nil }
    self.init(bytes)
  }
}

extension LedgerHash {
  /// The hashes one after the other, 32 bytes each: how a tile is stored (tlog-tiles).
  public static func joined(_ hashes: some Collection<LedgerHash>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(hashes.count * byteCount)
    for hash in hashes { hash.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// The hashes that stand one after the other in these bytes; nil where the last one is incomplete.
  public static func split(_ bytes: UnsafeRawBufferPointer) -> [LedgerHash]? {
    guard bytes.count.isMultiple(of: byteCount) else { return nil }
    return stride(from: 0, to: bytes.count, by: byteCount).map { offset in
      LedgerHash(words: bytes.loadUnaligned(fromByteOffset: offset, as: Words.self))
    }
  }

  /// The hashes that stand one after the other in these bytes; nil where the last one is incomplete.
  public static func split(_ bytes: [UInt8]) -> [LedgerHash]? {
    bytes.withUnsafeBytes { split($0) }
  }
}
