/// What a signature's leaf in the ledger commits to, with the salts that open it. Sealed, but for the commitment.
///
/// A leaf stays as it was when somebody signed: what is edited afterwards does not change what they signed with.
public struct CommittedSignature: Hashable, Sendable {
  /// The commitment that stands in the leaf.
  public let commitment: Bytes32
  /// The salt of the identity.
  public let identitySalt: Bytes32
  /// The salt of the role.
  public let roleSalt: Bytes32
  /// The identity that was committed to: the name.
  public let identity: String
  /// The role that was committed to: the job title and where the signer belongs.
  public let role: String

  /// A commitment with its openings.
  public init(
    commitment: Bytes32, identitySalt: Bytes32, roleSalt: Bytes32, identity: String, role: String
  ) {
    self.commitment = commitment
    self.identitySalt = identitySalt
    self.roleSalt = roleSalt
    self.identity = identity
    self.role = role
  }
}

extension Signatory {
  /// The identity that a leaf commits to.
  public var committedIdentity: String { name }

  /// The role that a leaf commits to.
  public var committedRole: String {
    switch (jobTitle, belonging) {
    case (let jobTitle?, let belonging?): jobTitle + ", " + belonging
    default: jobTitle ?? belonging ?? ""
    }
  }
}
