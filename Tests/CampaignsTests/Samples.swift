import Campaigns
import Foundation

/// Random numbers that are the same in every run, so that a failure can be looked at again.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Made-up values.
enum Sample {
  static let day = CalendarDate(daysSinceEpoch: 20_000)
  static let petition = Identifier<Petition>(rawValue: 1)
  static let letter = Identifier<Letter>(rawValue: 2)

  /// A signature with an identifier of its own.
  static func signature(
    _ name: String = "Ada Quill", jobTitle: String? = nil, team: String? = nil, affiliation: String? = nil,
    location: String? = nil, cohort: Cohort = .employee, _ level: Visibility.Level = .named,
    hiding hidden: Visibility.Fields = [], state: Signature.State = .verified,
    standing: Signature.Standing = .sole, revealAt: Int? = nil
  ) -> Signature {
    Signature(
      id: Identifier(on: day), petition: petition, letter: letter, signedOn: day, cohort: cohort, state: state,
      standing: standing,
      signatory: Signatory(
        name: name, jobTitle: jobTitle, team: team, location: location, affiliation: affiliation),
      visibility: Visibility(level, hiding: hidden, revealAt: revealAt))
  }

  /// A petition in this state.
  static func petition(
    _ state: Petition.State, admits: Set<Cohort> = [], closesAt seconds: Double? = nil
  ) throws -> Petition {
    Petition(
      id: petition, slug: try Slug("fair-shifts"), campaign: Identifier(rawValue: 3), target: Identifier(rawValue: 4),
      title: "Fair shifts", language: try Language("en"), admits: admits,
      closesAt: seconds.map { .init(timeIntervalSince1970: $0) }, state: state, createdOn: day)
  }
}
