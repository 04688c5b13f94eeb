import Campaigns

/// What is sealed of a roster's entry, as `SealedFields`.
///
/// Unknown fields and unknown versions are refused: an older Picket must not drop what a newer one wrote.
enum RosterContents {
  private static let version: UInt8 = 1

  private enum Field: UInt8 {
    case name = 1
    case email = 2
    case jobTitle = 3
    case team = 4
    case site = 5
    case shift = 6
    case cohort = 7
  }

  /// Appends the bytes of what is sealed.
  static func write(_ entry: RosterEntry, to bytes: inout [UInt8]) throws {
    bytes.append(version)
    try append(entry.name, as: .name, to: &bytes)
    try append(entry.email, as: .email, to: &bytes)
    try append(entry.jobTitle, as: .jobTitle, to: &bytes)
    try append(entry.team, as: .team, to: &bytes)
    try append(entry.site, as: .site, to: &bytes)
    try append(entry.shift, as: .shift, to: &bytes)
    try append(entry.cohort.rawValue, as: .cohort, to: &bytes)
  }

  private static func append(_ text: String?, as field: Field, to bytes: inout [UInt8]) throws {
    try SealedFields.append(text, as: field.rawValue, to: &bytes)
  }

  /// The entry of this identifier from its bytes.
  /// - Throws: `altered` where no Picket of this version or an older one wrote them.
  static func read(_ bytes: [UInt8], _ id: Identifier<RosterEntry>) throws -> RosterEntry {
    let unreadable = Refusal(
      .altered, "a roster entry holds what this Picket cannot read", hint: "open the database with a newer Picket")
    var entry = RosterEntry(id: id, name: "")
    try SealedFields.forEach(in: bytes, version: version, else: unreadable) { number, value in
      guard let field = Field(rawValue: number) else { throw unreadable }
      let text = String(decoding: value, as: UTF8.self)
      switch field {
      case .name: entry.name = text
      case .email: entry.email = text
      case .jobTitle: entry.jobTitle = text
      case .team: entry.team = text
      case .site: entry.site = text
      case .shift: entry.shift = text
      case .cohort:
        guard let cohort = Cohort(rawValue: text) else { throw unreadable }
        entry.cohort = cohort
      }
    }
    return entry
  }
}
