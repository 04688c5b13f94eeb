import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("Killed in the middle of a write")
struct KilledTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test("what a killed process had begun is taken back by whoever opens the database next")
  func takenBack() async throws {
    try folder.makeDatabase(signatures: 50)
    let path = folder.path("picket.db")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let repository = try SQLiteRepository(at: path)
      let sample = try Sample()
      try repository.write { transaction in
        // A small cache, so that much of it has reached the file already.
        try (transaction as? SQLiteTransaction)?.database.execute(sql: "PRAGMA cache_size = 10")
        try transaction.signatures.add(
          sample.signatures(5_000, from: 10_000) { _ in [UInt8](repeating: 1, count: 500) })
        kill(getpid(), SIGKILL)
      }
    }
    // The test would be worth little if nothing had reached the disk.
    #expect(try folder.bytes("picket.db").count > 1_000_000)
    #expect(try folder.bytes("picket.db-journal").count > 0)
    let repository = try SQLiteRepository(at: path)
    #expect(try repository.signatureCount() == 50)
    #expect(try repository.read { try $0.petitions.tally(of: Sample().petition.id).total.pending } == 50)
    #expect((try? folder.bytes("picket.db-journal")) ?? Data() == Data())
  }

  @Test("a process that is killed while it creates a database leaves none at the path")
  func creating() async throws {
    let path = folder.path("picket.db")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      try DatabaseFile.place(at: path) { _ in kill(getpid(), SIGKILL) }
    }
    #expect(try !folder.names().contains("picket.db"))
    try SQLiteRepository.create(at: path, vault: ConformanceCase.vault)
  }
}
