import Foundation
import Testing

/// The forms in which sheets come: separators, encodings, columns.
struct SheetFormTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func names() throws -> [String] { try desk.signatures().compactMap { $0["name"]?.string }.sorted() }

  @Test func `the counts for programs have exactly their keys`() throws {
    let counts = try desk.importSheet(Sheet(1...3).text)
    #expect(
      counts.keys.isSuperset(of: [
        "rows", "added", "duplicates", "sharedAddress", "rejected", "stricter", "rejectsFile",
      ]))
    #expect(counts["rejectsFile"] == .null)
    #expect(counts["rows"] == 3)
  }

  @Test(arguments: ["CRLF", "LF", "CR"]) func `lines may end as they like`(ending: String) throws {
    let lineBreak = ending.replacing("CR", with: "\r").replacing("LF", with: "\n")
    let sheet = Sheet(1...3).text.replacing("\n", with: lineBreak)
    #expect(try desk.importSheet(sheet)["added"] == 3)
    #expect(try names() == ["Signer 1", "Signer 2", "Signer 3"])
  }

  @Test(arguments: [",", ";", "\t"]) func `the separator is found`(separator: String) throws {
    let sheet = Sheet(1...3).text.replacing(",", with: separator)
    #expect(try desk.importSheet("\u{FEFF}" + sheet)["added"] == 3)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func `UTF-16 with its mark is found`(encoding: String.Encoding) throws {
    var sheet = Sheet()
    sheet.add(name: "さくら Example ✊🏽", email: "sakura@mail.example")
    let bytes = try #require(("\u{FEFF}" + sheet.text).data(using: encoding))
    try desk.write(Array(bytes), to: "sheet.csv")
    #expect(try desk.importFile("sheet.csv")["added"] == 1)
    #expect(try names() == ["さくら Example ✊🏽"])
  }

  @Test func `Windows-1252 is read when it is named, and refused by row when it is not`() throws {
    let bytes =
      Array("Name,Email\nJos".utf8) + [0xE9]
      + Array(" Example,jose@mail.example\nAna Example,ana@mail.example\n".utf8)
    try desk.write(bytes, to: "sheet.csv")
    let guessed = try desk.importFile("sheet.csv")
    #expect(guessed["rejected"] == 1)
    #expect(guessed["added"] == 1)
    #expect(try desk.importFile("sheet.csv", ["--encoding", "windows-1252"])["added"] == 1)
    #expect(try names() == ["Ana Example", "José Example"])
  }

  @Test func `cells with quotes, commas and line breaks`() throws {
    var sheet = Sheet()
    sheet.add(name: "Ana \"Ace\" Example", email: "ana@mail.example", job: "Engineer,\nplatform", team: "A; B")
    try desk.importSheet(sheet.text)
    let signer = try desk.signatures()[0]
    #expect(signer["name"] == "Ana \"Ace\" Example")
    #expect(signer["jobTitle"] == "Engineer, platform")
    #expect(signer["team"] == "A; B")
  }

  @Test func `a sheet from standard input`() throws {
    let outcome = try desk.succeed("signature", "import", "letter-1", "-", "--json", input: Sheet(1...3).text)
    #expect(try outcome.json["added"] == 3)
    let piped = try desk.shell(
      "printf 'Name,Email\\nAna Example,ana@mail.example\\n' | picket signature import letter-1 - --json")
    #expect(piped.code == 0)
    #expect(try piped.json["added"] == 1)
  }

  @Test func `columns are chosen by --map, and named by --columns`() throws {
    try desk.importSheet(
      "Who?,Where to write,What do you do\nAna Example,ana@mail.example,Engineer\n", "--map", "name=Who?", "--map",
      "email=Where to write", "--map", "job_title=What do you do")
    #expect(try desk.signatures()[0]["jobTitle"] == "Engineer")
    try desk.importSheet(
      "Ben Example;ben@mail.example;x;Maps\n", named: "b.csv", "--columns", "name,email,_,team", "--delimiter",
      "semicolon")
    #expect(try names() == ["Ana Example", "Ben Example"])
    let show = try desk.succeed("import", "list", "letter-1", "--json").json.elements
    #expect(show.count == 2)
  }

  @Test func `a mapping that cannot be is refused with the headers that come near`() throws {
    try desk.write(Sheet(1...2).text, to: "sheet.csv")
    try desk.refuse(
      65, "signature", "import", "letter-1", "sheet.csv", "--map", "name=Nmae", saying: "did you mean \"Name\"?")
    try desk.refuse(64, "signature", "import", "letter-1", "sheet.csv", "--map", "nmae=Name", saying: "fields: name")
    try desk.refuse(64, "signature", "import", "letter-1", "sheet.csv", "--map", "name", saying: "field=Header")
    try desk.refuse(
      64, "signature", "import", "letter-1", "sheet.csv", "--time-zone", "Mars/Base", saying: "time zone")
  }

  @Test func `the choice to be hidden is never dropped silently`() throws {
    try desk.write("Name,Email,May we publish you?\nAna Example,ana@mail.example,No\n", to: "sheet.csv")
    let outcome = try desk.succeed("signature", "import", "letter-1", "sheet.csv", "--dry-run")
    #expect(outcome.stderr.contains("what the public may see"))
    #expect(outcome.stderr.contains("--map visibility="))
  }

  @Test func `rows without a choice take that of the import, and its cohort`() throws {
    try desk.importSheet(
      "Name,Email\nAna Example,ana@mail.example\n", "--visibility", "counted", "--cohort", "contractor", "--partner",
      "Local 1", "--verified", "voucher")
    let signer = try desk.signatures()[0]
    #expect(signer["visibility"] == "counted")
    #expect(signer["cohort"] == "contractor")
    #expect(signer["state"] == "verified")
    #expect(try desk.succeed("import", "list", "letter-1", "--json").json.elements[0]["partner"] == "Local 1")
  }

  @Test func `addresses at the target's domain are taken and counted in a warning`() throws {
    try desk.write("Name,Email\nAna Example,ana@nimbus.example\nBen Example,ben@mail.example\n", to: "sheet.csv")
    let outcome = try desk.succeed("signature", "import", "letter-1", "sheet.csv", "--json")
    #expect(try outcome.json["targetAddresses"] == 1)
    #expect(outcome.stderr.contains("1 address is at the target's own domains: the target can read that mailbox"))
  }
}
