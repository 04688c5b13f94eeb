import Testing

/// `picket boycott call`, `suspend`, `resume` and `end`.
struct BoycottDecidingTests {
  @Test func `a boycott goes its way, and each step is public`() throws {
    let desk = try Desk.withBoycott()
    let called = try desk.succeed("boycott", "call", "no-cloud", "--on", "2026-02-01", "--json")
    #expect(try called.json["state"] == "active")
    #expect(try called.json["calledOn"] == "2026-02-01")
    #expect(try called.json["startsOn"] == "2026-02-01")
    try desk.succeed("boycott", "suspend", "no-cloud", "--because", "They talk to us.", "--on", "2026-02-05")
    #expect(try desk.boycott()["state"] == "suspended")
    try desk.succeed("boycott", "resume", "no-cloud", "--on", "2026-02-09")
    try desk.succeed("boycott", "end", "no-cloud", "--because", "The company was sold.")
    #expect(try desk.boycott()["state"] == "ended")
    let events = try desk.boycott()["events"]?.elements ?? []
    #expect(events.map { $0["kind"] } == ["called", "suspended", "resumed", "ended"])
    #expect(events.dropFirst().map { $0["text"] } == ["They talk to us.", "", "The company was sold."])
    #expect(events.dropLast().map { $0["day"] } == ["2026-02-01", "2026-02-05", "2026-02-09"])
    #expect(try desk.sqlite("SELECT count(*) FROM ledger_queue") == "4")
  }

  @Test func `the call shows first what to think of and what it promises, on standard error`() throws {
    let desk = try Desk.withBoycott(
      "--until-demands", "1", "--exception", "Old contracts.", "--reason", "Runs the raids.", "--pledges-lapse",
      "2099-01-31")
    let outcome = try desk.succeed("boycott", "call", "no-cloud")
    #expect(outcome.text == "")
    for words in [
      "Who may call it?", "secondary boycott", "strikes", "defamation", "contracts",
      "questions for a lawyer, not advice",
      "against: Nimbus Cloud: Runs the raids.", "refused: buying from them", "not meant: Old contracts.",
      "until: demand 1, Cancel the contract. (not met)", "lapse on 2099-01-31",
    ] {
      #expect(outcome.stderr.contains(words), "\(words)")
    }
    let text = try #require(try desk.boycott()["events"]?.elements.first?["text"]?.string)
    #expect(text.contains("\nreason: Runs the raids.\n"))
    #expect(text.contains("\nuntil demand 1: Cancel the contract.\n"))
  }

  @Test func `a boycott that is called for a later day is planned until then`() throws {
    let desk = try Desk.withBoycott("--start", "2099-01-01")
    try desk.succeed("boycott", "call", "no-cloud")
    #expect(try desk.boycott()["state"] == "planned")
    #expect(try desk.boycott()["calledOn"] != nil)
    #expect(try desk.succeed("boycott", "export", "no-cloud").text.contains("It begins on 2099-01-01."))
    try desk.refuse(65, "boycott", "call", "no-cloud", saying: "cannot be called")
  }

  @Test func `decisions that are refused`() throws {
    let desk = try Desk.withBoycott()
    try desk.refuse(65, "boycott", "suspend", "no-cloud", saying: "picket boycott call no-cloud")
    try desk.refuse(65, "boycott", "resume", "no-cloud", saying: "planned")
    try desk.refuse(65, "boycott", "call", "no-cloud", "--on", "2099-01-01", saying: "in the future")
    try desk.refuse(64, "boycott", "call", "no-cloud", "--on", "today", saying: "today")
    try desk.refuse(66, "boycott", "call", "no-clouds", saying: "did you mean no-cloud?")
    try desk.succeed("boycott", "call", "no-cloud", "--on", "2026-02-01")
    let again = try desk.refuse(65, "boycott", "call", "no-cloud", saying: "is active and cannot be called")
    #expect(!again.stderr.contains("Before you call it"))
    try desk.refuse(65, "boycott", "resume", "no-cloud", saying: "cannot become active")
    try desk.refuse(65, "boycott", "suspend", "no-cloud", "--on", "2026-01-31", saying: "lies before 2026-02-01")
    try desk.refuse(65, "boycott", "suspend", "no-cloud", "--because", " ", saying: "a reason")
    try desk.succeed("boycott", "suspend", "no-cloud")
    try desk.refuse(65, "boycott", "suspend", "no-cloud", saying: "cannot become suspended")
    try desk.refuse(65, "boycott", "call", "no-cloud", saying: "picket boycott resume no-cloud")
    try desk.succeed("boycott", "end", "no-cloud")
    for verb in ["suspend", "resume", "end"] {
      try desk.refuse(65, "boycott", verb, "no-cloud", saying: "is ended and cannot become")
    }
    try desk.refuse(65, "boycott", "call", "no-cloud", saying: "is ended and cannot be called")
  }

