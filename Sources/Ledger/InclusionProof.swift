/// A proof that a leaf stands at an index of a tree of a given size.
///
/// The hashes decide only the leaf's way to the root. Trees of several sizes can share that way, so the size is as
/// good as the checkpoint that it comes from.
public struct InclusionProof: Hashable, Sendable {
  /// The leaf's index, from 0.
  public let index: Int
  /// How many leaves the tree has.
  public let size: Int
  /// The hashes beside the way to the root, from the leaf's sibling upwards.
  public let hashes: [LedgerHash]

  /// A proof from its parts, of which nothing is believed before it is verified.
  public init(index: Int, size: Int, hashes: [LedgerHash]) {
    self.index = index
    self.size = size
    self.hashes = hashes
  }

  /// Whether the proof leads from the leaf to the root (RFC 9162 §2.1.3.2).
  public func verify(leaf: LedgerHash, root: LedgerHash) -> Bool {
    self.root(of: leaf) == root
  }

  /// The root that a tree has if the proof is true of the leaf; nil where index, size and number of hashes do not
  /// fit each other.
  public func root(of leaf: LedgerHash) -> LedgerHash? {
    guard index >= 0, index < size else { return nil }
    var place = index
    var last = size - 1
    var root = leaf
    for hash in hashes {
      guard last > 0 else { return nil }
      if place & 1 == 1 || place == last {
        root = .node(hash, root)
        while place & 1 == 0, place > 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        root = .node(root, hash)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 ? root : nil
  }

  /// Most hashes that a proof can have, in a tree of `Int.max` leaves.
  static let mostHashes = 63
}
