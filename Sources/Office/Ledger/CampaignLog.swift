import Campaigns
import Ledger
import Vault

/// The log of one campaign as it stands in a transaction.
struct CampaignLog {
  let campaign: Identifier<Campaign>
  let transaction: any Transaction

  /// The log's name in checkpoints, and its key's.
  static func origin(of campaign: Identifier<Campaign>) -> String { "picket/\(campaign)" }

  /// How many leaves the tree has; 0 where the log has not begun.
  var size: Int {
    get throws { try transaction.ledger.size(of: campaign) ?? 0 }
  }

  /// The tree.
  var tree: MerkleTree<StoredTiles> {
    get throws { try MerkleTree(size: size, tiles: StoredTiles(campaign: campaign, ledger: transaction.ledger)) }
  }

  /// Hands the leaves of the tree to `body`, in order.
  /// - Throws: `corrupt` where a stored leaf is none.
  func forEachLeaf(_ body: (LedgerLeaf) throws -> Void) throws {
    try transaction.ledger.forEachLeafBlock(of: campaign) { block in
      for leaf in try CampaignLog.leaves(in: block) { try body(leaf) }
    }
  }

  /// The place of a leaf with this hash in the tree; nil where it is not in it.
  ///
  /// Each checkpoint's new leaves stand in the order of their hashes, which is as good as chance, so that a leaf is
  /// found by guessing its place among them.
  func index(of hash: LedgerHash) throws -> Int? {
    var start = 0
    let tiles = StoredTiles(campaign: campaign, ledger: transaction.ledger)
    for end in try transaction.ledger.checkpointSizes(of: campaign) {
      if let index = try CampaignLog.index(of: hash, in: start..<end, tiles) { return index }
      start = end
    }
    return nil
  }

  private static func index(of hash: LedgerHash, in range: Range<Int>, _ tiles: StoredTiles) throws -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    var tile: (number: Int, hashes: [LedgerHash])?
    // The first guesses trust that hashes are spread evenly; the later ones halve, so that nothing can take long.
    var guesses = 0
    let share = hash.withUnsafeBytes { Double($0.loadUnaligned(as: UInt64.self).bigEndian) / 0x1p64 }
    while low < high {
      let middle =
        guesses == 0 ? low + min(high - low - 1, Int(share * Double(high - low))) : low + (high - low) / 2
      guesses += 1
      let number = middle / TileIndex.fullWidth
      if tile?.number != number {
        tile = (number, try tiles.tile(TileIndex(level: 0, number: number)))
        // Within a tile all is at hand: go on there as far as it reaches.
        if let hashes = tile?.hashes {
          let first = max(low, number * TileIndex.fullWidth)
          let last = min(high, number * TileIndex.fullWidth + hashes.count) - 1
          guard first <= last else { return nil }
          let offset = number * TileIndex.fullWidth
          if hash < hashes[first - offset] {
            high = first
            continue
          }
          if hashes[last - offset] < hash {
            low = last + 1
            continue
          }
          (low, high) = (first, last + 1)
          continue
        }
      }
      guard let found = tile?.hashes[middle - number * TileIndex.fullWidth] else { return nil }
      if found == hash { return middle }
      if found < hash { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The leaves in a stored block.
  static func leaves(in block: [UInt8]) throws -> [LedgerLeaf] {
    try block.withUnsafeBytes { block in
      guard block.count % LedgerLeaf.byteCount == 0 else { throw CampaignLog.damaged }
      return try stride(from: 0, to: block.count, by: LedgerLeaf.byteCount).map { place in
        let bytes = UnsafeRawBufferPointer(rebasing: block[place..<place + LedgerLeaf.byteCount])
        guard let leaf = LedgerLeaf(bytes: bytes) else { throw CampaignLog.damaged }
        return leaf
      }
    }
  }

  static let damaged = Refusal(
    .corrupt, "the ledger holds what no Picket writes", hint: "picket doctor says what does not fit")
}

/// The tiles of a campaign's tree as the repository keeps them.
struct StoredTiles: TileReader {
  let campaign: Identifier<Campaign>
  let ledger: any LedgerRepository

  func tile(_ index: TileIndex) throws -> [LedgerHash] {
    let bytes = try ledger.hashes(level: index.level, index.number, of: campaign) ?? []
    guard let hashes = LedgerHash.split(bytes) else { throw CampaignLog.damaged }
    return hashes
  }
}
