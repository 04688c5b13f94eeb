import Campaigns
import Ledger

/// Numbers for many leaves in the queue: ascending, so that they are stored where they belong, and dealt out by chance,
/// so that a leaf's place in the queue has nothing to do with whose it is.
struct LeafNumbers {
  private var random = BulkRandom()
  private var group = UInt16.random(in: 0..<UInt16.max)

  /// The leaves, ready to be queued.
  mutating func queued(_ leaves: [LedgerLeaf], in book: LeafBook) -> [QueuedLeaf] {
    group &+= 1
    let numbers = Identifier<QueuedLeaf>.batch(
      of: leaves.count, in: Identifier.range(on: .today, group: group), besides: [])
    return zip(leaves.shuffled(using: &random), numbers).map { leaf, number in book.queued(leaf, as: number) }
  }
}
