import Foundation
import Testing

/// `picket sheet`: signatures on paper.
struct SheetTests {
  private let desk: Desk
  private static let rows = """
    row,name,job_title,team,email,visibility,signed_on
    1,Ana Example,Engineer,Search,ana@mail.example,named,2026-03-01
    3,"Ben ""B"" Example",,,,role,
    4,Cem Example,Driver,,,,
    """

  init() throws {
    desk = try Desk.withPetition()
    try desk.succeed("sheet", "print", "letter-1", "--count", "3", "--rows", "5", "-o", "sheets.pdf")
  }

  private func contents(_ name: String) -> [UInt8] { desk.contents(desk.folder + "/" + name) ?? [] }

  private func signers() throws -> [JSON] {
    try desk.signatures().sorted { ($0["name"]?.string ?? "") < ($1["name"]?.string ?? "") }
  }

  // MARK: Printing

  @Test func `each printed sheet has a number of its own, and the next print goes on`() throws {
    let next = try desk.succeed("sheet", "print", "letter-1", "--paper", "letter", "-o", "more.pdf", "--json").json
    #expect(next["numbers"] == [4])
    #expect(next["rows"] == 10)
    let letter = next["letter"]?.string ?? ""
    #expect(letter.count == 64)
    let list = try desk.succeed("sheet", "list", "letter-1", "--json").json.elements
    #expect(list.map { $0["number"] } == [1, 2, 3, 4])
    #expect(list.map { $0["rows"] } == [5, 5, 5, 10])
    #expect(list.map { $0["entered"] } == [0, 0, 0, 0])
    #expect(list.allSatisfy { $0["sha256"]?.string == letter && $0["letter"] == "en:1" })
    #expect(try desk.succeed("sheet", "list", "letter-1").text.contains(letter.prefix(8)))
  }

