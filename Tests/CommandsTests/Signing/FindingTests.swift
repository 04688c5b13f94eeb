import Testing

/// `picket signature list` and `search`.
struct FindingTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.sign("Élodie Example", "elodie@mail.example", "--team", "Straßenkarten")
    try desk.sign("Ben Example", "ben@other.example", "--cohort", "supporter", "--verified", "badge")
    let cem = try desk.sign("Cem Example", "cem@mail.example")
    try desk.succeed("signature", "withdraw", "letter-1", cem)
  }

  private func names(_ command: String...) throws -> [String?] {
    let outcome = try Program.picket.run(
      ["signature"] + command + ["--json"], in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try outcome.json.elements.map { $0["name"]?.string }
  }

  @Test func `a list can be narrowed by state, cohort and import`() throws {
    #expect(try names("list", "letter-1").count == 3)
    #expect(try names("list", "letter-1", "--state", "pending") == ["Élodie Example"])
    #expect(try names("list", "letter-1", "--state", "withdrawn") == ["Cem Example"])
    #expect(try names("list", "letter-1", "--cohort", "supporter") == ["Ben Example"])
    #expect(try names("list", "letter-1", "--held") == [])
    let id = try desk.importSheet(Sheet(1...2).text)["importID"]?.string
    #expect(Set(try names("list", "letter-1", "--import", id ?? "")) == ["Signer 1", "Signer 2"])
    try desk.refuse(66, "signature", "list", "letter-1", "--import", "2222222222222", saying: "no import")
  }

  @Test(arguments: ["élodie", "ELODIE@", "strassen", "E\u{301}lodie"])
  func `a search finds whatever the writing`(text: String) throws {
    #expect(try names("search", "letter-1", text) == ["Élodie Example"])
  }

  @Test(arguments: ["Dr. Ana Müller", "Ana Müller, PhD", "muller", "MÜLLER"])
  func `a search finds a name as lists print it`(text: String) throws {
    try desk.succeed(
      "signature", "add", "letter-1", "--name", "Ana Müller", "--honorific", "Prof. Dr.", "--credentials", "PhD")
    #expect(try names("search", "letter-1", text) == ["Ana Müller"])
  }

  @Test func `a search that finds nothing is no failure`() throws {
    #expect(try names("search", "letter-1", "nobody") == [])
    #expect(try desk.succeed("signature", "search", "letter-1", "nobody").lines.count == 1)
  }

  @Test func `the list for people shows what is needed to find one`() throws {
    let text = try desk.succeed("signature", "list", "letter-1").text
    for words in ["ID", "Élodie Example", "ben@other.example", "withdrawn", "supporter"] {
      #expect(text.contains(words))
    }
  }
}
