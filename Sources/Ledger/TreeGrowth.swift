import Campaigns

/// What an append made of a tree: to be stored in one transaction, or not at all.
public struct TreeGrowth: Sendable {
  /// The tiles that are new or changed, in full; each replaces the one of its place.
  public let tiles: [TileIndex: [LedgerHash]]
  /// How many leaves the tree now has.
  public let size: Int
  /// The root over all of them.
  public let root: LedgerHash
}

extension MerkleTree {
  /// The tree with these leaves after its own. It hashes each new leaf's row once, on all cores where there are many,
  /// and reads at most one tile a level.
  /// - Throws: `corrupt` where a tile that grows does not hold exactly what this size means: the tree is not the
  ///   newest that was stored, or is damaged; `invalidValue` where the leaves would be more than `Int.max`; what the
  ///   reader throws.
  public func appending(_ leafHashes: [LedgerHash]) throws -> TreeGrowth {
    let (newSize, overflow) = size.addingReportingOverflow(leafHashes.count)
    guard !overflow else { throw Refusal(.invalidValue, "a ledger cannot have more than \(Int.max) leaves") }
    var changed: [TileIndex: [LedgerHash]] = [:]
    var level = 0
    var added = leafHashes
    while !added.isEmpty {
      let first = TileIndex(level: level, number: (size >> (TileIndex.height * level)) / TileIndex.fullWidth)
      let width = first.width(inTreeOf: size)
      if width > 0 {
        let partial = try tiles.tile(first)
        guard partial.count == width else { throw Refusal.wrongTile(first, width: partial.count) }
        added = partial + added
      }
      for start in stride(from: 0, to: added.count, by: TileIndex.fullWidth) {
        let index = TileIndex(level: level, number: first.number + start / TileIndex.fullWidth)
        changed[index] = Array(added[start..<min(start + TileIndex.fullWidth, added.count)])
      }
      added = MerkleTree.rootsOfFullTiles(added)
      level += 1
    }
    let overlay = Overlay(changed: changed, stored: tiles)
    let root = try MerkleTree<Overlay>(size: newSize, tiles: overlay).root()
    return TreeGrowth(tiles: changed, size: newSize, root: root)
  }

  /// The roots of all full tiles of these hashes, which begin with a tile; a partial one at the end has none yet.
  private static func rootsOfFullTiles(_ hashes: [LedgerHash]) -> [LedgerHash] {
    hashes.withUnsafeBufferPointer { hashes in
      concurrentMap(hashes.count / TileIndex.fullWidth, grain: 4) { tile in
        let start = tile * TileIndex.fullWidth
        return LedgerHash.root(ofFull: UnsafeBufferPointer(rebasing: hashes[start..<start + TileIndex.fullWidth]))
      }
    }
  }

  /// The stored tiles with the changed ones in their places.
  private struct Overlay: TileReader {
    let changed: [TileIndex: [LedgerHash]]
    let stored: Tiles

    func tile(_ index: TileIndex) throws -> [LedgerHash] {
      try changed[index] ?? stored.tile(index)
    }
  }
}
