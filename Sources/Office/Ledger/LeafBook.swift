import Campaigns
import Ledger
import Vault

/// Makes the leaves of one petition, ready for its campaign's queue.
struct LeafBook: Sendable {
  private let petition: Identifier<Petition>
  private let campaign: Identifier<Campaign>
  private let letters: [Identifier<Letter>: LedgerHash]
  private let marks: LeafMarks?

  /// A book of the petition's leaves. Without a vault it can queue only what is public: letters and claims.
  init(_ petition: Petition, _ transaction: any Transaction, _ vault: Vault? = nil) throws {
    marks = vault.map { LeafMarks($0, petition.campaign) }
    self.petition = petition.id
    campaign = petition.campaign
    letters = Dictionary(
      uniqueKeysWithValues: try transaction.letters.all(of: petition.id).compactMap { letter in
        LedgerHash(letter.digest).map { (letter.id, $0) }
      })
  }

  // MARK: - Signatures

  /// Draws salts for a signature and lets it commit to who signs now, and as what.
  func commit(_ signature: inout Signature, _ random: inout BulkRandom) {
    let identitySalt = Bytes32(random: &random)
    let roleSalt = Bytes32(random: &random)
    let identity = signature.signatory.committedIdentity
    let role = signature.signatory.committedRole
    let commitment = Commitment.signature(
      identity: LeafBook.inner(identitySalt, identity), role: LeafBook.inner(roleSalt, role))
    signature.committed = commitment.withUnsafeBytes { Bytes32($0) }.map { commitment in
      CommittedSignature(
        commitment: commitment, identitySalt: identitySalt, roleSalt: roleSalt, identity: identity, role: role)
    }
  }

  /// The leaf of a signature; nil where it has none.
  func leaf(of signature: Signature) -> LedgerLeaf? {
    signature.committed.flatMap { leaf(letter: signature.letter, commitment: $0.commitment) }
  }

  /// The leaf of a signature to this letter that commits to this.
  func leaf(letter: Identifier<Letter>, commitment: Bytes32) -> LedgerLeaf? {
    commitment.withUnsafeBytes { LedgerHash($0) }.map { commitment in
      LedgerLeaf(kind: .signature, petition: petition, letter: letters[letter], commitment: commitment)
    }
  }

  /// The leaf that ends a signature's; nil where the signature has none, or still stands.
  func ending(of signature: Signature) -> LedgerLeaf? {
    guard !signature.state.isNet else { return nil }
    return ending(of: signature, as: signature.state == .invalidated ? .invalidation : .withdrawal)
  }

  /// The leaf that ends a signature's in this way; nil where the signature has none.
  func ending(of signature: Signature, as kind: LedgerLeaf.Kind) -> LedgerLeaf? {
    leaf(of: signature).map { leaf in
      LedgerLeaf(kind: kind, petition: petition, letter: leaf.letter, commitment: Commitment.ending(leaf))
    }
  }

  /// Records what a change of a signature means for the ledger: it gets a leaf once it is not held, and the leaf's end
  /// when it leaves.
  /// - Returns: the leaves to queue.
  func record(_ before: Signature?, _ after: inout Signature) -> [QueuedLeaf] {
    if after.state.isNet {
      guard after.committed == nil, after.standing != .held else { return [] }
      var random = BulkRandom()
      commit(&after, &random)
      return leaf(of: after).map { [queued($0)] } ?? []
    }
    guard before?.state.isNet == true else { return [] }
    return ending(of: after).map { [queued($0)] } ?? []
  }

  // MARK: - Other leaves

  /// The leaf of a letter version.
  func leaf(of letter: Letter) -> LedgerLeaf {
    LedgerLeaf(
      kind: .letter, petition: petition, letter: LedgerHash(letter.digest),
      commitment: Commitment.of(.letter, Array("\(letter.language)\n\(letter.version)".utf8)))
  }

  /// The leaf of a claimed tally.
  func leaf(of claim: ClaimedTally) -> LedgerLeaf {
    let text = "\(claim.source)\n\(claim.count)\n\(claim.cohort.rawValue)\n\(claim.evidence ?? "")"
    return LedgerLeaf(
      kind: .claimedTally, petition: petition, letter: nil, commitment: Commitment.of(.claimedTally, Array(text.utf8))
    )
  }

  /// The leaf of a delivery with this manifest.
  func leaf(ofDelivery manifest: SignedNote) -> LedgerLeaf {
    LedgerLeaf(
      kind: .delivery, petition: petition, letter: nil,
      commitment: Commitment.of(.delivery, Array(manifest.text.utf8)))
  }

  /// The leaf in the queue, under a number of chance, which has nothing to do with whose it is.
  func queued(_ leaf: LedgerLeaf, as id: Identifier<QueuedLeaf> = Identifier(on: .today)) -> QueuedLeaf {
    QueuedLeaf(id: id, campaign: campaign, bytes: leaf.bytes, mark: marks?.mark(of: leaf))
  }

  private static func inner(_ salt: Bytes32, _ field: String) -> LedgerHash {
    var field = field
    return field.withUTF8 { field in
      salt.withUnsafeBytes { salt in
        Salt(salt).map { Commitment.inner(salt: $0, field: UnsafeRawBufferPointer(field)) } ?? .empty
      }
    }
  }
}

extension QueuedLeaf {
  /// A leaf of a campaign that waits under a number of chance; with a mark where it was queued with the key.
  init(_ leaf: LedgerLeaf, in campaign: Identifier<Campaign>, mark: BlindTag? = nil) {
    self.init(id: Identifier(on: .today), campaign: campaign, bytes: leaf.bytes, mark: mark)
  }
}

extension CommittedSignature {
  /// The identity with its salt.
  var identityOpening: Opening? { Salt(identitySalt.bytes).map { Opening(salt: $0, field: Array(identity.utf8)) } }

  /// The role with its salt.
  var roleOpening: Opening? { Salt(roleSalt.bytes).map { Opening(salt: $0, field: Array(role.utf8)) } }
}
