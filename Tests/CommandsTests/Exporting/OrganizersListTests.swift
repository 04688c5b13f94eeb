import Testing

/// The list for organizers: everything, with a warning.
struct OrganizersListTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.sign(
      "Ana Example", "ana@mail.example", "--visibility", "counted", "--team", "Maps", "--hide", "team", "--verified",
      "badge", "--signed-on", "2026-03-02")
    try desk.sign("Ben Example", "ben@mail.example", "--visibility", "role", "--signed-on", "2026-03-01")
    try desk.sign("Cem Example", "cem@mail.example", "--signed-on", "2026-03-03")
    try desk.sign("Held Example", "cem@mail.example")
  }

  private func list(_ options: String...) throws -> Outcome {
    let outcome = try Program.picket.run(
      ["export", "letter-1", "--format", "json", "--for", "organizers"] + options, in: desk.folder,
      environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return outcome
  }

  @Test func `it holds everybody who stands, whole, and standard error says so`() throws {
    let outcome = try list()
    #expect(try outcome.json.elements.map { $0["full_name"] } == ["Ana Example", "Ben Example", "Cem Example"])
    #expect(try outcome.json.elements[0]["affiliation"] == "Maps")
    #expect(try outcome.json.elements[0]["visibility"] == "counted")
    #expect(outcome.stderr.contains("warning"))
    #expect(outcome.stderr.contains("3 signers, 2 of them pending"))
  }

  @Test func `it can be sorted by date`() throws {
    let days = try list("--sort", "date").json.elements.map { $0["signed_on"] }
    #expect(days == ["2026-03-01", "2026-03-02", "2026-03-03"])
  }

  @Test func `it is no publication`() throws {
    let before = desk.contents(desk.database)
    _ = try list()
    let isUntouched = desk.contents(desk.database) == before
    #expect(isUntouched)
  }

  @Test func `what is written for reading says that it is for organizers only`() throws {
    for format in ["markdown", "text"] {
      let text = try desk.succeed("export", "letter-1", "--format", format, "--for", "organizers").text
      #expect(text.contains("For organizers only"))
    }
  }
}
