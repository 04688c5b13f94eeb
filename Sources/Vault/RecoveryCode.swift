import Campaigns
import Crypto
import Foundation

/// A random code on paper that opens the vault when everything else is lost.
///
/// 256 random bits and a checksum of 24 as 14 groups of 4 characters. Whoever has it and the database reads
/// everything.
public struct RecoveryCode: Sendable, Confidential {
  let key: SymmetricKey

  private init(key: SymmetricKey) {
    self.key = key
  }

  /// A new code.
  public static func random() -> RecoveryCode {
    RecoveryCode(key: SymmetricKey(size: .bits256))
  }

  /// The code that a person typed. Case, spaces and hyphens do not matter; O is read as 0, I and L as 1.
  /// - Throws: `invalidValue` where it has the wrong length or a typing error; every wrong character is found, and
  ///   so is every swap of two neighbours. That it is the code of another database shows only at the vault.
  public init(_ text: String) throws {
    guard text.utf8.count <= 4096 else {
      throw Refusal(.invalidValue, "this is no recovery code", hint: RecoveryCode.form)
    }
    guard let digits = CrockfordBase32.digits(typed: text) else { throw RecoveryCode.typingError }
    guard digits.count == RecoveryCode.length else {
      throw Refusal(
        .invalidValue,
        "the recovery code has \(digits.count) characters and should have \(RecoveryCode.length)",
        hint: RecoveryCode.form)
    }
    guard let bytes = CrockfordBase32.bytes(of: digits),
      RecoveryCode.checksum(of: bytes.prefix(Vault.keyByteCount)) == Array(bytes.suffix(3))
    else { throw RecoveryCode.typingError }
    self.key = SymmetricKey(data: bytes.prefix(Vault.keyByteCount))
  }

  /// The code as it is written down: 14 groups of 4 characters with hyphens between them.
  public var text: String {
    let bytes = key.withUnsafeBytes { Array($0) }
    let characters = Array(CrockfordBase32.text(of: bytes + RecoveryCode.checksum(of: bytes[...])))
    return stride(from: 0, to: characters.count, by: 4)
      .map { String(characters[$0..<min($0 + 4, characters.count)]) }.joined(separator: "-")
  }

  private static let length = 56
  private static let form = "it is 14 groups of 4 letters and digits"
  private static let typingError = Refusal(
    .invalidValue, "the recovery code has a typing error",
    hint: "compare it with the paper, group by group; there is no U in it")

  /// The CRC-24 of OpenPGP (RFC 9580), which misses no change within 24 neighbouring bits, so no wrong character
  /// and no swap of neighbours; a hash of that length would miss some.
  private static func checksum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var sum: UInt32 = 0xB7_04CE
    for byte in bytes {
      sum ^= UInt32(byte) << 16
      for _ in 0..<8 {
        sum <<= 1
        if sum & 0x100_0000 != 0 { sum ^= 0x186_4CFB }
      }
    }
    return Array(sum.bigEndianBytes.suffix(3))
  }
}
