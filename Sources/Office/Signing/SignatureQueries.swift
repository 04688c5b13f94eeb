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

  fileprivate func admits(_ signature: Signature, _ wanted: WantedText?) -> Bool {
    let isHeld = signature.standing == .held && signature.state.isNet
    if let state, isHeld || signature.state.word != state.word { return false }
    if let cohort, signature.cohort != cohort { return false }
    if heldOnly, !isHeld { return false }
    guard let wanted else { return true }
    let signatory = signature.signatory
    // The name as the lists print it.
    let line = ListLine(all: signatory, cohort: signature.cohort, visibility: .named, signedOn: signature.signedOn)
    let fields = [
      line.styledName, signatory.email, signatory.jobTitle, signatory.team, signatory.location, signatory.affiliation,
    ]
    return fields.contains { $0.map(wanted.stands) ?? false }
  }
}

/// A text that is looked for in whatever writing: "muller" stands in "Müller", and "irina" in "Ирина".
private struct WantedText {
  private let folded: String
  private let latin: String
  private let romanization = Romanization()

  init(_ text: String) {
    folded = Normalization.folded(text)
    latin = romanization.latin(text)
  }

  func stands(in field: String) -> Bool {
    Normalization.folded(field).contains(folded) || romanization.latin(field).contains(latin)
  }
}

extension Office {
  /// Hands the petition's signatures that the filter lets through to `body`, in the order of their identifiers.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func forEachSignature(
    of slug: String, _ filter: SignatureFilter, _ body: (Signature) throws -> Void
  ) throws {
    let wanted = filter.text.map(WantedText.init)
    try readUnlocked { transaction in
      let petition = try transaction.petition(slug)
      let origin = try filter.origin.map { try transaction.importReport($0, of: petition).id }
      let opened = OpenedSignatures(transaction: transaction, keys: try keys(for: petition), origin: origin)
      try opened.forEachBatch { _, signatures in
        for signature in signatures where filter.admits(signature, wanted) { try body(signature) }
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
