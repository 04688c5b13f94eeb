import Campaigns
import Vault

/// The organizers' office: the use cases, and the only one who seals and opens.
///
/// An office works on one database. It asks for a key only when something has to be sealed or opened, and once.
public final class Office {
  let repository: any Repository
  private let secret: (VaultRecord) throws -> Secret
  private var openedVault: Vault?

  /// An office over a repository.
  /// - Parameter secret: finds what opens the vault, or asks for it; called at most once.
  public init(repository: any Repository, secret: @escaping (VaultRecord) throws -> Secret) {
    self.repository = repository
    self.secret = secret
  }

  /// The vault, opened.
  /// - Throws: `locked` where no key is found, `wrongKey` where it does not open.
  func vault() throws -> Vault {
    if let openedVault { return openedVault }
    let record = try repository.read { try $0.vault.record() }
    let vault = try Vault.open(record, with: secret(record))
    openedVault = vault
    return vault
  }

  /// Runs `body` on one consistent state, with the vault open.
  func readUnlocked<Value>(_ body: (any Transaction) throws -> Value) throws -> Value {
    // Opened before the transaction begins: a person may take long to find the passphrase.
    _ = try vault()
    return try repository.read(body)
  }

  /// Runs `body` as one change, with the vault open.
  func writeUnlocked<Value>(_ body: (any Transaction) throws -> Value) throws -> Value {
    _ = try vault()
    return try repository.write { transaction in
      try keepLedgers(transaction)
      return try body(transaction)
    }
  }
}

/// How databases are opened and created: what a store offers to an office, which does not know the store.
public struct Storage: Sendable {
  /// Opens the database at a path.
  public let open: @Sendable (_ path: String) throws -> any Repository
  /// Creates a database with a vault at a path.
  public let create: @Sendable (_ path: String, _ vault: VaultRecord) throws -> Void
  /// Writes a checked copy of the database at the first path to the second.
  public let backUp: @Sendable (_ path: String, _ destination: String) throws -> Void

  /// A storage that works like this.
  public init(
    open: @escaping @Sendable (String) throws -> any Repository,
    create: @escaping @Sendable (String, VaultRecord) throws -> Void,
    backUp: @escaping @Sendable (String, String) throws -> Void
  ) {
    self.open = open
    self.create = create
    self.backUp = backUp
  }
}
