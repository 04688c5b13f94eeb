import Testing

/// `picket petition`: what a petition is, and its states.
struct PetitionTests {
  @Test func `a petition is set up as a draft, listed, shown and changed`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1", options: ["--goal", "500"])
    #expect(try desk.succeed("petition", "list").text.contains("draft"))
    let shown = try desk.succeed("petition", "show", "letter-1").text
    for words in ["Listen to us", "Justice at Nimbus", "Nimbus Cloud", "employee", "500", "en:1"] {
      #expect(shown.contains(words))
    }
    try desk.succeed("petition", "edit", "letter-1", "--title", "Listen", "--goal", "1000")
    #expect(try desk.succeed("petition", "show", "letter-1").text.contains("1,000"))
  }

  @Test func `petitions for programs`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition(
      "letter-1", options: ["--language", "de", "--goal", "9", "--cohort", "supporter", "--reveal-threshold", "5"])
    let shown = try desk.succeed("petition", "show", "letter-1", "--json").json
    #expect(
      shown.keys == [
        "slug", "title", "state", "language", "cohort", "admits", "goal", "revealThreshold", "createdOn", "campaign",
        "target", "letters", "demands", "responses", "tally",
      ])
    #expect(shown["language"] == "de")
    #expect(shown["cohort"] == "supporter")
    #expect(shown["letters"]?.elements.first?.keys == ["language", "version", "addedOn", "sha256"])
    let listed = try desk.succeed("petition", "list", "--json").json.elements
    #expect(listed.first?["tally"]?["gross"] == 0)
    let opened = try desk.succeed("petition", "open", "letter-1", "--json").json
    #expect(opened["state"] == "open")
  }

  @Test func `what was set can be taken away`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition(
      "letter-1",
      options: ["--goal", "9", "--reveal-threshold", "5", "--closes", "2099-01-01", "--admit", "employee"])
    let before = try desk.succeed("petition", "show", "letter-1", "--json").json
    #expect(before["closesAt"] == "2099-01-01T00:00:00Z")
    #expect(before["admits"] == ["employee"])
    let after = try desk.succeed(
      "petition", "edit", "letter-1", "--no-goal", "--no-reveal-threshold", "--no-closing", "--admit-all", "--json"
    ).json
    #expect(after.keys.isDisjoint(with: ["goal", "revealThreshold", "closesAt"]))
    #expect(after["admits"] == [])
  }

  @Test func `only an open petition takes signatures`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
    try desk.write(Sheet(1...3).text, to: "sheet.csv")
    func refuses(_ state: String) throws {
      try desk.refuse(65, "signature", "add", "letter-1", "--name", "Ana Example", saying: "letter-1 is \(state)")
      try desk.refuse(65, "signature", "import", "letter-1", "sheet.csv", saying: "letter-1 is \(state)")
      try desk.refuse(65, "signature", "import", "letter-1", "sheet.csv", "--dry-run", saying: "letter-1 is \(state)")
    }
    try refuses("draft")
    try desk.succeed("petition", "open", "letter-1")
    try desk.sign("Ana Example", "ana@mail.example")
    try desk.succeed("petition", "pause", "letter-1")
    try refuses("paused")
    try desk.succeed("petition", "open", "letter-1")
    try desk.sign("Ben Example", "ben@mail.example")
    try desk.succeed("petition", "close", "letter-1")
    try refuses("closed")
    try desk.succeed("petition", "withdraw", "letter-1")
    try refuses("withdrawn")
    #expect(try desk.tally()["gross"] == 2)
  }

  @Test func `a state that may not follow is refused with those that may`() throws {
    let desk = try Desk.withPetition()
    try desk.succeed("petition", "close", "letter-1")
    try desk.refuse(65, "petition", "pause", "letter-1", saying: "is closed and cannot become paused")
    try desk.succeed("petition", "withdraw", "letter-1")
    try desk.refuse(65, "petition", "open", "letter-1", saying: "create a new petition")
  }

  @Test func `after its closing time a petition takes no signature`() throws {
    let desk = try Desk.withPetition(options: ["--closes", "2020-12-21T12:00Z"])
    try desk.refuse(65, "signature", "add", "letter-1", "--name", "Ana Example", saying: "closing time")
    try desk.succeed("petition", "edit", "letter-1", "--closes", "2099-12-21T12:00+01:00")
    try desk.sign("Ana Example")
  }

  @Test func `who may sign is a matter of cohorts`() throws {
    let desk = try Desk.withPetition(options: ["--admit", "employee", "--admit", "contractor"])
    try desk.sign("Ana Example", nil, "--cohort", "contractor")
    try desk.refuse(
      65, "signature", "add", "letter-1", "--name", "Ben Example", "--cohort", "supporter",
      saying: "not for supporters")
  }

  @Test func `a petition needs its campaign, its target and its letter`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
    let tail = ["--title", "T", "--letter"]
    try desk.refuse(
      66, "petition", "create", "letter-2", "--campaign", "none", "--target", "nimbus", tail[0], tail[1], tail[2],
      "letter.md", saying: "campaign")
    try desk.refuse(
      66, "petition", "create", "letter-2", "--campaign", "justice", "--target", "none", tail[0], tail[1], tail[2],
      "letter.md", saying: "target")
    try desk.refuse(
      66, "petition", "create", "letter-2", "--campaign", "justice", "--target", "nimbus", tail[0], tail[1], tail[2],
      "absent.md", saying: "absent.md")
    try desk.refuse(
      65, "petition", "create", "letter-2", "--campaign", "justice", "--target", "nimbus", tail[0], tail[1], tail[2],
      "letter.md", "--language", "no language", saying: "language")
    try desk.refuse(
      65, "petition", "create", "letter-2", "--campaign", "justice", "--target", "nimbus", tail[0], tail[1], tail[2],
      "letter.md", "--goal", "0", saying: "goal")
    try desk.refuse(
      65, "petition", "create", "letter-1", "--campaign", "justice", "--target", "nimbus", tail[0], tail[1], tail[2],
      "letter.md", saying: "letter-1")
    #expect(try desk.succeed("petition", "list", "--json").json.elements.count == 1)
  }
}
