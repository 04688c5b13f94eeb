import Foundation
import Testing

/// Several files in one run: all or none, each with its own record and refused rows, and what they have in common.
struct SeveralFilesTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  /// Imports files and returns what the program counted.
  private func importFiles(_ names: String..., options: String...) throws -> JSON {
    let outcome = try Program.picket.run(
      ["signature", "import", "letter-1"] + names + ["--json"] + options, in: desk.folder,
      environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try outcome.json
  }

  private func writeThree() throws {
    // 1 to 5 stand in all three; 6 to 10 in the first two; 21 twice in the last.
    try desk.write(Sheet(1...20).text, to: "alpha.csv")
    try desk.write(Sheet(Array(1...10) + Array(31...40)).text, to: "beta.csv")
    try desk.write(Sheet(Array(1...5) + [51, 51, 52]).text + "x,,nowhere,,,,named\n", to: "gamma.csv")
  }

  @Test func `files are counted by themselves and together, and who stands in several counts once`() throws {
    try writeThree()
    let json = try importFiles(
      "alpha.csv", "beta.csv", "gamma.csv",
      options: "--partner", "Alpha", "--partner", "Beta", "--partner", "Gamma", "--cohort", "supporter")
    #expect(json["rows"] == 49)
    #expect(json["added"] == 32)
    #expect(json["duplicates"] == 16)
    #expect(json["rejected"] == 1)
    let files = json["files"]?.elements ?? []
    #expect(files.map { $0["file"] } == ["alpha.csv", "beta.csv", "gamma.csv"])
    #expect(files.map { $0["partner"] } == ["Alpha", "Beta", "Gamma"])
    #expect(files.allSatisfy { $0["cohort"] == "supporter" && $0["channel"] == .null })
    #expect(files.map { $0["rows"] } == [20, 20, 9])
    #expect(files.map { $0["added"] } == [20, 10, 2])
    #expect(files.map { $0["duplicates"] } == [0, 10, 6])
    #expect(files.map { $0["duplicatesWithin"] } == [0, 0, 1])
    #expect(files.map { $0["rejected"] } == [0, 0, 1])
    #expect(files.map { $0["rejectsFile"] } == [.null, .null, "gamma.rejects.csv"])
    #expect(desk.names().filter { $0.contains("rejects") } == ["gamma.rejects.csv"])
    let pairs = json["pairs"]?.elements ?? []
    #expect(pairs.map { $0["one"] } == ["Alpha", "Alpha", "Beta"])
    #expect(pairs.map { $0["other"] } == ["Beta", "Gamma", "Gamma"])
    #expect(pairs.map { $0["duplicates"] } == [10, 5, 5])
    #expect(try desk.tally()["gross"] == 32)
    #expect(try desk.tally()["byCohort"]?["supporter"]?["pending"] == 32)

    let imports = try desk.succeed("import", "list", "letter-1", "--json").json.elements
    #expect(Set(imports.map { $0["partner"]?.string }) == ["Alpha", "Beta", "Gamma"])
    #expect(Set(imports.map { $0["id"]?.string }) == Set(files.map { $0["importID"]?.string }))
    let gamma = try #require(imports.first { $0["partner"] == "Gamma" }?["id"]?.string)
    #expect(try desk.succeed("signature", "list", "letter-1", "--import", gamma, "--json").json.elements.count == 2)
    #expect(try desk.doctor().holds)
  }

  @Test func `later lists are compared with the imports that came before, and with what was entered singly`() throws {
    try desk.importSheet(Sheet(1...10).text, named: "early.csv", "--partner", "Early")
    try desk.importSheet(Sheet(11...12).text, named: "own.csv")
    try desk.sign("Signer 13", "signer13@mail.example")
    try desk.write(Sheet(5...20).text, to: "late.csv")
    let outcome = try desk.succeed("signature", "import", "letter-1", "late.csv", "--dry-run")
    #expect(outcome.text.contains("IN BOTH  ONE LIST  THE OTHER"))
    #expect(outcome.text.contains("6  late.csv  Early, imported on "))
    let pairs = try importFiles("late.csv")["pairs"]?.elements ?? []
    #expect(pairs.count == 3)
    #expect(pairs.allSatisfy { $0["one"] == "late.csv" })
    let counts = Dictionary(uniqueKeysWithValues: pairs.map { ($0["other"]?.string ?? "", $0["duplicates"]?.number) })
    #expect(counts == ["Early": 6, "own.csv": 2, "entered singly": 1])
  }

  @Test func `the stricter choice stands, whichever list it is in`() throws {
    try desk.write(Sheet(1...4, as: "named").text, to: "open.csv")
    try desk.write(Sheet(2...3, as: "counted").text, to: "shy.csv")
    try desk.write(Sheet(3...4, as: "anonymous").text, to: "other.csv")
    let json = try importFiles("open.csv", "shy.csv", "other.csv")
    #expect(json["stricter"] == 3)
    #expect(json["files"]?.elements.map { $0["stricter"] } == [0, 2, 1])
    let levels = try desk.signatures().sorted { ($0["name"]?.string ?? "") < ($1["name"]?.string ?? "") }
      .map { $0["visibility"] }
    #expect(levels == ["named", "counted", "counted", "role"])
  }

  @Test func `a bad file among good ones refuses all of them`() throws {
    try writeThree()
    try desk.write("Name,Email\nAna Example,\"ana@mail.example\n", to: "broken.csv")
    try desk.write("nothing,here\n1,2\n", to: "headless.csv")
    for bad in ["broken.csv", "headless.csv", "missing.csv"] {
      let code: Int32 = bad == "missing.csv" ? 66 : 65
      try desk.refuse(code, "signature", "import", "letter-1", "gamma.csv", bad, "alpha.csv", saying: bad)
      try desk.refuse(code, "signature", "import", "letter-1", "gamma.csv", bad, "--dry-run", saying: bad)
    }
    #expect(try desk.tally()["gross"] == 0)
  }

  @Test func `refused rows of files whose names differ in their ending only go to two files`() throws {
    try desk.write("Name,Email\nAna Example,nowhere\n", to: "list.csv")
    try desk.write("Name\tEmail\nBen Example\tben@mail.example\nCem Example\t@\n", to: "list.tsv")
    let json = try importFiles("list.csv", "list.tsv")
    #expect(
      json["files"]?.elements.map { $0["rejectsFile"] } == ["list.rejects.csv", "list.rejects-2.csv"])
    #expect(desk.read("list.rejects.csv").contains("Ana Example"))
    #expect(desk.read("list.rejects-2.csv").contains("Cem Example"))
  }

  @Test func `what is given once holds for all files, and any other count is refused`() throws {
    try writeThree()
    let json = try importFiles("alpha.csv", "beta.csv", options: "--partner", "Both", "--channel", "form")
    #expect(json["files"]?.elements.map { $0["partner"] } == ["Both", "Both"])
    #expect(json["files"]?.elements.map { $0["channel"] } == ["form", "form"])
    // One partner with two lists: the lists are told apart by their files.
    #expect(json["pairs"]?.elements.map { $0["one"] } == ["Both: alpha.csv"])
    for option in [["--partner", "A", "--partner", "B"], ["--cohort", "alumni", "--cohort", "employee"]] {
      try desk.refuse(
        64, "signature", "import", "letter-1", "alpha.csv", "beta.csv", "gamma.csv", option[0], option[1], option[2],
        option[3], saying: "give it once for all of them, or once for each")
    }
    try desk.refuse(
      64, "signature", "import", "letter-1", "alpha.csv", "--channel", "a", "--channel", "b", saying: "2 times")
    try desk.refuse(64, "signature", "import", "letter-1", "alpha.csv", "alpha.csv", saying: "named twice")
    try desk.refuse(64, "signature", "import", "letter-1", saying: "files")
  }

  @Test func `a rehearsal of several files counts the same, shows each mapping, and writes nothing`() throws {
    try writeThree()
    let before = desk.files()
    let outcome = try desk.succeed(
      "signature", "import", "letter-1", "alpha.csv", "gamma.csv", "--dry-run", "--partner", "A", "--partner", "G")
    #expect(desk.files() == before)
    for told in ["alpha.csv:\n", "gamma.csv:\n", "WOULD ADD", "IN BOTH", "5  A         G"] {
      #expect(outcome.text.contains(told), "\(told) in \(outcome.text)")
    }
    let rehearsed = try desk.succeed(
      "signature", "import", "letter-1", "alpha.csv", "gamma.csv", "--dry-run", "--json"
    ).json
    let done = try importFiles("alpha.csv", "gamma.csv")
    for key in ["rows", "added", "duplicates", "rejected", "stricter", "sameName", "pairs"] {
      #expect(rehearsed[key] == done[key], "\(key)")
    }
    #expect(try desk.tally()["gross"] == 22)
  }

  @Test func `what a partner only claims stands beside, in no sum`() throws {
    try writeThree()
    try desk.succeed("claim", "add", "letter-1", "--source", "Delta", "--count", "5000")
    let outcome = try desk.succeed("signature", "import", "letter-1", "alpha.csv", "beta.csv")
    #expect(outcome.text.contains("beside, without records: Delta reports 5,000 supporters"))
    let json = try importFiles("gamma.csv")
    #expect(json["claims"]?.elements.map { $0["count"] } == [5000])
    #expect(json["pairs"]?.elements.allSatisfy { $0["other"] != "Delta" } == true)
    #expect(try desk.succeed("tally", "letter-1").text.contains("Delta reports 5,000 supporters"))
    #expect(try desk.tally()["gross"] == 32)
    #expect(try desk.tally()["claimed"] == 5000)
  }

  @Test func `lists without addresses are told by their partner, and the same bytes are one list`() throws {
    for (folder, other) in [("x", "Jo Alpha"), ("y", "Jo Beta")] {
      try FileManager.default.createDirectory(
        atPath: desk.folder + "/" + folder, withIntermediateDirectories: true)
      try desk.write("Name,Job\nMaria Example,Engineer\n\(other),\n", to: "\(folder)/names.csv")
    }
    try desk.refuse(64, "signature", "import", "letter-1", "x/names.csv", "y/names.csv", saying: "--partner")
    let json = try importFiles("x/names.csv", "y/names.csv", options: "--partner", "Alpha", "--partner", "Beta")
    #expect(json["added"] == 4)
    #expect(json["sameName"] == 1)
    try desk.write("Name,Job\nMaria Example,Engineer\nJo Alpha,\n", to: "copy.csv")
    #expect(try importFiles("copy.csv")["added"] == 0)
    try desk.write("Name,Job\nKim Example,\n", to: "one.csv")
    try desk.write("Name,Job\nKim Example,\n", to: "two.csv")
    #expect(try importFiles("one.csv", "two.csv")["added"] == 1)
  }
}
