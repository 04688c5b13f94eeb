import Campaigns
import Text

/// Which signatures are asked for; nil asks for all.
public struct SignatureFilter: Sendable {
  /// Those in this state; withdrawals before and after a delivery are one. Held ones are in none.
  public var state: Signature.State?
  /// Those of this cohort.
  public var cohort: Cohort?
  /// Those that are held, where true.
  public var heldOnly = false
  /// Those that the import brought.
  public var origin: String?
  /// Those in whose name, address, job title, team, site or affiliation this text stands, in whatever writing.
  public var text: String?

  /// A filter that lets all through.
  public init() {}

  fileprivate func admits(_ signature: Signature, _ folded: String?) -> Bool {
    let isHeld = signature.standing == .held && signature.state.isNet
    if let state, isHeld || signature.state.word != state.word { return false }
    if let cohort, signature.cohort != cohort { return false }
    if heldOnly, !isHeld { return false }
    guard let folded else { return true }
    let signatory = signature.signatory
    let fields = [
      signatory.name, signatory.email, signatory.jobTitle, signatory.team, signatory.location, signatory.affiliation,
    ]
    return fields.contains { field in field.map { Normalization.folded($0).contains(folded) } ?? false }
  }
}

extension Office {
  /// Hands the petition's signatures that the filter lets through to `body`, in the order of their identifiers.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func forEachSignature(
    of slug: String, _ filter: SignatureFilter, _ body: (Signature) throws -> Void
  ) throws {
    let folded = filter.text.map(Normalization.folded)
    try readUnlocked { transaction in
      let petition = try transaction.petition(slug)
      let origin = try filter.origin.map { try transaction.importReport($0, of: petition).id }
      let opened = OpenedSignatures(transaction: transaction, keys: try keys(for: petition), origin: origin)
      try opened.forEachBatch { _, signatures in
        for signature in signatures where filter.admits(signature, folded) { try body(signature) }
      }
    }
  }

  /// The petition's signature of this identifier.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func signature(_ id: String, of slug: String) throws -> Signature {
    try readUnlocked { transaction in
      let petition = try transaction.petition(slug)
      return try keys(for: petition).seal.open(try transaction.signature(id, of: petition))
    }
  }
}
