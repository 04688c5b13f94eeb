/// 16 bytes by which equal values can be found without being readable: a blind index.
///
/// It is made with a key from a value (an address, a name, a row); only who holds the key can make it again.
public struct BlindTag: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// The tag of these bytes; nil where they are not 16.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == BlindTag.byteCount else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (place, byte) in bytes.enumerated() {
      if place < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
    }
    self.high = high
    self.low = low
  }

  /// The number of bytes of a tag.
  public static let byteCount = 16

  /// The 16 bytes.
  public var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: BlindTag.byteCount) { buffer, count in
      for place in 0..<8 {
        buffer[place] = UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * place))
        buffer[place + 8] = UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * place))
      }
      count = BlindTag.byteCount
    }
  }

  /// Whether both tags are of equal values.
  public static func == (left: BlindTag, right: BlindTag) -> Bool {
    left.high == right.high && left.low == right.low
  }

  /// Feeds half of the tag into the hasher: its bits are random already.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(high)
  }
}
