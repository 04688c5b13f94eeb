import Campaigns
import Files
import Foundation
import Testing

@Suite("What the disk allows", .serialized)
struct DiskTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test("a new file is readable by its owner only, even under an open umask", arguments: [false, true])
  func mode(replacing: Bool) throws {
    let before = umask(0)
    defer { umask(before) }
    let file = try NewFile(at: folder.path("list.csv"), replacing: replacing)
    try file.place()
    #expect(try folder.mode("list.csv") == 0o600)
  }

  @Test("a full disk is said to be full")
  func diskFull() throws {
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    try #require(full >= 0)
    defer { close(full) }
    let refusal = #expect(throws: Refusal.self) {
      try [UInt8](repeating: 1, count: 10).withUnsafeBytes { try writeAll($0, to: full, named: "list.csv") }
    }
    #expect(refusal?.code == .diskFull)
    #expect(refusal?.message.contains("list.csv") == true)
  }

  @Test("what cannot be written for another reason says the reason")
  func otherReason() {
    let refusal = #expect(throws: Refusal.self) {
      try [UInt8](repeating: 1, count: 10).withUnsafeBytes { try writeAll($0, to: -1, named: "list.csv") }
    }
    #expect(refusal?.code == .inputOutput)
    #expect(refusal?.message.hasSuffix("bad file descriptor") == true)
  }

  @Test("a killed process leaves nothing of what it wrote", arguments: [false, true])
  func killed(replacing: Bool) async throws {
    let path = folder.path("list.csv")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, replacing = replacing as Bool] in
      let file = try NewFile(at: path, replacing: replacing)
      try file.write(Array("Ada Quill".utf8))
      kill(getpid(), SIGKILL)
      // Only to keep the file alive until then.
      try file.place()
    }
    #expect(try folder.names() == [])
  }
}
