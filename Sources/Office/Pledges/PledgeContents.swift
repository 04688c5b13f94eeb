import Campaigns

/// What is sealed of a pledge, as bytes: fields that each carry a number, a length and their value.
///
/// Unknown fields and unknown versions are refused: an older Picket must not drop what a newer one wrote.
enum PledgeContents {
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
    case revealed = 11
    case kept = 12
    case broken = 13
    case evidence = 14
  }

  // The order is part of the format.
  private static let levels: [Visibility.Level] = [.named, .role, .counted]
  private static let hideable: [Visibility.Field] = [.jobTitle, .team, .affiliation, .location, .day]

  /// Appends the bytes of what is sealed.
  static func write(_ pledge: Pledge, to bytes: inout [UInt8]) throws {
    bytes.append(version)
    let signatory = pledge.signatory
    try write(signatory.name, as: .name, to: &bytes)
    try write(signatory.email, as: .email, to: &bytes)
    try write(signatory.jobTitle, as: .jobTitle, to: &bytes)
    try write(signatory.team, as: .team, to: &bytes)
    try write(signatory.location, as: .location, to: &bytes)
    try write(signatory.affiliation, as: .affiliation, to: &bytes)
    var hidden: UInt8 = 0
    for (place, field) in hideable.enumerated() where pledge.visibility.hidden.contains(field) {
      hidden |= 1 << UInt8(place)
    }
    let level = UInt8(levels.firstIndex(of: pledge.visibility.level) ?? 0)
    bytes.append(contentsOf: [Field.visibility.rawValue, 0, 2, level, hidden])
    if let verification = pledge.verification {
      try write(verification.method.description, as: .verificationMethod, to: &bytes)
      try write(String(verification.day.daysSinceEpoch), as: .verificationDay, to: &bytes)
      try write(verification.by, as: .verifiedBy, to: &bytes)
    }
    if pledge.isRevealed { try write("", as: .revealed, to: &bytes) }
    for outcome in pledge.outcomes {
      try write(String(outcome.day.daysSinceEpoch), as: outcome.wasKept ? .kept : .broken, to: &bytes)
      try write(outcome.evidence, as: .evidence, to: &bytes)
    }
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

  /// The private part of a pledge from its bytes.
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
    .altered, "a pledge holds what this Picket cannot read", hint: "open the database with a newer Picket")

  /// The private part of a pledge.
  struct Opened {
    private(set) var signatory = Signatory(name: "")
    private(set) var visibility = Visibility(.counted)
    private(set) var outcomes: [Pledge.Outcome] = []
    private(set) var isRevealed = false
    private var method: String?
    private var day: CalendarDate?
    private var by: String?

    /// How it was verified; nil while nobody did.
    var verification: Verification? {
      guard let method, let day else { return nil }
      return Verification(method: Verification.Method(kept: method), on: day, by: by)
    }

    fileprivate mutating func take(_ field: Field, _ value: ArraySlice<UInt8>) throws {
      func text() -> String { String(decoding: value, as: UTF8.self) }
      func date() throws -> CalendarDate {
        guard let number = Int(text()) else { throw unreadable }
        return CalendarDate(daysSinceEpoch: number)
      }
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
        guard mask >> UInt8(hideable.count) == 0 else { throw unreadable }
        visibility = Visibility(levels[Int(value[value.startIndex])])
        for (place, field) in hideable.enumerated() where mask >> UInt8(place) & 1 == 1 {
          visibility.hidden.insert(field)
        }
      case .verificationMethod: method = text()
      case .verificationDay: day = try date()
      case .verifiedBy: by = text()
      case .revealed: isRevealed = true
      case .kept, .broken:
        outcomes.append(Pledge.Outcome(wasKept: field == .kept, day: try date(), evidence: nil))
      case .evidence:
        guard let last = outcomes.popLast(), last.evidence == nil else { throw unreadable }
        outcomes.append(Pledge.Outcome(wasKept: last.wasKept, day: last.day, evidence: text()))
      }
    }
  }
}
