import Campaigns
import Foundation
import RepositoryConformance
import Testing

@testable import Store

@Suite("Backups")
struct BackupTests {
  private let folder: Folder
  private let repository: SQLiteRepository

  init() throws {
    folder = try Folder()
    repository = try folder.makeDatabase(signatures: 300)
  }

  @Test("a backup is one file, readable by its owner only, with everything in it")
  func whole() throws {
    let before = umask(0)
    defer { umask(before) }
    try repository.backUp(to: folder.path("copy.db"))
    #expect(try folder.names().filter { $0.contains("copy") } == ["copy.db"])
    #expect(try folder.mode("copy.db") == 0o600)
    let copy = try SQLiteRepository(at: folder.path("copy.db"))
    #expect(try copy.signatureCount() == 300)
    #expect(try copy.read { try $0.petitions.all() } == [try Sample().petition])
    #expect(try copy.read { try $0.vault.record() } == ConformanceCase.vault)
    #expect(try copy.read { try $0.petitions.tally(of: Sample().petition.id).total.pending } == 300)
  }

  @Test("a backup and its database go on apart")
  func apart() throws {
    try repository.backUp(to: folder.path("copy.db"))
    try repository.write { try $0.signatures.add(Sample().signatures(7, from: 9_000) { _ in [1] }) }
    let copy = try SQLiteRepository(at: folder.path("copy.db"))
    #expect(try copy.signatureCount() == 300)
    #expect(try repository.signatureCount() == 307)
  }

  @Test("a backup never goes over anything", arguments: ["kept.txt", "picket.db", "link"])
  func occupied(name: String) throws {
    try folder.put("kept".utf8, as: "kept.txt")
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "nowhere")
    let names = try folder.names()
    let refusal = #expect(throws: Refusal.self) { try repository.backUp(to: folder.path(name)) }
    #expect(refusal?.code == .cannotCreate)
    #expect(try folder.names() == names)
    #expect(try Array(folder.bytes("kept.txt")) == Array("kept".utf8))
    #expect(try repository.signatureCount() == 300)
  }

  @Test("a backup to a folder that is not there is refused")
  func folderMissing() throws {
    let refusal = #expect(throws: Refusal.self) { try repository.backUp(to: folder.path("missing/copy.db")) }
    #expect(refusal?.code == .cannotCreate)
  }

  @Test("a backup while another connection writes is some consistent state", .timeLimit(.minutes(1)))
  func whileWriting() throws {
    let path = folder.path("picket.db")
    let sample = try Sample()
    let writer = Thread {
      guard let other = try? SQLiteRepository(at: path) else { return }
      for round in 0..<200 where !Thread.current.isCancelled {
        try? other.write { transaction in
          try transaction.signatures.add(
            sample.signatures(10, from: 100_000 + Int64(round) * 10) { _ in [UInt8](repeating: 7, count: 900) })
        }
      }
    }
    writer.start()
    defer { writer.cancel() }
    let patient = try SQLiteRepository(at: path)
    for number in 0..<8 {
      let name = "copy-\(number).db"
      try patient.backUp(to: folder.path(name))
      let copy = try SQLiteRepository(at: folder.path(name))
      let count = try copy.signatureCount()
      #expect(count % 10 == 0)
      #expect(try copy.read { try $0.petitions.tally(of: sample.petition.id).total.pending } == count)
    }
  }
}
