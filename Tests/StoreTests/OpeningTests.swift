import Campaigns
import Foundation
import GRDB
import RepositoryConformance
import Testing

@testable import Store

@Suite("Opening what is no healthy database")
struct OpeningTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func refusal(opening name: String = "picket.db") throws -> Refusal {
    try #require(
      #expect(throws: Refusal.self) { try SQLiteRepository(at: folder.path(name), patience: 0.2) })
  }

  @Test("what is not there is not created", arguments: ["picket.db", "missing/picket.db"])
  func missing(name: String) throws {
    let refusal = try refusal(opening: name)
    #expect(refusal.code == .notFound)
    #expect(refusal.message.contains(folder.path(name)))
    #expect(refusal.hint?.contains("picket init") == true)
    #expect(try folder.names() == [])
  }

  @Test("a folder is no database")
  func folderInstead() throws {
    try FileManager.default.createDirectory(atPath: folder.path("picket.db"), withIntermediateDirectories: false)
    #expect(try refusal().code == .notADatabase)
  }

  @Test(
    "a file of anything else is no database and is left as it was",
    arguments: [
      "", "x", "Dear Acme,\n", "SQLite format 3\0", "SQLite format 3\0" + String(repeating: "x", count: 200),
      String(repeating: "name,email;", count: 20),
    ])
  func otherFile(text: String) throws {
    try folder.put(text.utf8, as: "picket.db")
    #expect(try refusal().code == .notADatabase)
    #expect(try Array(folder.bytes("picket.db")) == Array(text.utf8))
    #expect(try folder.names() == ["picket.db"])
  }

  @Test("another application's database is none of Picket's and is left as it was")
  func otherApplication() throws {
    let other = try folder.byHand()
    try other.write { try $0.execute(sql: "CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('kept')") }
    try other.close()
    let before = try folder.bytes("picket.db")
    #expect(try refusal().code == .notADatabase)
    #expect(try folder.bytes("picket.db") == before)
  }

  @Test("a named pipe is no database, and nobody waits at it", .timeLimit(.minutes(1)))
  func pipe() throws {
    #expect(mkfifo(folder.path("picket.db"), 0o600) == 0)
    #expect(try refusal().code == .notADatabase)
  }

  @Test("the database of a newer Picket is refused as such and is left as it was")
  func newer() throws {
    try folder.makeDatabase()
    let hand = try folder.byHand()
    try hand.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('m0999-later')") }
    try hand.close()
    let before = try folder.bytes("picket.db")
    let refusal = try refusal()
    #expect(refusal.code == .schemaTooNew)
    #expect(refusal.hint != nil)
    #expect(try folder.bytes("picket.db") == before)
  }

  @Test("a link to a database opens it")
  func link() throws {
    try folder.makeDatabase(signatures: 3)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.db"), withDestinationPath: folder.path("picket.db"))
    #expect(try SQLiteRepository(at: folder.path("link.db")).signatureCount() == 3)
  }

  @Test("a database without its vault is damaged")
  func withoutVault() throws {
    try folder.makeDatabase()
    try folder.byHand().write { try $0.execute(sql: "DELETE FROM vault") }
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let refusal = #expect(throws: Refusal.self) { try repository.read { try $0.vault.record() } }
    #expect(refusal?.code == .corrupt)
  }

  @Test("a letter whose text was changed by hand is refused as altered")
  func alteredLetter() throws {
    try folder.makeDatabase()
    try folder.byHand().write {
      try $0.execute(sql: "DROP TRIGGER letter_stays; UPDATE letter SET text = 'Dear Acme, we are content.'")
    }
    let repository = try SQLiteRepository(at: folder.path("picket.db"))
    let refusal = #expect(throws: Refusal.self) {
      try repository.read { try $0.letters.all(of: Sample().petition.id) }
    }
    #expect(refusal?.code == .altered)
  }

  @Test("a file that cannot be written to opens for reading, and a change is refused as read-only")
  func readOnly() throws {
    try folder.makeDatabase(signatures: 3)
    try withImmutable(folder.path("picket.db")) {
      let repository = try SQLiteRepository(at: folder.path("picket.db"), patience: 0.2)
      #expect(try repository.signatureCount() == 3)
      let refusal = #expect(throws: Refusal.self) {
        try repository.write { try $0.targets.update(Sample().target) }
      }
      #expect(refusal?.code == .readOnly)
    }
    #expect(try SQLiteRepository(at: folder.path("picket.db")).signatureCount() == 3)
  }
}

/// Runs the work while nobody, root included, can write to the file. Where the system does not allow that, says so.
private func withImmutable(_ path: String, _ work: () throws -> Void) throws {
  func chattr(_ change: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/chattr")
    process.arguments = [change, path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
  if getuid() == 0 {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/chattr"), try chattr("+i") == 0 else {
      try Test.cancel("not checked: root writes to every file, and chattr +i does not work here")
    }
    defer { _ = try? chattr("-i") }
    try work()
  } else {
    chmod(path, 0o400)
    defer { chmod(path, 0o600) }
    try work()
  }
}
