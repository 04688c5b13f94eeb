import Campaigns
import Foundation
import Intake
import Vault

/// What an organizer enters for one signer.
public struct SignatureEntry: Sendable {
  /// Who signs.
  public var signatory: Signatory
  /// What ties the signer to the target; nil means the petition's own cohort.
  public var cohort: Cohort?
  /// What the signer lets the public see.
  public var visibility: Visibility
  /// How the signer was verified; nil where nobody did.
  public var verification: Verification.Method?
  /// Which organizer verified; nil where it was not said.
  public var verifiedBy: String?
  /// The day of signing.
  public var signedOn: CalendarDate
  /// The letter version that was shown; nil means the newest in the petition's language.
  public var letter: String?
  /// The channel that the signature came through; nil where none is named. It is checked, not kept.
  public var channel: String?
  /// Whether someone who had left, or was taken out or erased, signs again by an act of their own.
  public var returning: Bool

  /// An entry of today that is neither verified nor returning.
  public init(_ signatory: Signatory, visibility: Visibility = Visibility(.named)) {
    self.signatory = signatory
    self.visibility = visibility
    signedOn = .today
    returning = false
  }
}

/// What became of an entry.
public struct SignatureOutcome: Sendable {
  /// The signature that stands for the signer now.
  public let id: Identifier<Signature>
  /// What the entry was.
  public let kind: Kind
  /// Whether the address is one that the target can read.
  public let isTargetAddress: Bool
  /// The channel that was opened by being named; nil where none was.
  public let newChannel: ImportOutcome.NewChannel?

  /// What an entry can be.
  public enum Kind: Hashable, Sendable {
    /// A new signature.
    case added
    /// The signer stands already; `stricter` where the entry made the signature less visible.
    case duplicate(stricter: Bool)
    /// Same address as another signature, other name: in no count until it is verified.
    case held
    /// A signer who had left is back.
    case returned
  }
}

extension Office {
  /// Makes sure, before anybody types, that the petition takes signatures and the vault opens.
  /// - Throws: `notFound`, `notAllowed`, and as `vault`.
  public func prepareSigning(of slug: String, cohort: Cohort?) throws {
    let petition = try repository.read { try $0.petition(slug) }
    try petition.requireTakingSignatures(of: cohort ?? petition.cohort, at: Date())
    _ = try vault()
  }

  /// Adds one signature.
  /// - Throws: `notFound`; `notAllowed` where the petition takes none, its channel is closed, or the signer had
  ///   left and does not return; `invalidValue` where a field breaks its rules.
  public func addSignature(_ entry: SignatureEntry, to slug: String) throws -> SignatureOutcome {
    var entry = entry
    entry.signatory = try TypedSignatory.checked(entry.signatory)
    guard entry.signedOn <= CalendarDate(daysSinceEpoch: CalendarDate.today.daysSinceEpoch + 1) else {
      throw Refusal(.invalidValue, "the day of signing is in the future", hint: "write it as YYYY-MM-DD")
    }
    return try writeUnlocked { transaction in
      let details = try transaction.details(of: transaction.petition(slug))
      let cohort = entry.cohort ?? details.petition.cohort
      try details.petition.requireTakingSignatures(of: cohort, at: Date())
      let newChannel = try ChannelGate(transaction, details.petition)
        .pass([entry.channel].compactMap { $0 }, rehearsing: false).first
      let letter = try transaction.letter(entry.letter, of: details.petition)
      let entrance = Entrance(
        transaction: transaction, keys: try keys(for: details.petition),
        book: try LeafBook(details.petition, transaction, vault()), entry: entry, cohort: cohort, letter: letter.id)
      let (id, kind) = try entrance.enter()
      return SignatureOutcome(
        id: id, kind: kind,
        isTargetAddress: entry.signatory.email.flatMap(NormalizedAddress.init)
          .map { details.target.controls(mailDomain: $0.domain) } ?? false,
        newChannel: newChannel)
    }
  }
}

/// One entry on its way into the repository: first of its address, duplicate, held or returning.
private struct Entrance {
  let transaction: any Transaction
  let keys: PetitionKeys
  let book: LeafBook
  let entry: SignatureEntry
  let cohort: Cohort
  let letter: Identifier<Letter>

