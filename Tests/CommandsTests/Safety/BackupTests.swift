import Foundation
import Testing

/// `picket backup`.
struct BackupTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.importSheet(Sheet(1...50).text)
  }

  @Test func `a backup is a database that the same keys open`() throws {
    let outcome = try desk.succeed("backup", "copy.db")
    #expect(outcome.stderr.contains("checked"))
    #expect(desk.mode("copy.db") == 0o600)
    #expect(!desk.names().contains { $0.contains("partial") })
    let copied = try desk.succeed("signature", "list", "letter-1", "--db", "copy.db", "--json").text
    #expect(copied == (try desk.succeed("signature", "list", "letter-1", "--json").text))
    #expect(try desk.succeed("backup", "second.db", "--json").json == ["backup": "second.db"])
  }

  @Test func `a backup is never written over a file or through a link`() throws {
    try desk.write("precious", to: "copy.db")
    try FileManager.default.createSymbolicLink(atPath: desk.folder + "/link.db", withDestinationPath: "nowhere.db")
    try desk.refuse(64, "backup", "-", saying: "cannot be written to standard output")
    try desk.refuse(73, "backup", "copy.db", saying: "copy.db is there already")
    try desk.refuse(73, "backup", "link.db", saying: "link.db is there already")
    try desk.refuse(73, "backup", "office.db", saying: "office.db is there already")
    try desk.refuse(73, "backup", "no-folder/copy.db", saying: "no-folder")
  }

  @Test func `a backup that is made during an import holds all of it or nothing`() throws {
    try desk.write(Sheet(51...20_050).text, to: "more.csv")
    let running = try desk.start("signature", "import", "letter-1", "more.csv")
    for number in 1...5 {
      usleep(40_000)
      try desk.succeed("backup", "copy-\(number).db")
    }
    #expect(try running.wait().code == 0)
    for number in 1...5 {
      let gross = try desk.succeed("tally", "letter-1", "--json", "--db", "copy-\(number).db").json["gross"]
      #expect(gross == 50 || gross == 20_050)
    }
  }
}
