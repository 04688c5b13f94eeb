import Campaigns
import Crypto

@testable import Vault

/// A vault whose key was given to an independent implementation (Python's hashlib and cryptography), which made the
/// vectors in these tests.
let knownVault = Vault(id: Array(0..<16), key: SymmetricKey(data: Array<UInt8>(0x20..<0x40)))
let knownPetition = Identifier<Petition>(rawValue: 0x0102_0304_0506_0708)
let otherPetition = Identifier<Petition>(rawValue: 0x0102_0304_0506_0709)
let day = CalendarDate(daysSinceEpoch: 20_000)

/// The cheapest passphrase slot that still opens.
func cheapCost() throws -> PassphraseCost {
  guard let cost = PassphraseCost(rounds: 1 << 14, blockSize: 1, parallelism: 1) else {
    throw Refusal(.usage, "the cheapest cost is out of bounds")
  }
  return cost
}

func address(_ text: String) throws -> NormalizedAddress {
  guard let address = NormalizedAddress(text) else { throw Refusal(.usage, "the test's address is none") }
  return address
}

func bytes(_ hexadecimal: String) -> [UInt8] {
  let digits = hexadecimal.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

func code(of body: () throws -> some Any) -> Refusal.Code? {
  do {
    _ = try body()
    return nil
  } catch let refusal as Refusal {
    return refusal.code
  } catch {
    return nil
  }
}

extension Vault {
  /// Whether both hold the same key for the same database.
  func isSame(as other: Vault) -> Bool { id == other.id && key == other.key }
}
