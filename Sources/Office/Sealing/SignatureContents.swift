import Campaigns

/// What is sealed of a signature, as bytes: fields that each carry a number, a length and their value.
///
/// Unknown fields and unknown versions are refused: an older Picket must not drop what a newer one wrote.
enum SignatureContents {
  private static let version: UInt8 = 1

  fileprivate enum Field: UInt8 {
    case name = 1
    case email = 2
    case jobTitle = 3
    case team = 4
    case location = 5
    case affiliation = 6
    case visibility = 7
    case verificationMethod = 8
    case verificationDay = 9
    case verifiedBy = 10
    case invalidationReason = 11
    case identitySalt = 12
    case roleSalt = 13
    case committedIdentity = 14
    case committedRole = 15
    case revealAt = 16
  }

  // The order is part of the format.
  private static let levels: [Visibility.Level] = [.named, .role, .counted]
  private static let hideable: [Visibility.Field] = [.jobTitle, .team, .affiliation, .location, .day]

  /// Appends the bytes of what is sealed.
  static func write(_ signature: Signature, to bytes: inout [UInt8]) throws {
    bytes.append(version)
    let signatory = signature.signatory
    try write(signatory.name, as: .name, to: &bytes)
    try write(signatory.email, as: .email, to: &bytes)
    try write(signatory.jobTitle, as: .jobTitle, to: &bytes)
    try write(signatory.team, as: .team, to: &bytes)
    try write(signatory.location, as: .location, to: &bytes)
    try write(signatory.affiliation, as: .affiliation, to: &bytes)
    var hidden: UInt8 = 0
    if !signature.visibility.hidden.isEmpty {
      for (place, field) in hideable.enumerated() where signature.visibility.hidden.contains(field) {
        hidden |= 1 << UInt8(place)
      }
    }
    let level = UInt8(levels.firstIndex(of: signature.visibility.level) ?? 0)
    bytes.append(contentsOf: [Field.visibility.rawValue, 0, 2, level, hidden])
    try write(signature.visibility.revealAt.map(String.init), as: .revealAt, to: &bytes)
    if let verification = signature.verification {
      try write(verification.method.description, as: .verificationMethod, to: &bytes)
      try write(String(verification.day.daysSinceEpoch), as: .verificationDay, to: &bytes)
      try write(verification.by, as: .verifiedBy, to: &bytes)
    }
    try write(signature.invalidationReason, as: .invalidationReason, to: &bytes)
    if let committed = signature.committed {
      write(committed.identitySalt, as: .identitySalt, to: &bytes)
      write(committed.roleSalt, as: .roleSalt, to: &bytes)
      // What was committed to is written only where it was edited since.
      if committed.identity != signatory.committedIdentity {
        try write(committed.identity, as: .committedIdentity, to: &bytes)
      }
      if committed.role != signatory.committedRole { try write(committed.role, as: .committedRole, to: &bytes) }
    }
  }

  private static func write(_ salt: Bytes32, as field: Field, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: [field.rawValue, 0, UInt8(Bytes32.byteCount)])
    salt.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  private static func write(_ text: String?, as field: Field, to bytes: inout [UInt8]) throws {
    guard let text else { return }
    let count = text.utf8.count
    guard count <= UInt16.max else { throw Refusal(.invalidValue, "a field is longer than 65,535 bytes") }
    bytes.append(field.rawValue)
    bytes.append(UInt8(count >> 8))
    bytes.append(UInt8(count & 0xFF))
    bytes.append(contentsOf: text.utf8)
  }

  /// The private part of a signature from its bytes.
  /// - Throws: `altered` where no Picket of this version or an older one wrote them.
  static func read(_ bytes: [UInt8]) throws -> Opened {
    guard bytes.first == version else { throw unreadable }
    var opened = Opened()
    var place = 1
    while place < bytes.count {
      guard place + 3 <= bytes.count, let field = Field(rawValue: bytes[place]) else { throw unreadable }
      let end = place + 3 + Int(bytes[place + 1]) << 8 + Int(bytes[place + 2])
      guard end <= bytes.count else { throw unreadable }
      try opened.take(field, bytes[(place + 3)..<end])
      place = end
    }
    return opened
  }

  private static let unreadable = Refusal(
    .altered, "a signature holds what this Picket cannot read", hint: "open the database with a newer Picket")

  /// The private part of a signature.
  struct Opened {
    private(set) var signatory = Signatory(name: "")
    private(set) var visibility = Visibility(.counted)
    private var method: String?
    private var day: Int?
    private var by: String?
    private(set) var invalidationReason: String?
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
        identity: identity ?? signatory.committedIdentity, role: role ?? signatory.committedRole)
    }

    /// How it was verified; nil while nobody did.
    var verification: Verification? {
      guard let method, let day else { return nil }
      return Verification(method: Verification.Method(kept: method), on: CalendarDate(daysSinceEpoch: day), by: by)
    }

    fileprivate mutating func take(_ field: Field, _ value: ArraySlice<UInt8>) throws {
      func text() -> String { String(decoding: value, as: UTF8.self) }
      switch field {
      case .name: signatory.name = text()
      case .email: signatory.email = text()
      case .jobTitle: signatory.jobTitle = text()
      case .team: signatory.team = text()
      case .location: signatory.location = text()
      case .affiliation: signatory.affiliation = text()
      case .visibility:
        guard value.count == 2, Int(value[value.startIndex]) < levels.count else { throw unreadable }
        let mask = value[value.startIndex + 1]
        visibility = Visibility(levels[Int(value[value.startIndex])])
        guard mask != 0 else { return }
        guard mask >> UInt8(hideable.count) == 0 else { throw unreadable }
        for (place, field) in hideable.enumerated() where mask >> UInt8(place) & 1 == 1 {
          visibility.hidden.insert(field)
        }
      case .verificationMethod: method = text()
      case .verificationDay: day = Int(text())
      case .verifiedBy: by = text()
      case .invalidationReason: invalidationReason = text()
      case .identitySalt: identitySalt = value.withUnsafeBytes { Bytes32($0) }
      case .roleSalt: roleSalt = value.withUnsafeBytes { Bytes32($0) }
      case .committedIdentity: identity = text()
      case .committedRole: role = text()
      case .revealAt: visibility.revealAt = Int(text())
      }
    }
  }
}
