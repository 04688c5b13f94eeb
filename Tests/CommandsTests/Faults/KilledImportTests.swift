import Foundation
import Testing

/// kill -9 in the middle of an import: before or after, never between.
struct KilledImportTests {
  @Test func `twenty imports, each killed at a random moment, are whole or not there`() throws {
    var sheet = Sheet(1...20_000)
    for number in 1...200 { sheet.add(name: "Refused \(number)", email: "nowhere") }
    let longest = try durationOfImport(sheet.text)
    for _ in 1...20 {
      let moment = UInt32.random(in: 0...longest)
      let desk = try Desk.withPetition()
      try desk.sign("Ana Example", "ana@mail.example")
      try desk.write(sheet.text, to: "sheet.csv")
      let running = try desk.start("signature", "import", "letter-1", "sheet.csv", "--verified", "badge")
      usleep(moment)
      running.kill()
      _ = try running.wait()

      let tally = try desk.tally()
      let isWhole = tally["gross"] == 20_001
      #expect(isWhole || tally["gross"] == 1, "killed after \(moment) microseconds")
      #expect(tally["verified"] == (isWhole ? 20_000 : 0))
      #expect(try desk.signatures().count == (isWhole ? 20_001 : 1))
      #expect(try desk.sqlite("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok")
      // The refused rows are there in full or not at all, and certainly there once the import is.
      let rejects = desk.read("sheet.rejects.csv").split(separator: "\n").count
      #expect(rejects == 201 || rejects == 0 && !isWhole, "killed after \(moment) microseconds")
      #expect(!desk.names().contains { $0.contains("partial") })
      // And the office goes on.
      #expect(try desk.importFile("sheet.csv")["added"] == (isWhole ? 0 : 20_000))
    }
  }

  /// How many microseconds an import takes that nobody kills, and a little more.
  private func durationOfImport(_ sheet: String) throws -> UInt32 {
    let desk = try Desk.withPetition()
    try desk.write(sheet, to: "sheet.csv")
    let start = ContinuousClock.now
    try desk.importFile("sheet.csv")
    return UInt32((ContinuousClock.now - start) / .microseconds(1) * 1.1)
  }
}