  @Test func `a call needs somebody who is targeted`() throws {
    let desk = try Desk.withCampaign()
    try desk.succeed(
      "boycott", "create", "no-cloud", "--campaign", "justice", "--title", "Leave the cloud", "--scope", "buying")
    try desk.refuse(65, "boycott", "call", "no-cloud", saying: "picket boycott target add no-cloud")
    try desk.succeed("boycott", "target", "add", "no-cloud", "nimbus")
    try desk.succeed("boycott", "target", "withdraw", "no-cloud", "nimbus", "--because", "Wrong.")
    try desk.refuse(65, "boycott", "call", "no-cloud", saying: "targets nobody")
    try desk.succeed("boycott", "target", "add", "no-cloud", "stratus")
    try desk.succeed("boycott", "call", "no-cloud")
  }

  @Test func `while demands are open it ends only with a reason`() throws {
    let desk = try Desk.withBoycott("--until-demands", "1,2")
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.refuse(65, "boycott", "end", "no-cloud", saying: "not met: 1, 2")
    try desk.answer(1, "met")
    #expect(try desk.boycott()["condition"] == "partly-met")
    #expect(try desk.succeed("boycott", "list").text.contains("partly met"))
    #expect(try desk.succeed("boycott", "show", "no-cloud").text.contains("partly met"))
    try desk.refuse(65, "boycott", "end", "no-cloud", saying: "not met: 2")
    try desk.refuse(65, "boycott", "end", "no-cloud", "--because", "", saying: "a reason")
    try desk.succeed("boycott", "end", "no-cloud", "--because", "We are too few.")
    #expect(try desk.boycott()["events"]?.elements.last?["text"] == "We are too few.")
  }

  @Test func `once all is met, everything proposes the end, and it ends without a reason`() throws {
    let desk = try Desk.withBoycott("--until-demands", "1,2")
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.answer(1, "met-otherwise")
    #expect(try desk.boycott()["proposesEnd"] == false)
    let proposal = "picket boycott end no-cloud"
    #expect(
      try desk.succeed(
        "demand", "respond", "2", "--campaign", "justice", "--outcome", "met", "--on", "2026-02-21"
      ).stderr.contains(proposal))
    let boycott = try desk.boycott()
    #expect(boycott["condition"] == "met")
    #expect(boycott["proposesEnd"] == true)
    #expect(boycott["untilDemands"]?.elements.map { $0["state"] } == ["met", "met"])
    #expect(boycott["untilDemands"]?.elements.map { $0["outcome"] } == ["met-otherwise", "met"])
    #expect(try desk.succeed("boycott", "show", "no-cloud").stderr.contains(proposal))
    #expect(try desk.succeed("boycott", "list").stderr.contains(proposal))
    #expect(try desk.succeed("boycott", "suspend", "no-cloud").stderr.contains(proposal))
    try desk.succeed("boycott", "end", "no-cloud")
    #expect(try desk.boycott()["events"]?.elements.last?["text"] == "All demands that it was tied to are met.")
    #expect(try desk.boycott()["proposesEnd"] == false)
    #expect(try !desk.succeed("boycott", "list").stderr.contains(proposal))
  }

  @Test func `one whose demands are met already is called with a question`() throws {
    let desk = try Desk.withBoycott("--until-demands", "1")
    try desk.answer(1, "met")
    #expect(try desk.succeed("boycott", "call", "no-cloud").stderr.contains("met already"))
  }

  @Test func `what was planned and never called ends without a trace in public`() throws {
    let desk = try Desk.withBoycott("--until-demands", "1")
    try desk.succeed("boycott", "end", "no-cloud")
    #expect(try desk.boycott()["state"] == "ended")
    #expect(try desk.events() == [])
    try desk.refuse(65, "boycott", "export", "no-cloud", saying: "the public knows nothing of it")
  }

  // MARK: - At a terminal

  @Test func `on a terminal a call is asked for, and only a yes calls`() throws {
    let desk = try Desk.withBoycott()
    for answer in ["n", "", "nein"] {
      let refused = try desk.converse(
        "boycott", "call", "no-cloud", answering: [Terminal.Answer("Call no-cloud now? [y/N] ", answer)])
      #expect(refused.code == 1)
      #expect(refused.text.contains("was not called"))
      #expect(try desk.boycott()["calledOn"] == nil)
    }
    let called = try desk.converse(
      "boycott", "call", "no-cloud", answering: [Terminal.Answer("Call no-cloud now? [y/N] ", "y")])
    #expect(called.code == 0)
    #expect(called.text.contains("What the call promises"))
    #expect(try desk.boycott()["state"] == "active")
  }

  @Test func `whoever says yes before is not asked`() throws {
    let desk = try Desk.withBoycott()
    #expect(try desk.converse("boycott", "call", "no-cloud", "--yes").code == 0)
    #expect(try desk.boycott()["state"] == "active")
  }

  @Test func `on a terminal the reason for an early end is asked for`() throws {
    let desk = try Desk.withBoycott("--until-demands", "1")
    try desk.succeed("boycott", "call", "no-cloud")
    let question = "Why does it end? "
    let refused = try desk.converse("boycott", "end", "no-cloud", answering: [Terminal.Answer(question, " ")])
    #expect(refused.code == 65)
    #expect(try desk.boycott()["state"] == "active")
    let ended = try desk.converse(
      "boycott", "end", "no-cloud", answering: [Terminal.Answer(question, "The company was sold.")])
    #expect(ended.code == 0)
    #expect(try desk.boycott()["events"]?.elements.last?["text"] == "The company was sold.")
  }
}
