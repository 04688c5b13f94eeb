import Testing

/// `--dry-run`: the mapping, five rows and the counts; nothing is written.
struct RehearsalTests {
  private let desk: Desk
  private let sheet: String

  init() throws {
    desk = try Desk.withPetition()
    var sheet = Sheet(1...9)
    sheet.add(name: "Signer 1", email: "SIGNER1+x@mail.example", as: "anonymous")
    sheet.add(name: "Other Name", email: "signer2@mail.example")
    sheet.add(name: "No Address", email: "nowhere")
    sheet.add(name: "Maybe", email: "maybe@mail.example", as: "maybe")
    self.sheet = sheet.text
    try desk.importSheet(Sheet(8...9).text, named: "earlier.csv")
    try desk.write(self.sheet, to: "sheet.csv")
  }

  @Test func `a dry run writes nothing, and its counts are those of the real run`() throws {
    let before = (desk.files(), desk.contents(desk.database))
    let rehearsed = try desk.importFile("sheet.csv", ["--dry-run"])
    #expect(desk.files() == before.0)
    let isUntouched = desk.contents(desk.database) == before.1
    #expect(isUntouched)
    #expect(rehearsed["rejectsFile"] == .null)
    let real = try desk.importFile("sheet.csv")
    for count in [
      "rows", "added", "duplicates", "sharedAddress", "rejected", "stricter", "sameName", "mapping", "dropped",
    ] {
      #expect(rehearsed[count] == real[count], "\(count)")
    }
    #expect(real["rows"] == 13)
    #expect(real["added"] == 7)
    #expect(real["duplicates"] == 3)
    #expect(real["sharedAddress"] == 1)
    #expect(real["rejected"] == 2)
    #expect(real["stricter"] == 1)
  }

  @Test func `a dry run shows the mapping and five rows`() throws {
    let outcome = try desk.succeed("signature", "import", "letter-1", "sheet.csv", "--dry-run")
    for words in ["FIELD", "Job title", "Signer 1", "Signer 5", "would add"] { #expect(outcome.text.contains(words)) }
    #expect(!outcome.text.contains("Signer 6"))
    #expect(outcome.stderr.contains("sheet.csv:13:"))
  }

  @Test func `a dry run of a sheet of which every row is refused says so`() throws {
    try desk.write("Name,Email\nAna Example,nowhere\n", to: "bad.csv")
    let before = desk.files()
    let outcome = try desk.picket("signature", "import", "letter-1", "bad.csv", "--dry-run", "--json")
    #expect(outcome.code == 65)
    #expect(try outcome.json["rejected"] == 1)
    #expect(desk.files() == before)
  }
}
