import Testing

/// `picket demand`.
struct DemandTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
  }

  private func add(_ text: String) throws -> JSON {
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", text, "--json").json
  }

  @Test func `demands are numbered within their campaign`() throws {
    #expect(
      try add("Cancel the contract.") == [
        "number": 1, "target": "nimbus", "text": "Cancel the contract.", "state": "open",
      ])
    #expect(try add("Publish a policy.")["number"] == 2)
    let list = try desk.succeed("demand", "list", "--campaign", "justice", "--json").json.elements
    #expect(list.map { $0["text"] } == ["Cancel the contract.", "Publish a policy."])
    #expect(try desk.succeed("demand", "list", "--campaign", "justice").text.contains("Publish a policy."))
    #expect(try desk.succeed("demand", "show", "2", "--campaign", "justice").text.contains("Nimbus Cloud"))
    #expect(try desk.succeed("petition", "show", "letter-1").text.contains("Cancel the contract."))
  }

  @Test func `an answer has a day and a source`() throws {
    _ = try add("Cancel the contract.")
    let met = try desk.succeed(
      "demand", "edit", "1", "--campaign", "justice", "--state", "met", "--on", "2026-02-20", "--source",
      "https://news.example/nimbus", "--json"
    ).json
    #expect(
      met == [
        "number": 1, "target": "nimbus", "text": "Cancel the contract.", "state": "met", "answeredOn": "2026-02-20",
        "source": "https://news.example/nimbus",
      ])
    let open = try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--state", "open", "--json").json
    #expect(open["answeredOn"] == nil)
    #expect(open["source"] == nil)
  }

  @Test func `an answer without a day is refused, and an unknown number too`() throws {
    _ = try add("Cancel the contract.")
    try desk.refuse(64, "demand", "edit", "1", "--campaign", "justice", "--state", "rejected", saying: "--on")
    try desk.refuse(64, "demand", "edit", "1", "--campaign", "justice", "--state", "done", saying: "partly-met")
    try desk.refuse(66, "demand", "show", "7", "--campaign", "justice", saying: "no demand 7")
    try desk.refuse(65, "demand", "add", "--campaign", "justice", "--target", "nimbus", " ", saying: "demand")
  }

  // MARK: - Responses

  private func respond(_ outcome: String, _ day: String, _ options: String...) throws -> JSON {
    let outcome = try Program.picket.run(
      ["demand", "respond", "1", "--campaign", "justice", "--outcome", outcome, "--on", day, "--json"] + options,
      in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try outcome.json
  }

  @Test func `responses are added one to the other, and the newest by its day counts`() throws {
    _ = try add("Cancel the contract.")
    let rejected = try respond("rejected", "2026-02-01", "--summary", "No.", "--source", "https://news.example/1")
    #expect(rejected["state"] == "rejected")
    #expect(rejected["outcome"] == "rejected")
    #expect(rejected["source"] == "https://news.example/1")
    let met = try respond("met-otherwise", "2026-02-08", "--statement", "Second post")
    #expect(met["state"] == "met")
    #expect(met["outcome"] == "met-otherwise")
    #expect(met["source"] == nil)
    // One that is found later is history and changes nothing.
    let late = try respond("partly-met", "2026-02-03")
    #expect(late["outcome"] == "met-otherwise")
    #expect(late["answeredOn"] == "2026-02-08")
    #expect(late["responses"]?.elements.map { $0["outcome"] } == ["rejected", "partly-met", "met-otherwise"])
    let list = try desk.succeed("demand", "list", "--campaign", "justice", "--json").json
    #expect(list == [late])
    #expect(try desk.succeed("demand", "show", "1", "--campaign", "justice", "--json").json == late)
    #expect(try desk.succeed("demand", "list", "--campaign", "justice").text.contains("met-otherwise"))
    #expect(try desk.succeed("campaign", "show", "justice").text.contains("met by another way than the one asked"))
    let said = try desk.succeed(
      "demand", "respond", "1", "--campaign", "justice", "--outcome", "rejected", "--on", "2026-02-04")
    #expect(said.stderr.contains("A later one counts: the demand is met by another way than the one asked."))
  }

  @Test func `an answer by an edit is added too, and an opened demand keeps its history`() throws {
    _ = try add("Cancel the contract.")
    _ = try respond("rejected", "2026-02-01", "--source", "https://news.example/1")
    try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--state", "met", "--on", "2026-02-20")
    try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--source", "https://news.example/2")
    try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--text", "Cancel it now.")
    try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--state", "open")
    let demand = try desk.succeed("demand", "show", "1", "--campaign", "justice", "--json").json
    #expect(demand["state"] == "open")
    #expect(demand["outcome"] == nil)
    #expect(demand["responses"]?.elements.map { $0["outcome"] } == ["rejected", "met", "met"])
    #expect(
      demand["responses"]?.elements.map { $0["source"] } == ["https://news.example/1", nil, "https://news.example/2"])
    // The petition's own leaf is its letter's.
    #expect(try desk.sqlite("SELECT count(*) FROM ledger_queue") == "4")
  }

  @Test func `responses that are refused`() throws {
    _ = try add("Cancel the contract.")
    func refuse(_ code: Int32, _ words: String, _ arguments: String...) throws {
      let before = desk.contents(desk.database)
      let outcome = try Program.picket.run(
        ["demand"] + arguments + ["--campaign", "justice"], in: desk.folder, environment: desk.environment)
      #expect(outcome.code == code, "\(arguments): \(outcome.stderr)")
      #expect(outcome.stderr.contains(words), "\(arguments): \(outcome.stderr)")
      let isUntouched = desk.contents(desk.database) == before
      #expect(isUntouched)
    }
    try refuse(65, "in the future", "respond", "1", "--outcome", "met", "--on", "2099-01-01")
    try refuse(65, "in the future", "edit", "1", "--state", "met", "--on", "2099-01-01")
    try refuse(64, "met-otherwise", "respond", "1", "--outcome", "won", "--on", "2026-02-01")
    try refuse(64, "--on", "respond", "1", "--outcome", "met")
    try refuse(64, "--outcome", "respond", "1", "--on", "2026-02-01")
    try refuse(66, "no demand 7", "respond", "7", "--outcome", "met", "--on", "2026-02-01")
    try refuse(65, "a summary", "respond", "1", "--outcome", "met", "--on", "2026-02-01", "--summary", " ")
    try refuse(65, "a source", "respond", "1", "--outcome", "met", "--on", "2026-02-01", "--source", "a\nb")
    try refuse(65, "a statement", "respond", "1", "--outcome", "met", "--on", "2026-02-01", "--statement", "")
    try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--state", "withdrawn", "--on", "2026-02-01")
    try refuse(65, "was given up", "respond", "1", "--outcome", "met", "--on", "2026-02-02")
    try refuse(65, "was given up", "edit", "1", "--state", "met", "--on", "2026-02-02")
    try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--state", "open")
    #expect(try respond("met", "2026-02-02")["state"] == "met")
  }
}
