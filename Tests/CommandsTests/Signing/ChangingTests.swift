import Testing

/// `picket signature edit`.
struct ChangingTests {
  private let desk: Desk
  private let id: String

  init() throws {
    desk = try Desk.withPetition()
    id = try desk.sign(
      "Ana Example", "ana@mail.example", "--job-title", "Engineer", "--team", "Maps", "--location", "Springfield",
      "--verified", "badge", "--signed-on", "2026-03-01")
  }

  private func edit(_ options: String...) throws -> JSON {
    let outcome = try Program.picket.run(
      ["signature", "edit", "letter-1", id, "--json"] + options, in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try outcome.json
  }

  private func publicLine() throws -> JSON? { try desk.publicList().first }

  @Test func `a field that is hidden is in no public list, and can be shown again`() throws {
    #expect(try edit("--hide", "team", "--hide", "day")["hidden"] == ["day", "team"])
    let hidden = try publicLine()
    #expect(hidden?["affiliation"] == .null)
    #expect(hidden?["signed_on"] == .null)
    #expect(hidden?["job_title"] == "Engineer")
    #expect(
      try edit("--show", "team", "--hide", "job-title", "--hide", "location")["hidden"] == [
        "day", "job_title", "location",
      ])
    let shown = try publicLine()
    #expect(shown?["affiliation"] == "Maps")
    #expect(shown?["job_title"] == .null)
    #expect(shown?["location"] == .null)
    try desk.refuse(64, "signature", "edit", "letter-1", id, "--hide", "day", "--show", "day", saying: "both")
  }

  @Test func `a signer can hide the name, or the line`() throws {
    _ = try edit("--visibility", "counted")
    #expect(try desk.publicList() == [])
    _ = try edit("--visibility", "named")
    #expect(try publicLine()?["full_name"] == "Ana Example")
  }

  @Test func `fields are changed, and an empty text takes one away`() throws {
    let changed = try edit("--name", " Ana  Other ", "--job-title", "Writer", "--team", "", "--email", "")
    #expect(changed["name"] == "Ana  Other")
    #expect(changed["jobTitle"] == "Writer")
    #expect(changed.keys.isDisjoint(with: ["team", "email"]))
    #expect(changed["location"] == "Springfield")
  }

  @Test func `an address that has signed cannot be taken by another signature`() throws {
    try desk.sign("Ben Example", "ben@mail.example")
    let outcome = try desk.refuse(
      65, "signature", "edit", "letter-1", id, "--email", "Ben+x@mail.example", saying: "has signed already")
    #expect(!outcome.stderr.lowercased().contains("ben"))
    #expect(try edit("--email", "Ana@Mail.example")["email"] == "Ana@Mail.example")
    #expect(try edit("--email", "new@mail.example")["email"] == "new@mail.example")
    // The old address is free, the new one is not.
    try desk.sign("Ana Example", "ana@mail.example")
    #expect(try desk.sign("Ana Example", "new@mail.example") == id)
  }

  @Test func `another cohort moves the signature in the tally`() throws {
    _ = try edit("--cohort", "alumni")
    let tally = try desk.tally()
    #expect(tally["verified"] == 1)
    #expect(tally["byCohort"]?["alumni"]?["verified"] == 1)
    #expect(tally["byCohort"]?["employee"]?["verified"] ?? 0 == 0)
  }

  @Test func `editing works in every state of the petition`() throws {
    try desk.succeed("petition", "close", "letter-1")
    #expect(try edit("--hide", "team")["hidden"] == ["team"])
    try desk.succeed("petition", "withdraw", "letter-1")
    #expect(try edit("--show", "team")["hidden"] == [])
  }

  @Test func `what breaks a rule changes nothing`() throws {
    try desk.refuse(65, "signature", "edit", "letter-1", id, "--name", " ", saying: "name")
    try desk.refuse(65, "signature", "edit", "letter-1", id, "--email", "canary", saying: "address")
    try desk.refuse(66, "signature", "edit", "letter-1", "2222222222222", "--name", "X", saying: "no signature")
    try desk.refuse(
      66, "signature", "edit", "letter-1", "Ana Example", "--name", "X", saying: "picket signature search")
  }
}
