import Foundation
import Testing

/// Sheets of `Scripts/gen_signatories.py`, whose sidecars say what has to come out.
struct GeneratedSheetTests {
  private struct Sidecar: Decodable {
    let rows, unique, duplicate, invalid, shared_address, anonymous_rows: Int
  }

  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func generate(_ rows: Int, seed: Int) throws -> Sidecar {
    let python = try #require(Program.tool("python3"), "Debian's package python3 has it")
    let script = Recording.package.appending(path: "Scripts/gen_signatories.py").path
    let outcome = try python.run(
      [script, String(rows), String(seed), desk.folder + "/sheet.csv"], in: desk.folder,
      environment: ProcessInfo.processInfo.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try JSONDecoder().decode(Sidecar.self, from: Data(desk.read("sheet.csv.json").utf8))
  }

  @Test(arguments: [(1, 1), (97, 2), (1000, 1), (5000, 7), (20_000, 3)])
  func `the counts are those of the sidecar, exactly`(rows: Int, seed: Int) throws {
    let expected = try generate(rows, seed: seed)
    let counts = try desk.importFile("sheet.csv")
    #expect(counts["rows"] == .number(rows))
    #expect(counts["added"] == .number(expected.unique))
    #expect(counts["duplicates"] == .number(expected.duplicate - expected.shared_address))
    #expect(counts["sharedAddress"] == .number(expected.shared_address))
    #expect(counts["rejected"] == .number(expected.invalid))
    let tally = try desk.tally()
    #expect(tally["gross"] == .number(expected.unique))
    #expect(tally["held"] == .number(expected.shared_address))
    let rejects = desk.read("sheet.rejects.csv")
    #expect(rejects.isEmpty == (expected.invalid == 0))
    if expected.invalid > 0 { #expect(try rejectedRows(of: rejects) == expected.invalid) }
  }

  @Test func `the same sheet again adds nothing, whatever it is called`() throws {
    let expected = try generate(2000, seed: 11)
    try desk.importFile("sheet.csv")
    let before = try desk.tally()
    try FileManager.default.copyItem(atPath: desk.folder + "/sheet.csv", toPath: desk.folder + "/copy.csv")
    for name in ["sheet.csv", "copy.csv"] {
      let again = try desk.importFile(name)
      #expect(again["added"] == 0)
      #expect(again["sharedAddress"] == 0)
      #expect(again["duplicates"] == .number(expected.unique + expected.duplicate))
      #expect(again["rejected"] == .number(expected.invalid))
      #expect(try desk.tally() == before)
    }
  }

  @Test func `an export of all signers has as many lines as the sheet has people`() throws {
    let expected = try generate(3000, seed: 5)
    try desk.importFile("sheet.csv", ["--verified", "badge"])
    let all = try desk.succeed("export", "letter-1", "--format", "json", "--for", "organizers").json.elements
    #expect(all.count == expected.unique)
    let named = try desk.publicList().filter { $0["full_name"] != .null }
    #expect(named.count == all.count { $0["visibility"] == "named" })
  }

  /// How many records a file of refused rows has: its own three columns hold no line breaks.
  private func rejectedRows(of text: String) throws -> Int {
    text.matches(of: /(?m)^\d+,\d+,("[^"]*"|[^",]*),/).count
  }
}
