import Campaigns

/// The tiles that the questions to one tree have read so far: each is read once, and each row within it hashed once.
final class OpenTiles<Tiles: TileReader> {
  private let size: Int
  private let tiles: Tiles
  /// The rows of each tile that were needed, from the stored one upwards.
  private var rows: [TileIndex: [[LedgerHash]]] = [:]

  init(of tree: MerkleTree<Tiles>) {
    size = tree.size
    tiles = tree.tiles
  }

  /// The root over a range of leaves that begins at a multiple of a power of two which is no less than its length, as
  /// every range does into which RFC 9162 §2.1.1 parts a tree.
  func root(over range: Range<Int>) throws -> LedgerHash {
    var start = range.lowerBound
    var full: [LedgerHash] = []
    while start < range.upperBound {
      let height = Int.bitWidth - 1 - (range.upperBound - start).leadingZeroBitCount
      full.append(try subtree(height: height, number: start >> height))
      start += 1 << height
    }
    guard var root = full.popLast() else { return .empty }
    while let left = full.popLast() { root = .node(left, root) }
    return root
  }

  /// The root of the full subtree over 2^height leaves, counted from 0 among those of its height.
  private func subtree(height: Int, number: Int) throws -> LedgerHash {
    let (level, row) = height.quotientAndRemainder(dividingBy: TileIndex.height)
    let rowWidth = TileIndex.fullWidth >> row
    let index = TileIndex(level: level, number: number / rowWidth)
    var rows = try self.rows[index] ?? [read(index)]
    while rows.count <= row {
      let below = rows[rows.count - 1]
      rows.append((0..<below.count / 2).map { .node(below[2 * $0], below[2 * $0 + 1]) })
    }
    self.rows[index] = rows
    return rows[row][number % rowWidth]
  }

  private func read(_ index: TileIndex) throws -> [LedgerHash] {
    let stored = try tiles.tile(index)
    let width = index.width(inTreeOf: size)
    guard width > 0, (width...TileIndex.fullWidth).contains(stored.count) else {
      throw Refusal.wrongTile(index, width: stored.count)
    }
    return Array(stored[..<width])
  }
}

extension Refusal {
  /// A stored tile does not have the length that the tree's size asks for.
  static func wrongTile(_ index: TileIndex, width: Int) -> Refusal {
    Refusal(
      .corrupt, "the ledger is damaged: tile \(index.number) of level \(index.level) has \(width) hashes",
      hint: "restore the newest backup, or recount the ledger from its leaves")
  }
}
