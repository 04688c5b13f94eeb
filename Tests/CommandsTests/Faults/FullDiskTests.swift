import Foundation
import Testing

/// A full disk: said in so many words, and nothing half done.
@Suite(.enabled(if: SmallDisk.isAvailable, "a small disk is mounted as root only, where mounting is allowed"))
struct FullDiskTests {
  private let desk: Desk
  private let disk: SmallDisk

  init() throws {
    desk = try Desk.withPetition()
    disk = try #require(SmallDisk())
    try desk.write(Sheet(1...10_000).text, to: "sheet.csv")
  }

  @Test func `an import that does not fit is not there at all`() throws {
    let database = disk.folder + "/office.db"
    try FileManager.default.copyItem(atPath: desk.database, toPath: database)
    desk.environment["PICKET_DB"] = database
    try desk.sign("Ana Example", "ana@mail.example")
    let outcome = try desk.picket("signature", "import", "letter-1", "sheet.csv", "--json")
    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("the disk is full"))
    #expect(outcome.text == "")
    #expect(try desk.tally()["gross"] == 1)
    #expect(try desk.signatures().count == 1)
    // And the office goes on.
    try desk.sign("Ben Example", "ben@mail.example")
  }

  @Test func `an export, a backup, and refused rows that do not fit leave no file`() throws {
    try desk.importFile("sheet.csv", ["--verified", "badge"])
    func left() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: disk.folder) }
    try desk.write([UInt8](repeating: 0, count: 2_000_000), to: disk.folder + "/filler")
    for command in [
      ["export", "letter-1", "-o", disk.folder + "/list.md"], ["backup", disk.folder + "/copy.db"],
      ["init", "--db", disk.folder + "/new.db", "--key-file", "new.key"],
    ] {
      let outcome = try Program.picket.run(command, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 1)
      #expect(outcome.stderr.contains("the disk is full"))
      #expect(try left() == ["filler"])
    }
    #expect(!desk.names().contains("new.key"))
    let rows = (1...3000).map { "Signer \($0),nowhere\n" }.joined()
    unlink(disk.folder + "/filler")
    try desk.write("Name,Email\nNew Person,new@mail.example\n" + rows, to: disk.folder + "/bad.csv")
    try desk.write([UInt8](repeating: 0, count: 1_960_000), to: disk.folder + "/filler")
    let outcome = try desk.picket("signature", "import", "letter-1", disk.folder + "/bad.csv")
    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("the disk is full"))
    #expect(try left().sorted() == ["bad.csv", "filler"])
    #expect(try desk.tally()["gross"] == 10_000)
  }

  @Test func `standard output that does not fit is a failure`() throws {
    try desk.importFile("sheet.csv", ["--verified", "badge"])
    let outcome = try desk.shell("picket export letter-1 --format csv > \(quoted(disk.folder))/filler; echo $?")
    let full = try desk.shell("picket export letter-1 --format csv > /dev/full; echo $?")
    #expect(outcome.lines.last == "0")
    #expect(full.lines.last == "1")
    #expect(full.stderr.contains("the disk is full"))
  }
}
