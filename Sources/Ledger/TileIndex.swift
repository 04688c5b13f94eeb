/// The place of a tile: up to 256 hashes that stand side by side at one height of the tree (tlog-tiles).
///
/// Level 0 holds the hashes of the leaves. Each hash of a higher level is the root over one full tile of the level
/// below, so a level is 8 rows of the tree above the last.
public struct TileIndex: Hashable, Sendable {
  /// The level, from 0 at the leaves.
  public let level: Int
  /// The tile's number within its level, from 0 at the oldest leaf.
  public let number: Int

  /// The tile of this number at this level.
  public init(level: Int, number: Int) {
    self.level = level
    self.number = number
  }

  /// How many hashes the tile holds in a tree of so many leaves: 0 to 256. Less than 256 only in the last of a level.
  public func width(inTreeOf size: Int) -> Int {
    guard size > 0, number >= 0, (0...TileIndex.topLevel).contains(level) else { return 0 }
    let levelCount = size >> (TileIndex.height * level)
    guard number <= levelCount / TileIndex.fullWidth else { return 0 }
    return min(TileIndex.fullWidth, levelCount - number * TileIndex.fullWidth)
  }

  /// How many rows of the tree a tile spans.
  static let height = 8
  /// How many hashes a full tile holds.
  public static let fullWidth = 256
  /// The highest level that a tree of `Int.max` leaves has.
  static let topLevel = 7
}

/// Where a tree's tiles are kept.
public protocol TileReader {
  /// The tile as it was stored last: full, or what a partial one held then.
  ///
  /// It is asked only for tiles that the tree has. A tile that cannot be read is the reader's to throw; one that
  /// is missing may come back empty and is then refused as damage.
  func tile(_ index: TileIndex) throws -> [LedgerHash]
}

/// Tiles in memory: for a tree that is recounted, and for what an append changed before it is stored.
public struct TileTable: TileReader, Sendable {
  /// The tiles by their place.
  public var tiles: [TileIndex: [LedgerHash]]

  /// The table of these tiles; of none for a new tree.
  public init(_ tiles: [TileIndex: [LedgerHash]] = [:]) {
    self.tiles = tiles
  }

  /// The tile, empty where there is none.
  public func tile(_ index: TileIndex) -> [LedgerHash] {
    tiles[index] ?? []
  }

  /// Puts what an append made or changed in its place.
  public mutating func apply(_ growth: TreeGrowth) {
    tiles.merge(growth.tiles) { _, new in new }
  }
}
