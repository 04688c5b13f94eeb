import Testing

/// `picket boycott create`, `edit`, `list` and `show`.
struct BoycottPlanningTests {
  @Test func `a boycott is planned with all that it says, and nothing of it is public`() throws {
    let desk = try Desk.withCampaign()
    let created = try desk.succeed(
      "boycott", "create", "no-cloud", "--campaign", "justice", "--target", "nimbus,stratus", "--scope",
      "recruiting,Buying", "--scope", "working for", "--start", "2026-12-01", "--until-demands", "2,1", "--exception",
      "Old contracts.", "--exception", "Repairs.", "--alternative", "A co-op.", "--reason", "Runs the raids.",
      "--evidence", "https://news.example/nimbus", "--pledges-lapse", "2027-01-31", "--json"
    ).json
    #expect(
      created.keys == [
        "slug", "campaign", "title", "form", "state", "startsOn", "scopes", "targets", "exceptions", "alternatives",
        "untilDemands", "condition", "proposesEnd", "pledgesLapseOn", "terms", "events",
      ])
    #expect(created["title"] == "Boycott of Nimbus Cloud and Stratus Systems")
    #expect(created["state"] == "planned")
    #expect(created["scopes"] == ["buying", "working-for", "recruiting"])
    #expect(created["exceptions"] == ["Old contracts.", "Repairs."])
    #expect(created["alternatives"] == ["A co-op."])
    #expect(created["startsOn"] == "2026-12-01")
    #expect(created["pledgesLapseOn"] == "2027-01-31")
    #expect(created["condition"] == "open")
    #expect(created["terms"] == 1)
    #expect(created["events"] == [])
    #expect(created["untilDemands"]?.elements.map { $0["number"] } == [1, 2])
    let listing = try desk.listing("stratus")
    #expect(listing["reason"] == "Runs the raids.")
    #expect(listing["notes"]?.elements.map { $0["kind"] } == ["evidence"])
    #expect(listing["notes"]?.elements.map { $0["source"] } == ["https://news.example/nimbus"])
    #expect(try desk.boycott() == created)
    #expect(try desk.succeed("boycott", "list", "--campaign", "justice", "--json").json == [created])
    let shown = try desk.succeed("boycott", "show", "no-cloud").text
    for word in [
      "buying from them", "Runs the raids.", "Old contracts.", "A co-op.", "Cancel the contract. (not met)",
    ] {
      #expect(shown.contains(word))
    }
    #expect(try desk.sqlite("SELECT count(*) FROM ledger_queue") == "0")
  }

  @Test func `a title is made of the form and the targets where none is given`() throws {
    let desk = try Desk.withCampaign()
    try desk.succeed("target", "add", "cirrus", "--name", "Cirrus")
    func title(_ slug: String, _ options: String...) throws -> JSON? {
      let command = ["boycott", "create", slug, "--campaign", "justice", "--json"]
      return try Program.picket.run(command + options, in: desk.folder, environment: desk.environment).json["title"]
    }
    #expect(try title("a", "--target", "nimbus", "--scope", "buying") == "Boycott of Nimbus Cloud")
    #expect(
      try title("b", "--target", "nimbus,stratus,cirrus", "--scope", "buying")
        == "Boycott of Nimbus Cloud and 2 others")
    #expect(try title("c", "--target", "nimbus", "--form", "walk-out") == "Walk-out at Nimbus Cloud")
    #expect(
      try title("d", "--target", "nimbus", "--form", "termination", "--scope", "working-for")
        == "Joint termination with Nimbus Cloud")
    #expect(try title("e", "--title", "Leave the cloud", "--scope", "buying") == "Leave the cloud")
  }

  @Test func `a walk-out refuses work unless something else is said`() throws {
    let desk = try Desk.withCampaign()
    try desk.succeed("boycott", "create", "out", "--campaign", "justice", "--target", "nimbus", "--form", "walk-out")
    #expect(try desk.boycott("out")["scopes"] == ["working-for"])
    try desk.succeed(
      "boycott", "create", "silent", "--campaign", "justice", "--target", "nimbus", "--form", "walk-out", "--scope",
      "speaking")
    #expect(try desk.boycott("silent")["scopes"] == ["speaking"])
  }

  @Test func `what makes no boycott is refused`() throws {
    let desk = try Desk.withBoycott()
    func refuse(_ code: Int32, _ words: String, _ arguments: String...) throws {
      let outcome = try Program.picket.run(
        ["boycott", "create"] + arguments, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == code, "\(arguments): \(outcome.stderr)")
      #expect(outcome.stderr.contains(words), "\(arguments): \(outcome.stderr)")
    }
    try refuse(64, "speaking, sponsoring", "x", "--campaign", "justice", "--target", "nimbus", "--scope", "breathing")
    try refuse(64, "no scope", "x", "--campaign", "justice", "--target", "nimbus")
    try refuse(64, "--target", "x", "--campaign", "justice", "--scope", "buying")
    try refuse(66, "did you mean nimbus", "x", "--campaign", "justice", "--target", "nimbsu", "--scope", "buying")
    try refuse(66, "no campaign", "x", "--campaign", "none", "--target", "nimbus", "--scope", "buying")
    try refuse(65, "no-cloud", "no-cloud", "--campaign", "justice", "--target", "nimbus", "--scope", "buying")
    try refuse(65, "slug", "No Cloud", "--campaign", "justice", "--target", "nimbus", "--scope", "buying")
    let tail = ["x", "--campaign", "justice", "--target", "nimbus", "--scope", "buying"]
    func refuseTail(_ code: Int32, _ words: String, _ options: String...) throws {
      let outcome = try Program.picket.run(
        ["boycott", "create"] + tail + options, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == code, "\(options): \(outcome.stderr)")
      #expect(outcome.stderr.contains(words), "\(options): \(outcome.stderr)")
    }
    try refuseTail(66, "no demand 7", "--until-demands", "1,7")
    try refuseTail(64, "no number of a demand", "--until-demands", "first")
    try refuseTail(64, "no number of a demand", "--until-demands", "0")
    try refuseTail(64, "2026-13-01", "--start", "2026-13-01")
    try refuseTail(64, "strike", "--form", "strike")
    try refuseTail(65, "title", "--title", " ")
    try refuseTail(65, "an exception", "--exception", "")
    try refuseTail(65, "a reason", "--reason", "a\u{1B}[31m")
    try refuseTail(65, "an alternative", "--alternative", String(repeating: "x", count: 2001))
    try desk.succeed(
      "demand", "edit", "2", "--campaign", "justice", "--state", "withdrawn", "--on", "2026-02-01")
    try refuseTail(65, "was given up", "--until-demands", "2")
    #expect(try desk.succeed("boycott", "list", "--json").json.elements.count == 1)
  }

  @Test func `a change of what people promise makes new terms, a title or an alternative does not`() throws {
    let desk = try Desk.withBoycott("--start", "2026-12-01")
    func terms(_ options: String...) throws -> JSON? {
      let outcome = try Program.picket.run(
        ["boycott", "edit", "no-cloud", "--json"] + options, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 0, "\(outcome.stderr)")
      return try outcome.json["terms"]
    }
    #expect(try terms("--title", "Leave the cloud") == 1)
    #expect(try terms("--alternative", "A co-op.") == 1)
    #expect(try terms("--scope", "buying") == 1)
    #expect(try terms("--scope", "buying,selling") == 2)
    #expect(try terms("--exception", "Repairs.") == 3)
    #expect(try terms("--start", "2026-12-02") == 4)
    #expect(try terms("--until-demands", "1") == 5)
    #expect(try terms("--pledges-lapse", "2027-01-01") == 6)
    #expect(try terms("--no-pledges-lapse", "--no-exceptions", "--no-until-demands", "--no-start") == 7)
    let boycott = try desk.boycott()
    #expect(boycott["exceptions"] == [])
    #expect(boycott["untilDemands"] == [])
    #expect(boycott["startsOn"] == nil)
    #expect(boycott["title"] == "Leave the cloud")
    #expect(try terms("--no-alternatives") == 7)
    #expect(try desk.boycott()["alternatives"] == [])
    #expect(try desk.events() == [], "what is only planned has no history")
  }

  @Test func `new terms say how many have to be asked again, without the pledges being told of`() throws {
    let desk = try Desk.withBoycott()
    // Two stand under the first terms, one of them verified; one was taken back.
    for (id, stage, verified) in [(1, 0, 1), (2, 0, 0), (3, 4, 1)] {
      try desk.sqlite(
        """
        INSERT INTO pledge (id, boycott, cohort, stage, is_verified, terms, contents)
        SELECT \(id), id, 0, \(stage), \(verified), 1, x'00' FROM boycott
        """)
    }
    let edited = try desk.succeed("boycott", "edit", "no-cloud", "--scope", "selling")
    #expect(
      edited.stderr.contains("its terms are number 2, and 2 have pledged to earlier ones and are to be asked again"))
    #expect(try !desk.succeed("boycott", "edit", "no-cloud", "--title", "T").stderr.contains("asked again"))
    #expect(
      try desk.succeed("boycott", "target", "add", "no-cloud", "stratus").stderr.contains("number 3, and 2 have"))
    for command in [["show", "no-cloud"], ["show", "no-cloud", "--json"], ["list"], ["list", "--json"]] {
      let outcome = try Program.picket.run(["boycott"] + command, in: desk.folder, environment: desk.environment)
      #expect(!outcome.text.contains("pledged"))
      #expect(!outcome.text.contains("\"pledges\""))
    }
  }

  @Test func `after the call new terms are told in public`() throws {
    let desk = try Desk.withBoycott()
    try desk.succeed("boycott", "call", "no-cloud")
    try desk.succeed("boycott", "edit", "no-cloud", "--scope", "selling", "--title", "Leave")
    try desk.succeed("boycott", "edit", "no-cloud", "--alternative", "A co-op.")
    let events = try desk.boycott()["events"]?.elements ?? []
    // Whatever the public reads anew is told; only what asks for more has new terms.
    #expect(events.map { $0["kind"] } == ["called", "terms-changed", "terms-changed"])
    #expect(try desk.boycott()["terms"] == 2)
    #expect(events[1]["text"]?.string?.contains("terms: 2\ntitle: Leave\nform: boycott\nscope: selling\n") == true)
    // Without a start it holds from the call on, and so it does when the start is taken away.
    let start = try #require(try desk.boycott()["startsOn"])
    try desk.succeed("boycott", "edit", "no-cloud", "--start", "2099-01-01")
    #expect(try desk.boycott()["state"] == "planned")
    try desk.succeed("boycott", "edit", "no-cloud", "--no-start")
    #expect(try desk.boycott()["startsOn"] == start)
    #expect(try desk.boycott()["state"] == "active")
  }

  @Test func `edits that are refused`() throws {
    let desk = try Desk.withBoycott()
    try desk.refuse(66, "boycott", "edit", "no-clod", "--title", "T", saying: "did you mean no-cloud?")
    try desk.refuse(64, "boycott", "edit", "no-cloud", "--scope", "all", saying: "the scopes are buying, selling")
    try desk.refuse(64, "boycott", "edit", "no-cloud", "--scope", ",", saying: "no scope")
    try desk.refuse(66, "boycott", "edit", "no-cloud", "--until-demands", "9", saying: "no demand 9")
    try desk.refuse(
      64, "boycott", "edit", "no-cloud", "--start", "2026-12-01", "--no-start", saying: "contradict each other")
    try desk.refuse(64, "boycott", "edit", "no-cloud", "--start", "soon", saying: "soon")
    try desk.succeed("boycott", "end", "no-cloud")
    try desk.refuse(65, "boycott", "edit", "no-cloud", "--title", "T", saying: "has ended")
    try desk.refuse(66, "boycott", "show", "nothing", saying: "picket boycott list")
    try desk.refuse(66, "boycott", "list", "--campaign", "nothing", saying: "no campaign")
  }
}
