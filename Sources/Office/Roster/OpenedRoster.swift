import Campaigns
import Foundation
import Synchronization

/// Opens a campaign's roster batch by batch, in the order of the identifiers, each batch on all cores.
struct OpenedRoster {
  let transaction: any Transaction
  let seal: RosterSeal

  private static let batchSize = 16_384
  private static let blockSize = 1024

  /// All entries, and at the same places by what is compared of them.
  /// - Throws: `altered` where a row is not the one that was sealed.
  func all() throws -> (entries: [RosterEntry], people: [RosterMatching.Person]) {
    let seal = seal
    var (entries, people): ([RosterEntry], [RosterMatching.Person]) = ([], [])
    try transaction.roster.forEachBatch(of: seal.campaign, limit: OpenedRoster.batchSize) { batch in
      let size = OpenedRoster.blockSize
      let count = (batch.count + size - 1) / size
      let blocks = Mutex<[Result<Block, any Error>?]>(Array(repeating: nil, count: count))
      DispatchQueue.concurrentPerform(iterations: count) { number in
        let block = Result { try Block(batch[number * size..<min((number + 1) * size, batch.count)], seal) }
        blocks.withLock { $0[number] = block }
      }
      for block in blocks.withLock({ $0 }) {
        guard let block = try block?.get() else { continue }
        entries += block.entries
        people += block.people
      }
    }
    return (entries, people)
  }

  /// Some consecutive entries, opened.
  private struct Block: Sendable {
    let entries: [RosterEntry]
    let people: [RosterMatching.Person]

    init(_ rows: ArraySlice<SealedRosterEntry>, _ seal: RosterSeal) throws {
      entries = try rows.map(seal.open)
      people = entries.map(RosterMatching.Person.init)
    }
  }
}
