import Foundation
import Testing

/// Several pickets on one database.
struct ConcurrencyTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  @Test func `two imports at once both end, and nothing is lost or doubled`() throws {
    try desk.write(Sheet(1...10_000).text, to: "a.csv")
    try desk.write(Sheet(5001...15_000).text, to: "b.csv")
    let running = try ["a.csv", "b.csv"].map { try desk.start("signature", "import", "letter-1", $0, "--json") }
    let outcomes = try running.map { try $0.wait(atMost: 60) }
    var added = 0
    for outcome in outcomes {
      #expect([0, 75].contains(outcome.code), "\(outcome.stderr)")
      if outcome.code == 0 { added += try outcome.json["added"]?.number ?? 0 }
    }
    #expect(outcomes.contains { $0.code == 0 })
    #expect(try desk.tally()["gross"] == .number(added))
    for name in ["a.csv", "b.csv"] { try desk.importFile(name) }
    #expect(try desk.tally()["gross"] == 15_000)
    #expect(try desk.sqlite("PRAGMA integrity_check") == "ok")
  }

  @Test func `the same sheet twice at once is in once`() throws {
    try desk.write(Sheet(1...10_000).text, to: "a.csv")
    let running = try (1...2).map { _ in try desk.start("signature", "import", "letter-1", "a.csv") }
    for outcome in try running.map({ try $0.wait(atMost: 60) }) { #expect([0, 75].contains(outcome.code)) }
    #expect(try desk.tally()["gross"] == 10_000)
  }

  @Test func `many who sign at once are all in`() throws {
    let running = try (1...12).map {
      try desk.start("signature", "add", "letter-1", "--name", "Signer \($0)", "--email", "signer\($0)@mail.example")
    }
    for outcome in try running.map({ try $0.wait() }) { #expect(outcome.code == 0, "\(outcome.stderr)") }
    #expect(try desk.tally()["gross"] == 12)
  }

  @Test func `who cannot wait any longer is told so, and reads go on meanwhile`() throws {
    let shell = try #require(Program.tool("sqlite3"), "Debian's package sqlite3 has it")
    let holder = try shell.start(
      ["office.db"], input: Array("BEGIN IMMEDIATE;\n.shell sleep 12\n".utf8), in: desk.folder,
      environment: desk.environment)
    usleep(500_000)
    #expect(try desk.tally()["gross"] == 0)
    try desk.refuse(75, "petition", "close", "letter-1", saying: "in use by another picket", timeout: 25)
    #expect(try holder.wait().code == 0)
  }
}
