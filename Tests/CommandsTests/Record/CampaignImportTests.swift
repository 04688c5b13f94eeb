import Testing

/// `picket campaign import` and `picket campaign export`.
struct CampaignImportTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withDatabase()
    try desk.succeed("campaign", "create", "justice", "--title", "Justice at Nimbus")
    try desk.succeed("target", "add", "government", "--name", "The Government", "--kind", "agency")
  }

  // MARK: - UK Parliament petitions

  private static let attributes = """
    {"action": "Publish every cloud contract", "background": "Nobody knows them.",
     "additional_details": "Zqcreator is no part of this.", "state": "closed", "signature_count": 12345,
     "creator_name": "Zqcanary Creator", "opened_at": "2018-06-19T10:00:00.000Z",
     "closed_at": "2018-12-19T23:59:59.999Z", "response_threshold_reached_at": "2018-07-01T08:30:00.000Z",
     "government_response": {"responded_on": "2018-07-20", "summary": "We publish what we can.",
     "details": "A long answer.", "created_at": "2018-07-20T10:00:00.000Z", "updated_at": "2018-07-20T10:00:00.000Z"}}
    """
  private static let wrapped = """
    {"links": {"self": "https://petition.example/petitions/77.json"},
     "data": {"type": "petition", "id": 77, "attributes": \(attributes)}}
    """

  @discardableResult
  private func read(_ json: String, _ options: String...) throws -> Outcome {
    try desk.write(json, to: "petition.json")
    return try Program.picket.run(
      ["campaign", "import", "justice", "petition.json", "--from", "uk-parliament", "--target", "government"]
        + options,
      in: desk.folder, environment: desk.environment)
  }

  @Test func `a petition comes with its text, its number as a claim, its answer and its events`() throws {
    #expect(try read(Self.wrapped, "--dry-run").text.contains("uk-petition-77"))
    #expect(try desk.succeed("petition", "list", "--json").json == [])
    let json = try read(Self.wrapped, "--json").json
    #expect(
      json == [
        "petition": "uk-petition-77", "title": "Publish every cloud contract", "state": "closed", "claimed": 12345,
        "events": 3, "evidence": 2, "response": .bool(true),
      ])
    let petition = try desk.succeed("petition", "show", "uk-petition-77", "--json").json
    #expect(petition["state"] == "draft")
    #expect(petition["responses"]?.elements.first?["summary"] == "We publish what we can.")
    #expect(try desk.succeed("tally", "uk-petition-77", "--json").json["claimed"] == 12345)
    #expect(try desk.succeed("tally", "uk-petition-77", "--json").json["verified"] == 0)
    let letter = try desk.succeed("letter", "show", "uk-petition-77").text
    #expect(letter.contains("# Publish every cloud contract\n\nNobody knows them."))
    let timeline = try desk.succeed("timeline", "justice").text
    for line in [
      "2018-06-19 10:00:00 UTC, event: The petition “Publish every cloud contract” was opened",
      "2018-07-01 08:30:00 UTC, event: The petition “Publish every cloud contract” had as many signatures",
      "2018-12-19 23:59:59 UTC, event: The petition “Publish every cloud contract” was closed",
      "2018-07-20 (time not known), answer: The Government answered", "We publish what we can.",
    ] { #expect(timeline.contains(line), "\(line)") }
    // It is a draft here: nothing was opened, and no letter is ours.
    #expect(!timeline.contains(", letter:") && !timeline.contains(", opened:"))
    #expect(try desk.succeed("evidence", "copy", "2", "--campaign", "justice").text == "A long answer.")
    #expect(Canary.found(in: try #require(desk.contents(desk.database))) == [])
    #expect(try desk.doctor().falsehoods == [])
    let again = try read(Self.wrapped)
    #expect(again.code == 65 && again.stderr.contains("in the database already"))
  }

  @Test func `it may stand alone, without a number, an answer or a signature`() throws {
    let bare = #"{"action": "Stop it", "state": "open", "signature_count": 0, "government_response": null}"#
    let json = try read(bare, "--json").json
    #expect(json["petition"] == "uk-stop-it")
    #expect(json["claimed"] == 0 && json["events"] == 0 && json["evidence"] == 1 && json["response"] == .bool(false))
    #expect(try desk.succeed("claim", "list", "uk-stop-it", "--json").json == [])
    #expect(try desk.doctor().falsehoods == [])
  }

  @Test(arguments: [
    ("", "no JSON"), ("{", "no JSON"), ("[]", "not of the kind"), ("null", "not of the kind"),
    ("{}", "action is missing"),
    (#"{"data": {}}"#, "action is missing"), (#"{"data": 3}"#, "not of the kind"),
    (#"{"action": 3, "state": "open", "signature_count": 1}"#, "action is not of the kind"),
    (#"{"action": " ", "state": "open", "signature_count": 1}"#, "action is empty"),
    (#"{"action": "A", "state": "open", "signature_count": "many"}"#, "signature_count is not of the kind"),
    (#"{"action": "A", "state": "open", "signature_count": -1}"#, "signature_count is no number"),
    (#"{"action": "A", "state": "open", "signature_count": 1.5}"#, "JSON"),
    (#"{"action": "A", "state": "open", "signature_count": 1, "opened_at": "soon"}"#, "opened_at is no time"),
    (
      #"{"action": "A", "state": "open", "signature_count": 1, "government_response": {"summary": "B"}}"#,
      "government_response.responded_on is no day"
    ),
    (
      #"{"action": "A", "state": "open", "signature_count": 1, "government_response": {"summary": 1}}"#,
      "government_response.summary is not of the kind"
    ),
    (
      #"{"action": "A", "state": "open", "signature_count": 1, "government_response": {"responded_on": "2018-01-01"}}"#,
      "neither summary nor details"
    ),
    (
      #"{"action": "A", "state": "open", "signature_count": 1, "opened_at": "2999-01-01T00:00:00Z"}"#, "in the future"
    ),
    (String(repeating: "[", count: 100_000), "JSON"),
  ]) func `what is no such petition is refused`(json: String, words: String) throws {
    try desk.write(json, to: "bad.json")
    try desk.refuse(
      65, "campaign", "import", "justice", "bad.json", "--from", "uk-parliament", "--target", "government",
      saying: words)
  }

  @Test func `a petition that was cut anywhere is refused, or else read whole`() throws {
    let bytes = Array(Self.wrapped.utf8)
    for length in stride(from: 0, to: bytes.count - 1, by: 61) {
      try desk.write(Array(bytes[..<length]), to: "cut.json")
      try desk.refuse(
        65, "campaign", "import", "justice", "cut.json", "--from", "uk-parliament", "--target", "government",
        saying: "cut.json")
    }
  }

  @Test func `too long a file, no target, no campaign`() throws {
    try desk.write([UInt8](repeating: 0x20, count: (32 << 20) + 1), to: "long.json")
    try desk.refuse(
      65, "campaign", "import", "justice", "long.json", "--from", "uk-parliament", "--target", "government",
      saying: "longer than")
    try desk.write(Self.wrapped, to: "petition.json")
    try desk.refuse(
      64, "campaign", "import", "justice", "petition.json", "--from", "uk-parliament", saying: "--target")
    try desk.refuse(
      66, "campaign", "import", "none", "petition.json", "--from", "uk-parliament", "--target", "government",
      saying: "no campaign")
    try desk.refuse(
      66, "campaign", "import", "justice", "petition.json", "--from", "uk-parliament", "--target", "none",
      saying: "no target")
    try desk.refuse(64, "campaign", "import", "justice", "petition.json", "--from", "elsewhere", saying: "elsewhere")
  }

  // MARK: - The collective-action data set

  private static let header =
    ",id,date,sources,actions,struggles,employment_types,description,online,locations,companies,workers,tags,author,"
    + "latlngs,addresses\n"

  private static let rows =
    header + """
      0,a1,2018-06-19 00:00:00,"https://news.example/1, https://news.example/2",open_letter,ethics,white_collar,"A letter,
      open.",TRUE,usa,Nimbus,500,,zqcanaryauthor,,zqcanaryaddress
      1,a2,2018-06,https://news.example/1,"protest, strike",,,,,,,,,,,
      2,a3,not a day,,strike,,,Zqcanary one.,,,,,,,,
      3,a4,2018/07/04,,,,,,,,,,,,,
      4,a5,2999-01-01,,strike,,,,,,,,,,,

      """

  @Test func `each row becomes an event, its sources evidence, and the rest is refused`() throws {
    try desk.write(Self.rows, to: "actions.csv")
    let rehearsal = try desk.succeed(
      "campaign", "import", "justice", "actions.csv", "--from", "collective-action", "--dry-run", "--json"
    ).json
    #expect(rehearsal["events"] == 2 && rehearsal["rejectsFile"] == nil)
    #expect(try desk.succeed("event", "list", "--json").json == [])
    let outcome = try desk.succeed(
      "campaign", "import", "justice", "actions.csv", "--from", "collective-action", "--json")
    let json = try outcome.json
    for (key, count) in ["rows": 5, "events": 2, "evidence": 2, "present": 0, "rejected": 3] {
      #expect(json[key]?.number == count, "\(key)")
    }
    #expect(json["dropped"]?.elements.contains("author") == true)
    #expect(!outcome.stderr.contains("Zqcanary"))
    let rejects = desk.read("actions.rejects.csv")
    #expect(rejects.contains("Zqcanary one.") && rejects.contains("2999-01-01") && rejects.contains("2018/07/04"))
    let events = try desk.succeed("event", "list", "--json").json.elements
    #expect(
      events.compactMap { $0["text"]?.string } == [
        "protest, strike", "open letter: A letter, open. (companies: Nimbus; workers: 500)",
      ])
    #expect(events.compactMap { $0["at"]?.string } == ["2018-06", "2018-06-19"])
    let timeline = try desk.succeed("timeline", "justice").text
    #expect(timeline.contains("2018-06 (day not known), event: protest, strike (evidence 1)"))
    #expect(timeline.contains("workers: 500) (evidence 1, 2)"))
    #expect(Canary.found(in: try #require(desk.contents(desk.database))) == [])
    // Again: nothing is new.
    let again = try desk.succeed(
      "campaign", "import", "justice", "actions.csv", "--from", "collective-action", "--json"
    ).json
    #expect(again["present"] == 2 && again["events"] == 0 && again["evidence"] == 0)
    #expect(try desk.doctor().falsehoods == [])
  }

  @Test func `a list of which no row can be read, and one that is none`() throws {
    try desk.write(Self.header + "0,a,never,,strike,,,,,,,,,,,\n", to: "bad.csv")
    let outcome = try desk.picket("campaign", "import", "justice", "bad.csv", "--from", "collective-action")
    #expect(outcome.code == 65)
    #expect(try desk.succeed("event", "list", "--json").json == [])
    try desk.write("name,email\na,b\n", to: "other.csv")
    try desk.refuse(
      65, "campaign", "import", "justice", "other.csv", "--from", "collective-action", saying: "missing: date")
    try desk.refuse(
      66, "campaign", "import", "justice", "none.csv", "--from", "collective-action", saying: "none.csv")
  }

  @Test func `a campaign is written as a row that can be read in again, and counts in steps only`() throws {
    try desk.refuse(65, "campaign", "export", "justice", saying: "nothing of justice is public")
    try desk.succeed("target", "add", "nimbus", "--name", "Nimbus, Cloud")
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel it")
    try desk.write("We ask.\n", to: "letter.md")
    try desk.succeed(
      "petition", "create", "letter-1", "--campaign", "justice", "--target", "nimbus", "--title", "T", "--letter",
      "letter.md")
    try desk.refuse(65, "campaign", "export", "justice", saying: "nothing of justice is public")
    try desk.succeed("petition", "open", "letter-1")
    try desk.importSheet(Sheet(1...13, as: "counted").text, "--verified", "badge")
    try desk.succeed(
      "evidence", "add", "--campaign", "justice", "--title", "T", "--url", "https://news.example/1")
    try desk.succeed(
      "campaign", "export", "justice", "--format", "collective-action", "-o", "row.csv")
    let row = desk.read("row.csv").split(separator: "\n")
    #expect(row.first.map { $0 + "\n" } == Self.header[...])
    #expect(
      row.last?.contains(#"https://news.example/1,open_letter,,,Justice at Nimbus. Cancel it,,,"Nimbus, Cloud",10,"#)
        == true)
    #expect(!desk.read("row.csv").contains("13"))
    try desk.succeed("campaign", "create", "second", "--title", "Second")
    #expect(
      try desk.succeed("campaign", "import", "second", "row.csv", "--from", "collective-action", "--json").json[
        "events"] == 1)
    // A day that is not known is not made up.
    try desk.succeed("event", "add", "--campaign", "second", "--at", "2017-03", "It began.")
    #expect(try desk.succeed("campaign", "export", "second").text.contains("\n0,,2017-03,"))
    try desk.refuse(66, "campaign", "export", "none", saying: "no campaign")
  }
}
