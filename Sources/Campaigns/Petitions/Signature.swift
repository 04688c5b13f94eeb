/// The signatory's act on one petition, as organizers see it with the vault open.
public struct Signature: Hashable, Sendable {
  /// The signature's identifier: the day it was entered and chance.
  public let id: Identifier<Signature>
  /// The petition that is signed.
  public let petition: Identifier<Petition>
  /// The letter version that the signer was shown.
  public var letter: Identifier<Letter>
  /// The import that brought it; nil where it was entered singly.
  public var origin: Identifier<ImportReport>?
  /// The day of signing.
  public var signedOn: CalendarDate
  /// What ties the signer to the target.
  public var cohort: Cohort
  /// Where the signature stands.
  public private(set) var state: State
  /// Whether the signature shares its address with an earlier one of another name.
  public private(set) var standing: Standing
  /// Who signed.
  public var signatory: Signatory
  /// What the public may see of it.
  public var visibility: Visibility
  /// How it was verified; nil while nobody did.
  public private(set) var verification: Verification?
  /// Why the organizers invalidated it; nil unless they did.
  public private(set) var invalidationReason: String?
  /// What else the organizers asked to be kept of the signer's answers, in the order of the sheet's columns.
  public var kept: [KeptAnswer] = []
  /// Whether its visibility is a wish beyond the row or entry that brought it: of a second row, or of an edit. It outlives
  /// an import that is undone.
  public var hasOwnWish = false
  /// What its leaf in the ledger commits to; nil while it has none: it is held, or from before the ledger.
  public var committed: CommittedSignature?

  /// A signature as it is kept.
  public init(
    id: Identifier<Signature>, petition: Identifier<Petition>, letter: Identifier<Letter>,
    origin: Identifier<ImportReport>? = nil, signedOn: CalendarDate, cohort: Cohort, state: State = .pending,
    standing: Standing = .sole, signatory: Signatory, visibility: Visibility, verification: Verification? = nil,
    invalidationReason: String? = nil, committed: CommittedSignature? = nil
  ) {
    self.id = id
    self.petition = petition
    self.letter = letter
    self.origin = origin
    self.signedOn = signedOn
    self.cohort = cohort
    self.state = state
    self.standing = standing
    self.signatory = signatory
    self.visibility = visibility
    self.verification = verification
    self.invalidationReason = invalidationReason
    self.committed = committed
  }

  /// Where a signature stands. A gross signature is in exactly one of these.
  public enum State: Int, Hashable, Sendable, CaseIterable {
    /// Nobody has made sure who signed.
    case pending = 0
    /// Someone made sure who signed.
    case verified = 1
    /// The signer left before the first delivery that would have listed the signature.
    case withdrawn = 2
    /// The signer left after a delivery had listed the signature.
    case withdrawnAfterDelivery = 3
    /// The organizers took it out, with a reason.
    case invalidated = 4

    /// The state's word in reports.
    public var word: String {
      switch self {
      case .pending: "pending"
      case .verified: "verified"
      case .withdrawn, .withdrawnAfterDelivery: "withdrawn"
      case .invalidated: "invalidated"
      }
    }

    /// Whether a signature in this state is among the net ones.
    public var isNet: Bool { self == .pending || self == .verified }
  }

  /// Whether a signature has its address to itself.
  public enum Standing: Int, Hashable, Sendable, CaseIterable {
    /// The first of its address, or one without an address.
    case sole = 0
    /// Same address as an earlier signature, other name: in no count until an organizer admits it.
    case held = 1
    /// Was held and has been admitted by a verification.
    case admitted = 2
  }

  /// Records that someone made sure who signed; this also admits a held signature.
  /// - Throws: `notAllowed` where the signature is withdrawn or invalidated.
  public mutating func verify(_ verification: Verification) throws {
    guard state.isNet else {
      throw Refusal(
        .notAllowed, "signature \(id) is \(state.word) and cannot be verified",
        hint: state == .invalidated
          ? "add the signer again once the reason is gone: picket signature add with --returning"
          : "a signer comes back only by an act of their own: picket signature add with --returning")
    }
    self.verification = verification
    state = .verified
    if standing == .held { standing = .admitted }
  }

  /// Records that the signer leaves.
  /// - Parameter delivered: whether a delivery has listed the signature already.
  /// - Throws: `notAllowed` where the signature is withdrawn or invalidated already.
  public mutating func withdraw(afterDelivery delivered: Bool) throws {
    guard state.isNet else {
      throw Refusal(.notAllowed, "signature \(id) is \(state.word) already")
    }
    state = delivered ? .withdrawnAfterDelivery : .withdrawn
  }

  /// Records that the organizers take the signature out.
  /// - Throws: `notAllowed` where it is withdrawn or invalidated already, `invalidValue` where the reason is empty.
  public mutating func invalidate(because reason: String) throws {
    guard state.isNet else {
      throw Refusal(.notAllowed, "signature \(id) is \(state.word) already")
    }
    let reason = reason.trimmingWhitespace()
    guard !reason.isEmpty else {
      throw Refusal(.invalidValue, "an invalidation needs a reason", hint: "say it with --reason")
    }
    invalidationReason = reason
    state = .invalidated
  }

  /// Records that a signer who had left, or had been taken out, signs again by an act of their own.
  ///
  /// What they say now replaces what stood: the text, the day, the visibility; an earlier verification is over.
  /// - Throws: `notAllowed` where the signature stands.
  public mutating func signAgain(
    _ letter: Identifier<Letter>, on day: CalendarDate, as signatory: Signatory, cohort: Cohort,
    visibility: Visibility
  ) throws {
    guard !state.isNet else {
      throw Refusal(.notAllowed, "signature \(id) stands; there is nothing to return to")
    }
    self.letter = letter
    self.signedOn = day
    self.signatory = signatory
    self.cohort = cohort
    self.visibility = visibility
    verification = nil
    invalidationReason = nil
    committed = nil
    state = .pending
  }
}
