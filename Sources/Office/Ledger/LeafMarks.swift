import Campaigns
import Foundation
import Ledger
import Synchronization
import Vault

/// Marks a campaign's queued leaves with the vault's key, so that nobody without it can queue one.
struct LeafMarks: Sendable {
  private let index: LeafIndex

  init(_ vault: Vault, _ campaign: Identifier<Campaign>) {
    index = vault.leafIndex(for: campaign)
  }

  /// The mark of a leaf.
  func mark(of leaf: LedgerLeaf) -> BlindTag {
    leaf.withBytes { index.mark($0) }
  }

  /// The marks of many leaves, worked out on all cores.
  func marks(of leaves: [LedgerLeaf]) -> [BlindTag] {
    let size = 4096
    let count = (leaves.count + size - 1) / size
    let made = Mutex<[[BlindTag]]>(Array(repeating: [], count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let part = leaves[(number * size)..<min((number + 1) * size, leaves.count)].map(mark)
      made.withLock { $0[number] = part }
    }
    return made.withLock { $0.flatMap { $0 } }
  }
}
