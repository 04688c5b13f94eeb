import Testing

/// `picket signature add` with options.
struct AddingTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  @Test func `a signature holds what was said of the signer`() throws {
    let added = try desk.succeed(
      "signature", "add", "letter-1", "--name", "Ana Example", "--email", "ana@mail.example", "--job-title",
      "Engineer",
      "--team", "Maps", "--location", "Springfield", "--affiliation", "Union", "--cohort", "contractor",
      "--visibility", "role", "--hide", "team", "--hide", "employer", "--verified", "badge", "--by", "mara",
      "--signed-on", "2026-03-01", "--json"
    ).json
    let id = try #require(added["id"]?.string)
    #expect(added == ["id": .string(id), "outcome": "added"])
    let shown = try desk.succeed("signature", "show", "letter-1", id, "--json").json
    let verified = shown["verification"]
    #expect(verified?["method"] == "badge")
    #expect(verified?["by"] == "mara")
    #expect(
      shown == [
        "id": .string(id), "name": "Ana Example", "email": "ana@mail.example", "jobTitle": "Engineer", "team": "Maps",
        "location": "Springfield", "affiliation": "Union", "cohort": "contractor", "state": "verified",
        "signedOn": "2026-03-01", "visibility": "role", "held": false, "sharesAddress": false,
        "hidden": ["affiliation", "team"], "verification": try #require(verified), "kept": [],
      ])
  }

  @Test func `for people, the identifier stands alone on standard output`() throws {
    let outcome = try desk.succeed("signature", "add", "letter-1", "--name", "Ana Example")
    #expect(outcome.lines.count == 1)
    let shown = try desk.succeed("signature", "show", "letter-1", outcome.lines[0]).text
    #expect(shown.contains("Ana Example"))
    #expect(shown.contains("pending"))
    #expect(shown.contains("employee"))
  }

  @Test func `who signs twice is a duplicate, in whatever spelling of the address`() throws {
    let id = try desk.sign("Ana Example", "ana.example@Mail.Example")
    for address in ["ana.example@mail.example", " ANA.EXAMPLE+petition@MAIL.example "] {
      let again = try desk.succeed(
        "signature", "add", "letter-1", "--name", "ana  EXAMPLE", "--email", address, "--json")
      #expect(try again.json == ["id": .string(id), "outcome": "duplicate"])
      #expect(again.stderr.contains("has signed already"))
    }
    #expect(try desk.tally()["gross"] == 1)
  }

  @Test func `a dot in the local part makes another address, but for Gmail's`() throws {
    try desk.sign("Ana Example", "ana.example@mail.example")
    try desk.sign("Ana Example", "anaexample@mail.example")
    try desk.sign("Ben Example", "ben.example@gmail.com")
    try desk.sign("Ben Example", "benexample@googlemail.com")
    #expect(try desk.tally()["gross"] == 3)
  }

  @Test func `where a duplicate asks for less visibility, the stricter choice stands`() throws {
    let id = try desk.sign("Ana Example", "ana@mail.example", "--hide", "team")
    let again = try desk.succeed(
      "signature", "add", "letter-1", "--name", "Ana Example", "--email", "ana@mail.example", "--visibility",
      "counted",
      "--hide", "day")
    #expect(again.stderr.contains("shows less from now on"))
    // And never the other way.
    try desk.sign("Ana Example", "ana@mail.example", "--visibility", "named")
    let shown = try desk.succeed("signature", "show", "letter-1", id, "--json").json
    #expect(shown["visibility"] == "counted")
    #expect(shown["hidden"] == ["day", "team"])
  }

  @Test func `the same name alone is never merged`() throws {
    try desk.sign("Ana Example", "ana@mail.example")
    try desk.sign("Ana Example", "ana@other.example")
    try desk.sign("Ana Example")
    #expect(try desk.tally()["gross"] == 3)
  }

  @Test(arguments: ["ana@nimbus.example", "ana@mail.NIMBUS.example"])
  func `an address at the target's own domain is taken with a warning`(address: String) throws {
    let outcome = try desk.succeed("signature", "add", "letter-1", "--name", "Ana Example", "--email", address)
    #expect(outcome.stderr.contains("the target can read that mailbox"))
    #expect(!outcome.stderr.contains("ana"))
    #expect(try desk.tally()["pending"] == 1)
  }

  @Test func `an address that only looks like the target's is taken without one`() throws {
    let outcome = try desk.succeed(
      "signature", "add", "letter-1", "--name", "Ana Example", "--email", "ana@notnimbus.example")
    #expect(!outcome.stderr.contains("warning"))
  }

  @Test(arguments: ["no-at", "ana@localhost", "a na@mail.example", "a@b@mail.example", "@mail.example"])
  func `what is no address is refused without repeating it`(address: String) throws {
    let outcome = try desk.refuse(
      65, "signature", "add", "letter-1", "--name", "Ana Example", "--email", address, saying: "address")
    #expect(!outcome.stderr.contains(address))
  }

  @Test func `what is no name is refused without repeating it`() throws {
    let long = String(repeating: "Abcdefghij", count: 1000)
    for name in ["", "   ", "\u{200B}\u{200D}\u{2060}", "Ana\u{0007}Example", long] {
      let outcome = try desk.refuse(65, "signature", "add", "letter-1", "--name", name, saying: "nothing was changed")
      #expect(!outcome.stderr.contains("Abcdefghij"))
    }
  }

  @Test func `a choice that there is not is a usage error`() throws {
    for option in [
      ["--visibility", "hidden"], ["--cohort", "robot"], ["--hide", "name"], ["--signed-on", "1 March"],
    ] {
      try desk.refuse(64, "signature", "add", "letter-1", "--name", "Ana", option[0], option[1], saying: option[0])
    }
    try desk.refuse(
      65, "signature", "add", "letter-1", "--name", "Ana", "--signed-on", "2199-01-01", saying: "in the future")
    try desk.refuse(64, "signature", "add", "letter-1", saying: "--name")
  }
}
