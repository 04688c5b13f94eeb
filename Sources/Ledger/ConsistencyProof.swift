/// A proof that a tree begins with all leaves of an older one, unchanged and in their order.
///
/// As with an inclusion, the sizes are as good as the checkpoints that they come from.
public struct ConsistencyProof: Hashable, Sendable {
  /// How many leaves the older tree has.
  public let oldSize: Int
  /// How many leaves the newer tree has.
  public let newSize: Int
  /// The hashes, from the lowest row upwards.
  public let hashes: [LedgerHash]

  /// A proof from its parts, of which nothing is believed before it is verified.
  public init(oldSize: Int, newSize: Int, hashes: [LedgerHash]) {
    self.oldSize = oldSize
    self.newSize = newSize
    self.hashes = hashes
  }

  /// Whether the tree with the newer root grew from the one with the older root (RFC 9162 §2.1.4.2).
  ///
  /// Every tree grew from the empty one, and a tree from itself; both take no hashes.
  public func verify(oldRoot: LedgerHash, newRoot: LedgerHash) -> Bool {
    guard oldSize >= 0, oldSize <= newSize else { return false }
    if oldSize == newSize {
      return hashes.isEmpty && oldRoot == newRoot && (oldSize > 0 || oldRoot == .empty)
    }
    if oldSize == 0 { return hashes.isEmpty && oldRoot == .empty }
    guard let firstHash = hashes.first else { return false }
    var place = oldSize - 1
    var last = newSize - 1
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    // An older tree that is full is itself the first hash, and the proof leaves it out.
    let isFull = place == 0
    var old = isFull ? oldRoot : firstHash
    var new = old
    for hash in isFull ? hashes[...] : hashes.dropFirst() {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        old = .node(hash, old)
        new = .node(hash, new)
        while place & 1 == 0, place > 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        new = .node(new, hash)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && old == oldRoot && new == newRoot
  }
}
