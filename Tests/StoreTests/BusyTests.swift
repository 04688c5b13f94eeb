import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("Databases that somebody else uses")
struct BusyTests {
  private let folder: Folder
  private let repository: SQLiteRepository

  init() throws {
    folder = try Folder()
    repository = try folder.makeDatabase(signatures: 5)
  }

  /// Runs the work while another connection holds the lock.
  private func whileLocked(_ kind: String, _ work: () throws -> Void) throws {
    let hand = try folder.byHand()
    try hand.inDatabase { database in
      try database.execute(sql: "BEGIN \(kind)")
      try work()
      try database.execute(sql: "COMMIT")
    }
  }

  private func requireBusy(_ work: () throws -> Void) {
    let refusal = #expect(throws: Refusal.self) { try work() }
    #expect(refusal?.code == .busy)
    #expect(refusal?.hint != nil)
  }

  @Test("while another writes, a write is refused as busy, and works afterwards")
  func writing() throws {
    try whileLocked("IMMEDIATE") {
      requireBusy { try repository.write { try $0.signatures.add(Sample().signatures(1) { _ in [1] }) } }
      let count = try repository.signatureCount()
      #expect(count == 5)
    }
    try repository.write { try $0.signatures.add(Sample().signatures(1, from: 1) { _ in [1] }) }
    #expect(try repository.signatureCount() == 6)
  }

  @Test("while another keeps everybody out, reading and opening are refused as busy too")
  func exclusive() throws {
    try whileLocked("EXCLUSIVE") {
      requireBusy { _ = try repository.signatureCount() }
      requireBusy { _ = try SQLiteRepository(at: folder.path("picket.db"), patience: 0.1) }
    }
    #expect(try repository.signatureCount() == 5)
  }

  @Test("a writer waits for one who is done in time", .timeLimit(.minutes(1)))
  func waits() throws {
    let patient = try SQLiteRepository(at: folder.path("picket.db"), patience: 30)
    let hand = try folder.byHand()
    let locked = DispatchSemaphore(value: 0)
    let holder = Thread {
      try? hand.inDatabase { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        locked.signal()
        Thread.sleep(forTimeInterval: 0.3)
        try database.execute(sql: "COMMIT")
      }
    }
    holder.start()
    locked.wait()
    try patient.write { try $0.signatures.add(Sample().signatures(1, from: 1) { _ in [1] }) }
    #expect(try patient.signatureCount() == 6)
  }

  @Test("two writers that read first and then write both come through", .timeLimit(.minutes(1)))
  func readThenWrite() throws {
    let path = folder.path("picket.db")
    let sample = try Sample()
    let writers = try (0..<2).map { _ in try SQLiteRepository(at: path) }
    let hasRead = DispatchSemaphore(value: 0)
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      if number == 1 { hasRead.wait() }
      try? writers[number].write { transaction in
        _ = try transaction.petitions.all()
        if number == 0 {
          hasRead.signal()
          Thread.sleep(forTimeInterval: 0.2)
        }
        try transaction.signatures.add(sample.signatures(1, from: 10_000 + Int64(number)) { _ in [1] })
      }
    }
    #expect(try repository.signatureCount() == 7)
  }

  @Test("opening beside a busy writer never takes a growing file for one that was cut short")
  func growing() throws {
    let path = folder.path("picket.db")
    let writer = Thread {
      guard let hand = try? DatabaseQueue(path: path) else { return }
      for round in 0..<1_500 where !Thread.current.isCancelled {
        try? hand.inDatabase { database in
          try database.execute(
            sql: """
              PRAGMA synchronous = OFF; CREATE TABLE IF NOT EXISTS growth (filler);
              INSERT INTO growth VALUES (zeroblob(\(20_000 + round)))
              """)
        }
      }
    }
    writer.start()
    defer { writer.cancel() }
    let file = DatabaseFile(path: path)
    for _ in 0..<60_000 where !writer.isFinished { try file.requireUsable() }
  }
}
