import Campaigns
import Crypto
import Foundation

/// How a slot holds the vault key: sealed under a key that comes from the secret and the slot's parameters.
///
/// Bound to it are the vault, the slot's number and kind, and the parameters, so that neither a slot of another vault
/// nor parameters that someone made cheaper open anything. Secrets of other kinds, such as another organizer's
/// private key, come in through `key(from:parameters:)`, with a kind of their own.
enum KeySlot {
  /// Makes a slot.
  /// - Throws: `inputOutput` where there is not enough memory to derive a key from a passphrase.
  static func make(
    number: Int, for secret: Secret, addedOn: CalendarDate, cost: PassphraseCost, vault: Vault
  ) throws -> KeySlotRecord {
    let parameters = SlotParameters(cost: secret.kind == .passphrase ? cost : nil)
    let binding = binding(vault: vault.id, number: number, kind: secret.kind, parameters: parameters.bytes)
    guard let slotKey = key(from: secret, parameters: parameters),
      let wrapped = vault.key.withUnsafeBytes({ vaultKey in
        try? AES.GCM.seal(vaultKey, using: slotKey, authenticating: binding).combined
      })
    else {
      throw Refusal(
        .inputOutput, "the slot's key could not be derived", hint: "free 256 MiB of memory and try again")
    }
    return KeySlotRecord(
      number: number, kind: secret.kind, addedOn: addedOn, parameters: parameters.bytes,
      wrappedKey: Array(wrapped))
  }

  /// The vault key; nil where the secret is another one or the slot is damaged, which nobody can tell apart.
  static func open(_ slot: KeySlotRecord, ofVault id: [UInt8], with secret: Secret) -> SymmetricKey? {
    guard slot.kind == secret.kind, slot.wrappedKey.count == wrappedByteCount,
      // Bounds first: what follows does the work that the parameters ask for.
      let parameters = SlotParameters(slot.parameters, withCost: slot.kind == .passphrase),
      let slotKey = key(from: secret, parameters: parameters),
      let box = try? AES.GCM.SealedBox(combined: slot.wrappedKey)
    else { return nil }
    let binding = binding(vault: id, number: slot.number, kind: slot.kind, parameters: slot.parameters)
    guard let bytes = try? AES.GCM.open(box, using: slotKey, authenticating: binding) else { return nil }
    return SymmetricKey(data: bytes)
  }

  /// Nonce, key and tag.
  private static let wrappedByteCount = 12 + Vault.keyByteCount + 16

  private static func key(from secret: Secret, parameters: SlotParameters) -> SymmetricKey? {
    let material: SymmetricKey
    switch secret {
    case .passphrase(let passphrase):
      guard let stretched = parameters.cost?.stretch(passphrase, salt: parameters.salt) else { return nil }
      material = stretched
    case .keyFile(let file): material = file.key
    case .recoveryCode(let code): material = code.key
    }
    return HKDF<SHA256>.deriveKey(
      inputKeyMaterial: material, salt: parameters.salt, info: Array("picket slot \(secret.kind.rawValue)".utf8),
      outputByteCount: Vault.keyByteCount)
  }

  private static func binding(
    vault: [UInt8], number: Int, kind: KeySlotRecord.Kind, parameters: [UInt8]
  ) -> [UInt8] {
    joined(vault, Int64(number).bigEndianBytes, Array(kind.rawValue.utf8), parameters)
  }
}
