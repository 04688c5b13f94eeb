import Testing

/// `picket termination add`, `show`, `list`.
struct TerminationEntryTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  @Test func `it is kept whole, its end worked out, and the answer names nobody`() throws {
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel the contract.")
    let added = try desk.succeed(
      "termination", "add", "contract-4", "--campaign", "justice", "--target", "nimbus", "--by", "Ana Quill",
      "--email", "ana@mail.example", "--job-title", "Consultant", "--affiliation", "Quill Advice", "--location",
      "Bonn", "--kind", "license", "--reference", "K-1/7", "--signed-on", "2018-01-31", "--notice-date", "2018-05-31",
      "--notice-period", "one month", "--value", "19,400,000.00", "--currency", "usd", "--reason", "Not for this.",
      "--demand", "1", "--statement", "Not in my name.", "--evidence", "https://news.example/1", "--evidence",
      "The Example, 19 June", "--visibility", "role", "--hide", "employer", "--hide", "value", "--json")
    #expect(
      try added.json == [
        "slug": "contract-4", "state": "effective", "noticeDate": "2018-05-31", "effectiveDate": "2018-06-30",
      ])
    #expect(
      try desk.termination("contract-4") == [
        "slug": "contract-4", "state": "effective", "campaign": "justice", "target": "nimbus", "by": "Ana Quill",
        "organization": false, "email": "ana@mail.example", "jobTitle": "Consultant", "affiliation": "Quill Advice",
        "location": "Bonn", "kind": "licence", "reference": "K-1/7", "signedOn": "2018-01-31",
        "noticeDate": "2018-05-31", "noticePeriod": "1 month", "effectiveDate": "2018-06-30",
        "valueMinor": 1_940_000_000, "value": "19400000.00", "currency": "USD", "reason": "Not for this.",
        "demand": 1, "statement": "Not in my name.",
        "evidence": ["https://news.example/1", "The Example, 19 June"], "visibility": "role",
        "hidden": ["affiliation", "value"],
      ])
    let shown = try desk.succeed("termination", "show", "contract-4").text
    for text in ["Ana Quill", "Nimbus Cloud (nimbus)", "19,400,000.00 USD", "1 month", "affiliation, value"] {
      #expect(shown.contains(text))
    }
  }

  @Test func `little is needed: then it is consulting, considered, by name, and its slug says nothing`() throws {
    let outcome = try desk.succeed(
      "termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", "Ana Quill")
    let slug = outcome.lines[0]
    #expect(slug.wholeMatch(of: /t-[2-9b-z]{5}/) != nil)
    #expect(!outcome.stderr.contains("Quill"))
    #expect(
      try desk.termination(slug) == [
        "slug": .string(slug), "state": "considering", "campaign": "justice", "target": "nimbus", "by": "Ana Quill",
        "organization": false, "kind": "consulting", "evidence": [], "visibility": "named", "hidden": [],
      ])
  }

  @Test func `it becomes effective by its date alone`() throws {
    let ended = try desk.terminate("Ana Quill", "--notice-date", day(-10), "--effective-date", day(0))
    let runs = try desk.terminate("Bo Quill", "--notice-date", day(-10), "--effective-date", day(2))
    let open = try desk.terminate("Cy Quill", "--notice-date", day(-400))
    let planned = try desk.terminate("Di Quill", "--notice-date", day(3), "--notice-period", "none")
    #expect(try desk.termination(ended)["state"] == "effective")
    #expect(try desk.termination(runs)["state"] == "noticed")
    #expect(try desk.termination(open)["state"] == "noticed")
    #expect(try desk.termination(open)["effectiveDate"] == nil)
    #expect(try desk.termination(planned)["state"] == "considering")
    #expect(try desk.termination(planned)["effectiveDate"]?.string == day(3))
    for (state, slug) in [("effective", ended), ("considering", planned)] {
      let list = try desk.succeed("termination", "list", "--state", state, "--json").json
      #expect(list["terminations"]?.elements.map { $0["slug"]?.string } == [slug])
    }
  }

  @Test func `working days leave out weekends and the holidays of a file`() throws {
    try desk.write("# Days off\n2026-04-03 Good Friday\n2026-04-06\n", to: "holidays.txt")
    for (options, end) in [([], "2026-04-07"), (["--holidays", "holidays.txt"], "2026-04-09")] {
      let outcome = try Program.picket.run(
        [
          "termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", "Ana Quill", "--notice-date",
          "2026-04-02", "--notice-period", "3 working days", "--json",
        ] + options, in: desk.folder, environment: desk.environment)
      #expect(try outcome.json["effectiveDate"]?.string == end)
    }
    try desk.write("2026-02-30\n", to: "holidays.txt")
    try desk.refuse(
      65, "termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", "A", "--holidays",
      "holidays.txt", saying: "holidays.txt:1:1")
  }

  @Test func `one is read from standard input, so that nothing is in the shell's history`() throws {
    let json = """
      {"by": "Ana Quill", "email": "ana@mail.example", "organization": true, "kind": "supply", "slug": "s-1",
       "notice_date": "2018-06-18", "effective_date": "2018-06-18", "value": "5", "currency": "JPY", "demand": "",
       "evidence": ["https://news.example"], "visibility": "counted", "hide": ["day", "reason"]}
      """
    let outcome = try desk.succeed(
      "termination", "add", "-", "--campaign", "justice", "--target", "nimbus", "--location", "Bonn", input: json)
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel it.")
    for demand in ["1", "\"1\""] {
      let slug = try desk.succeed(
        "termination", "add", "-", "--campaign", "justice", "--target", "nimbus",
        input: "{\"by\": \"Bo Wren\", \"demand\": \(demand)}"
      ).lines[0]
      #expect(try desk.termination(slug)["demand"] == 1)
    }
    #expect(outcome.lines == ["s-1"])
    let shown = try desk.termination("s-1")
    #expect(shown["organization"] == true && shown["kind"] == "supply" && shown["location"] == "Bonn")
    #expect(shown["valueMinor"] == 5 && shown["currency"] == "JPY" && shown["hidden"] == ["day", "reason"])
    #expect(shown["visibility"] == "counted" && shown["effectiveDate"] == "2018-06-18")
    let add = ["termination", "add", "-", "--campaign", "justice", "--target", "nimbus"]
    for (input, words) in [
      (#"{"by": "Ana Quill", "salary": "1"}"#, "no key \"salary\""), (#"{"by": 7}"#, "not one termination"),
      ("Ana Quill", "not one termination"), (#"{"by": "Ana Quill", "signed_on": "2026-02-30"}"#, "signed_on"),
      (#"{"by": "Ana Quill", "kind": "marriage"}"#, "kind"), (#"{"by": "Ana Quill", "value": "5"}"#, "together"),
    ] {
      let outcome = try Program.picket.run(
        add, input: Array(input.utf8), in: desk.folder, environment: desk.environment)
      #expect(outcome.code == (words == "together" ? 64 : 65))
      #expect(outcome.stderr.contains(words), "\(outcome.stderr)")
      #expect(!outcome.stderr.contains("Quill"))
    }
    try desk.refuse(64, "termination", "add", "-", "--by", "Ana Quill", saying: "not both", input: json)
    try desk.refuse(64, "termination", "add", "-", saying: "the campaign or the target is missing", input: json)
  }

  @Test func `the list totals each currency for itself, and kinds, without what was rescinded`() throws {
    try desk.terminate("Ana Quill", "--value", "10.50", "--currency", "EUR", "--notice-date", "2018-06-18")
    try desk.terminate("Bo Quill", "--value", "5.25", "--currency", "EUR", "--kind", "supply")
    try desk.terminate("Cy Quill", "--value", "7", "--currency", "JPY", "--kind", "supply")
    let gone = try desk.terminate("Di Quill", "--value", "99", "--currency", "EUR", "--notice-date", "2018-06-19")
    try desk.succeed("termination", "rescind", gone)
    let list = try desk.succeed("termination", "list", "--campaign", "justice", "--json").json
    #expect(list.keys == ["terminations", "totals", "byKind"])
    #expect(list["terminations"]?.elements.count == 4)
    #expect(
      list["totals"] == [
        ["currency": "EUR", "valueMinor": 1575, "count": 2], ["currency": "JPY", "valueMinor": 7, "count": 1],
      ])
    #expect(list["byKind"] == ["consulting": 1, "supply": 2])
    let table = try desk.succeed("termination", "list").lines
    #expect(table[0].split(separator: " ") == ["SLUG", "STATE", "KIND", "NOTICE", "EFFECTIVE", "VALUE", "BY"])
    #expect(table[1].hasSuffix("10.50 EUR  Ana Quill"))
    #expect(table.contains { $0.contains("15.75 EUR (2)") })
    try desk.succeed("campaign", "create", "other", "--title", "Another")
    #expect(try desk.succeed("termination", "list", "--campaign", "other", "--json").json["terminations"] == [])
  }

  @Test func `a sum that no number holds is no reason not to list`() throws {
    for name in ["Ana Quill", "Bo Quill"] {
      try desk.terminate(name, "--value", "9223372036854775807", "--currency", "JPY")
    }
    let list = try desk.succeed("termination", "list", "--json").json
    #expect(list["totals"] == [["currency": "JPY", "count": 2]])
    #expect(try desk.succeed("termination", "list").text.contains("more JPY than can be kept (2)"))
  }
}
