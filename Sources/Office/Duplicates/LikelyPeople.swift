import Campaigns
import Text
import Vault

/// Two signatures that may be one person's, opened.
public struct LikelyPair: Sendable {
  /// The one that was signed, or entered, first.
  public let earlier: Side
  /// The other.
  public let later: Side
  /// Why they may be one person's.
  public let likeness: Likeness

  /// One signature with the list that brought it.
  public struct Side: Sendable {
    /// The signature.
    public let signature: Signature
    /// The partner or the file of its import; nil where it was entered singly.
    public let list: String?
  }
}

extension Office {
  /// Signatures that stand and may be one person's, without those pairs that were told apart.
  /// - Parameter progress: told from time to time how many signatures are read.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func lookalikes(of slug: String, progress: (Int) -> Void = { _ in }) throws -> Lookalikes.Found {
    try readUnlocked { transaction in
      let petition = try transaction.petition(slug)
      var lookalikes = Lookalikes()
      lookalikes.reserveCapacity(try transaction.petitions.tally(of: petition.id).total.net)
      let reading = TraitReading()
      var count = 0
      try OpenedSignatures(transaction: transaction, keys: try keys(for: petition)).forEachBatch { _, signatures in
        for signature in signatures where signature.state.isNet { lookalikes.enter(reading.traits(of: signature)) }
        count += signatures.count
        progress(count)
      }
      return lookalikes.found(besides: try transaction.toldApart.all(of: petition.id))
    }
  }

  /// Hands the pairs, opened, to `body`, in the order given; those of which one does not stand any more are left out.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func forEachLikelyPair(
    of slug: String, in pairs: some Sequence<Lookalikes.Pair>, _ body: (LikelyPair) throws -> Void
  ) throws {
    let keys = try readUnlocked { transaction in try self.keys(for: transaction.petition(slug)) }
    let lists = Dictionary(
      uniqueKeysWithValues: try imports(of: slug).map { ($0.id, $0.source.partner ?? $0.source.fileName) })
    for pair in pairs {
      // Each by itself, so that `body` may change the signatures.
      let sides: [Signature] = try repository.read { transaction in
        try [pair.signatures.one, pair.signatures.other].compactMap { id in
          guard let sealed = try transaction.signatures.find(id, of: keys.petition) else { return nil }
          return try keys.seal.open(sealed)
        }
      }
      guard sides.count == 2, sides.allSatisfy(\.state.isNet) else { continue }
      let ordered = sides.sorted { ($0.signedOn, $0.id) < ($1.signedOn, $1.id) }.map { signature in
        LikelyPair.Side(signature: signature, list: signature.origin.flatMap { lists[$0] })
      }
      try body(LikelyPair(earlier: ordered[0], later: ordered[1], likeness: pair.likeness))
    }
  }

  /// Notes that two signatures are of two people: they are not shown as a pair again. No key is needed.
  /// - Throws: `notFound`; `invalidValue` where both are the same signature.
  public func tellApart(_ one: String, _ other: String, of slug: String) throws -> SignaturePair {
    try repository.write { transaction in
      let petition = try transaction.petition(slug)
      let ids = try [one, other].map { try transaction.signature($0, of: petition).id }
      guard let pair = SignaturePair(ids[0], ids[1]) else {
        throw Refusal(.invalidValue, "both are signature \(ids[0])", hint: "name the two of a pair")
      }
      try transaction.toldApart.tellApart(pair, of: petition.id)
      return pair
    }
  }

  /// Takes out a signature because another one is of the same person; the stricter choice of both stands.
  /// - Returns: both as they stand now.
  /// - Throws: `notFound`; `notAllowed` where one of them does not stand; then nothing was changed.
  public func invalidate(
    _ dropped: String, asSamePersonAs kept: String, of slug: String
  ) throws -> (kept: Signature, dropped: Signature) {
    try writeUnlocked { transaction in
      let changer = try SignatureChanger(self, slug, transaction)
      var asked = Visibility(.named)
      let gone = try changer.change(dropped) { sealed, signature in
        asked = signature.visibility
        try signature.invalidate(because: "same person as signature \(kept)")
        return sealed.tag
      }
      let stands = try changer.change(kept) { sealed, signature in
        guard signature.id != gone.id, signature.state.isNet else {
          throw Refusal(.notAllowed, "signature \(signature.id) does not stand", hint: "choose one that does")
        }
        signature.visibility = signature.visibility.stricter(with: asked)
        signature.hasOwnWish = true
        return sealed.tag
      }
      return (stands, gone)
    }
  }
}

/// Makes of signatures what is compared.
private struct TraitReading {
  private let romanization = Romanization()

  func traits(of signature: Signature) -> SignerTraits {
    let signatory = signature.signatory
    let writing = Normalization.folded(signatory.name)
    return SignerTraits(
      signature.id, latin: romanization.latin(writing), writing: writing,
      place: signatory.location.map(romanization.latin),
      work: (signatory.affiliation ?? signatory.team).map(romanization.latin),
      address: signatory.email.flatMap { NormalizedAddress($0)?.text })
  }
}
