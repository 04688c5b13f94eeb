import Campaigns
import Ledger

/// A checkpoint as it is handed out.
public struct CheckpointFile: Sendable {
  /// The file's bytes: a signed note.
  public let bytes: [UInt8]
  /// How many leaves it covers.
  public let size: Int
  /// The key that signed it, in the form in which it can be published.
  public let key: String
}

extension Office {
  /// A signer's receipt, and what opens its leaf. What waits in the queue is taken into the tree first.
  /// - Throws: `notFound`; `notAllowed` where the signature is held and so has no leaf.
  public func receipt(
    for id: String, of slug: String, opening choice: OpeningFile.Choice
  ) throws -> (receipt: Receipt, opening: OpeningFile) {
    let vault = try vault()
    let ready = try repository.read { try self.receipt(id, slug, choice, $0) }
    if let ready { return ready }
    return try writeUnlocked { transaction in
      let petition = try transaction.petition(slug)
      try CampaignLog(campaign: petition.campaign, transaction: transaction).makeCheckpoint(vault)
      guard let receipt = try self.receipt(id, slug, choice, transaction) else { throw CampaignLog.damaged }
      return receipt
    }
  }

  /// The receipt, where all that it needs is in the tree.
  private func receipt(
    _ id: String, _ slug: String, _ choice: OpeningFile.Choice, _ transaction: any Transaction
  ) throws -> (receipt: Receipt, opening: OpeningFile)? {
    let petition = try transaction.petition(slug)
    let signature = try keys(for: petition).seal.open(try transaction.signature(id, of: petition))
    guard signature.standing != .held else {
      throw Refusal(
        .notAllowed, "signature \(signature.id) is held and has no receipt yet",
        hint: "picket signature verify \(slug) \(signature.id) admits it")
    }
    let log = CampaignLog(campaign: petition.campaign, transaction: transaction)
    let book = try LeafBook(petition, transaction)
    guard let leaf = book.leaf(of: signature), let committed = signature.committed,
      let index = try log.index(of: leaf.hash),
      let newest = try transaction.ledger.newestCheckpoint(of: petition.campaign)
    else { return nil }
    var indices = [index]
    let ending = book.ending(of: signature)
    if let ending {
      guard let place = try log.index(of: ending.hash) else { return nil }
      indices.append(place)
    }
    let proofs = try log.tree.inclusionProofs(of: indices)
    let receipt = try Receipt(
      leaf: leaf, index: index, hashes: proofs[0], checkpoint: try SignedNote(newest.note),
      key: try log.signer(try vault()).verifier,
      ending: ending.map { Receipt.Ending(leaf: $0, index: indices[1], hashes: proofs[1]) })
    guard let identity = committed.identityOpening, let role = committed.roleOpening else { return nil }
    return (receipt, OpeningFile(leaf: leaf, identity: identity, role: role, choice: choice))
  }

  /// A checkpoint over all that happened in a campaign so far, named by its slug or by that of one of its petitions.
  ///
  /// Besides the tree it holds, in lines that the same key signs, the proofs that it grew from the checkpoints before.
  /// - Throws: `notFound`; `notAllowed` where nothing has happened yet.
  public func checkpoint(of slug: String) throws -> CheckpointFile {
    try writeUnlocked { transaction in
      let campaign = try transaction.petitionOrCampaign(slug)
      let log = CampaignLog(campaign: campaign, transaction: transaction)
      let signer = try log.signer(try vault())
      guard try transaction.ledger.size(of: campaign) != nil else {
        throw Refusal(
          .notAllowed, "nothing has happened in \(slug) that a checkpoint could cover",
          hint: "create a petition, or call a boycott, first")
      }
      let stored = try log.makeCheckpoint(try vault())
      let plain = try Checkpoint(unverified: try SignedNote(stored.note))
      let earlier = try transaction.ledger.checkpointSizes(of: campaign).filter { $0 < stored.size }.suffix(200)
      let tree = try log.tree
      let proofs = try earlier.map { size in
        ConsistencyLine(oldSize: size, hashes: try tree.consistencyProof(from: size)).text
      }
      let note = try Checkpoint(
        origin: plain.origin, size: plain.size, root: plain.root, extensions: proofs
      ).signed(by: signer)
      return CheckpointFile(bytes: note.bytes, size: plain.size, key: signer.verifier.vkey)
    }
  }
}

/// A line of a checkpoint that proves that its log grew from an earlier one: `consistency OLD-SIZE HASH HASH …`.
struct ConsistencyLine {
  let oldSize: Int
  let hashes: [LedgerHash]

  init(oldSize: Int, hashes: [LedgerHash]) {
    self.oldSize = oldSize
    self.hashes = hashes
  }

  /// The line's proof; nil where it is another line.
  init?(_ line: String) {
    let words = line.split(separator: " ")
    guard words.count >= 2, words[0] == "consistency", let size = Int(words[1]), size > 0 else { return nil }
    hashes = words.dropFirst(2).compactMap { LedgerHash(base64: $0) }
    guard hashes.count == words.count - 2 else { return nil }
    oldSize = size
  }

  var text: String {
    (["consistency", String(oldSize)] + hashes.map(\.base64)).joined(separator: " ")
  }
}

extension Transaction {
  /// The campaign of a petition's slug, or else of a campaign's.
  fileprivate func petitionOrCampaign(_ slug: String) throws -> Identifier<Campaign> {
    if let wellFormed = try? Slug(slug) {
      if let petition = try petitions.find(wellFormed) { return petition.campaign }
      if let campaign = try campaigns.find(wellFormed) { return campaign.id }
    }
    return try petition(slug).campaign
  }
}
