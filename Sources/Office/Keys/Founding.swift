import Campaigns
import Files
import Vault

/// How a new database is opened from now on, beside its recovery code.
public enum FoundingKey {
  /// By a new key file at this path.
  case keyFile(path: String)
  /// By a passphrase.
  case passphrase(String)
}

extension Office {
  /// Creates a database with a new vault.
  /// - Returns: the recovery code: it opens the database like a key, and is shown this once.
  /// - Throws: `cannotCreate` where something stands at one of the paths, `invalidValue` where the passphrase is too
  ///   short; then neither file is there.
  public static func found(at path: String, in storage: Storage, with key: FoundingKey) throws -> String {
    try NewFile.requireFree(path)
    let vault = Vault.create()
    let recoveryCode = RecoveryCode.random()
    var keyFile: NewFile?
    let secret: Secret
    switch key {
    case .keyFile(let keyPath):
      let file = try NewFile(at: keyPath)
      let contents = KeyFile(forVault: vault.id)
      try file.write(contents.contents)
      keyFile = file
      secret = .keyFile(contents)
    case .passphrase(let text):
      secret = .passphrase(text)
    }
    let record = VaultRecord(
      id: vault.id,
      slots: [
        try vault.slot(number: 1, for: secret, addedOn: .today),
        try vault.slot(number: 2, for: .recoveryCode(recoveryCode), addedOn: .today),
      ])
    try keyFile?.place()
    do {
      try storage.create(path, record)
    } catch {
      keyFile?.takeBack()
      throw error
    }
    if let keyFile { KeyNotes().note(keyFile.path, for: vault.id) }
    return recoveryCode.text
  }

  /// The ways to open the database, by number.
  public func keySlots() throws -> [KeySlotRecord] {
    try repository.read { try $0.vault.record().slots }
  }

  /// Adds a way to open the database; those that are there stay.
  /// - Throws: `cannotCreate` where something stands at the key file's path; `invalidValue` where the passphrase is too
  ///   short.
  public func addKey(_ key: FoundingKey) throws -> KeySlotRecord {
    let vault = try vault()
    var keyFile: NewFile?
    let secret: Secret
    switch key {
    case .keyFile(let path):
      let contents = KeyFile(forVault: vault.id)
      let file = try NewFile(at: path)
      try file.write(contents.contents)
      keyFile = file
      secret = .keyFile(contents)
    case .passphrase(let text):
      secret = .passphrase(text)
    }
    let slot = try repository.write { transaction in
      let last = try transaction.vault.record().slots.map(\.number).max() ?? 0
      let slot = try vault.slot(number: last + 1, for: secret, addedOn: .today)
      try transaction.vault.add(slot)
      try keyFile?.place()
      return slot
    }
    if let keyFile { KeyNotes().note(keyFile.path, for: vault.id) }
    return slot
  }
}
