import Crypto

/// What a leaf commits to without showing it (design.md §6).
public enum Commitment {
  /// The hash that stands for one field: SHA-256 over its salt and its bytes. The salt has a fixed length, so no
  /// other salt and field make the same bytes.
  public static func inner(salt: Salt, field: UnsafeRawBufferPointer) -> LedgerHash {
    var hasher = SHA256()
    salt.value.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    hasher.update(bufferPointer: field)
    return LedgerHash(hasher.finalize())
  }

  /// The hash that stands for one field.
  public static func inner(salt: Salt, field: [UInt8]) -> LedgerHash {
    field.withUnsafeBytes { inner(salt: salt, field: $0) }
  }

  /// The commitment of a signature: SHA-256 over the leaf's kind and the inner hashes of identity and role. Either can
  /// be opened while of the other only its inner hash is shown.
  public static func signature(identity: LedgerHash, role: LedgerHash) -> LedgerHash {
    .marked(LedgerLeaf.Kind.signature.rawValue, identity, role)
  }

  /// The commitment of a leaf that ends another one, a withdrawal or an invalidation: the hash of the leaf it ends.
  public static func ending(_ leaf: LedgerLeaf) -> LedgerHash {
    leaf.hash
  }

  /// The commitment of a leaf of any other kind: SHA-256 over the kind and the bytes it records, which are public or
  /// hold a salt of their own.
  public static func of(_ kind: LedgerLeaf.Kind, _ bytes: [UInt8]) -> LedgerHash {
    bytes.withUnsafeBytes { .prefixed(kind.rawValue, $0) }
  }
}
