/// A field together with its salt: whoever has both can see that a leaf commits to the field, and say so to others.
public struct Opening: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The salt that was drawn for the field.
  public let salt: Salt
  /// The field's bytes, exactly as they were committed to.
  public let field: [UInt8]

  /// The opening of a field.
  public init(salt: Salt, field: [UInt8]) {
    self.salt = salt
    self.field = field
  }

  /// The hash that stands for the field.
  public var inner: LedgerHash {
    Commitment.inner(salt: salt, field: field)
  }

  /// Whether the field is the one that the hash stands for.
  public func opens(_ inner: LedgerHash) -> Bool {
    self.inner == inner
  }

  /// Only that it is an opening: a log must not tell of whom.
  public var description: String { "Opening" }

  /// Nothing, for the same reason.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What is shown of a signature's commitment: each of identity and role opened, or only its inner hash.
public struct SignatureOpening: Hashable, Sendable {
  /// Who signed.
  public let identity: Part
  /// As what they signed.
  public let role: Part

  /// One of the two fields.
  public enum Part: Hashable, Sendable {
    /// The field with its salt.
    case opened(Opening)
    /// The inner hash alone, which tells nobody the field.
    case hidden(LedgerHash)

    /// The hash that stands for the field, either way.
    public var inner: LedgerHash {
      switch self {
      case .opened(let opening): opening.inner
      case .hidden(let inner): inner
      }
    }
  }

  /// An opening of both, one or none of the fields.
  public init(identity: Part, role: Part) {
    self.identity = identity
    self.role = role
  }

  /// The commitment that the parts make.
  public var commitment: LedgerHash {
    Commitment.signature(identity: identity.inner, role: role.inner)
  }

  /// Whether the leaf is that of a signature and commits to what is shown here.
  public func opens(_ leaf: LedgerLeaf) -> Bool {
    leaf.kind == .signature && commitment == leaf.commitment
  }
}
