import Testing

/// `picket timeline`: what happened, for the public.
struct TimelineTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition(options: ["--goal", "6"]) }

  private func timeline() throws -> String {
    try desk.succeed("timeline", "justice").text
  }

  private func entries(_ options: [String] = [], of campaign: String = "justice") throws -> [JSON] {
    let outcome = try Program.picket.run(
      ["timeline", campaign, "--format", "json"] + options, in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return try outcome.json["entries"]?.elements ?? []
  }

  private func kinds(_ options: String...) throws -> [String] {
    try entries(options).compactMap { $0["kind"]?.string }
  }

  /// All that happens in a campaign and that these commands can enter.
  private func act() throws {
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel the contract.")
    try desk.importSheet(Sheet(1...7, on: "2018-06-19").text, "--verified", "badge")
    try desk.succeed(
      "evidence", "add", "--campaign", "justice", "--title", "A report", "--url", "https://news.example/1", "--for",
      "demand 1")
    try desk.succeed(
      "event", "add", "--campaign", "justice", "--at", "2018-06-18T09:50-07:00", "The post is found.", "--evidence",
      "1")
    try desk.succeed("event", "add", "--campaign", "justice", "--at", "2018-06-18", "Families are separated.")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    try desk.succeed("petition", "respond", "letter-1", "--on", "2018-07-27", "--summary", "No.")
    try desk.succeed(
      "demand", "respond", "1", "--campaign", "justice", "--outcome", "rejected", "--on", "2018-07-28", "--summary",
      "They refuse.")
    try desk.succeed(
      "termination", "add", "leaving", "--campaign", "justice", "--target", "nimbus", "--by", "Ana Example", "--kind",
      "consulting", "--notice-date", "2018-06-18", "--notice-period", "1 month")
    try desk.succeed("termination", "publish", "leaving", "--statement", "Not in my name.", "--consent")
    try desk.succeed(
      "termination", "add", "secret", "--campaign", "justice", "--target", "nimbus", "--by", "Zqcanary Sealed",
      "--notice-date", "2018-06-20", "--notice-period", "1 month", "--reason", "Zqcanary reason")
    try desk.succeed(
      "boycott", "create", "no-cloud", "--campaign", "justice", "--target", "nimbus", "--scope", "buying")
    try desk.succeed(
      "boycott", "create", "planned", "--campaign", "justice", "--target", "nimbus", "--scope", "selling")
    try desk.succeed("boycott", "call", "no-cloud", "--on", "2018-07-01")
    for _ in 0..<6 {
      try desk.succeed(
        "incident", "add", "--campaign", "justice", "--kind", "threat", "--on", "2018-06-21", "--account",
        "Zqcanary was threatened.", "--person", "Zqcanary Person")
    }
  }

  @Test func `everything that happened, each once, and nothing that is sealed or only planned`() throws {
    try act()
    let entries = try entries()
    let kinds = entries.compactMap { $0["kind"]?.string }
    #expect(
      kinds.sorted() == [
        "answer", "boycott", "delivery", "demand-response", "event", "event", "incidents", "letter", "opened",
        "termination", "termination", "threshold",
      ])
    // The termination, the day, the time; July; today; and last what has no day.
    #expect(kinds.prefix(3) == ["termination", "event", "event"] && kinds.last == "incidents")
    for format in ["text", "markdown", "html", "json", "ics"] {
      let text = try desk.succeed("timeline", "justice", "--format", format).text
      #expect(!text.contains("Zqcanary") && !text.contains("Signer"), "\(format)")
      #expect(!text.contains("2018-06-21") && !text.contains("20180621"), "\(format): the day of an incident")
      #expect(!text.contains("planned") && text.contains("Ana Example"), "\(format)")
    }
    let text = try timeline()
    for line in [
      "event: The post is found. (evidence 1)", "reached its goal: 6 verified signatures",
      "At least 5 acts of retaliation are on record. Among them threat: at least 5.",
      "In their words: “Not in my name.”",
      "The end of a contract (consulting) with Nimbus Cloud, by Ana Example, took effect",
      "Nimbus Cloud responded to demand 1, “Cancel the contract.”: rejected. They refuse. (evidence 1)",
      "was delivered to Nimbus Cloud: 7 verified signatures (7 employees)",
    ] { #expect(text.contains(line), "\(line)") }
  }

  @Test func `the same campaign makes the same timeline`() throws {
    try act()
    for format in ["json", "ics", "html"] {
      let first = try desk.succeed("timeline", "justice", "--format", format).stdout
      #expect(try desk.succeed("timeline", "justice", "--format", format).stdout == first)
    }
  }

  @Test func `too few acts of retaliation and too small a goal are not told`() throws {
    try desk.succeed("petition", "edit", "letter-1", "--goal", "3")
    try desk.importSheet(Sheet(1...4).text, "--verified", "badge")
    for _ in 0..<4 {
      try desk.succeed("incident", "add", "--campaign", "justice", "--kind", "threat", "--account", "Threatened.")
    }
    #expect(Set(try kinds()) == ["letter", "opened"])
  }

  @Test func `the threshold is the day on which enough had signed, of those who are verified`() throws {
    try desk.importSheet(Sheet(1...4, on: "2018-06-19").text, named: "a.csv", "--verified", "badge")
    #expect(!(try kinds().contains("threshold")))
    try desk.importSheet(Sheet(5...8, on: "2018-06-21").text, named: "b.csv")
    #expect(!(try kinds().contains("threshold")), "pending ones do not count")
    try desk.importSheet(Sheet(9...10, on: "2018-06-22").text, named: "c.csv", "--verified", "badge")
    #expect(try entries(["--kind", "threshold"]).map { $0["from"] } == ["2018-06-22"])
    try desk.importSheet(Sheet(11...12, on: "2018-06-20").text, named: "d.csv", "--verified", "badge")
    #expect(try entries(["--kind", "threshold"]).map { $0["from"] } == ["2018-06-20"])
  }

  @Test func `a draft and what was withdrawn before it was opened are nobody's business`() throws {
    try desk.createPetition("draft-1", options: ["--goal", "5"])
    try desk.createPetition("draft-2")
    try desk.succeed("petition", "withdraw", "draft-2")
    #expect(try entries(["--kind", "letter"]).count == 1)
  }

  @Test func `kinds and days`() throws {
    try act()
    #expect(try kinds("--kind", "event") == ["event", "event"])
    #expect(Set(try kinds("--kind", "event", "--kind", "boycott")) == ["event", "boycott"])
    #expect(
      try kinds("--from", "2018-07-01", "--to", "2018-07-31") == [
        "boycott", "termination", "answer", "demand-response",
      ])
    #expect(try kinds("--to", "2018-06-17") == [])
    #expect(!(try kinds("--from", "2018-06-18").contains("incidents")), "what has no day is left out")
    try desk.refuse(64, "timeline", "justice", "--from", "2018-07-02", "--to", "2018-07-01", saying: "--to")
    try desk.refuse(64, "timeline", "justice", "--kind", "gossip", saying: "gossip")
    try desk.refuse(64, "timeline", "justice", "--format", "pdf", saying: "pdf")
    try desk.refuse(64, "timeline", "justice", "--from", "June", saying: "June")
    try desk.refuse(66, "timeline", "justise", saying: "no campaign")
  }

  @Test func `two campaigns side by side do not mix`() throws {
    try act()
    try desk.succeed("campaign", "create", "other", "--title", "Other")
    #expect(try entries(of: "other") == [])
    #expect(try desk.succeed("timeline", "other").text.contains("Nothing is on record."))
    try desk.succeed("event", "add", "--campaign", "other", "--at", "2018", "Elsewhere.")
    #expect(try entries(of: "other").compactMap { $0["text"]?.string } == ["Elsewhere."])
    #expect(!(try timeline().contains("Elsewhere.")))
    #expect(try desk.succeed("evidence", "list", "--campaign", "other", "--json").json == [])
    #expect(try desk.succeed("evidence", "add", "--campaign", "other", "--title", "T", "--json").json["number"] == 1)
    #expect(try desk.doctor().falsehoods == [])
  }

  @Test func `it goes into a file, never over another, and needs the key`() throws {
    try desk.succeed("timeline", "justice", "--format", "html", "-o", "timeline.html")
    #expect(desk.mode("timeline.html") == 0o600)
    try desk.refuse(73, "timeline", "justice", "-o", "timeline.html", saying: "timeline.html")
    try desk.succeed("timeline", "justice", "-o", "timeline.html", "--force")
    #expect(desk.read("timeline.html").hasPrefix("Timeline: Justice at Nimbus\n====="))
    try desk.refuse(77, "timeline", "justice", "--key-file", "none.key", saying: "none.key")
  }

  @Test func `a calendar that another program reads`() throws {
    try act()
    try desk.succeed(
      "event", "add", "--campaign", "justice", "--at", "2018-06-19T10:00Z",
      "Commas, semicolons; \\n é𝄞 " + String(repeating: "𝄞", count: 80))
    let text = try desk.succeed("timeline", "justice", "--format", "ics").text
    try desk.write(text, to: "timeline.ics")
    let python = try #require(Program.tool("python3"), "Debian's package python3 has it")
    let reader = """
      import re
      raw = open('timeline.ics', 'rb').read()
      assert raw.endswith(b'\\r\\n')
      lines = raw.split(b'\\r\\n')[:-1]
      assert all(len(l) <= 75 and b'\\n' not in l and b'\\r' not in l for l in lines)
      text = raw.decode('utf-8').replace('\\r\\n ', '')
      depth, events, uids = [], 0, set()
      for line in text.split('\\r\\n')[:-1]:
          name, value = re.match(r'([A-Z-]+)(?:;[A-Z]+=[A-Z]+)?:(.*)$', line).groups()
          if name == 'BEGIN': depth.append(value); events += value == 'VEVENT'
          elif name == 'END': assert depth.pop() == value
          elif name == 'UID': uids.add(value)
          elif name in ('DTSTART', 'DTEND', 'DTSTAMP'): assert re.fullmatch(r'\\d{8}(T\\d{6}Z)?', value)
          elif name == 'SUMMARY': assert not re.search(r'(?<!\\\\)[,;]', value.replace('\\\\\\\\', ''))
      assert not depth and len(uids) == events
      print(events)
      """
    let outcome = try Program(path: python.path).run(
      ["-c", reader], in: desk.folder, environment: desk.environment.merging(["PYENV_ROOT": ""]) { $1 })
    #expect(outcome.code == 0, "\(outcome.stderr)")
    #expect(outcome.lines == ["13"])
  }

  @Test func `what was published of a termination stays within its bounds`() throws {
    try desk.succeed(
      "termination", "add", "hidden", "--campaign", "justice", "--target", "nimbus", "--by", "Bo Example",
      "--notice-date", "2018-06-18", "--notice-period", "1 month", "--hide", "day")
    try desk.succeed("termination", "publish", "hidden", "--consent")
    try desk.succeed(
      "termination", "add", "third-1", "--campaign", "justice", "--target", "nimbus", "--by", "Zqcanary Counted",
      "--notice-date", "2018-06-18", "--notice-period", "1 month", "--visibility", "counted")
    try desk.succeed("termination", "publish", "third-1", "--consent")
    let text = try timeline()
    #expect(text.contains("Bo Example ended a contract"))
    #expect(!text.contains("2018-06-18") && !text.contains("2018-07-18") && !text.contains("Zqcanary"))
    #expect(!text.contains("without giving their names"))
  }
}
