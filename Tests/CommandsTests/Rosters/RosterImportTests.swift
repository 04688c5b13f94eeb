import Foundation
import Testing

/// `picket roster import`.
struct RosterImportTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func shown() throws -> JSON { try desk.succeed("roster", "show", "justice", "--json").json }

  private static let sheet = """
    Employee name,Work e-mail,Business title,Department,Office,Schedule,Worker type,Salary
    Ana Example,ana@nimbus.example,Engineer,Maps,Berlin,early,Employee,1
    Ben Example,ben@nimbus.example,Engineer,maps,Berlin,,Contractor,2
    Cem Example,nowhere,Cook,,,,,
    ,dee@nimbus.example,Cook,,,,,
    Eva Example,eva@nimbus.example,Cook,,,,supporter,
    Fay Example,fay@nimbus.example,Cook,,,,boss,
    Gus Example,,Cook,Kitchen,Bonn,night,,
    Other Name,ANA@nimbus.example,Cook,,,,,
    Ben Example,ben@nimbus.example,Cook,,,,,
    Gus Example,,Cook,Kitchen,Bonn,night,,

    """

  @Test func `each row is taken or comes back with its line, its column and its reason`() throws {
    try desk.write(Self.sheet, to: "staff.csv")
    let outcome = try desk.succeed("roster", "import", "justice", "staff.csv", "--json")
    let counts = try outcome.json
    for (figure, number) in [
      ("rows", 10), ("added", 3), ("updated", 0), ("unchanged", 2), ("removed", 0), ("rejected", 5), ("count", 3),
    ] { #expect(counts[figure] == .number(number), "\(figure)") }
    #expect(counts["dropped"] == ["Salary"])
    #expect(counts["mapping"]?["job_title"] == "Business title")
    #expect(counts["rejectsFile"] == "staff.rejects.csv")
    #expect(desk.mode("staff.rejects.csv") == 0o600)
    let rejects = desk.read("staff.rejects.csv").split(separator: "\n").dropFirst()
    #expect(
      rejects.map { $0.split(separator: ",").prefix(2).joined(separator: ",") } == [
        "4,2", "5,1", "6,7", "7,7", "9,2",
      ])
    for word in ["Cem", "nowhere", "Other", "nimbus.example"] { #expect(!outcome.stderr.contains(word)) }
    let shown = try shown()
    #expect(shown["count"] == 3)
    #expect(shown["withAddress"] == 2)
    #expect(shown["team"]?.elements == [["name": "Maps", "count": 2], ["name": "Kitchen", "count": 1]])
    #expect(shown["cohort"]?.elements == [["name": "employee", "count": 2], ["name": "contractor", "count": 1]])
    #expect(
      shown["shift"]?.elements == [
        ["name": "early", "count": 1], ["name": "night", "count": 1], ["name": .null, "count": 1],
      ])
  }

  @Test func `the same address again updates the entry, and what the sheet has no column for stays`() throws {
    try desk.importRoster(Staff(1...6))
    let again = try desk.importRoster(Staff(1...6))
    #expect(again["unchanged"] == 6)
    #expect(again["added"] == 0)
    try desk.write(
      "name,mail,team\nSigner 1,SIGNER1+x@mail.example,Search\nNew Name,signer2@mail.example,Maps\n", to: "more.csv")
    let more = try desk.succeed("roster", "import", "justice", "more.csv", "--json").json
    #expect(more["updated"] == 2)
    #expect(more["count"] == 6)
    let shown = try shown()
    #expect(shown["team"]?.elements == [["name": "Maps", "count": 5], ["name": "Search", "count": 1]])
    #expect(shown["site"]?.elements == [["name": "Springfield", "count": 6]])
    #expect(shown["title"]?.elements == [["name": "Engineer", "count": 6]])
  }

  @Test func `a roster is replaced in one step: who is not in the sheet is off it`() throws {
    try desk.importRoster(Staff(1...6))
    var staff = Staff(2...4)
    staff.add(7...8, team: "Search")
    staff.add(5...5, team: "Search")
    let counts = try desk.importRoster(staff, "--replace")
    #expect(counts["added"] == 2)
    #expect(counts["updated"] == 1)
    #expect(counts["unchanged"] == 3)
    #expect(counts["removed"] == 2)
    #expect(counts["count"] == 6)
    // What the sheet has no column for is gone with a replacement.
    try desk.write("name,email\nSigner 2,signer2@mail.example\n", to: "staff.csv")
    try desk.succeed("roster", "import", "justice", "staff.csv", "--replace")
    #expect(try shown()["team"]?.elements == [["name": .null, "count": 1]])
  }

  @Test func `a sheet of which no row can be taken replaces nothing`() throws {
    try desk.importRoster(Staff(1...6))
    try desk.write("name,email\nAna,nowhere\n", to: "bad.csv")
    try desk.refuse(65, "roster", "import", "justice", "bad.csv", "--replace", saying: "the roster stays as it was")
    try desk.write("name,email\n", to: "none.csv")
    try desk.refuse(65, "roster", "import", "justice", "none.csv", "--replace", saying: "the roster stays as it was")
    #expect(try shown()["count"] == 6)
  }

  @Test func `a dry run counts the same and writes nothing`() throws {
    try desk.importRoster(Staff(3...9))
    try desk.write(Self.sheet, to: "staff.csv")
    for options in [[], ["--replace"]] {
      let before = (desk.files(), desk.contents(desk.database))
      let command = ["roster", "import", "justice", "staff.csv", "--json"] + options
      let dry = try Program.picket.run(
        command + ["--dry-run"], in: desk.folder, environment: desk.environment)
      #expect(desk.files() == before.0)
      #expect(desk.contents(desk.database) == before.1)
      #expect(try dry.json["rejectsFile"] == .null)
      let real = try Program.picket.run(command, in: desk.folder, environment: desk.environment).json
      for figure in ["rows", "added", "updated", "unchanged", "removed", "rejected", "count"] {
        #expect(try dry.json[figure] == real[figure], "\(figure)")
      }
    }
    #expect(try desk.succeed("roster", "import", "justice", "staff.csv", "--dry-run").text.contains("would add"))
  }

  @Test func `names in two columns, semicolons, standard input, and a cohort for all`() throws {
    let text = "First name;Last name;E-mail;Team\nAna;Example;ana@mail.example;Maps\nBo;;bo@mail.example;Maps\n"
    let counts = try desk.succeed(
      "roster", "import", "justice", "-", "--json", "--cohort", "contractor", "--delimiter", "semicolon", input: text
    ).json
    #expect(counts["added"] == 2)
    #expect(try shown()["cohort"]?.elements == [["name": "contractor", "count": 2]])
    try desk.sign("Ana Example", "other@mail.example")
    #expect(try desk.coverage()["total"]?["signed"] == 1)
  }

  @Test func `files that are refused whole`() throws {
    func refuse(_ text: String, saying words: String) throws {
      try desk.write(text, to: "staff.csv")
      try desk.refuse(65, "roster", "import", "justice", "staff.csv", saying: words)
      try desk.refuse(65, "roster", "import", "justice", "staff.csv", "--dry-run", saying: words)
    }
    try refuse("", saying: "empty")
    try refuse("email,team\nana@mail.example,Maps\n", saying: "missing: name")
    try refuse("first name,email\nAna,ana@mail.example\n", saying: "missing: name")
    try refuse("name,team,department\nAna,Maps,Maps\n", saying: "both are team")
    try refuse("name,email\nAna,\"ana@mail.example\n", saying: "quotation mark")
    try desk.refuse(66, "roster", "import", "justice", "nothing.csv", saying: "nothing.csv")
    try desk.write("name\nAna\n", to: "staff.csv")
    try desk.refuse(66, "roster", "import", "nothing", "staff.csv", saying: "no campaign")
    try desk.refuse(
      65, "roster", "import", "justice", "staff.csv", "--cohort", "alumni", saying: "alumni do not stand on a roster")
    try desk.refuse(64, "roster", "import", "justice", "staff.csv", "--cohort", "boss", saying: "boss")
  }

  @Test func `a failure far down takes the whole import back`() throws {
    try desk.importRoster(Staff(1...5))
    var staff = Staff(6...20_000)
    staff.add("Refused", "nowhere")
    try desk.write(staff.text + "\"Open,open@mail.example\n", to: "staff.csv")
    for options in [[], ["--replace"]] {
      let outcome = try Program.picket.run(
        ["roster", "import", "justice", "staff.csv"] + options, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 65)
      #expect(!desk.names().contains("staff.rejects.csv"))
      #expect(try shown()["count"] == 5)
    }
  }

  @Test func `where every row is refused the exit code says so`() throws {
    try desk.write("name,email\nAna,nowhere\n", to: "staff.csv")
    let outcome = try desk.picket("roster", "import", "justice", "staff.csv", "--json")
    #expect(outcome.code == 65)
    #expect(try outcome.json["rejected"] == 1)
  }
}
