import Campaigns
import Text
import Vault

/// What somebody promises, before it is a pledge.
struct Promise: Sendable {
  var signatory: Signatory
  var cohort: Cohort
  var visibility: Visibility
  var ifOthers: Int?
  var lapsesOn: CalendarDate?
  var verification: Verification?
  var isReturning = false
}

/// Decides what becomes of what people promise within one boycott.
struct PledgeReception: Sendable {
  let boycott: Boycott
  let seal: PledgeSeal
  let day: CalendarDate
  private let targets: [Target]

  /// The reception of a boycott that takes pledges.
  /// - Throws: `notAllowed` where it has ended.
  init(_ boycott: Boycott, _ seal: PledgeSeal, _ transaction: any Transaction, on day: CalendarDate) throws {
    try boycott.requireTakingPledges()
    self.boycott = boycott
    self.seal = seal
    self.day = day
    targets = try transaction.targets(of: boycott)
  }

  /// What a pledge becomes when somebody promises under its address.
  enum Meeting {
    /// The promise says nothing that did not stand.
    case unchanged
    /// It stands under the terms of now.
    case renewed
    /// Its pledger is back.
    case returned
    /// The name is another one.
    case otherName
    /// It was taken back, and nobody said that its pledger returns.
    case takenBack
  }

  /// The pledge that the promise becomes where none has its address.
  func pledge(_ promise: Promise, _ id: Identifier<Pledge>) -> Pledge {
    Pledge(
      id: id, boycott: boycott.id, signatory: promise.signatory, cohort: promise.cohort,
      visibility: promise.visibility, ifOthers: promise.ifOthers, terms: boycott.terms,
      lapsesOn: promise.lapsesOn ?? boycott.lapse(ofPledgeWaitingFor: promise.ifOthers),
      verification: promise.verification)
  }

  /// Lets the pledge of the same address take in the promise.
  func meet(_ pledge: inout Pledge, _ promise: Promise) throws -> Meeting {
    let returns = pledge.stage == .withdrawn
    guard Normalization.folded(pledge.signatory.name) == Normalization.folded(promise.signatory.name) else {
      return .otherName
    }
    guard !returns || promise.isReturning else { return .takenBack }
    let before = pledge
    pledge.renew(
      ifOthers: promise.ifOthers, in: boycott, lapsesOn: promise.lapsesOn, visibility: promise.visibility, on: day,
      isReturning: returns)
    if returns {
      pledge.signatory = promise.signatory
      pledge.cohort = promise.cohort
    }
    if let verification = promise.verification, !pledge.isVerified { try pledge.verify(verification) }
    return returns ? .returned : pledge == before ? .unchanged : .renewed
  }

  /// Whether a target of the boycott reads mail to this address.
  func isAtTarget(_ address: NormalizedAddress) -> Bool {
    targets.contains { $0.controls(mailDomain: address.domain) }
  }
}

extension Transaction {
  /// The targets that stand in the boycott.
  func targets(of boycott: Boycott) throws -> [Target] {
    try boycotts.listings(of: boycott.id).filter { $0.withdrawnOn == nil }.compactMap { listing in
      try targets.find(listing.target)
    }
  }

  /// How many have pledged; see `PledgeTally`.
  func pledgeTally(of boycott: Boycott) throws -> PledgeTally {
    PledgeTally(of: try pledges.groups(of: boycott.id), terms: boycott.terms, on: .today)
  }

  /// The boycott's pledge of this identifier.
  /// - Throws: `notFound`; for an erased one it says so.
  func pledge(_ id: String, of boycott: Boycott) throws -> SealedPledge {
    if let id = Identifier<Pledge>(id), let pledge = try pledges.find(id, of: boycott.id) {
      guard pledge.contents != nil else {
        throw Refusal(.notFound, "pledge \(id) was erased from \(boycott.slug)")
      }
      return pledge
    }
    throw Refusal(
      .notFound, "\(boycott.slug) has no pledge \"\(id.prefix(40))\"",
      hint: "picket pledge list \(boycott.slug) shows the identifiers")
  }
}
