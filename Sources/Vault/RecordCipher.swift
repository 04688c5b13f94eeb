import Campaigns
import Crypto
import Foundation

/// Seals and opens the records of one purpose and petition.
///
/// A sealed record is `0x01 | nonce (12) | ciphertext | tag (16)`, AES-256-GCM over the padded plaintext. It opens
/// only in the vault it was sealed in, for the same purpose and petition, and together with the same associated
/// data: give the table and every clear column of the row, and rows cannot be swapped nor a column changed.
public struct RecordCipher: Sendable, Confidential {
  let key: SymmetricKey
  let vaultID: [UInt8]

  /// Seals a record under a nonce of its own. For many records in a row a `RecordSealer` is quicker.
  /// - Throws: `invalidValue` where the plaintext is too long for AES-GCM, which is at 64 GiB.
  public func seal(_ plaintext: [UInt8], boundTo associatedData: [UInt8]) throws -> [UInt8] {
    var sealed: [UInt8] = []
    try plaintext.withUnsafeBytes { plaintext in
      try associatedData.withUnsafeBytes {
        try seal(plaintext, boundTo: $0, nonce: AES.GCM.Nonce(), into: &sealed)
      }
    }
    return sealed
  }

  /// The plaintext of a sealed record.
  /// - Throws: `altered` where anything differs from what was sealed: the bytes, the associated data, the purpose,
  ///   the petition or the vault.
  public func open(_ sealed: [UInt8], boundTo associatedData: [UInt8]) throws -> [UInt8] {
    try sealed.withUnsafeBytes { sealed in
      try associatedData.withUnsafeBytes { try open(sealed, boundTo: $0) }
    }
  }

  /// The plaintext of a sealed record, from memory that the caller lends.
  /// - Throws: `altered`, as for an array.
  public func open(
    _ sealed: UnsafeRawBufferPointer, boundTo associatedData: UnsafeRawBufferPointer
  ) throws -> [UInt8] {
    guard sealed.count >= RecordCipher.overhead + Padding.unit, sealed[0] == RecordCipher.version else {
      throw RecordCipher.altered
    }
    let padded = withBinding(to: associatedData) { binding in
      try? AES.GCM.open(
        AES.GCM.SealedBox(combined: UnsafeRawBufferPointer(rebasing: sealed[1...])), using: key,
        authenticating: binding)
    }
    let plaintext = padded?.withUnsafeBytes { padded in
      Padding.plaintextCount(of: padded).map { [UInt8](padded[..<$0]) }
    }
    guard let plaintext = plaintext.flatMap({ $0 }) else { throw RecordCipher.altered }
    return plaintext
  }

  func seal(
    _ plaintext: UnsafeRawBufferPointer, boundTo associatedData: UnsafeRawBufferPointer, nonce: AES.GCM.Nonce,
    into target: inout [UInt8]
  ) throws {
    let paddedCount = Padding.paddedCount(of: plaintext.count)
    let sealed = withUnsafeTemporaryAllocation(byteCount: paddedCount, alignment: 1) { padded in
      Padding.write(plaintext, to: padded)
      return withBinding(to: associatedData) { binding in
        try? AES.GCM.seal(UnsafeRawBufferPointer(padded), using: key, nonce: nonce, authenticating: binding)
          .combined
      }
    }
    guard let sealed else { throw Refusal(.invalidValue, "the record is too long to be sealed") }
    target.reserveCapacity(target.count + RecordCipher.overhead + paddedCount)
    target.append(RecordCipher.version)
    sealed.withUnsafeBytes { target.append(contentsOf: $0) }
  }

  /// The vault's identity has a fixed length, so no other identity and associated data make the same bytes.
  private func withBinding<Result>(
    to associatedData: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let count = vaultID.count
    return withUnsafeTemporaryAllocation(byteCount: count + associatedData.count, alignment: 1) { binding in
      vaultID.withUnsafeBytes { binding.copyMemory(from: $0) }
      UnsafeMutableRawBufferPointer(rebasing: binding[count...]).copyMemory(from: associatedData)
      return body(UnsafeRawBufferPointer(binding))
    }
  }

  private static let version: UInt8 = 1
  /// Version, nonce and tag.
  private static let overhead = 1 + 12 + 16
  private static let altered = Refusal(
    .altered, "a sealed record does not fit its row: the database was changed by hand or is damaged",
    hint: "restore the newest backup that opens")
}

extension Vault {
  /// The cipher for records of this purpose; of one petition, or of none.
  public func cipher(for purpose: Purpose, petition: Identifier<Petition>?) -> RecordCipher {
    let info = joined(
      Array("picket record".utf8), Array(purpose.rawValue.utf8), petition?.rawValue.bigEndianBytes ?? [])
    return RecordCipher(key: derivedKey(info), vaultID: id)
  }

  /// A key of 32 bytes for the use that the info names. The vault key is random, so it needs no salt.
  func derivedKey(_ info: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: info, outputByteCount: Vault.keyByteCount)
  }
}
