import Campaigns
import Foundation
import Ledger
import Vault

extension CampaignLog {
  /// Takes all queued leaves into the tree and signs a checkpoint over it.
  ///
  /// The new leaves enter in the order of their hashes: nothing of the order in which people signed is left. Nothing
  /// is signed over a tree or a queue that somebody without the key has changed.
  /// - Returns: the new checkpoint, or the newest one where nothing was queued.
  /// - Throws: `altered` where the tree is not the one of the newest checkpoint, or a queued leaf was put in by hand.
  @discardableResult
  func makeCheckpoint(_ vault: Vault) throws -> StoredCheckpoint {
    let signer = try signer(vault)
    let newest = try soundCheckpoint(signer)
    let queue = try transaction.ledger.queue(of: campaign)
    if queue.marks.isEmpty, let newest { return newest }
    let oldSize = try size
    var leaves = try authenticLeaves(queue, vault)
    // The first leaf of a log tells whose key signs it.
    if oldSize == 0 { leaves.append(CampaignLog.keyLeaf(signer.verifier)) }
    let hashes = LedgerLeaf.hashes(of: leaves)
    let order = CampaignLog.ascending(hashes)
    let growth = try tree.appending(order.map { hashes[$0] })
    let note = try Checkpoint(
      origin: CampaignLog.origin(of: campaign), size: growth.size, root: growth.root
    ).signed(by: signer)
    let checkpoint = StoredCheckpoint(size: growth.size, madeOn: .today, note: note.bytes)
    try transaction.ledger.grow(
      campaign, leaves: try leafBlocks(order.lazy.map { leaves[$0] }, behind: oldSize),
      hashes: growth.tiles.map { LedgerBlock(level: $0.level, number: $0.number, bytes: LedgerHash.joined($1)) },
      checkpoint: checkpoint)
    return checkpoint
  }

  /// The newest checkpoint; nil where none was made yet.
  /// - Throws: `altered` where it was not signed by the log's key, or the tree under it is another one.
  private func soundCheckpoint(_ signer: NoteSigner) throws -> StoredCheckpoint? {
    guard let stored = try transaction.ledger.newestCheckpoint(of: campaign) else {
      guard try size == 0 else { throw CampaignLog.changed }
      return nil
    }
    guard let note = try? SignedNote(stored.note),
      let checkpoint = try? Checkpoint(verifying: note, with: [signer.verifier]),
      checkpoint.size == stored.size, try checkpoint.size == size, try tree.root() == checkpoint.root
    else { throw CampaignLog.changed }
    return stored
  }

  /// The queued leaves, each of which was queued by somebody with the key, or is that of something public that is there
  /// for all to read.
  private func authenticLeaves(_ queue: LeafQueue, _ vault: Vault) throws -> [LedgerLeaf] {
    let leaves = try CampaignLog.leaves(in: queue.leaves)
    let marks = LeafMarks(vault, campaign).marks(of: leaves)
    let isPublic = Set(try PublicLeaves.all(of: campaign, transaction).map(\.hash))
    for (place, leaf) in leaves.enumerated() where queue.marks[place] != marks[place] {
      guard queue.marks[place] == nil, isPublic.contains(leaf.hash) else { throw CampaignLog.changed }
    }
    return leaves
  }

  private static let changed = Refusal(
    .altered, "the ledger was changed by hand or is damaged; nothing was signed",
    hint: "picket doctor says what does not fit; compare with your newest backup")

  /// The key that signs the log.
  func signer(_ vault: Vault) throws -> NoteSigner {
    try NoteSigner(name: CampaignLog.origin(of: campaign), privateKey: vault.signingKey(for: campaign))
  }

  /// The leaf that names the log's key.
  static func keyLeaf(_ key: NoteVerifier) -> LedgerLeaf {
    LedgerLeaf(
      kind: .keyChange, petition: nil, letter: nil, commitment: Commitment.of(.keyChange, Array(key.vkey.utf8)))
  }

  /// The places of the hashes in ascending order.
  private static func ascending(_ hashes: [LedgerHash]) -> [Int] {
    // By their first 8 bytes, which tell nearly all of them apart.
    var entries = hashes.indices.map { place in
      (prefix: hashes[place].withUnsafeBytes { $0.loadUnaligned(as: UInt64.self).bigEndian }, place: place)
    }
    entries.sort { left, right in
      left.prefix != right.prefix ? left.prefix < right.prefix : hashes[left.place] < hashes[right.place]
    }
    return entries.map(\.place)
  }

  /// The blocks that the new leaves fill, the last old one among them where it was not full.
  private func leafBlocks(_ leaves: some Sequence<LedgerLeaf>, behind oldSize: Int) throws -> [LedgerBlock] {
    var number = oldSize / TileIndex.fullWidth
    var bytes: [UInt8] = []
    if oldSize % TileIndex.fullWidth > 0 {
      bytes = try transaction.ledger.leaves(number, of: campaign) ?? []
      guard bytes.count == oldSize % TileIndex.fullWidth * LedgerLeaf.byteCount else { throw CampaignLog.damaged }
    }
    var blocks: [LedgerBlock] = []
    for leaf in leaves {
      leaf.withBytes { bytes.append(contentsOf: $0) }
      if bytes.count == TileIndex.fullWidth * LedgerLeaf.byteCount {
        blocks.append(LedgerBlock(number: number, bytes: bytes))
        bytes.removeAll(keepingCapacity: true)
        number += 1
      }
    }
    if !bytes.isEmpty { blocks.append(LedgerBlock(number: number, bytes: bytes)) }
    return blocks
  }
}
