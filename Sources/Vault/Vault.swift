import Campaigns
import Crypto

/// The key of a database while it is open, and with it everything that seals, opens and finds again.
///
/// It does not change the database: slots and sealed bytes are handed out, and somebody else keeps them.
public struct Vault: Sendable, Confidential {
  /// 16 random bytes that tell this vault from every other; not secret.
  public let id: [UInt8]
  let key: SymmetricKey

  init(id: [UInt8], key: SymmetricKey) {
    self.id = id
    self.key = key
  }

  /// A new vault with a random key. Whoever drops it before a slot was kept has lost the key.
  public static func create() -> Vault {
    Vault(id: randomBytes(count: idByteCount), key: SymmetricKey(size: .bits256))
  }

  /// The number of bytes of a vault's identity, and of its key.
  static let idByteCount = 16
  static let keyByteCount = 32

  /// Opens the vault with a secret, which is tried on every slot of its kind.
  ///
  /// A passphrase takes about a third of a second for each slot; the others take no time.
  /// - Throws: `wrongKey` where no slot opens. A wrong secret and a damaged slot cannot be told apart, except that a
  ///   key file of another database, and a vault that has no slot of the kind, are named.
  public static func open(_ record: VaultRecord, with secret: Secret) throws -> Vault {
    guard record.id.count == idByteCount else {
      throw Refusal(
        .wrongKey, "the database's vault is damaged", hint: "restore the newest backup, then try again")
    }
    if case .keyFile(let file) = secret, file.vaultID != record.id {
      throw Refusal(
        .wrongKey, "this key file belongs to another database",
        hint: "look for the key file that was made for this one, or use the passphrase or the recovery code")
    }
    let slots = record.slots.filter { $0.kind == secret.kind }
    guard !slots.isEmpty else {
      throw Refusal(
        .wrongKey, "no \(secret.kind.words) opens this database", hint: hint(naming: record.slots))
    }
    // A doctored file with thousands of slots shall not keep the machine busy for hours.
    for slot in slots.prefix(100) {
      if let key = KeySlot.open(slot, ofVault: record.id, with: secret) {
        return Vault(id: record.id, key: key)
      }
    }
    throw Refusal(
      .wrongKey, "wrong key or damaged slot: this \(secret.kind.words) does not open the database",
      hint: secret.kind.advice)
  }

  /// A slot that opens this vault with the secret.
  /// - Parameters:
  ///   - number: The slot's number, from 1; it is bound to the slot, which opens under no other.
  ///   - secret: What shall open it. Choose a passphrase's strength before: it is all that protects a stolen file.
  ///   - addedOn: The day on which it is made.
  /// - Throws: `invalidValue` where the passphrase is blank or shorter than 10 characters, `wrongKey` where the key
  ///   file was made for another vault.
  public func slot(number: Int, for secret: Secret, addedOn: CalendarDate) throws -> KeySlotRecord {
    try slot(number: number, for: secret, addedOn: addedOn, cost: .standard)
  }

  func slot(
    number: Int, for secret: Secret, addedOn: CalendarDate, cost: PassphraseCost
  ) throws -> KeySlotRecord {
    switch secret {
    case .passphrase(let passphrase): try passphrase.requireStrength()
    case .keyFile(let file):
      guard file.vaultID == id else {
        throw Refusal(
          .wrongKey, "this key file belongs to another database", hint: "make a new key file for this one")
      }
    case .recoveryCode: break
    }
    return try KeySlot.make(number: number, for: secret, addedOn: addedOn, cost: cost, vault: self)
  }

  private static func hint(naming slots: [KeySlotRecord]) -> String {
    let kinds = KeySlotRecord.Kind.allCases.filter { kind in slots.contains { $0.kind == kind } }
    return kinds.isEmpty
      ? "it has no slots at all: restore the newest backup"
      : "use the \(kinds.map(\.words).joined(separator: " or the "))"
  }
}

/// Random bytes from the operating system.
func randomBytes(count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}
