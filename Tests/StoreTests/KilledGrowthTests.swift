import Campaigns
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("Killed in the middle of a checkpoint")
struct KilledGrowthTests {
  private let folder: Folder
  private let campaign = Identifier<Campaign>(rawValue: 1)

  init() throws {
    folder = try Folder()
    let repository = try folder.makeDatabase()
    let campaign = campaign
    try repository.write { transaction in
      try transaction.ledger.enqueue(
        (0..<3_000).map {
          QueuedLeaf(id: Identifier(rawValue: 100 + $0), campaign: campaign, bytes: [UInt8](repeating: 1, count: 74))
        })
    }
  }

  @Test("a checkpoint that was not finished has not begun: the tree is as it was, and all leaves wait")
  func before() async throws {
    let path = folder.path("picket.db")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let repository = try SQLiteRepository(at: path)
      try repository.write { transaction in
        // A small cache, so that much of it has reached the file already.
        try (transaction as? SQLiteTransaction)?.database.execute(sql: "PRAGMA cache_size = 10")
        try KilledGrowthTests.grow(transaction)
        kill(getpid(), SIGKILL)
      }
    }
    // The test would be worth little if nothing had reached the disk.
    #expect(try folder.bytes("picket.db-journal").count > 0)
    let repository = try SQLiteRepository(at: path)
    try repository.read { transaction throws in
      #expect(try transaction.ledger.size(of: campaign) == 0)
      #expect(try transaction.ledger.queueCount(of: campaign) == 3_000)
      #expect(try transaction.ledger.leaves(0, of: campaign) == nil)
      #expect(try transaction.ledger.hashes(level: 0, 0, of: campaign) == nil)
      #expect(try transaction.ledger.newestCheckpoint(of: campaign) == nil)
    }
  }

  @Test("a checkpoint that was finished stays, whatever comes then")
  func after() async throws {
    let path = folder.path("picket.db")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let repository = try SQLiteRepository(at: path)
      try repository.write { try KilledGrowthTests.grow($0) }
      kill(getpid(), SIGKILL)
    }
    let repository = try SQLiteRepository(at: path)
    try repository.read { transaction throws in
      #expect(try transaction.ledger.size(of: campaign) == 256 * 400)
      #expect(try transaction.ledger.queueCount(of: campaign) == 0)
      #expect(try transaction.ledger.leaves(399, of: campaign)?.count == 256 * 74)
      #expect(try transaction.ledger.hashes(level: 0, 399, of: campaign)?.count == 256 * 32)
      #expect(try transaction.ledger.checkpointSizes(of: campaign) == [256 * 400])
    }
  }

  private static func grow(_ transaction: any Transaction) throws {
    try transaction.ledger.grow(
      Identifier(rawValue: 1),
      leaves: (0..<400).map { LedgerBlock(number: $0, bytes: [UInt8](repeating: 2, count: 256 * 74)) },
      hashes: (0..<400).map { LedgerBlock(number: $0, bytes: [UInt8](repeating: 3, count: 256 * 32)) },
      checkpoint: StoredCheckpoint(size: 256 * 400, madeOn: Sample.day, note: [1]))
  }
}
