import Testing

/// `picket campaign`.
struct CampaignTests {
  @Test func `a campaign is set up, listed, shown and renamed`() throws {
    let desk = try Desk.withDatabase()
    #expect(try desk.succeed("campaign", "create", "justice", "--title", "Justice").stderr.contains("justice"))
    #expect(try desk.succeed("campaign", "list").text.contains("justice"))
    #expect(try desk.succeed("campaign", "show", "justice").text.contains("Justice"))
    try desk.succeed("campaign", "edit", "justice", "--title", "Justice at Nimbus")
    #expect(try desk.succeed("campaign", "show", "justice").text.contains("Justice at Nimbus"))
  }

  @Test func `campaigns for programs`() throws {
    let desk = try Desk.withDatabase()
    let created = try desk.succeed("campaign", "create", "justice", "--title", "Justice", "--json").json
    #expect(created.keys == ["slug", "title", "createdOn"])
    #expect(try desk.succeed("campaign", "show", "justice", "--json").json == created)
    #expect(try desk.succeed("campaign", "list", "--json").json.elements == [created])
    let edited = try desk.succeed("campaign", "edit", "justice", "--title", "Other", "--json").json
    #expect(edited["title"] == "Other")
  }

  @Test func `who says add for create, or create for add, is understood`() throws {
    let desk = try Desk.withDatabase()
    try desk.succeed("campaign", "add", "justice", "--title", "Justice")
    try desk.succeed("target", "create", "nimbus", "--name", "Nimbus")
    try desk.succeed("demand", "create", "--campaign", "justice", "--target", "nimbus", "Listen.")
  }

  @Test func `an empty database has an empty list`() throws {
    let desk = try Desk.withDatabase()
    for noun in ["campaign", "target", "petition"] {
      #expect(try desk.succeed(noun, "list", "--json").json == [])
      #expect(try desk.succeed(noun, "list").lines.count == 1)
    }
  }

  @Test func `a slug that is taken or malformed is refused`() throws {
    let desk = try Desk.withDatabase()
    try desk.succeed("campaign", "create", "justice", "--title", "Justice")
    try desk.refuse(65, "campaign", "create", "justice", "--title", "Again", saying: "justice")
    for slug in ["Justice", "with space", "ünïcode", ""] {
      try desk.refuse(65, "campaign", "create", slug, "--title", "T", saying: "error")
    }
    try desk.refuse(65, "campaign", "create", "other", "--title", "  ", saying: "title")
    try desk.refuse(65, "campaign", "create", "other", "--title", "two\nlines", saying: "title")
  }

  @Test func `a mistyped slug meets those that come near`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
    try desk.refuse(66, "campaign", "show", "justise", saying: "did you mean justice?")
    try desk.refuse(66, "target", "show", "nimbsu", saying: "did you mean nimbus?")
    try desk.refuse(66, "petition", "show", "leter-1", saying: "did you mean letter-1?")
    try desk.refuse(66, "tally", "letter1", saying: "did you mean letter-1?")
    try desk.refuse(66, "export", "letter-2", "-o", "list.md", saying: "did you mean letter-1?")
    try desk.refuse(66, "campaign", "show", "entirely-other", saying: "picket campaign list")
    try desk.write(Sheet(1...2).text, to: "sheet.csv")
    try desk.refuse(66, "signature", "import", "letter-11", "sheet.csv", saying: "did you mean letter-1?")
  }
}