  @Test func `a sheet shows its number, the hash of its letter and what is kept and shown`() throws {
    guard let reader = Program.tool("pdftotext") else { return }
    let letter =
      try desk.succeed("letter", "list", "letter-1", "--json").json.elements.first?["sha256"]?.string ?? "?"
    for page in 1...3 {
      let text = try reader.run(
        ["-f", "\(page)", "-l", "\(page)", "sheets.pdf", "-"], in: desk.folder, environment: desk.environment
      ).text.replacing("\n", with: " ")
      for words in [
        "Sheet \(page)", letter, "Listen to us", "To Nimbus Cloud", "We ask you to listen.", "Signature",
        "a sealed record that only the organizers can open", "no mark: counted",
      ] { #expect(text.contains(words), "\(words)") }
      #expect(text.matches(of: /named/).count >= 5)
    }
  }

  @Test func `a number is taken only where the sheets were printed`() throws {
    try desk.refuse(73, "sheet", "print", "letter-1", "-o", "sheets.pdf", saying: "sheets.pdf")
    try desk.refuse(73, "sheet", "print", "letter-1", "-o", "nowhere/sheets.pdf", saying: "nowhere")
    try desk.refuse(66, "sheet", "print", "letter-2", "-o", "a.pdf", saying: "did you mean letter-1?")
    try desk.refuse(66, "sheet", "print", "letter-1", "--language", "fr", "-o", "a.pdf", saying: "no letter")
    for count in ["0", "1001", "-1"] {
      try desk.refuse(65, "sheet", "print", "letter-1", "--count=\(count)", "-o", "a.pdf", saying: "at most 1000")
    }
    for rows in ["0", "17"] {
      try desk.refuse(65, "sheet", "print", "letter-1", "--rows", rows, "-o", "a.pdf", saying: "1 to 16 rows")
    }
    #expect(try desk.succeed("sheet", "list", "letter-1", "--json").json.elements.count == 3)
  }

  @Test func `a sheet of another letter version binds its rows to that version`() throws {
    try desk.write("# Lettre ouverte\n\nÉcoutez-nous.\n", to: "fr.md")
    try desk.succeed("letter", "add", "letter-1", "fr.md", "--language", "fr")
    try desk.succeed("sheet", "print", "letter-1", "--language", "fr", "-o", "fr.pdf")
    try desk.write("# An open letter\n\nWe ask you to listen at last.\n", to: "new.md")
    try desk.succeed("letter", "add", "letter-1", "new.md")
    try desk.succeed("sheet", "enter", "letter-1", "4", "-", input: "name\nFleur Exemple\n")
    try desk.succeed("sheet", "enter", "letter-1", "1", "-", input: "name\nAna Example\n")
    let document = try desk.succeed("export", "letter", "letter-1", "--for", "organizers").text
    #expect(document.contains("Letter version 1, language en"))
    #expect(document.contains("- version 1, language fr"))
    #expect(!document.contains("version 2"))
  }

  // MARK: Entering from a file

  @Test func `a sheet is entered as one import, and nobody is shown who did not ask for it`() throws {
    try desk.write(Self.rows, to: "rows.csv")
    let entered = try desk.succeed(
      "sheet", "enter", "letter-1", "2", "rows.csv", "--verified", "badge seen", "--json"
    ).json
    #expect(entered["added"] == 3)
    #expect(entered["sheet"] == 2)
    let signers = try signers()
    #expect(signers.map { $0["name"] } == ["Ana Example", "Ben \"B\" Example", "Cem Example"])
    #expect(signers.map { $0["visibility"] } == ["named", "role", "counted"])
    #expect(signers.map { $0["state"] } == ["verified", "verified", "verified"])
    #expect(signers[0]["signedOn"] == "2026-03-01")
    let imports = try desk.succeed("import", "list", "letter-1", "--json").json.elements
    #expect(imports.count == 1)
    #expect(imports.first?["file"] == "sheet 2")
    let list = try desk.succeed("sheet", "list", "letter-1", "--json").json.elements
    #expect(list.map { $0["entered"] } == [0, 3, 0])
    try desk.succeed("doctor")
  }

  @Test func `the same sheet again adds nothing, and what was left out can be added later`() throws {
    try desk.succeed("sheet", "enter", "letter-1", "2", "-", input: Self.rows)
    let again = try desk.succeed("sheet", "enter", "letter-1", "2", "-", "--json", input: Self.rows).json
    #expect(again["added"] == 0)
    #expect(again["duplicates"] == 3)
    let more = try desk.succeed(
      "sheet", "enter", "letter-1", "2", "-", "--json", input: Self.rows + "\n5,Dora Example,,,,,\n"
    ).json
    #expect(more["added"] == 1)
    #expect(try desk.tally()["gross"] == 4)
  }

  @Test func `a row is known by its place: typed otherwise it is held, on another sheet it is another`() throws {
    try desk.succeed("sheet", "enter", "letter-1", "1", "-", input: "row,name\n2,Ana Exampel\n")
    let otherwise = try desk.succeed(
      "sheet", "enter", "letter-1", "1", "-", "--json", input: "row,name,team\n2,Ana Exampel,Search\n"
    ).json
    #expect(otherwise["duplicates"] == 1)
    let corrected = try desk.succeed(
      "sheet", "enter", "letter-1", "1", "-", "--json", input: "row,name\n2,Ana Example\n"
    ).json
    #expect(corrected["sharedAddress"] == 1)
    let elsewhere = try desk.succeed(
      "sheet", "enter", "letter-1", "3", "-", "--json", input: "row,name\n2,Ana Exampel\n"
    ).json
    #expect(elsewhere["added"] == 1)
  }

  @Test func `an undone sheet can be entered again`() throws {
    let id = try desk.succeed("sheet", "enter", "letter-1", "2", "-", "--json", input: Self.rows).json["importID"]
    try desk.succeed("import", "undo", "letter-1", id?.string ?? "")
    #expect(try desk.succeed("sheet", "list", "letter-1", "--json").json.elements[1]["entered"] == 0)
    #expect(try desk.succeed("sheet", "enter", "letter-1", "2", "-", "--json", input: Self.rows).json["added"] == 3)
  }

  @Test func `who was erased does not come back by the sheet`() throws {
    try desk.succeed("sheet", "enter", "letter-1", "2", "-", input: Self.rows)
    for signer in try desk.signatures() {
      try desk.succeed("signature", "erase", "letter-1", signer["id"]?.string ?? "")
    }
    try desk.refuse(65, "sheet", "enter", "letter-1", "2", "-", saying: "asked to be erased", input: Self.rows)
  }

  @Test(arguments: [
    ("name\n", "there is no row to enter"), ("nobody\nCanary\n", "missing: name"),
    ("row,name\n6,Canary\n", "there is no row 6 on sheet 2: it has 5"), ("row,name\n0,Canary\n", "there is no row 0"),
    ("row,name\n2,Canary\n2,Ben\n", "row 2 stands twice"), ("row,name\ncanary,Ana\n", "is no number"),
    ("row,name\n1,Ana\n2,\"\"\n", "-:3:2: the name is empty"),
    ("name,email\nAna,ana@mail.example\nCanary,canary\n", "row 2 of sheet 2 cannot be entered"),
    ("name,visibility\nCanary,canary\n", "row 1 of sheet 2 cannot be entered"),
    ("name,signed_on\nCanary,2999-01-01\n", "row 1 of sheet 2 cannot be entered"),
    ("name\nA\nB\nC\nD\nE\nCanary\n", "there is no row 6"),
    ("name\n" + String(repeating: "Canary\n", count: 17), "at most 16 rows"),
  ])
  func `one row that cannot be taken keeps all of them out, and is not repeated`(rows: String, words: String) throws {
    let outcome = try desk.refuse(65, "sheet", "enter", "letter-1", "2", "-", saying: words, input: rows)
    #expect(!outcome.stderr.lowercased().contains("canary"))
  }

  @Test func `a sheet that was not printed has no rows, and a closed petition takes none`() throws {
    try desk.refuse(66, "sheet", "enter", "letter-1", "9", "-", saying: "no sheet 9 was printed", input: Self.rows)
    try desk.refuse(64, "sheet", "enter", "letter-1", "1", saying: "there are no rows")
    try desk.succeed("petition", "close", "letter-1")
    try desk.refuse(65, "sheet", "enter", "letter-1", "2", "-", saying: "letter-1 is closed", input: Self.rows)
  }

  @Test func `nothing of a sheet stands in the clear`() throws {
    try desk.succeed(
      "sheet", "enter", "letter-1", "2", "-",
      input: "name,job_title,email\nCanaryname,Canaryjob,canarymail@mail.example\n")
    for name in desk.files() {
      let bytes = desk.contents(desk.root + "/" + name) ?? []
      for word in ["Canaryname", "Canaryjob", "canarymail"] {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(word), "\(name)")
      }
    }
  }

