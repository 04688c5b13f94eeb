/// One's own promise within a boycott, as organizers see it with the vault open.
public struct Pledge: Hashable, Sendable {
  /// The pledge's identifier: the day it was entered and chance.
  public let id: Identifier<Pledge>
  /// The boycott that is promised.
  public let boycott: Identifier<Boycott>
  /// Who promises.
  public var signatory: Signatory
  /// What ties them to the targets.
  public var cohort: Cohort
  /// What the public may see of it once the pledges are revealed.
  public var visibility: Visibility
  /// How many other verified pledges have to bind before this one does; nil where it binds at once.
  public private(set) var ifOthers: Int?
  /// The terms that were promised; see `Boycott.terms`.
  public private(set) var terms: Int
  /// The day by which it lapses unless it binds; nil where it does not.
  public private(set) var lapsesOn: CalendarDate?
  /// Where it stands, as it was decided.
  public private(set) var stage: Stage
  /// How it was verified; nil while nobody did.
  public private(set) var verification: Verification?
  /// What became of it: each time that it was kept or broken.
  public private(set) var outcomes: [Outcome]
  /// Whether the organizers have let it be known, by a confirmed reveal.
  public private(set) var isRevealed: Bool

  /// A pledge as it is kept.
  public init(
    id: Identifier<Pledge>, boycott: Identifier<Boycott>, signatory: Signatory, cohort: Cohort,
    visibility: Visibility,
    ifOthers: Int?, terms: Int, lapsesOn: CalendarDate? = nil, stage: Stage = .standing,
    verification: Verification? = nil, outcomes: [Outcome] = [], isRevealed: Bool = false
  ) {
    self.id = id
    self.boycott = boycott
    self.signatory = signatory
    self.cohort = cohort
    self.visibility = visibility
    self.ifOthers = ifOthers
    self.terms = terms
    self.lapsesOn = lapsesOn
    self.stage = stage
    self.verification = verification
    self.outcomes = outcomes
    self.isRevealed = isRevealed
  }

  /// Most others that a pledge can ask for: more than there can ever be is a mistake.
  public static let mostOthers = 1_000_000_000

  /// Where a pledge stands, as somebody decided it. Whether a standing one binds follows from all others.
  public enum Stage: Int, Hashable, Sendable, CaseIterable {
    /// Given; binds or waits for others.
    case standing = 0
    /// Was binding when the pledges were revealed: it stays so.
    case bound = 1
    /// Kept.
    case kept = 2
    /// Broken.
    case broken = 3
    /// Taken back by the pledger.
    case withdrawn = 4
  }

  /// That a pledge was kept or broken.
  public struct Outcome: Hashable, Sendable {
    /// Whether it was kept.
    public let wasKept: Bool
    /// The day.
    public let day: CalendarDate
    /// Where it can be checked; nil where it was not said.
    public let evidence: String?

    /// An outcome of a day.
    public init(wasKept: Bool, day: CalendarDate, evidence: String?) {
      self.wasKept = wasKept
      self.day = day
      self.evidence = evidence
    }
  }

  /// Whether somebody made sure who pledged.
  public var isVerified: Bool { verification != nil }

  /// The number of others as it can be asked for.
  /// - Throws: `invalidValue` where it is below one, or above what can ever be.
  public static func others(_ count: Int?) throws -> Int? {
    guard let count else { return nil }
    guard (1...mostOthers).contains(count) else {
      throw Refusal(
        .invalidValue, "a pledge can wait for 1 to 1,000,000,000 others, not for \(count)",
        hint: count < 1 ? "leave the number out for a pledge that binds at once" : nil)
    }
    return count
  }

  /// Records that someone made sure who pledged.
  /// - Throws: `notAllowed` where it was taken back.
  public mutating func verify(_ verification: Verification) throws {
    try requireStanding("verified")
    self.verification = verification
  }

  /// Takes it back, as its pledger wishes.
  /// - Throws: `notAllowed` where it was taken back before.
  public mutating func withdraw() throws {
    try requireStanding("withdrawn again")
    stage = .withdrawn
  }

  /// Records that it was kept or broken.
  /// - Throws: `notAllowed` where it was taken back.
  public mutating func record(_ outcome: Outcome) throws {
    try requireStanding(outcome.wasKept ? "kept" : "broken")
    outcomes.append(outcome)
    stage = outcome.wasKept ? .kept : .broken
  }

  /// Binds it for good and lets it be known: it was binding, or was kept, when the pledges were revealed.
  public mutating func reveal() {
    if stage == .standing { stage = .bound }
    isRevealed = true
  }

  /// The pledger promises again: under the terms of now, on the stricter of both conditions and visibilities.
  ///
  /// Where the promise is another one, since the terms have changed or the old one had lapsed, an earlier verification is
  /// over: somebody has to make sure that it was the same person who promised again.
  ///
  /// A pledge that binds for good is not loosened by it. Without a day of its own the new promise lapses as the one
  /// before would, where that was given for the same terms and its day is still ahead; else as the boycott has it. Who
  /// had taken the pledge back and returns starts anew: an earlier verification is over.
  /// - Parameter lapsesOn: the day that the pledger gave; nil for none.
  public mutating func renew(
    ifOthers: Int?, in boycott: Boycott, lapsesOn: CalendarDate?, visibility: Visibility, on day: CalendarDate,
    isReturning: Bool = false
  ) {
    let kept = self.lapsesOn.flatMap { last in terms == boycott.terms && last >= day && !isReturning ? last : nil }
    if isReturning {
      stage = .standing
      verification = nil
      isRevealed = false
      self.ifOthers = ifOthers
      self.visibility = visibility
    } else {
      let hasLapsed = self.lapsesOn.map { $0 < day } ?? false
      if stage == .standing, hasLapsed || terms != boycott.terms { verification = nil }
      if stage == .standing { self.ifOthers = [self.ifOthers, ifOthers].compactMap { $0 }.max() }
      self.visibility = self.visibility.stricter(with: visibility)
    }
    terms = boycott.terms
    self.lapsesOn = lapsesOn ?? kept ?? boycott.lapse(ofPledgeWaitingFor: self.ifOthers)
  }

  private func requireStanding(_ word: String) throws {
    guard stage != .withdrawn else { throw Refusal(.notAllowed, "pledge \(id) is withdrawn and cannot be \(word)") }
  }
}

extension Boycott {
  /// The day by which a pledge lapses whose pledger gave none: only one that waits for others does.
  public func lapse(ofPledgeWaitingFor others: Int?) -> CalendarDate? {
    others == nil ? nil : pledgesLapseOn
  }
}
