import Testing

/// `picket import list`, `show` and `undo`.
struct UndoTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  @Test func `an import is listed and shown with its file, its mapping and its counts`() throws {
    let counts = try desk.importSheet(Sheet(1...3).text, "--partner", "Local 1")
    let id = try #require(counts["importID"]?.string)
    let shown = try desk.succeed("import", "show", "letter-1", id, "--json").json
    #expect(shown["file"] == "sheet.csv")
    #expect(shown["partner"] == "Local 1")
    #expect(shown["added"] == 3)
    #expect(shown["mapping"]?.elements.contains("name=Name") == true)
    #expect(try desk.succeed("import", "list", "letter-1", "--json").json.elements == [shown])
    let list = try desk.succeed("import", "list", "letter-1").lines
    #expect(list.contains { $0.contains("  Local 1  ") && $0.hasSuffix("  sheet.csv") })
    #expect(try desk.succeed("import", "show", "letter-1", id).text.contains("name=Name"))
  }

  @Test func `undo invalidates what the import added, and nothing else`() throws {
    try desk.sign("Signer 1", "signer1@mail.example")
    let id = try #require(desk.importSheet(Sheet(1...5).text)["importID"]?.string)
    #expect(try desk.succeed("import", "undo", "letter-1", id, "--dry-run", "--json").json == ["invalidated": 4])
    #expect(try desk.tally()["pending"] == 5)
    #expect(try desk.succeed("import", "undo", "letter-1", id, "--json").json == ["invalidated": 4])
    let tally = try desk.tally()
    #expect(tally["pending"] == 1)
    #expect(tally["invalidated"] == 4)
    #expect(tally["gross"] == 5)
    try desk.refuse(65, "import", "undo", "letter-1", id, saying: "was undone")
    #expect(try desk.succeed("import", "list", "letter-1").text.contains("undone"))
  }

  @Test func `a wish that another list brought outlives the undoing of the first`() throws {
    try desk.write("Name,Email,Sign as\nZed Example,zed@mail.example,named\n", to: "a.csv")
    try desk.write("Name,Email,Sign as\nZed Example,zed@mail.example,counted\n", to: "b.csv")
    let both = try desk.succeed(
      "signature", "import", "letter-1", "a.csv", "b.csv", "--verified", "known", "--json"
    ).json
    let first = try #require(both["files"]?.elements[0]["importID"]?.string)
    #expect(try desk.succeed("import", "undo", "letter-1", first).stderr.contains("import the other lists again"))
    try desk.succeed("signature", "import", "letter-1", "a.csv", "--verified", "known")
    #expect(try desk.tally()["verified"] == 1)
    #expect(!(try desk.succeed("export", "letter-1", "--format", "csv").text.contains("Zed")))
  }

  @Test func `after an undo the sheet can be imported once more, better`() throws {
    let first = try #require(desk.importSheet(Sheet(1...5).text, "--cohort", "supporter")["importID"]?.string)
    try desk.succeed("import", "undo", "letter-1", first)
    let second = try desk.importSheet(Sheet(1...5).text, "--cohort", "alumni")
    #expect(second["added"] == 5)
    let tally = try desk.tally()
    #expect(tally["net"] == 5)
    #expect(tally["invalidated"] == 5)
    #expect(tally["byCohort"]?["alumni"]?["net"] == 5)
  }

  @Test func `an undo and a new import of a sheet without addresses`() throws {
    let sheet = "Name,City\nAna Example,Springfield\nBen Example,Springfield\n"
    let first = try #require(desk.importSheet(sheet)["importID"]?.string)
    try desk.succeed("import", "undo", "letter-1", first)
    #expect(try desk.importSheet(sheet)["added"] == 2)
    #expect(try desk.tally()["net"] == 2)
  }

  @Test func `an undo leaves those who had left as they were`() throws {
    let id = try #require(desk.importSheet(Sheet(1...3).text)["importID"]?.string)
    let signer = try #require(desk.signatures()[0]["id"]?.string)
    try desk.succeed("signature", "withdraw", "letter-1", signer)
    #expect(try desk.succeed("import", "undo", "letter-1", id, "--json").json == ["invalidated": 2])
    #expect(try desk.tally()["withdrawn"] == 1)
  }

  @Test func `who withdrew does not come back by an import, who was erased is refused with a reason`() throws {
    try desk.importSheet(Sheet(1...3).text)
    let ids = try ["signer1@", "signer2@"].map { text in
      try #require(desk.succeed("signature", "search", "letter-1", text, "--json").json.elements[0]["id"]?.string)
    }
    try desk.succeed("signature", "withdraw", "letter-1", ids[0])
    try desk.succeed("signature", "erase", "letter-1", ids[1])
    try desk.write(Sheet(1...4).text, to: "again.csv")
    let outcome = try desk.succeed("signature", "import", "letter-1", "again.csv", "--json")
    let counts = try outcome.json
    #expect(counts["added"] == 1)
    #expect(counts["duplicates"] == 2)
    #expect(counts["rejected"] == 1)
    #expect(outcome.stderr.contains("asked to be erased"))
    #expect(try desk.tally()["withdrawn"] == 2)
    #expect(try desk.tally()["net"] == 2)
  }

  @Test func `an undone import does not free the addresses of those who left`() throws {
    let id = try #require(desk.importSheet(Sheet(1...3).text)["importID"]?.string)
    let signer = try #require(
      desk.succeed("signature", "search", "letter-1", "signer1@", "--json").json.elements[0]["id"]?.string)
    try desk.succeed("signature", "withdraw", "letter-1", signer)
    try desk.succeed("import", "undo", "letter-1", id)
    let again = try desk.importSheet(Sheet(1...3).text)
    #expect(again["added"] == 2)
    #expect(again["duplicates"] == 1)
    #expect(try desk.tally()["withdrawn"] == 1)
  }

  @Test func `an import that is not there is not found`() throws {
    try desk.refuse(66, "import", "show", "letter-1", "2222222222222", saying: "picket import list letter-1")
    try desk.refuse(66, "import", "undo", "letter-1", "x", saying: "no import")
  }
}
