import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("Full disks")
struct DiskFullTests {
  private let folder: Folder
  private let repository: SQLiteRepository

  init() throws {
    folder = try Folder()
    repository = try folder.makeDatabase(signatures: 5)
  }

  /// Lets the database grow by at most this many pages.
  private func limit(to pages: Int) throws {
    try repository.write { transaction in
      let database = try #require(transaction as? SQLiteTransaction).database
      let now = try #require(try Int.fetchOne(database, sql: "PRAGMA page_count"))
      try database.execute(sql: "PRAGMA max_page_count = \(now + pages)")
    }
  }

  @Test("a disk that is full in the middle of a write leaves everything as it was")
  func changesNothing() throws {
    try limit(to: 20)
    let sample = try Sample()
    let refusal = #expect(throws: Refusal.self) {
      try repository.write { transaction in
        for first in stride(from: 10_000 as Int64, to: 20_000, by: 100) {
          try transaction.signatures.add(
            sample.signatures(100, from: first) { _ in [UInt8](repeating: 1, count: 500) })
        }
      }
    }
    #expect(refusal?.code == .diskFull)
    #expect(refusal?.hint == "make room and try again")
    #expect(try repository.signatureCount() == 5)
    #expect(try repository.read { try $0.petitions.tally(of: sample.petition.id).total.pending } == 5)
  }

  @Test("after a full disk the same repository goes on once there is room")
  func goesOn() throws {
    try limit(to: 2)
    let many = try Sample().signatures(200, from: 10_000) { _ in [UInt8](repeating: 1, count: 500) }
    #expect(throws: Refusal.self) { try repository.write { try $0.signatures.add(many) } }
    try limit(to: 1_000)
    try repository.write { try $0.signatures.add(many) }
    #expect(try repository.signatureCount() == 205)
  }
}
