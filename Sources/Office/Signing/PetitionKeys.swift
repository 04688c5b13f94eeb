import Campaigns
import Text
import Vault

/// What seals, opens and tags the signatures of one petition.
struct PetitionKeys: Sendable {
  /// The petition.
  let petition: Identifier<Petition>
  /// Seals and opens its signatures.
  let seal: SignatureSeal
  /// Tags its addresses, names and rows.
  let index: BlindIndex

  init(_ vault: Vault, _ petition: Identifier<Petition>) {
    self.petition = petition
    seal = SignatureSeal(vault, petition)
    index = vault.blindIndex(for: petition)
  }

  /// Seals a signature that stands under this tag.
  ///
  /// Who shares an address is told apart by the tag of the name. A signature without a tag claims nothing.
  func seal(_ signature: Signature, tag: BlindTag?) throws -> SealedSignature {
    try seal.seal(signature, tag: tag, nameTag: nameTag(of: signature, tag: tag))
  }

  /// The tag of a signature's name, where it needs one.
  func nameTag(of signature: Signature, tag: BlindTag?) -> BlindTag? {
    guard signature.standing != .sole, tag != nil else { return nil }
    return index.nameTag(Normalization.folded(signature.signatory.name))
  }

  /// The mark that would keep this signature's bearer from being imported again; nil where nothing tells them.
  func mark(of signature: Signature, tag: BlindTag?) -> BlindTag? {
    guard let email = signature.signatory.email else { return tag }
    return NormalizedAddress(email).map(index.suppressionMark)
  }

  /// A fingerprint of a name: equal for names that differ in writing only, within one process.
  static func fingerprint(_ name: String) -> Int {
    var folded = Normalization.folded(name)
    var hasher = Hasher()
    folded.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }
}

extension Office {
  /// What seals, opens and tags the petition's signatures.
  /// - Throws: as `vault`.
  func keys(for petition: Petition) throws -> PetitionKeys {
    PetitionKeys(try vault(), petition.id)
  }
}
