import Campaigns

/// Fields that each carry a number, a length and their value: the form of what is sealed of many people.
enum SealedFields {
  /// Appends a text under the number; nothing where it is absent.
  /// - Throws: `invalidValue` where it is longer than 65,535 bytes.
  @inline(__always)
  static func append(_ text: String?, as number: UInt8, to bytes: inout [UInt8]) throws {
    guard let text else { return }
    let count = text.utf8.count
    guard count <= UInt16.max else { throw Refusal(.invalidValue, "a field is longer than 65,535 bytes") }
    bytes.append(number)
    bytes.append(UInt8(count >> 8))
    bytes.append(UInt8(count & 0xFF))
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends 32 bytes under the number.
  static func append(_ hash: Bytes32, as number: UInt8, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: [number, 0, UInt8(Bytes32.byteCount)])
    hash.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Hands each field behind the version to `body`.
  /// - Throws: `unreadable` where the version is another one or a field is cut.
  @inline(__always)
  static func forEach(
    in bytes: [UInt8], version: UInt8, else unreadable: Refusal, _ body: (UInt8, ArraySlice<UInt8>) throws -> Void
  ) throws {
    guard bytes.first == version else { throw unreadable }
    var place = 1
    while place < bytes.count {
      guard place + 3 <= bytes.count else { throw unreadable }
      let end = place + 3 + Int(bytes[place + 1]) << 8 + Int(bytes[place + 2])
      guard end <= bytes.count else { throw unreadable }
      try body(bytes[place], bytes[(place + 3)..<end])
      place = end
    }
  }
}

/// The fields 1 to 10, 30 and 31, which say who somebody is, what the public may see and how they were verified.
struct SealedPerson {
  private(set) var signatory = Signatory(name: "")
  var visibility = Visibility(.counted)
  private var method: String?
  private var day: Int?
  private var by: String?

  private enum Field: UInt8 {
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
    case honorific = 30
    case credentials = 31
  }

  // The order is part of the format.
  private static let levels: [Visibility.Level] = [.named, .role, .counted]
  private static let hideable: [Visibility.Field] = [.jobTitle, .team, .affiliation, .location, .day]

  /// How the person was verified; nil while nobody did.
  var verification: Verification? {
    guard let method, let day else { return nil }
    return Verification(method: Verification.Method(kept: method), on: CalendarDate(daysSinceEpoch: day), by: by)
  }

  /// Appends the fields. How many are waited for before the signer is shown is none of them.
  static func append(
    _ signatory: Signatory, _ visibility: Visibility, _ verification: Verification?, to bytes: inout [UInt8]
  ) throws {
    try SealedFields.append(signatory.name, as: Field.name.rawValue, to: &bytes)
    try SealedFields.append(signatory.email, as: Field.email.rawValue, to: &bytes)
    try SealedFields.append(signatory.jobTitle, as: Field.jobTitle.rawValue, to: &bytes)
    try SealedFields.append(signatory.team, as: Field.team.rawValue, to: &bytes)
    try SealedFields.append(signatory.location, as: Field.location.rawValue, to: &bytes)
    try SealedFields.append(signatory.affiliation, as: Field.affiliation.rawValue, to: &bytes)
    try SealedFields.append(signatory.honorific, as: Field.honorific.rawValue, to: &bytes)
    try SealedFields.append(signatory.credentials, as: Field.credentials.rawValue, to: &bytes)
    var hidden: UInt8 = 0
    if !visibility.hidden.isEmpty {
      for (place, field) in hideable.enumerated() where visibility.hidden.contains(field) {
        hidden |= 1 << UInt8(place)
      }
    }
    let level = UInt8(levels.firstIndex(of: visibility.level) ?? 0)
    bytes.append(contentsOf: [Field.visibility.rawValue, 0, 2, level, hidden])
    guard let verification else { return }
    try SealedFields.append(verification.method.description, as: Field.verificationMethod.rawValue, to: &bytes)
    try SealedFields.append(String(verification.day.daysSinceEpoch), as: Field.verificationDay.rawValue, to: &bytes)
    try SealedFields.append(verification.by, as: Field.verifiedBy.rawValue, to: &bytes)
  }

  /// Takes a field in.
  /// - Returns: whether it is one of these.
  /// - Throws: `unreadable` where it holds what no Picket writes.
  mutating func take(_ number: UInt8, _ value: ArraySlice<UInt8>, else unreadable: Refusal) throws -> Bool {
    guard let field = Field(rawValue: number) else { return false }
    func text() -> String { String(decoding: value, as: UTF8.self) }
    switch field {
    case .name: signatory.name = text()
    case .email: signatory.email = text()
    case .jobTitle: signatory.jobTitle = text()
    case .team: signatory.team = text()
    case .location: signatory.location = text()
    case .affiliation: signatory.affiliation = text()
    case .honorific: signatory.honorific = text()
    case .credentials: signatory.credentials = text()
    case .visibility:
      guard value.count == 2, Int(value[value.startIndex]) < SealedPerson.levels.count else { throw unreadable }
      let mask = value[value.startIndex + 1]
      visibility = Visibility(SealedPerson.levels[Int(value[value.startIndex])])
      guard mask != 0 else { return true }
      guard mask >> UInt8(SealedPerson.hideable.count) == 0 else { throw unreadable }
      for (place, field) in SealedPerson.hideable.enumerated() where mask >> UInt8(place) & 1 == 1 {
        visibility.hidden.insert(field)
      }
    case .verificationMethod: method = text()
    case .verificationDay: day = Int(text())
    case .verifiedBy: by = text()
    }
    return true
  }
}
