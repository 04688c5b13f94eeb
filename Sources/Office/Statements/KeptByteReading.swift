import Campaigns
import Captures
import Crypto

// Bytes are kept packed, under their digest, and are held against it whenever they are read: a capture is evidence.

extension KeptBytes {
  /// The bytes, packed under their digest.
  /// - Throws: `inputOutput` where there is no memory for it.
  init(of bytes: [UInt8]) throws {
    guard let digest = Bytes32(SHA256.hash(data: bytes)) else {
      throw Refusal(.inputOutput, "the bytes have no digest")
    }
    self.init(digest: digest, size: bytes.count, packed: try Compression.deflated(bytes))
  }

  /// The bytes as they were.
  /// - Throws: `altered` where these are not the ones that were kept.
  func unpacked() throws -> [UInt8] {
    guard size <= CaptureSize.most, let bytes = try? Compression.inflated(packed, most: CaptureSize.most),
      bytes.count == size, digest == Bytes32(SHA256.hash(data: bytes))
    else { throw KeptBytes.altered }
    return bytes
  }

  fileprivate static let altered = Refusal(
    .altered, "the bytes of a capture are not the ones that were kept",
    hint: "the database was changed by hand or is damaged; compare it with your newest backup")
}

extension Transaction {
  /// Keeps bytes, once for all captures that have them.
  /// - Throws: `altered` where others stand under their digest.
  func keep(_ bytes: KeptBytes) throws {
    if let there = try statements.bytes(bytes.digest) {
      _ = try there.unpacked()
    } else {
      try statements.keep(bytes)
    }
  }

  /// The bytes of this digest.
  /// - Throws: `altered` where they are gone, or not the ones that were kept.
  func keptBytes(_ digest: Bytes32) throws -> [UInt8] {
    guard let kept = try statements.bytes(digest) else { throw KeptBytes.altered }
    return try kept.unpacked()
  }
}