  // MARK: Scans

  @Test func `of a scan nothing is kept but its hash`() throws {
    try desk.write("a scan that shows canaryhand", to: "scan.pdf")
    try desk.refuse(64, "sheet", "scan", "letter-1", "2", "scan.pdf", saying: "evidence is public")
    let scan = try desk.succeed("sheet", "scan", "letter-1", "2", "scan.pdf", "--public", "--json").json
    let digest = try #require(Program.tool("sha256sum")).run(
      ["scan.pdf"], in: desk.folder, environment: desk.environment
    ).text.prefix(64)
    #expect(scan["sha256"]?.string == String(digest))
    let shown = try desk.succeed("evidence", "show", "1", "--campaign", "justice").text
    #expect(shown.contains("SHA-256 \(digest)"))
    #expect(shown.contains("signature sheet 2 of letter-1"))
    let database = String(decoding: desk.contents(desk.database) ?? [], as: UTF8.self)
    #expect(!database.contains("canaryhand"))
    try desk.refuse(
      65, "sheet", "scan", "letter-1", "2", "scan.pdf", "--public", saying: "evidence 1 of justice already")
    try desk.refuse(66, "sheet", "scan", "letter-1", "7", "scan.pdf", "--public", saying: "no sheet 7 was printed")
    try desk.refuse(65, "sheet", "scan", "letter-1", "2", "-", "--public", saying: "empty")
    try desk.refuse(66, "sheet", "scan", "letter-1", "2", "nothing.pdf", "--public", saying: "nothing.pdf")
  }
}
