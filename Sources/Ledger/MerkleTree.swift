import Campaigns

/// The Merkle tree over the ledger's leaves (RFC 9162 §2.1), as it stood when it had a given size.
///
/// A tile only ever grows, so the tiles of a larger tree serve a smaller one too: its root, its proofs. Each question
/// reads a tile or two a level, each once.
public struct MerkleTree<Tiles: TileReader> {
  /// How many leaves it has.
  public let size: Int
  let tiles: Tiles

  /// The tree of so many leaves over tiles that are kept elsewhere. Of size 0 it needs no tile.
  /// - Throws: `corrupt` for a size below zero, which no store can mean.
  public init(size: Int, tiles: Tiles) throws {
    guard size >= 0 else { throw Refusal(.corrupt, "the ledger's size is \(size)") }
    self.size = size
    self.tiles = tiles
  }

  /// The root: one hash that all leaves and their order decide.
  /// - Throws: `corrupt` where a tile has a wrong length; what the reader throws.
  public func root() throws -> LedgerHash {
    guard size > 0 else { return .empty }
    return try OpenTiles(of: self).root(over: 0..<size)
  }

  /// The proof that the leaf at the index is in this tree (RFC 9162 §2.1.3.1), from the leaf's sibling upwards.
  /// - Throws: `usage` where the tree has no leaf at the index; `corrupt` where a tile has a wrong length; what the
  ///   reader throws.
  public func inclusionProof(of index: Int) throws -> [LedgerHash] {
    try inclusionProof(of: index, reading: OpenTiles(of: self))
  }

  /// The proofs for many leaves, in the order of their indices: what they share is read and hashed once.
  /// - Throws: as for one.
  public func inclusionProofs(of indices: some Sequence<Int>) throws -> [[LedgerHash]] {
    let tiles = OpenTiles(of: self)
    return try indices.map { try inclusionProof(of: $0, reading: tiles) }
  }

  /// The proof that this tree begins with all leaves of an older one (RFC 9162 §2.1.4.1). It is empty where the older
  /// tree is empty or is this one.
  /// - Throws: `usage` where the older size is larger or below zero; `corrupt` where a tile has a wrong length; what
  ///   the reader throws.
  public func consistencyProof(from oldSize: Int) throws -> [LedgerHash] {
    try consistencyProof(from: oldSize, reading: OpenTiles(of: self))
  }

  private func inclusionProof(of index: Int, reading tiles: OpenTiles<Tiles>) throws -> [LedgerHash] {
    guard index >= 0, index < size else {
      throw Refusal(.usage, "the ledger has \(size) leaves and none at index \(index)")
    }
    var range = 0..<size
    var proof: [LedgerHash] = []
    while range.count > 1 {
      let middle = middle(of: range)
      if index < middle {
        proof.append(try tiles.root(over: middle..<range.upperBound))
        range = range.lowerBound..<middle
      } else {
        proof.append(try tiles.root(over: range.lowerBound..<middle))
        range = middle..<range.upperBound
      }
    }
    return proof.reversed()
  }

  func consistencyProof(from oldSize: Int, reading tiles: OpenTiles<Tiles>) throws -> [LedgerHash] {
    guard oldSize >= 0, oldSize <= size else {
      throw Refusal(.usage, "a ledger of \(size) leaves did not grow from one of \(oldSize)")
    }
    guard oldSize > 0, oldSize < size else { return [] }
    var range = 0..<size
    var proof: [LedgerHash] = []
    while range.upperBound != oldSize {
      let middle = middle(of: range)
      if oldSize <= middle {
        proof.append(try tiles.root(over: middle..<range.upperBound))
        range = range.lowerBound..<middle
      } else {
        proof.append(try tiles.root(over: range.lowerBound..<middle))
        range = middle..<range.upperBound
      }
    }
    // Of a range that begins at the first leaf the verifier has the root: it is the older tree.
    if range.lowerBound > 0 { proof.append(try tiles.root(over: range)) }
    return proof.reversed()
  }

  /// Where RFC 9162 §2.1.1 parts a range of two leaves or more: the left part is the largest full tree below it.
  private func middle(of range: Range<Int>) -> Int {
    range.lowerBound + 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
  }
}

extension MerkleTree: Sendable where Tiles: Sendable {}
