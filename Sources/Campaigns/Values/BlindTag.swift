/// 16 bytes by which equal values can be found without being readable: a blind index.
///
/// It is made with a key from a value (an address, a name, a row); only who holds the key can make it again.
public struct BlindTag: Hashable, Sendable {
  // The bytes in memory order, so that they can be bound to a statement where they stand.
  private let first: UInt64
  private let second: UInt64

  /// The tag of these bytes; nil where they are not 16.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == BlindTag.byteCount else { return nil }
    first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
  }

  /// The tag of these bytes; nil where they are not 16.
  public init?(_ bytes: some Sequence<UInt8>) {
    guard let tag = Array(bytes).withUnsafeBytes({ BlindTag($0) }) else { return nil }
    self = tag
  }

  /// The number of bytes of a tag.
  public static let byteCount = 16

  /// The 16 bytes.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// Hands out the 16 bytes where they stand.
  public func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
    try Swift.withUnsafeBytes(of: self, body)
  }

  /// Feeds half of the tag into the hasher: its bits are random already.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(first)
  }
}
