import Foundation
import Testing

/// Scenario F, coalition delivery, at a fiftieth of its size: five partners' lists in five formats, 8 % overlap
/// between them, 1 % bad rows; merged, and delivered in one evening. The lists and the counts come from
/// `Scripts/gen_partner_lists.py`.
struct CoalitionTests {
  private struct Expected: Decodable {
    struct File: Decodable {
      let file: String
      let rows, added, duplicates, duplicatesWithin, rejected: Int
    }
    struct Pair: Decodable {
      let one, other: String
      let duplicates: Int
    }
    let files: [File]
    let pairs: [Pair]
    let people, everywhere: Int
  }

  private static let partners = [
    "google-forms.csv": "Alpha Union", "action-network.csv": "Beta Action", "speakout.csv": "Gamma Blog",
    "proca.csv": "Delta Mail", "osdi.json": "Epsilon Base",
  ]

  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition(options: ["--cohort", "supporter"])
  }

  private func generate(_ rows: Int) throws -> Expected {
    let python = try #require(Program.tool("python3"), "Debian's package python3 has it")
    let script = Recording.package.appending(path: "Scripts/gen_partner_lists.py").path
    let outcome = try python.run(
      [script, String(rows), "7", desk.folder], in: desk.folder,
      environment: ProcessInfo.processInfo.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try JSONDecoder().decode(Expected.self, from: Data(desk.read("counts.json").utf8))
  }

  /// Imports the first files of the sidecar in one run, and compares all counts with it.
  private func merge(_ count: Int, of expected: Expected, _ options: String...) throws -> JSON {
    let files = expected.files.prefix(count)
    let partners = files.flatMap { ["--partner", Self.partners[$0.file] ?? ""] }
    let outcome = try Program.picket.run(
      ["signature", "import", "letter-1"] + files.map(\.file) + partners + options + ["--json"], in: desk.folder,
      environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    let json = try outcome.json
    let counted = json["files"]?.elements ?? []
    #expect(counted.count == files.count)
    for (file, counts) in zip(files, counted) {
      #expect(counts["file"] == .string(file.file))
      #expect(counts["rows"] == .number(file.rows), "\(file.file)")
      #expect(counts["added"] == .number(file.added), "\(file.file)")
      #expect(counts["duplicates"] == .number(file.duplicates), "\(file.file)")
      #expect(counts["duplicatesWithin"] == .number(file.duplicatesWithin), "\(file.file)")
      #expect(counts["rejected"] == .number(file.rejected), "\(file.file)")
      #expect(counts["sharedAddress"] == 0, "\(file.file)")
    }
    let names = Set(files.map(\.file))
    let pairs = expected.pairs.filter { names.contains($0.one) && names.contains($0.other) }
    #expect(
      json["pairs"]?.elements.map { $0["duplicates"] } == pairs.map { .number($0.duplicates) })
    #expect(
      json["pairs"]?.elements.map { $0["one"]?.string } == pairs.map { Self.partners[$0.one] })
    #expect(
      json["pairs"]?.elements.map { $0["other"]?.string } == pairs.map { Self.partners[$0.other] })
    #expect(json["added"] == .number(files.reduce(0) { $0 + $1.added }))
    return json
  }

  /// Delivers, and checks that each person counts once.
  private func deliver(_ people: Int) throws {
    let delivered = try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery", "--json").json
    #expect(delivered["total"] == .number(people))
    try desk.verified("delivery")
    #expect(try desk.tally()["verified"] == .number(people))
    #expect(try desk.tally()["gross"] == .number(people))
    let rejects = desk.names().filter { $0.contains(".rejects") }
    #expect(rejects.allSatisfy { desk.mode($0) == 0o600 })
  }

  @Test func `lists in four formats of tables become one list, in which everybody stands once`() throws {
    let expected = try generate(1200)
    #expect(expected.everywhere > 0)
    try desk.succeed("claim", "add", "letter-1", "--source", "Zeta, who gives only a number", "--count", "40000")
    let rehearsed = try merge(4, of: expected, "--dry-run")
    #expect(try desk.tally()["gross"] == 0)
    let json = try merge(4, of: expected, "--verified", "partner's word")
    #expect(rehearsed["pairs"] == json["pairs"])
    #expect(json["claims"]?.elements.map { $0["count"] } == [40_000])
    #expect(desk.names().filter { $0.contains(".rejects") }.count == 4)
    try deliver(expected.files.prefix(4).reduce(0) { $0 + $1.added })
    #expect(try desk.tally()["claimed"] == 40_000)

    // The same evening once more: nobody new, and each list is found among the earlier ones.
    let again = try desk.succeed("petition", "open", "letter-1")
    #expect(again.code == 0)
    let late = try desk.importFile("proca.csv", ["--partner", "Delta Mail"])
    #expect(late["added"] == 0)
    let known = late["pairs"]?.elements.first { $0["other"] == "Delta Mail" }
    #expect(known?["duplicates"]?.number == expected.files[3].added)
  }

  /// Whether the program reads OSDI JSON.
  private static let readsOSDI: Bool = {
    guard let desk = try? Desk(), let help = try? desk.picket("signature", "import", "--help") else { return false }
    return help.text.contains("osdi")
  }()

  @Test(.enabled(if: readsOSDI, "OSDI JSON is not read yet"))
  func `five lists in five formats are delivered in one run`() throws {
    let expected = try generate(1200)
    _ = try merge(5, of: expected, "--verified", "partner's word")
    #expect(expected.files.reduce(0) { $0 + $1.added } == expected.people)
    try deliver(expected.people)
  }

  @Test func `where one list cannot be read none of them goes in`() throws {
    _ = try generate(300)
    let bytes = desk.contents(desk.folder + "/speakout.csv") ?? []
    // Cut within a quoted cell: what follows is no row any more.
    try desk.write(bytes + Array("\"".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "speakout.csv")
    try desk.refuse(
      65, "signature", "import", "letter-1", "google-forms.csv", "speakout.csv", "proca.csv", saying: "speakout.csv")
    #expect(try desk.tally()["gross"] == 0)
  }
}
