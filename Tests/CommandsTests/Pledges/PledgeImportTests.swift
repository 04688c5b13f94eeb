import Foundation
import Testing

/// `picket pledge import`.
struct PledgeImportTests {
  private let desk: Desk

  init() throws { desk = try Desk.withWalkOut() }

  private static let sheet = """
    Name,E-mail address,If others,Cohort,Visibility,Lapses on,Comment
    Ana Example,ana@mail.example,5,alumni,role,2099-12-31,hello
    Ben Example,ben@mail.example,,,,,
    Cem Example,nowhere,3,,,,
    Dee Example,dee@mail.example,0,,,,
    ,eva@mail.example,3,,,,
    Fay Example,,3,,,,
    Gus Example,gus@mail.example,many,,,,
    Hal Example,hal@mail.example,3,boss,,,
    Ida Example,ida@mail.example,3,,all,,
    Jan Example,jan@mail.example,3,,,2026-02-30,
    Ben Example,BEN@mail.example,4,,counted,,
    Other Name,ben@mail.example,,,,,

    """

  @Test func `each row is taken or comes back with its line, its column and its reason`() throws {
    try desk.write(Self.sheet, to: "pledges.csv")
    let outcome = try desk.succeed(
      "pledge", "import", "walk-out", "pledges.csv", "--verified", "badge", "--cohort", "contractor", "--json")
    let counts = try outcome.json
    #expect(counts["rows"] == 12)
    #expect(counts["added"] == 2)
    #expect(counts["renewed"] == 1)
    #expect(counts["duplicates"] == 0)
    #expect(counts["rejected"] == 9)
    #expect(counts["rejectsFile"] == "pledges.rejects.csv")
    #expect(counts["mapping"]?["if_others"] == "If others")
    #expect(counts["dropped"] == ["Comment"])
    let rejects = desk.read("pledges.rejects.csv").split(separator: "\n")
    #expect(
      rejects.first
        == "picket_line,picket_column,picket_reason,Name,E-mail address,If others,Cohort,Visibility,Lapses on,Comment"
    )
    #expect(
      rejects.dropFirst().map { $0.split(separator: ",").prefix(2).joined(separator: ",") } == [
        "4,2", "5,3", "6,1", "7,2", "8,3", "9,4", "10,5", "11,6", "13,2",
      ])
    #expect(desk.mode("pledges.rejects.csv") == 0o600)
    let pledges = try desk.pledges()
    let ana = try #require(pledges.first { $0["name"] == "Ana Example" })
    #expect(ana["cohort"] == "alumni")
    #expect(ana["visibility"] == "role")
    #expect(ana["ifOthers"] == 5)
    #expect(ana["lapsesOn"] == "2099-12-31")
    #expect(ana["verified"] == true)
    let ben = try #require(pledges.first { $0["name"] == "Ben Example" })
    #expect(ben["cohort"] == "contractor")
    #expect(ben["visibility"] == "counted")
    #expect(ben["ifOthers"] == 4)
    for word in ["Cem", "nowhere", "Dee", "Other", "mail.example"] { #expect(!outcome.stderr.contains(word)) }
    #expect(outcome.stderr.contains("pledges.csv:4:2: the address has no @"))
  }

  @Test func `a dry run counts the same and writes nothing`() throws {
    try desk.write(Self.sheet, to: "pledges.csv")
    let (files, database) = (desk.files(), desk.contents(desk.database))
    let dry = try desk.succeed("pledge", "import", "walk-out", "pledges.csv", "--dry-run", "--json").json
    #expect(desk.files() == files)
    #expect(desk.contents(desk.database) == database)
    #expect(dry["rejectsFile"] == .null)
    let real = try desk.succeed("pledge", "import", "walk-out", "pledges.csv", "--json").json
    for figure in ["rows", "added", "renewed", "duplicates", "rejected"] { #expect(dry[figure] == real[figure]) }
    try desk.write(Self.sheet, to: "text.csv")
    #expect(try desk.succeed("pledge", "import", "walk-out", "text.csv", "--dry-run").text.contains("would add"))
  }

  @Test func `the same file again adds nothing, and the mended rows are taken`() throws {
    try desk.importPledges(1...20, ifOthers: "3")
    let again = try desk.importPledges(1...20, ifOthers: "3")
    #expect(again["duplicates"] == 20)
    #expect(again["added"] == 0)
    #expect(again["rejectsFile"] == .null)
    try desk.write(Self.sheet, to: "pledges.csv")
    try desk.succeed("pledge", "import", "walk-out", "pledges.csv")
    try desk.write(
      desk.read("pledges.rejects.csv").replacing("nowhere", with: "cem@mail.example"), to: "pledges.rejects.csv")
    let mended = try desk.succeed("pledge", "import", "walk-out", "pledges.rejects.csv", "--json").json
    #expect(mended["added"] == 1)
    #expect(mended["rejected"] == 8)
  }

  @Test func `a sheet of an old Windows program is read where its encoding is named`() throws {
    let sheet = "Name,E-mail,If others,Straße\nZoë Exämple,zoe@mail.example,3,x\n"
    let bytes = Array(try #require(sheet.data(using: .windowsCP1252)))
    try desk.write(bytes, to: "old.csv")
    try desk.refuse(65, "pledge", "import", "walk-out", "old.csv", saying: "--encoding windows-1252")
    let counts = try desk.succeed(
      "pledge", "import", "walk-out", "old.csv", "--encoding", "windows-1252", "--delimiter", "comma", "--json"
    ).json
    #expect(counts["added"] == 1)
    #expect(try desk.succeed("pledge", "list", "walk-out").text.contains("Zoë Exämple"))
  }

  @Test func `from standard input, with semicolons`() throws {
    let text = "name;email;if_others\nAna Example;ana@mail.example;3\nBen Example;nowhere;\n"
    let counts = try desk.succeed("pledge", "import", "walk-out", "-", "--json", input: text).json
    #expect(counts["added"] == 1)
    #expect(counts["rejectsFile"] == "standard-input.rejects.csv")
  }

  @Test func `who took the pledge back is refused, and who was erased is in no file`() throws {
    try desk.importPledges(1...3)
    let ids = try desk.pledges().compactMap { $0["id"]?.string }
    try desk.succeed("pledge", "withdraw", "walk-out", ids[0])
    try desk.succeed("pledge", "withdraw", "walk-out", ids[1], "--erase")
    let counts = try desk.importPledges(1...3)
    #expect(counts["duplicates"] == 1)
    #expect(counts["rejected"] == 2)
    let rejects = desk.read("pledges.rejects.csv").split(separator: "\n")
    #expect(rejects.count == 2)
    #expect(rejects.last?.contains("the pledge was taken back") == true)
    #expect(try desk.pledgeTally()["withdrawn"] == 2)
  }

  @Test func `files that are refused whole`() throws {
    func refuse(_ text: String, saying words: String) throws {
      try desk.write(text, to: "pledges.csv")
      try desk.refuse(65, "pledge", "import", "walk-out", "pledges.csv", saying: words)
      try desk.refuse(65, "pledge", "import", "walk-out", "pledges.csv", "--dry-run", saying: words)
    }
    try refuse("", saying: "empty")
    try refuse("name,email\nAna Example,ana@mail.example\n", saying: "missing: if_others")
    try refuse("email,if_others\nana@mail.example,\n", saying: "missing: name")
    try refuse("name,email,if_others,N\nAna,ana@mail.example,,3\n", saying: "both are if_others")
    try refuse("name,email,if_others\nAna,\"ana@mail.example,\n", saying: "quotation mark")
    try desk.refuse(66, "pledge", "import", "walk-out", "nothing.csv", saying: "nothing.csv")
    try desk.write("name,email,if_others\nAna,ana@mail.example,\n", to: "pledges.csv")
    try desk.refuse(66, "pledge", "import", "nothing", "pledges.csv", saying: "no boycott")
    try desk.refuse(
      65, "pledge", "import", "walk-out", "pledges.csv", "--verified", "", saying: "verification method")
    try desk.refuse(64, "pledge", "import", "walk-out", "pledges.csv", "--cohort", "boss", saying: "boss")
  }

  @Test func `a quotation mark that is never closed far down takes the whole import back`() throws {
    var text = "name,email,if_others\n"
    for number in 0..<20_000 { text += "P \(number),p\(number)@mail.example,\n" }
    text += "Refused,nowhere,\n\"P,p@mail.example,\n"
    try desk.write(text, to: "pledges.csv")
    try desk.refuse(65, "pledge", "import", "walk-out", "pledges.csv", saying: "quotation mark")
    #expect(try desk.pledgeTally()["pledged"] == 0)
    #expect(!desk.names().contains("pledges.rejects.csv"))
  }

  @Test func `where every row is refused the exit code says so; no row at all is no failure`() throws {
    try desk.write("name,email,if_others\nAna,nowhere,\n", to: "pledges.csv")
    let outcome = try desk.picket("pledge", "import", "walk-out", "pledges.csv", "--json")
    #expect(outcome.code == 65)
    #expect(try outcome.json["rejected"] == 1)
    try desk.write("name,email,if_others\n", to: "none.csv")
    #expect(try desk.succeed("pledge", "import", "walk-out", "none.csv", "--json").json["rows"] == 0)
  }

  @Test func `addresses of the target are taken and told`() throws {
    try desk.write("name,email,if_others\nAna,ana@nimbus.example,\nBen,ben@mail.example,\n", to: "pledges.csv")
    let outcome = try desk.succeed("pledge", "import", "walk-out", "pledges.csv", "--json")
    #expect(try outcome.json["targetAddresses"] == 1)
    #expect(outcome.stderr.contains("1 address is at the target's own domains"))
  }
}
