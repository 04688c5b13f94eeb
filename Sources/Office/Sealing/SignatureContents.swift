import Campaigns

/// What is sealed of a signature, as `SealedFields`.
///
/// Unknown fields and unknown versions are refused: an older Picket must not drop what a newer one wrote.
enum SignatureContents {
  private static let version: UInt8 = 1

  /// The fields behind those of `SealedPerson`.
  fileprivate enum Field: UInt8 {
    case invalidationReason = 11
    case identitySalt = 12
    case roleSalt = 13
    case committedIdentity = 14
    case committedRole = 15
    case revealAt = 16
    case keptColumn = 17
    case keptText = 18
    case ownWish = 19
  }

  /// Appends the bytes of what is sealed.
  static func write(_ signature: Signature, to bytes: inout [UInt8]) throws {
    bytes.append(version)
    let signatory = signature.signatory
    try SealedPerson.append(signatory, signature.visibility, signature.verification, to: &bytes)
    if let revealAt = signature.visibility.revealAt { try write(String(revealAt), as: .revealAt, to: &bytes) }
    if signature.hasOwnWish { try write("", as: .ownWish, to: &bytes) }
    for answer in signature.kept {
      try write(answer.column, as: .keptColumn, to: &bytes)
      try write(answer.text, as: .keptText, to: &bytes)
    }
    try write(signature.invalidationReason, as: .invalidationReason, to: &bytes)
    if let committed = signature.committed {
      SealedFields.append(committed.identitySalt, as: Field.identitySalt.rawValue, to: &bytes)
      SealedFields.append(committed.roleSalt, as: Field.roleSalt.rawValue, to: &bytes)
      // What was committed to is written only where it was edited since.
      if committed.identity != signatory.committedIdentity {
        try write(committed.identity, as: .committedIdentity, to: &bytes)
      }
      if committed.role != signatory.committedRole { try write(committed.role, as: .committedRole, to: &bytes) }
    }
  }

  private static func write(_ text: String?, as field: Field, to bytes: inout [UInt8]) throws {
    try SealedFields.append(text, as: field.rawValue, to: &bytes)
  }

  /// The private part of a signature from its bytes.
  /// - Throws: `altered` where no Picket of this version or an older one wrote them.
  static func read(_ bytes: [UInt8]) throws -> Opened {
    var opened = Opened()
    try SealedFields.forEach(in: bytes, version: version, else: unreadable) { number, value in
      if try opened.person.take(number, value, else: unreadable) { return }
      guard let field = Field(rawValue: number) else { throw unreadable }
      opened.take(field, value)
    }
    return opened
  }

  private static let unreadable = Refusal(
    .altered, "a signature holds what this Picket cannot read", hint: "open the database with a newer Picket")

  /// The private part of a signature.
  struct Opened {
    fileprivate(set) var person = SealedPerson()
    private(set) var invalidationReason: String?
    private(set) var kept: [KeptAnswer] = []
    private(set) var hasOwnWish = false
    private var identitySalt: Bytes32?
    private var roleSalt: Bytes32?
    private var identity: String?
    private var role: String?

    /// What the leaf with this commitment commits to; nil where no salts are kept.
    func committed(_ commitment: Bytes32?) throws -> CommittedSignature? {
      guard let commitment, let identitySalt, let roleSalt else {
        guard commitment == nil, identitySalt == nil, roleSalt == nil else { throw unreadable }
        return nil
      }
      return CommittedSignature(
        commitment: commitment, identitySalt: identitySalt, roleSalt: roleSalt,
        identity: identity ?? person.signatory.committedIdentity, role: role ?? person.signatory.committedRole)
    }

    fileprivate mutating func take(_ field: Field, _ value: ArraySlice<UInt8>) {
      func text() -> String { String(decoding: value, as: UTF8.self) }
      switch field {
      case .invalidationReason: invalidationReason = text()
      case .identitySalt: identitySalt = value.withUnsafeBytes { Bytes32($0) }
      case .roleSalt: roleSalt = value.withUnsafeBytes { Bytes32($0) }
      case .committedIdentity: identity = text()
      case .committedRole: role = text()
      case .revealAt: person.visibility.revealAt = Int(text())
      case .ownWish: hasOwnWish = true
      case .keptColumn: kept.append(KeptAnswer(column: text(), text: ""))
      case .keptText: if let last = kept.indices.last { kept[last].text = text() }
      }
    }
  }
}
