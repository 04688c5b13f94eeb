import Campaigns

/// What is sealed of a pledge, as `SealedFields`.
///
/// Unknown fields and unknown versions are refused: an older Picket must not drop what a newer one wrote.
enum PledgeContents {
  private static let version: UInt8 = 1

  /// The fields behind those of `SealedPerson`.
  fileprivate enum Field: UInt8 {
    case revealed = 11
    case kept = 12
    case broken = 13
    case evidence = 14
  }

  /// Appends the bytes of what is sealed.
  static func write(_ pledge: Pledge, to bytes: inout [UInt8]) throws {
    bytes.append(version)
    try SealedPerson.append(pledge.signatory, pledge.visibility, pledge.verification, to: &bytes)
    if pledge.isRevealed { try SealedFields.append("", as: Field.revealed.rawValue, to: &bytes) }
    for outcome in pledge.outcomes {
      let field: Field = outcome.wasKept ? .kept : .broken
      try SealedFields.append(String(outcome.day.daysSinceEpoch), as: field.rawValue, to: &bytes)
      try SealedFields.append(outcome.evidence, as: Field.evidence.rawValue, to: &bytes)
    }
  }

  /// The private part of a pledge from its bytes.
  /// - Throws: `altered` where no Picket of this version or an older one wrote them.
  static func read(_ bytes: [UInt8]) throws -> Opened {
    var opened = Opened()
    try SealedFields.forEach(in: bytes, version: version, else: unreadable) { number, value in
      if try opened.person.take(number, value, else: unreadable) { return }
      guard let field = Field(rawValue: number) else { throw unreadable }
      try opened.take(field, value)
    }
    return opened
  }

  private static let unreadable = Refusal(
    .altered, "a pledge holds what this Picket cannot read", hint: "open the database with a newer Picket")

  /// The private part of a pledge.
  struct Opened {
    fileprivate(set) var person = SealedPerson()
    private(set) var outcomes: [Pledge.Outcome] = []
    private(set) var isRevealed = false

    fileprivate mutating func take(_ field: Field, _ value: ArraySlice<UInt8>) throws {
      let text = String(decoding: value, as: UTF8.self)
      switch field {
      case .revealed: isRevealed = true
      case .kept, .broken:
        guard let number = Int(text) else { throw unreadable }
        let day = CalendarDate(daysSinceEpoch: number)
        outcomes.append(Pledge.Outcome(wasKept: field == .kept, day: day, evidence: nil))
      case .evidence:
        guard let last = outcomes.popLast(), last.evidence == nil else { throw unreadable }
        outcomes.append(Pledge.Outcome(wasKept: last.wasKept, day: last.day, evidence: text))
      }
    }
  }
}
