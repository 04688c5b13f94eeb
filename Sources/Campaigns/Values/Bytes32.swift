/// 32 bytes in place: a hash, a salt.
public struct Bytes32: Hashable, Sendable {
  // The bytes in memory order, so that they can be bound and hashed where they stand.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// These bytes; nil where they are not 32.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Bytes32.byteCount else { return nil }
    func word(_ place: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self) }
    words = (word(0), word(1), word(2), word(3))
  }

  /// These bytes; nil where they are not 32.
  public init?(_ bytes: some Sequence<UInt8>) {
    guard let found = Array(bytes).withUnsafeBytes({ Bytes32($0) }) else { return nil }
    self = found
  }

  /// 32 bytes drawn by chance.
  public init(random generator: inout BulkRandom) {
    words = (generator.next(), generator.next(), generator.next(), generator.next())
  }

  /// How many bytes there are.
  public static let byteCount = 32

  /// The bytes.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// Hands out the bytes where they stand.
  public func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
    try Swift.withUnsafeBytes(of: words, body)
  }

  /// Whether both are the same bytes.
  public static func == (left: Bytes32, right: Bytes32) -> Bool {
    left.words.0 == right.words.0 && left.words.1 == right.words.1 && left.words.2 == right.words.2
      && left.words.3 == right.words.3
  }

  /// Feeds a quarter of the bytes into the hasher: all of them are random.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
  }
}