  func enter() throws -> (Identifier<Signature>, SignatureOutcome.Kind) {
    let address = try entry.signatory.email.map(normalized)
    let tag = address.map(keys.index.addressTag)
    if let address { try requireNotErased(keys.index.suppressionMark(address)) }
    let standing = try tag.map { try transaction.signatures.find(tagged: $0, of: keys.petition) } ?? []
    var claims = AddressClaims()
    for sealed in standing {
      guard let tag else { break }
      let signature = try keys.seal.open(sealed)
      claims.enter(
        AddressClaims.Claim(
          signature: sealed.id, name: PetitionKeys.fingerprint(signature.signatory.name),
          visibility: signature.visibility),
        at: tag, standing: sealed.standing)
    }
    let id = Identifier<Signature>(on: .today)
    let newcomer = AddressClaims.Claim(
      signature: id, name: PetitionKeys.fingerprint(entry.signatory.name), visibility: entry.visibility)
    let verdict = tag.map { claims.judge(newcomer, at: $0) } ?? .first
    switch verdict {
    case .first: return (id, try add(id, .sole, tag))
    case .held: return (id, try add(id, .held, tag))
    case .duplicate(let original, let stricter):
      guard let sealed = standing.first(where: { $0.id == original }) else {
        return (original, .duplicate(stricter: false))
      }
      return (original, try meet(sealed, stricter: stricter))
    }
  }

  private func normalized(_ email: String) throws -> NormalizedAddress {
    guard let address = NormalizedAddress(email) else {
      throw Refusal(.invalidValue, "the address is none that mail could reach", hint: "check it letter by letter")
    }
    return address
  }

  /// An erased person comes back by an own act only; then the mark is lifted.
  private func requireNotErased(_ mark: BlindTag) throws {
    guard try transaction.signatures.marks(of: keys.petition).contains(mark) else { return }
    guard entry.returning else {
      throw Refusal(
        .notAllowed, "the person at this address asked to be erased",
        hint: "only if they sign again by an act of their own: repeat with --returning")
    }
    try transaction.signatures.lift(mark, of: keys.petition)
  }

  private func add(
    _ id: Identifier<Signature>, _ standing: Signature.Standing, _ tag: BlindTag?
  ) throws -> SignatureOutcome.Kind {
    var signature = Signature(
      id: id, petition: keys.petition, letter: letter, signedOn: entry.signedOn, cohort: cohort,
      standing: standing, signatory: entry.signatory, visibility: entry.visibility)
    // A held one is admitted by a verification that somebody gives knowing that it is held.
    if standing == .sole { try verify(&signature) }
    try transaction.ledger.enqueue(book.record(nil, &signature))
    try transaction.signatures.add([try keys.seal(signature, tag: tag)])
    return standing == .held ? .held : .added
  }

  /// The signer is there already: stands, or had left and may return.
  private func meet(_ sealed: SealedSignature, stricter: Visibility?) throws -> SignatureOutcome.Kind {
    var signature = try keys.seal.open(sealed)
    if sealed.state.isNet {
      guard let stricter else { return .duplicate(stricter: false) }
      signature.visibility = stricter
      signature.hasOwnWish = true
      try transaction.signatures.update([try keys.seal(signature, tag: sealed.tag)])
      return .duplicate(stricter: true)
    }
    guard entry.returning else {
      throw Refusal(
        .notAllowed, "the person at this address has signed before; signature \(sealed.id) is \(sealed.state.word)",
        hint: "only if they sign again by an act of their own: repeat with --returning")
    }
    try signature.signAgain(
      letter, on: entry.signedOn, as: entry.signatory, cohort: cohort, visibility: entry.visibility)
    if signature.standing != .held { try verify(&signature) }
    try transaction.ledger.enqueue(book.record(nil, &signature))
    try transaction.signatures.update([try keys.seal(signature, tag: sealed.tag)])
    return .returned
  }

  private func verify(_ signature: inout Signature) throws {
    guard let method = entry.verification else { return }
    try signature.verify(Verification(method: method, on: .today, by: entry.verifiedBy))
  }
}
