import Testing

/// `picket evidence`: the sources that a record rests on.
struct EvidenceTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func add(_ options: String...) throws -> Int? {
    try Program.picket.run(
      ["evidence", "add", "--campaign", "justice", "--json"] + options, in: desk.folder, environment: desk.environment
    ).json["number"]?.number
  }

  @Test func `all that is said of a source comes back`() throws {
    try desk.write([0, 255, 10, 13, 0], to: "article.bin")
    #expect(
      try add(
        "--title", "Employees ask", "--url", "https://news.example/a?b=1#c", "--publisher", "Daily", "--author",
        "Ann",
        "--published", "about 2018-06-19T09:50-07:00", "--accessed", "2018-06", "--quote", "over 150\nemployees",
        "--place", "paragraph 3", "--copy", "article.bin", "--for", "petition letter-1") == 1)
    #expect(try add("--title", "Another") == 2)
    let json = try desk.succeed("evidence", "show", "1", "--campaign", "justice", "--json").json
    #expect(json["published"] == "about 2018-06-19T09:50-07:00")
    #expect(json["accessed"] == "2018-06")
    #expect(json["for"] == "petition letter-1")
    #expect(json["quote"] == "over 150 employees")
    #expect(json["place"] == "paragraph 3")
    #expect(json["copy"]?.string?.count == 64)
    #expect(
      try desk.succeed("evidence", "list", "--campaign", "justice", "--json").json.elements == [
        json, try desk.succeed("evidence", "show", "2", "--campaign", "justice", "--json").json,
      ])
    let text = try desk.succeed("evidence", "show", "1", "--campaign", "justice").text
    #expect(text.contains("https://news.example/a?b=1#c") && text.contains("Ann"))
    #expect(try desk.succeed("evidence", "list", "--campaign", "justice").text.contains("Employees ask"))

    try desk.succeed("evidence", "copy", "1", "--campaign", "justice", "-o", "copy.bin")
    #expect(desk.contents(desk.folder + "/copy.bin") == [0, 255, 10, 13, 0])
    try desk.refuse(73, "evidence", "copy", "1", "--campaign", "justice", "-o", "copy.bin", saying: "copy.bin")
    #expect(try desk.succeed("evidence", "copy", "1", "--campaign", "justice").stdout == [0, 255, 10, 13, 0])
    try desk.refuse(66, "evidence", "copy", "2", "--campaign", "justice", "-o", "none", saying: "no copy")
    #expect(try desk.doctor().holds)
  }

  @Test func `what it is for has to be there, in the campaign`() throws {
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Listen.")
    try desk.succeed(
      "boycott", "create", "no-cloud", "--campaign", "justice", "--target", "nimbus", "--scope", "buying")
    let claim = try #require(
      desk.succeed("claim", "add", "letter-1", "--source", "P", "--count", "9", "--json").json["id"]?.string)
    let event = try #require(
      desk.succeed("event", "add", "--campaign", "justice", "--at", "2018", "It.", "--json").json["id"]?.string)
    for subject in ["demand 1", "Petition letter-1", "boycott no-cloud", "claim \(claim)", "event  \(event)"] {
      #expect(try add("--title", "T", "--for", subject) != nil, "\(subject)")
    }
    try desk.succeed("campaign", "create", "other", "--title", "Other")
    for subject in ["demand 2", "petition letter-9", "boycott none", "claim 0000000000000", "event x", "statement s"]
    {
      try desk.refuse(
        66, "evidence", "add", "--campaign", "justice", "--title", "T", "--for", subject, saying: "no")
    }
    for subject in ["demand 1", "petition letter-1", "boycott no-cloud", "claim \(claim)", "event \(event)"] {
      try desk.refuse(66, "evidence", "add", "--campaign", "other", "--title", "T", "--for", subject, saying: "no")
    }
    for subject in ["", "demand", "demand one", "signature 1", "demand 1 2"] {
      try desk.refuse(
        65, "evidence", "add", "--campaign", "justice", "--title", "T", "--for", subject,
        saying: "nothing that evidence can be for")
    }
  }

  @Test func `evidence that is refused`() throws {
    func refuse(_ code: Int32, saying words: String, _ option: String, _ value: String) throws {
      try desk.refuse(
        code, "evidence", "add", "--campaign", "justice", "--title", "T", "\(option)=\(value)", saying: words)
    }
    for url in [
      "nimbus.example", "javascript:alert(1)", "ftp://a.example", "https://", "https://a b", "https://a\nb",
    ] {
      try refuse(65, saying: "no address on the web", "--url", url)
    }
    try refuse(65, saying: "no time", "--published", "yesterday")
    try refuse(65, saying: "no time", "--accessed", "2018-02-30")
    try refuse(65, saying: "in the future", "--published", "2999")
    try refuse(65, saying: "a quote", "--quote", String(repeating: "a", count: 2001))
    try refuse(65, saying: "a publisher", "--publisher", "a\nb")
    try refuse(66, saying: "none.html", "--copy", "none.html")
    try desk.write("", to: "empty")
    try refuse(65, saying: "the copy is empty", "--copy", "empty")
    try desk.refuse(66, "evidence", "add", "--campaign", "none", "--title", "T", saying: "no campaign")
    try desk.refuse(65, "evidence", "add", "--campaign", "justice", "--title", " ", saying: "a title")
    try desk.refuse(66, "evidence", "show", "1", "--campaign", "justice", saying: "no evidence 1")
    try desk.refuse(66, "evidence", "list", "--campaign", "none", saying: "no campaign")
    #expect(try desk.succeed("evidence", "list", "--campaign", "justice", "--json").json == [])
  }

  @Test(arguments: [
    "UPDATE evidence SET title = 'Another'", "UPDATE evidence SET quote = 'Another'", "DELETE FROM evidence",
    "UPDATE event SET text = 'Another' WHERE withdrawn_on IS NULL", "UPDATE event SET happened_at = 1",
    "DELETE FROM event WHERE withdrawn_on IS NULL", "DELETE FROM event WHERE withdrawn_on IS NOT NULL",
    "UPDATE event SET leaf = zeroblob(32) WHERE withdrawn_on IS NOT NULL",
    "UPDATE event SET withdrawn_on = withdrawn_on + 1 WHERE withdrawn_on IS NOT NULL",
  ])
  func `what was changed by hand is named, before and after a checkpoint`(statement: String) throws {
    #expect(try add("--title", "T", "--quote", "Q") == 1)
    try desk.succeed("event", "add", "--campaign", "justice", "--at", "2018-06-18", "It happened.")
    let id = try desk.succeed("event", "add", "--campaign", "justice", "--at", "2018-06-18", "A mistake.").lines[0]
    try desk.succeed("event", "remove", id)
    #expect(try desk.doctor().falsehoods == [])
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    #expect(try desk.doctor("--checkpoint", "kept").falsehoods == [])
    try desk.sqlite(statement)
    #expect(!(try desk.doctor().holds))
  }
}
