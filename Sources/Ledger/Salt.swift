/// 32 random bytes that keep a field from being guessed by whoever has only its hash.
///
/// One salt serves one field of one signature. Whoever erases it makes the hash say nothing for ever.
public struct Salt: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  let value: LedgerHash

  /// The salt that these bytes are; nil where they are not 32. They must come from the system's random numbers.
  public init?(_ bytes: some Collection<UInt8>) {
    guard let value = LedgerHash(bytes) else { return nil }
    self.value = value
  }

  /// The salt that these bytes of memory are; nil where they are not 32.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard let value = LedgerHash(bytes) else { return nil }
    self.value = value
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { value.bytes }

  /// Only that it is a salt: a log must not tell which.
  public var description: String { "Salt" }

  /// Nothing, for the same reason.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// How many bytes a salt has.
  public static let byteCount = 32
}
