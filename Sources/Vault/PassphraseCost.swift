import Crypto
import CryptoExtras
import Foundation

/// How much work a guess at a passphrase is: the cost of scrypt (RFC 7914).
///
/// There is no value of this type whose derivation could trap, fill the memory or take minutes.
struct PassphraseCost: Hashable, Sendable {
  /// scrypt's N, a power of two.
  let rounds: Int
  /// scrypt's r, in units of 128 bytes.
  let blockSize: Int
  /// scrypt's p.
  let parallelism: Int

  /// The cost of new slots: 128 MiB and about a third of a second.
  static let standard = PassphraseCost(rounds: 1 << 17, blockSize: 8, parallelism: 1)

  private init(rounds: Int, blockSize: Int, parallelism: Int) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// The cost with these parameters, as a file gives them; nil where they are too little to protect, or more than an
  /// honest Picket asks for: 256 MiB.
  init?(rounds: UInt64, blockSize: UInt32, parallelism: UInt32) {
    guard (1 << 14...1 << 20).contains(rounds), rounds.nonzeroBitCount == 1, (1...16).contains(blockSize),
      (1...4).contains(parallelism), 128 * rounds * UInt64(blockSize) <= 256 << 20
    else { return nil }
    self.init(rounds: Int(rounds), blockSize: Int(blockSize), parallelism: Int(parallelism))
  }

  /// 32 bytes that cost the work; nil where the passphrase is empty or there is no memory for it.
  func stretch(_ passphrase: Passphrase, salt: [UInt8]) -> SymmetricKey? {
    let bytes = Array(passphrase.text.utf8)
    // The derivation takes the address of the first byte, which an empty passphrase need not have.
    guard !bytes.isEmpty, !salt.isEmpty else { return nil }
    return try? KDF.Scrypt.deriveKey(
      from: bytes, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
  }
}
