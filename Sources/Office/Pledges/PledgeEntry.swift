import Campaigns
import Intake
import Vault

/// What an organizer enters for one pledger.
public struct PledgeEntry: Sendable {
  /// Who pledges; the address is needed.
  public var signatory: Signatory
  /// What ties the pledger to the targets.
  public var cohort = Cohort.employee
  /// What the public may see of it once the pledges are revealed.
  public var visibility = Visibility(.named)
  /// How many others it waits for; nil where it binds at once.
  public var ifOthers: Int?
  /// The day by which it lapses; nil for the boycott's own, where it waits for others.
  public var lapsesOn: CalendarDate?
  /// How the pledger was verified; nil where nobody did.
  public var verification: Verification.Method?
  /// Which organizer verified; nil where it was not said.
  public var verifiedBy: String?
  /// Whether someone who had taken the pledge back, or was erased, pledges again by an act of their own.
  public var returning = false

  /// An entry that says nothing else.
  public init(_ signatory: Signatory) {
    self.signatory = signatory
  }
}

/// What became of an entry.
public struct PledgeOutcome: Sendable {
  /// The pledge that stands for the pledger now.
  public let id: Identifier<Pledge>
  /// What the entry was.
  public let kind: Kind
  /// Whether the pledge binds now.
  public let binds: Bool
  /// Whether the address is one that a target can read.
  public let isTargetAddress: Bool

  /// What an entry can be.
  public enum Kind: String, Hashable, Sendable {
    /// A new pledge.
    case added
    /// The same pledge, under the terms of now or on a stricter condition or visibility.
    case renewed
    /// It stands already as it was entered.
    case duplicate
    /// A pledger who had left is back.
    case returned
  }
}

extension Office {
  /// Adds one pledge, or renews the one that has its address.
  /// - Throws: `notFound`; `notAllowed` where the boycott has ended, or where the pledger had left and does not return;
  ///   `alreadyExists` where somebody of another name has pledged with the address; `invalidValue` where a field breaks
  ///   its rules.
  public func addPledge(_ entry: PledgeEntry, to slug: String) throws -> PledgeOutcome {
    var promise = Promise(
      signatory: try TypedSignatory.checked(entry.signatory), cohort: entry.cohort, visibility: entry.visibility,
      ifOthers: try Pledge.others(entry.ifOthers), lapsesOn: entry.lapsesOn)
    promise.isReturning = entry.returning
    promise.verification = entry.verification.map { Verification(method: $0, on: .today, by: entry.verifiedBy) }
    guard let email = promise.signatory.email else {
      throw Refusal(
        .invalidValue, "a pledge needs an address: it is told from all others by it",
        hint: "give it with --email, or with the key email")
    }
    guard let address = NormalizedAddress(email) else {
      throw Refusal(.invalidValue, "the address is none that mail could reach", hint: "check it letter by letter")
    }
    // Before the key is asked for.
    try repository.read { try $0.boycott(slug).requireTakingPledges() }
    return try writeUnlocked { transaction in
      let boycott = try transaction.boycott(slug)
      let reception = try PledgeReception(boycott, seal(for: boycott), transaction, on: .today)
      let (pledge, kind) = try enter(promise, address, reception, transaction)
      return PledgeOutcome(
        id: pledge.id, kind: kind,
        binds: try transaction.pledgeTally(of: boycott).state(of: pledge.kind) == .binding,
        isTargetAddress: reception.isAtTarget(address))
    }
  }

  private func enter(
    _ promise: Promise, _ address: NormalizedAddress, _ reception: PledgeReception, _ transaction: any Transaction
  ) throws -> (Pledge, PledgeOutcome.Kind) {
    let boycott = reception.boycott
    let tag = reception.seal.tag(of: address)
    let mark = reception.seal.mark(of: address)
    if try transaction.pledges.marks(of: boycott.id).contains(mark) {
      guard promise.isReturning else {
        throw Refusal(
          .notAllowed, "the person at this address asked to be erased",
          hint: "only if they pledge again by an act of their own: repeat with --returning")
      }
      try transaction.pledges.lift(mark, of: boycott.id)
    }
    guard let sealed = try transaction.pledges.find(tagged: tag, of: boycott.id) else {
      let pledge = reception.pledge(promise, Identifier(on: .today))
      try transaction.pledges.add([try reception.seal.seal(pledge, tag: tag)])
      return (pledge, .added)
    }
    var pledge = try reception.seal.open(sealed)
    let kind: PledgeOutcome.Kind
    switch try reception.meet(&pledge, promise) {
    case .unchanged: return (pledge, .duplicate)
    case .renewed: kind = .renewed
    case .returned: kind = .returned
    case .otherName:
      throw Refusal(
        .alreadyExists, "another name has pledged with this address",
        hint: "a pledge is one person's: ask for an address of their own, or correct the name")
    case .takenBack:
      throw Refusal(
        .notAllowed, "the person at this address has taken the pledge back; pledge \(pledge.id) is withdrawn",
        hint: "only if they pledge again by an act of their own: repeat with --returning")
    }
    try transaction.pledges.update([try reception.seal.seal(pledge, tag: tag)])
    return (pledge, kind)
  }
}
