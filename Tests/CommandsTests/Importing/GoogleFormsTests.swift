import Testing

/// Sheets of Google Forms: long questions, times without a zone.
struct GoogleFormsTests {
  private static let form = """
    Timestamp,Email Address,What is your full name?,What is your job title?,Which team are you on?,How should we list you?
    3/1/2026 23:30:00,ana@mail.example,Ana Example,Engineer,Maps,named
    12/31/2025 0:05:09,ben@mail.example,Ben Example,Writer,Search,anonymous

    """

  private func days(_ desk: Desk) throws -> [String?] {
    try desk.signatures().sorted { ($0["name"]?.string ?? "") < ($1["name"]?.string ?? "") }.map {
      $0["signedOn"]?.string
    }
  }

  @Test func `questions are read as columns`() throws {
    let desk = try Desk.withPetition()
    let counts = try desk.importSheet(Self.form)
    #expect(counts["added"] == 2)
    #expect(counts["dropped"] == [])
    #expect(counts["mapping"]?.keys == ["name", "email", "job_title", "team", "visibility", "signed_on"])
    let ana = try desk.succeed("signature", "search", "letter-1", "ana@", "--json").json.elements[0]
    #expect(ana["jobTitle"] == "Engineer")
    #expect(ana["team"] == "Maps")
  }

  @Test func `times without a zone are taken as UTC, with a warning`() throws {
    let desk = try Desk.withPetition()
    try desk.write(Self.form, to: "form.csv")
    let outcome = try desk.succeed("signature", "import", "letter-1", "form.csv")
    #expect(outcome.stderr.contains("--time-zone"))
    #expect(try days(desk) == ["2026-03-01", "2025-12-31"])
  }

  @Test func `a zone that is named ends the warning`() throws {
    let desk = try Desk.withPetition()
    try desk.write(Self.form, to: "form.csv")
    let outcome = try desk.succeed(
      "signature", "import", "letter-1", "form.csv", "--time-zone", "America/Los_Angeles")
    #expect(!outcome.stderr.contains("--time-zone"))
    #expect(try days(desk) == ["2026-03-01", "2025-12-31"])
  }

  @Test func `a time with its own zone becomes a day in the zone that is named`() throws {
    let desk = try Desk.withPetition()
    try desk.importSheet(
      "Timestamp,Name,Email\n2026-03-01T23:30:00Z,Ana Example,ana@mail.example\n", "--time-zone", "Europe/Berlin")
    #expect(try days(desk) == ["2026-03-02"])
  }
}
