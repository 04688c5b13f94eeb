import Testing

/// `picket boycott target`.
struct BoycottTargetTests {
  @Test func `before the call, listings and notes leave no event; all is part of what the call says`() throws {
    let desk = try Desk.withBoycott("--reason", "Runs the raids.")
    try desk.succeed(
      "boycott", "target", "evidence", "no-cloud", "nimbus", "The contract.", "--source", "https://news.example/1",
      "--on",
      "2026-01-10")
    try desk.succeed(
      "boycott", "target", "appeal", "no-cloud", "nimbus", "We ended it.", "--source", "https://nimbus.example",
      "--on",
      "2026-01-20")
    try desk.succeed("boycott", "target", "answer", "no-cloud", "nimbus", "It is in force.")
    try desk.succeed("boycott", "target", "add", "no-cloud", "stratus", "--reason", "Sells it on.")
    #expect(try desk.events() == [])
    try desk.succeed("boycott", "call", "no-cloud")
    let text = try #require(try desk.boycott()["events"]?.elements.first?["text"]?.string)
    for line in [
      "reason: Runs the raids.", "evidence: The contract.", "evidence on: 2026-01-10",
      "evidence source: https://news.example/1", "appeal: We ended it.", "answer: It is in force.",
      "target: Stratus Systems", "reason: Sells it on.",
    ] {
      #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
  }

  @Test func `after the call each listing, appeal, answer and withdrawal is told in public`() throws {
    let desk = try Desk.withBoycott()
    try desk.succeed("boycott", "call", "no-cloud")
    let added = try desk.succeed(
      "boycott", "target", "add", "no-cloud", "stratus", "--reason", "Sells it on.", "--evidence",
      "https://news.example/2", "--json"
    ).json
    #expect(added["terms"] == 2)
    try desk.succeed(
      "boycott", "target", "evidence", "no-cloud", "stratus", "Its price list.", "--source", "https://stratus.example"
    )
    try desk.succeed(
      "boycott", "target", "appeal", "no-cloud", "stratus", "We do not.", "--source", "https://stratus.example/a",
      "--on",
      "2026-02-02")
    try desk.succeed(
      "boycott", "target", "answer", "no-cloud", "stratus", "You are right.", "--source", "https://union.example",
      "--on",
      "2026-02-03")
    let withdrawn = try desk.succeed(
      "boycott", "target", "withdraw", "no-cloud", "stratus", "--because", "It never sold it.", "--json"
    ).json
    #expect(withdrawn["terms"] == 2, "whoever refuses less has nothing to be asked")
    #expect(try desk.events() == ["called", "listed", "evidenced", "appealed", "answered", "listing-withdrawn"])
    let listing = try desk.listing("stratus")
    #expect(listing["withdrawnBecause"] == "It never sold it.")
    #expect(listing["withdrawnOn"] != nil)
    #expect(listing["reason"] == "Sells it on.")
    #expect(
      listing["notes"]?.elements.contains([
        "kind": "appeal", "day": "2026-02-02", "text": "We do not.", "source": "https://stratus.example/a",
      ]) == true)
    let events = try desk.boycott()["events"]?.elements.compactMap { $0["text"]?.string } ?? []
    #expect(events[1].hasPrefix("terms: 2\ntarget: Stratus Systems\ntarget slug: stratus\n"))
    #expect(events[5].contains("withdrawn because: It never sold it."))
    #expect(try desk.sqlite("SELECT count(*) FROM ledger_queue") == "6")
    // It stays shown everywhere.
    #expect(try desk.succeed("boycott", "show", "no-cloud").text.contains("withdrawn"))
    #expect(try desk.succeed("boycott", "target", "list", "no-cloud").text.contains("stratus"))
    let list = try desk.succeed("boycott", "target", "list", "no-cloud", "--json").json.elements
    #expect(list.compactMap { $0["slug"]?.string } == ["nimbus", "stratus"])
    for format in ["markdown", "text", "html", "json", "csv"] {
      let text = try desk.succeed("boycott", "export", "no-cloud", "--format", format).text
      #expect(text.contains("It never sold it."))
      #expect(text.lowercased().contains("withdrawn"))
    }
  }

  @Test func `a listing that was withdrawn last leaves a boycott of nobody, which is said`() throws {
    let desk = try Desk.withBoycott()
    try desk.succeed("boycott", "call", "no-cloud")
    let outcome = try desk.succeed("boycott", "target", "withdraw", "no-cloud", "nimbus", "--because", "Wrong.")
    #expect(outcome.stderr.contains("targets nobody any more"))
    #expect(try desk.succeed("boycott", "export", "no-cloud").text.contains("Nobody at present."))
  }

  @Test func `after the end a wrong listing can still be withdrawn, and none is added`() throws {
    let desk = try Desk.withBoycott()
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.succeed("boycott", "end", "no-cloud")
    try desk.refuse(65, "boycott", "target", "add", "no-cloud", "stratus", saying: "has ended")
    try desk.succeed("boycott", "target", "appeal", "no-cloud", "nimbus", "Not us.")
    try desk.succeed("boycott", "target", "withdraw", "no-cloud", "nimbus", "--because", "Wrong.")
    #expect(try desk.events() == ["called", "ended", "appealed", "listing-withdrawn"])
  }

  @Test func `what is said of targets and refused`() throws {
    let desk = try Desk.withBoycott()
    try desk.refuse(65, "boycott", "target", "add", "no-cloud", "nimbus", saying: "lists nimbus already")
    try desk.refuse(66, "boycott", "target", "add", "no-cloud", "nimbsu", saying: "did you mean nimbus?")
    try desk.refuse(66, "boycott", "target", "add", "nothing", "nimbus", saying: "no boycott")
    try desk.refuse(
      66, "boycott", "target", "withdraw", "no-cloud", "stratus", "--because", "W",
      saying: "does not list \"stratus\"")
    try desk.refuse(66, "boycott", "target", "appeal", "no-cloud", "nimbu", "A", saying: "did you mean nimbus?")
    try desk.refuse(64, "boycott", "target", "withdraw", "no-cloud", "nimbus", saying: "--because")
    try desk.refuse(65, "boycott", "target", "withdraw", "no-cloud", "nimbus", "--because", " ", saying: "a reason")
    try desk.refuse(64, "boycott", "target", "evidence", "no-cloud", "nimbus", "A", saying: "--source")
    try desk.refuse(65, "boycott", "target", "answer", "no-cloud", "nimbus", "A", saying: "no appeal")
    try desk.refuse(
      65, "boycott", "target", "appeal", "no-cloud", "nimbus", "A", "--on", "2099-01-01", saying: "in the future")
    try desk.refuse(65, "boycott", "target", "appeal", "no-cloud", "nimbus", "", saying: "a note")
    try desk.refuse(
      65, "boycott", "target", "evidence", "no-cloud", "nimbus", "A", "--source", "two\nlines", saying: "a source")
    try desk.succeed("boycott", "target", "withdraw", "no-cloud", "nimbus", "--because", "Wrong.")
    try desk.refuse(
      65, "boycott", "target", "withdraw", "no-cloud", "nimbus", "--because", "Again.", saying: "withdrawn on")
    try desk.refuse(65, "boycott", "target", "add", "no-cloud", "nimbus", saying: "not listed again")
    try desk.refuse(
      65, "boycott", "target", "evidence", "no-cloud", "nimbus", "A", "--source", "B", saying: "was withdrawn")
  }
}
