import Campaigns

/// Bytes that are written one value after the other, each of a fixed length: what a sealed record is bound to.
struct BoundBytes {
  private(set) var bytes: [UInt8] = []

  /// Begins with the table's name.
  init(table: StaticString) {
    bytes.reserveCapacity(112)
    table.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0)
  }

  /// Appends a number in 8 bytes, the highest first.
  mutating func append(_ number: some BinaryInteger) {
    let bits = UInt64(truncatingIfNeeded: number)
    withUnsafeBytes(of: bits.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends a number that may be absent: nothing else looks like its absence.
  mutating func append(_ number: (some BinaryInteger)?) {
    bytes.append(number == nil ? 0 : 1)
    append(UInt64(truncatingIfNeeded: number.map { UInt64(truncatingIfNeeded: $0) } ?? 0))
  }

  /// Appends a text with its length.
  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends 32 bytes.
  mutating func append(_ hash: Bytes32) {
    hash.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Appends a tag that may be absent.
  mutating func append(_ tag: BlindTag?) {
    guard let tag else {
      bytes.append(0)
      return
    }
    bytes.append(1)
    tag.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
