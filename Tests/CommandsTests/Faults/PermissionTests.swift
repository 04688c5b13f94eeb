import Foundation
import Testing

/// Files that may not be read or written.
@Suite(.enabled(if: OtherUser.isAvailable, "as root, another user's permissions need setpriv and a readable build"))
struct PermissionTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.importSheet(Sheet(1...5).text, "--verified", "badge")
    try OtherUser.receive(desk)
  }

  private func refused(
    _ code: Int32, saying words: String, _ outcome: Outcome, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.code == code, "\(outcome.stderr)", sourceLocation: location)
    #expect(outcome.stderr.contains(words), sourceLocation: location)
  }

  @Test func `the other user can do what there is to do`() throws {
    #expect(try OtherUser.picket(desk, "signature", "list", "letter-1").code == 0)
  }

  @Test func `a database that is read-only is not changed`() throws {
    chmod(desk.database, 0o400)
    let before = desk.contents(desk.database)
    refused(1, saying: "cannot be written", try OtherUser.picket(desk, "petition", "close", "letter-1"))
    refused(
      1, saying: "cannot be written", try OtherUser.picket(desk, "signature", "add", "letter-1", "--name", "Ana"))
    refused(
      1, saying: "cannot be written", try OtherUser.picket(desk, "signature", "import", "letter-1", "sheet.csv"))
    let isUntouched = desk.contents(desk.database) == before
    #expect(isUntouched)
    #expect(try OtherUser.picket(desk, "tally", "letter-1").code == 0)
  }

  @Test func `a database in a folder that is read-only is not changed`() throws {
    unlink(desk.database + "-journal")
    chmod(desk.folder, 0o500)
    defer { chmod(desk.folder, 0o700) }
    let outcome = try OtherUser.picket(desk, "petition", "close", "letter-1")
    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("folder"))
    #expect(try desk.succeed("petition", "show", "letter-1", "--json").json["state"] == "open")
  }

  @Test func `a database that may not be read`() throws {
    chmod(desk.database, 0)
    refused(1, saying: "cannot be read", try OtherUser.picket(desk, "tally", "letter-1"))
  }

  @Test func `a sheet that may not be read`() throws {
    chmod(desk.folder + "/sheet.csv", 0)
    refused(65, saying: "may not read", try OtherUser.picket(desk, "signature", "import", "letter-1", "sheet.csv"))
  }

  @Test func `a key file that may not be read`() throws {
    chmod(desk.key, 0)
    refused(77, saying: "cannot be read", try OtherUser.picket(desk, "signature", "list", "letter-1"))
  }

  @Test func `a folder that takes no files`() throws {
    let closed = desk.folder + "/closed"
    try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: false)
    try desk.write("Name,Email\nAna Example,nowhere\nBen Example,ben@mail.example\n", to: "closed/sheet.csv")
    chmod(closed, 0o555)
    defer { chmod(closed, 0o755) }
    refused(73, saying: "closed/list.md", try OtherUser.picket(desk, "export", "letter-1", "-o", "closed/list.md"))
    refused(73, saying: "closed/copy.db", try OtherUser.picket(desk, "backup", "closed/copy.db"))
    refused(
      73, saying: "closed/new.db", try OtherUser.picket(desk, "init", "--db", "closed/new.db", "--key-file", "k"))
    #expect(!desk.names().contains("k"))
    refused(
      73, saying: "closed/sheet.rejects.csv",
      try OtherUser.picket(desk, "signature", "import", "letter-1", "closed/sheet.csv"))
    #expect(try desk.tally()["gross"] == 5)
  }
}
