import Foundation
import Testing

/// `picket roster show` and `picket roster remove`, and where a roster stands and where not.
struct RosterKeepingTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func count(_ options: String...) throws -> JSON? {
    try Program.picket.run(
      ["roster", "show", "justice", "--json"] + options, in: desk.folder, environment: desk.environment
    ).json["count"]
  }

  @Test func `a roster is shown in counts, and nobody is named`() throws {
    var staff = Staff(1...3)
    staff.add(4...4, team: "Search")
    try desk.importRoster(staff)
    let outcome = try desk.succeed("roster", "show", "justice")
    #expect(outcome.lines.contains("people        4"))
    #expect(outcome.lines.contains("Maps         3"))
    #expect(outcome.lines.contains("Springfield       4"))
    #expect(!outcome.text.contains("Signer"))
    #expect(!outcome.text.contains("mail.example"))
  }

  @Test func `without a roster it says so`() throws {
    let outcome = try desk.succeed("roster", "show", "justice")
    #expect(outcome.stderr.contains("justice has no roster"))
    #expect(try count() == 0)
    try desk.refuse(66, "roster", "remove", "justice", saying: "justice has no roster")
    try desk.refuse(66, "roster", "show", "nothing", saying: "no campaign")
    try desk.refuse(66, "roster", "remove", "nothing", saying: "no campaign")
  }

  @Test func `one person is removed by address, in any writing, and the rest stays`() throws {
    try desk.importRoster(Staff(1...3))
    try desk.succeed("roster", "remove", "justice", "--email", "-", "--dry-run", input: "signer2@mail.example\n")
    #expect(try count() == 3)
    let outcome = try desk.succeed(
      "roster", "remove", "justice", "--email", "-", "--json", input: " SIGNER2+x@mail.example\n")
    #expect(try outcome.json == ["removed": 1])
    #expect(try count() == 2)
    let again = try desk.refuse(
      66, "roster", "remove", "justice", "--email", "signer2@mail.example", saying: "nobody on the roster")
    #expect(!again.stderr.contains("signer2"))
    try desk.refuse(65, "roster", "remove", "justice", "--email", "nowhere", saying: "the address is none")
  }

  @Test func `a roster is removed whole, without a trace in the file, and without the key`() throws {
    try desk.importRoster(Staff(1...40))
    let sealed = try desk.sqlite("SELECT hex(contents) FROM roster_entry").split(separator: "\n").map { row in
      Data(stride(from: 0, to: 128, by: 2).compactMap { UInt8(row.dropFirst($0).prefix(2), radix: 16) })
    }
    #expect(sealed.count == 40)
    try desk.succeed("roster", "remove", "justice", "--dry-run")
    #expect(try count() == 40)
    try FileManager.default.moveItem(atPath: desk.key, toPath: desk.key + ".away")
    let outcome = try desk.succeed("roster", "remove", "justice")
    #expect(outcome.stderr.contains("Erased 40 people"))
    let file = Data(try #require(desk.contents(desk.database)))
    #expect(sealed.count { file.range(of: $0) != nil } == 0)
    try FileManager.default.moveItem(atPath: desk.key + ".away", toPath: desk.key)
    #expect(try count() == 0)
  }

  @Test func `a backup holds the roster, an export of the campaign does not`() throws {
    try desk.importRoster(Staff(1...7))
    try desk.succeed("backup", "copy.db")
    #expect(try count("--db", "copy.db") == 7)
    try desk.succeed("campaign", "export", "justice", "-o", "campaign.csv")
    let export = desk.read("campaign.csv")
    for word in ["Signer", "Maps", "Springfield", "mail.example"] { #expect(!export.contains(word)) }
  }

  @Test func `whoever erases a signature does not touch the roster, and the other way round`() throws {
    try desk.importRoster(Staff(1...3))
    let id = try desk.sign("Signer 1", "signer1@mail.example")
    try desk.succeed("signature", "erase", "letter-1", id)
    #expect(try count() == 3)
    try desk.sign("Signer 2", "signer2@mail.example")
    try desk.succeed("roster", "remove", "justice", "--email", "signer2@mail.example")
    #expect(try desk.tally()["pending"] == 1)
    #expect(try desk.coverage()["unmatched"] == 1)
  }
}
