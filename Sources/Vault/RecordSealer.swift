import Campaigns
import Crypto
import Foundation

/// Seals many records with one cipher, one sealer for each thread.
///
/// It draws its nonces from the system in bulk. It cannot be copied, because two copies would use the same nonces,
/// and one nonce used twice gives both records away.
public struct RecordSealer: ~Copyable {
  private let cipher: RecordCipher
  private var random = BulkRandom()

  /// A sealer of this cipher's records.
  public init(_ cipher: RecordCipher) {
    self.cipher = cipher
  }

  /// Seals a record; the cipher opens it.
  /// - Throws: `invalidValue` where the plaintext is too long for AES-GCM, which is at 64 GiB.
  public mutating func seal(_ plaintext: [UInt8], boundTo associatedData: [UInt8]) throws -> [UInt8] {
    var sealed: [UInt8] = []
    try plaintext.withUnsafeBytes { plaintext in
      try associatedData.withUnsafeBytes { try seal(plaintext, boundTo: $0, into: &sealed) }
    }
    return sealed
  }

  /// Seals a record from memory that the caller lends, and appends it to what is there.
  /// - Throws: `invalidValue`, as for an array; then nothing was appended.
  public mutating func seal(
    _ plaintext: UnsafeRawBufferPointer, boundTo associatedData: UnsafeRawBufferPointer, into target: inout [UInt8]
  ) throws {
    let drawn = (random.next(), random.next())
    let nonce = try withUnsafeBytes(of: drawn) {
      try AES.GCM.Nonce(data: UnsafeRawBufferPointer(rebasing: $0[..<12]))
    }
    try cipher.seal(plaintext, boundTo: associatedData, nonce: nonce, into: &target)
  }
}
