import Campaigns
import Foundation
import RepositoryConformance
import Testing

@testable import Store

@Suite("Creating a database")
struct CreatingTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func create(_ name: String = "picket.db", vault: VaultRecord = ConformanceCase.vault) throws {
    try SQLiteRepository.create(at: folder.path(name), vault: vault)
  }

  @Test("a new database is one file, readable by its owner only, even under an open umask")
  func mode() throws {
    let before = umask(0)
    defer { umask(before) }
    try create()
    #expect(try folder.names() == ["picket.db"])
    #expect(try folder.mode("picket.db") == 0o600)
    // What SQLite puts beside it later is no more readable.
    try Sample().add(to: SQLiteRepository(at: folder.path("picket.db")))
    for name in try folder.names() { #expect(try folder.mode(name) == 0o600, "\(name)") }
  }

  @Test(
    "a database is never created over anything", arguments: ["text", "database", "folder", "link", "dangling link"])
  func occupied(by what: String) throws {
    let path = folder.path("picket.db")
    switch what {
    case "text": try folder.put("kept".utf8, as: "picket.db")
    case "database": try create()
    case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    default:
      if what == "link" { try folder.put("kept".utf8, as: "elsewhere") }
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path("elsewhere"))
    }
    let names = try folder.names()
    let contents = try? folder.bytes("picket.db")
    let refusal = #expect(throws: Refusal.self) { try create() }
    #expect(refusal?.code == .cannotCreate)
    #expect(try folder.names() == names)
    #expect((try? folder.bytes("picket.db")) == contents)
  }

  @Test("a folder that is not there is not made")
  func folderMissing() throws {
    let refusal = #expect(throws: Refusal.self) { try create("missing/picket.db") }
    #expect(refusal?.code == .cannotCreate)
    #expect(try folder.names() == [])
  }

  @Test("a creation that fails leaves nothing")
  func leftovers() throws {
    #expect(throws: Refusal.self) { try create(vault: VaultRecord(id: [1, 2, 3], slots: [])) }
    #expect(try folder.names() == [])
  }

  @Test("of two that create at one path, one has created it and the other is refused")
  func race() throws {
    let codes = Codes()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      do {
        try create()
        codes.add(nil)
      } catch let refusal as Refusal {
        codes.add(refusal.code)
      } catch {}
    }
    #expect(codes.all.count == 4)
    #expect(codes.all.count { $0 == nil } == 1)
    #expect(codes.all.count { $0 == .cannotCreate } == 3)
    #expect(try folder.names() == ["picket.db"])
    #expect(
      try SQLiteRepository(at: folder.path("picket.db")).read { try $0.vault.record() } == ConformanceCase.vault)
  }
}

/// What became of each of several threads.
private final class Codes: @unchecked Sendable {
  private let lock = NSLock()
  private var codes: [Refusal.Code?] = []

  var all: [Refusal.Code?] { lock.withLock { codes } }

  func add(_ code: Refusal.Code?) { lock.withLock { codes.append(code) } }
}
