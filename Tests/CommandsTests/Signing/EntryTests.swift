import Testing

/// `picket signature add` from standard input and on a terminal: nothing stays in the shell's history.
struct EntryTests {
  private typealias Answer = Terminal.Answer
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  @Test func `one signer as JSON from standard input`() throws {
    let signer = """
      {"name": "Ana Example", "email": "ana@mail.example", "job_title": "Engineer", "team": "Maps",
       "location": "Springfield", "affiliation": "Union", "cohort": "alumni", "visibility": "role",
       "hide": ["team"], "verified": "voucher", "signed_on": "2026-03-01"}
      """
    let id = try desk.succeed("signature", "add", "letter-1", "-", "--json", input: signer).json["id"]?.string
    let shown = try desk.succeed("signature", "show", "letter-1", id ?? "", "--json").json
    #expect(shown["name"] == "Ana Example")
    #expect(shown["jobTitle"] == "Engineer")
    #expect(shown["cohort"] == "alumni")
    #expect(shown["visibility"] == "role")
    #expect(shown["hidden"] == ["team"])
    #expect(shown["signedOn"] == "2026-03-01")
    #expect(shown["verification"]?["method"] == "voucher")
  }

  @Test func `options fill in what the JSON leaves out`() throws {
    let id = try desk.succeed(
      "signature", "add", "letter-1", "-", "--cohort", "supporter", "--visibility", "counted", "--verified", "known",
      input: #"{"name": "Ana Example", "visibility": "role"}"#
    ).lines[0]
    let shown = try desk.succeed("signature", "show", "letter-1", id, "--json").json
    #expect(shown["cohort"] == "supporter")
    #expect(shown["visibility"] == "role")
    #expect(shown["state"] == "verified")
  }

  @Test(arguments: [
    "", "not JSON", "[]", #"{"email": "canary@mail.example"}"#, #"{"name": 7}"#,
    #"{"name": "Canary", "nmae": "x"}"#, #"{"name": "Canary", "visibility": "canary"}"#,
    #"{"name": "Canary", "email": "canary"}"#, #"{"name": "Canary"} {"name": "Canary"}"#,
  ])
  func `what is no signer is refused without repeating it`(input: String) throws {
    let outcome = try desk.refuse(65, "signature", "add", "letter-1", "-", saying: "error", input: input)
    #expect(!outcome.stderr.lowercased().contains("canary"))
  }

  @Test func `a signer is named once`() throws {
    try desk.refuse(
      64, "signature", "add", "letter-1", "-", "--name", "Ana", saying: "not both", input: #"{"name": "Ana"}"#)
    try desk.refuse(64, "signature", "add", "letter-1", "Ana", saying: "standard input")
  }

  @Test func `a paper sheet is typed in one signer after another until an empty name`() throws {
    let ana = [
      Answer("Name: ", "Ana Example"), Answer("E-mail: ", "ana@mail.example"), Answer("Job title: ", "Engineer"),
      Answer("Team: ", "Maps"), Answer("Location: ", "Springfield"), Answer("]: ", "role"),
    ]
    let ben = [
      Answer("Name: ", "Ben Example"), Answer("E-mail: ", ""), Answer("Job title: ", ""), Answer("Team: ", ""),
      Answer("Location: ", ""), Answer("]: ", ""),
    ]
    let outcome = try desk.converse(
      "signature", "add", "letter-1", "--signed-on", "2026-03-01", answering: ana + ben + [Answer("Name: ", "")])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("2 entered"))
    let signers = try desk.signatures().sorted { ($0["name"]?.string ?? "") < ($1["name"]?.string ?? "") }
    #expect(signers.map { $0["name"] } == ["Ana Example", "Ben Example"])
    #expect(signers.map { $0["visibility"] } == ["role", "named"])
    #expect(signers.map { $0["signedOn"] } == ["2026-03-01", "2026-03-01"])
    #expect(signers[0]["team"] == "Maps")
    #expect(signers[1].keys.isDisjoint(with: ["email", "team", "jobTitle", "location"]))
  }

  @Test func `a line that was misread does not end the sheet`() throws {
    func signer(_ name: String, _ email: String, _ level: String) -> [Answer] {
      [
        Answer("Name: ", name), Answer("E-mail: ", email), Answer("Job title: ", ""), Answer("Team: ", ""),
        Answer("Location: ", ""), Answer("]: ", level),
      ]
    }
    let outcome = try desk.converse(
      "signature", "add", "letter-1",
      answering: signer("Ana Example", "no address", "") + signer("Ana Example", "ana@mail.example", "perhaps")
        + signer("Ana Example", "ana@mail.example", "") + [Answer("Name: ", " ")])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("1 entered"))
    #expect(try desk.tally()["pending"] == 1)
  }
}
