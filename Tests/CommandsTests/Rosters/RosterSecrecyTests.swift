import Foundation
import Testing

/// Who is on a roster stands readable nowhere, and no failure names them.
struct RosterSecrecyTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private static let rows = """
    Name,Email,Job title,Team,Site,Shift
    Zqcanaryname One,zqcanaryone@mail.example,Zqcanarytitle,Zqcanaryteam,Zqcanarysite,Zqcanaryshift
    Zqcanaryname Two,zqcanarytwo@mail.example,Zqcanarytitle,Zqcanaryteam,Zqcanarysite,Zqcanaryshift
    Zqcanaryname Three,,Zqcanarytitle,Zqcanaryteam,Zqcanarysite,Zqcanaryshift
    Zqcanaryname Four,zqcanaryrefused,Zqcanarytitle,,,
    Zqcanaryother,zqcanaryone@mail.example,Zqcanarytitle,,,

    """

  /// Imports the sheet, then takes it and its refused rows off the desk.
  private func plant(_ options: String...) throws {
    try desk.write(Self.rows, to: "zqcanarystaff.csv")
    let outcome = try Program.picket.run(
      ["roster", "import", "justice", "zqcanarystaff.csv", "--verbose"] + options, in: desk.folder,
      environment: desk.environment)
    #expect(outcome.code == 0)
    // The file's own name stands in what is said of its rows; nothing else does.
    let said = outcome.stderr.replacing("zqcanarystaff", with: "")
    #expect(Canary.found(in: Array(said.utf8)) == [])
    for name in desk.names() where name.hasPrefix("zqcanarystaff") {
      try FileManager.default.removeItem(atPath: desk.folder + "/" + name)
    }
  }

  @Test func `the canaries are there for whoever has the key`() throws {
    try plant()
    let all = try desk.succeed("roster", "show", "justice", "--json").text
    for word in ["Zqcanarytitle", "Zqcanaryteam", "Zqcanarysite", "Zqcanaryshift"] { #expect(all.contains(word)) }
  }

  @Test func `no file holds anything readable, after any change`() throws {
    try plant()
    #expect(desk.leaks() == [])
    try desk.sign("Zqcanaryname One", "zqcanaryone@mail.example", "--verified", "badge")
    _ = try desk.coverage()
    try desk.succeed("backup", "copy.db")
    #expect(desk.leaks() == [])
    try plant("--replace")
    #expect(desk.leaks() == [])
    try desk.succeed("roster", "remove", "justice", "--email", "-", input: "zqcanarytwo@mail.example")
    #expect(desk.leaks() == [])
    try desk.succeed("roster", "remove", "justice")
    #expect(desk.leaks() == [])
  }

  @Test func `a refusal repeats nothing of the sheet or of what was asked for`() throws {
    func fails(_ arguments: [String], input: String = "", at location: SourceLocation = #_sourceLocation) throws {
      let outcome = try Program.picket.run(
        arguments, input: Array(input.utf8), in: desk.folder, environment: desk.environment)
      #expect(outcome.code != 0, "\(arguments)", sourceLocation: location)
      let said = Canary.found(in: outcome.stdout + Array(outcome.stderr.utf8))
      #expect(said == [], "\(arguments): \(outcome.stderr)", sourceLocation: location)
    }
    let row = "Zqcanaryname,zqcanaryone@mail.example"
    for text in ["\(row)\n\(row)\n", "name,email\n\"\(row)\n", "name,email\nZqcanaryname,zqcanaryone\n"] {
      try fails(["roster", "import", "justice", "-"], input: text)
      try fails(["roster", "import", "justice", "-", "--dry-run"], input: text)
      try fails(["roster", "import", "justice", "-", "--replace"], input: text)
    }
    try fails(["roster", "remove", "justice", "--email", "zqcanaryone@mail.example"])
    try fails(["roster", "remove", "justice", "--email", "-"], input: "zqcanaryone")
    try fails(["roster", "remove", "justice", "--email", "-"], input: String(repeating: "zqcanaryone", count: 200))
  }

  @Test func `a killed import leaves nothing readable, not even in its journal, and the roster as it was`() throws {
    try desk.importRoster(Staff(1...5))
    try FileManager.default.removeItem(atPath: desk.folder + "/staff.csv")
    var staff = Staff()
    for number in 1...20_000 {
      staff.add("Zqcanaryname \(number)", "zqcanary\(number)@mail.example", "Zqcanarytitle", "Zqcanaryteam")
    }
    try desk.write(staff.text, to: "sheet.csv")
    for delay in [80, 160, 240] {
      let running = try desk.start("roster", "import", "justice", "sheet.csv", "--replace")
      usleep(UInt32(delay) * 1000)
      running.kill()
      _ = try running.wait()
      #expect(desk.leaks(besides: ["work/sheet.csv"]) == [])
      let count = try desk.succeed("roster", "show", "justice", "--json").json["count"]
      #expect(count == 5 || count == 20_000)
      #expect(desk.leaks(besides: ["work/sheet.csv"]) == [])
    }
  }
}
