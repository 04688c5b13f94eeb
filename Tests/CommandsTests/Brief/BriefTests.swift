import Foundation
import Testing

/// `picket brief`: a campaign on one page, from the keyboard to the file.
struct BriefTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
  }

  private func brief(_ format: String = "markdown") throws -> String {
    try desk.succeed("brief", "justice", "--format", format).text
  }

  /// Signers of these numbers, by day.
  private func sign(_ days: [(String, Int)], cohort: String = "employee", prefix: String = "Zqcanaryname") throws {
    var sheet = "name,email,cohort,signed on,visibility\n"
    for (day, count) in days {
      for number in 0..<count {
        let place = "\(day)-\(cohort)-\(number)"
        sheet += "\(prefix) \(place),zqcanaryaddress-\(place)@mail.example,\(cohort),\(day),counted\n"
      }
    }
    try desk.importSheet(sheet, named: "\(cohort).csv", into: "letter-1", "--verified", "badge")
  }

  @Test func `it tells how many signed in steps of five, by cohort and by day`() throws {
    try sign([("2026-01-01", 13), ("2026-01-02", 2), ("2026-01-03", 4), ("2026-01-05", 8)])
    try sign([("2026-01-01", 3)], cohort: "supporter")
    for format in ["markdown", "html"] {
      let text = try brief(format)
      #expect(text.contains("At least 30 verified signatures"))
      #expect(!text.lowercased().contains("zqcanary"))
    }
    let text = try brief()
    #expect(text.contains("| employees | 25 |"))
    // Three supporters are too few for a number.
    #expect(!text.contains("supporters"))
    #expect(text.contains("| 2026-01-01 | 15 |\n| 2026-01-03 | 20 |\n| 2026-01-05 | 30 |\n"))
    #expect(!text.contains("2026-01-02"))
  }

  @Test func `signers, what was not published and what was suffered stay out of it`() throws {
    try sign([("2026-01-01", 6)])
    for number in 0..<7 {
      try desk.succeed(
        "incident", "add", "--campaign", "justice", "--kind", "questioning", "--account", "zqcanaryaccount \(number)",
        "--person", "Zqcanaryperson", "--by", "Zqcanarymanager")
    }
    try desk.terminate(
      "Zqcanaryhidden", "--notice-date", "2026-01-01", "--effective-date", "2026-02-01", "--reason", "zqcanaryreason",
      "--value", "4815.16", "--currency", "EUR")
    let open = try desk.terminate(
      "Ana Example", "--notice-date", "2026-01-01", "--effective-date", "2026-02-01", "--reason", "zqcanarywithheld",
      "--value", "100.00", "--currency", "EUR", "--hide", "reason")
    try desk.succeed("termination", "publish", open, "--consent", "--statement", "I will not work for this.")
    for format in ["markdown", "html"] {
      let text = try brief(format)
      #expect(text.contains("Ana Example"))
      #expect(text.contains("I will not work for this."))
      #expect(text.contains("1 contract by name, worth"))
      #expect(text.contains("At least 5 acts of retaliation"))
      #expect(!text.lowercased().contains("zqcanary"))
      #expect(!text.contains("4815") && !text.contains("4,815"))
    }
    #expect(desk.leaks(besides: ["work/employee.csv"]) == [])
  }

  @Test func `claims and deliveries stand with their source and their exact number`() throws {
    try sign([("2026-01-01", 7)])
    try desk.succeed(
      "claim", "add", "letter-1", "--source", "Sample Coalition", "--count", "300000", "--cohort", "supporter")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivered")
    let text = try brief()
    #expect(
      text.contains("300,000 supporters, reported by Sample Coalition, without records. (organizers’ own record)"))
    #expect(text.contains("exactly 7 signatures"))
    #expect(text.contains("At least 5 verified signatures"))
  }

  @Test func `a demand, a boycott that was called and none that was not`() throws {
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel the contract.")
    try desk.succeed(
      "boycott", "create", "no-cloud", "--campaign", "justice", "--target", "nimbus", "--scope", "buying",
      "--until-demands", "1", "--title", "No cloud")
    try #require(try !brief().contains("No cloud"))
    try desk.succeed("boycott", "call", "no-cloud")
    let text = try brief()
    #expect(text.contains("### No cloud"))
    #expect(text.contains("It ends once these demands are met. None of them is. Demands: 1 (not met)."))
    #expect(text.contains("- Demand 1: Cancel the contract. To Nimbus Cloud: **not met**."))
  }

  @Test func `evidence for a claim, a delivery and a published termination stands where these do`() throws {
    try sign([("2026-01-01", 7)])
    let claim = try #require(
      desk.succeed("claim", "add", "letter-1", "--source", "Coalition", "--count", "300", "--json").json["id"]?.string
    )
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivered")
    let ended = try desk.terminate("Ana Example", "--notice-date", "2026-01-01", "--notice-period", "none")
    try desk.refuse(
      65, "evidence", "add", "--campaign", "justice", "--title", "T", "--for", "termination \(ended)",
      saying: "\(ended) is not published")
    try desk.succeed("termination", "publish", ended, "--consent")
    let subjects = ["claim \(claim)", "delivery letter-1 1", "Termination \(ended)", "petition letter-1"]
    for subject in subjects {
      try desk.succeed("evidence", "add", "--campaign", "justice", "--title", "T", "--for", subject)
    }
    for subject in ["delivery letter-1 2", "termination none", "delivery none 1"] {
      try desk.refuse(
        66, "evidence", "add", "--campaign", "justice", "--title", "T", "--for", subject, saying: "no")
    }
    let lines = try brief().split(separator: "\n")
    for (words, end) in [
      ("reported by Coalition", "without records. \\[1\\]"),
      ("exactly 7 signatures", "(organizers’ own count) \\[2\\]"),
      ("Ana Example: ", " \\[3\\]"), ("**At least 5 verified", "(organizers’ own count) \\[4\\]"),
    ] {
      let line = try #require(lines.first { $0.contains(words) }, "\(words)")
      #expect(line.hasSuffix(end), "\(line)")
    }
    let timeline = try desk.succeed("timeline", "justice").text.replacing(/\s+/, with: " ")
    #expect(timeline.contains("(evidence 2)") && timeline.contains("(evidence 3)"))
  }

  @Test func `entered events are told with their times, and incidents are none of them`() throws {
    try desk.succeed("evidence", "add", "--campaign", "justice", "--title", "The report")
    try desk.succeed(
      "event", "add", "--campaign", "justice", "--at", "2018-06-18T13:00-07:00", "A vigil before the office.")
    try desk.succeed(
      "event", "add", "--campaign", "justice", "--at", "2018-06", "Families are separated.", "--evidence", "1")
    let gone = try desk.succeed("event", "add", "--campaign", "justice", "--at", "2018", "A mistake.").lines[0]
    try desk.succeed("event", "remove", gone)
    try desk.succeed("incident", "add", "--campaign", "justice", "--kind", "threat", "--account", "zqcanaryaccount")
    let text = try brief()
    #expect(
      text.contains(
        """
        ## What happened

        - 2018-06 (day not known): Families are separated. \\[1\\]
        - 2018-06-18 13:00 UTC-07:00: A vigil before the office. (organizers’ own record)
        """), "\(text)")
    #expect(!text.contains("A mistake.") && !text.contains("zqcanary"))
  }

  @Test func `an empty campaign says that nothing is on record`() throws {
    try desk.succeed("campaign", "create", "quiet", "--title", "Quiet")
    for format in ["markdown", "html"] {
      let text = try desk.succeed("brief", "quiet", "--format", format).text
      #expect(text.contains("Nothing is on record yet that can be told."))
      #expect(!text.contains("nimbus") && !text.contains("Listen to us"))
    }
  }

  @Test func `a draft is not told, and fewer than five are not counted`() throws {
    try desk.createPetition("draft-1", options: [])
    try desk.sign("Ana Example", "ana@mail.example", "--verified", "badge")
    let text = try brief()
    #expect(text.components(separatedBy: "### Listen to us").count == 2)
    #expect(text.contains("Fewer than 5 verified signatures, or none"))
    #expect(!text.contains("Ana"))
  }

  @Test func `it needs no key while nothing sealed is told`() throws {
    try sign([("2026-01-01", 6)])
    try FileManager.default.removeItem(atPath: desk.key)
    #expect(try brief().contains("At least 5 verified signatures"))
  }

  @Test func `it writes a whole file and replaces none without being told`() throws {
    let said = try desk.succeed("brief", "justice", "--format", "html", "-o", "brief.html").stderr
    #expect(said.contains("Wrote brief.html."))
    #expect(said.contains("No evidence is on record"))
    #expect(desk.read("brief.html").hasSuffix("</html>\n"))
    #expect(desk.mode("brief.html") == 0o600)
    try desk.refuse(73, "brief", "justice", "-o", "brief.html", saying: "brief.html")
    try desk.succeed("brief", "justice", "-o", "brief.html", "--force")
    #expect(desk.read("brief.html").hasPrefix("# Justice at Nimbus"))
    try desk.succeed("brief", "justice", "-o", "-")
  }

  @Test func `what is not there is refused, and no file is left`() throws {
    try desk.refuse(66, "brief", "justise", "-o", "brief.md", saying: "did you mean justice?")
    try desk.refuse(64, "brief", "justice", "--format", "pdf", saying: "format")
  }

  @Test func `a sealed record that was changed by hand is refused`() throws {
    try desk.succeed(
      "incident", "add", "--campaign", "justice", "--kind", "threat", "--account", "zqcanaryaccount")
    try desk.sqlite("UPDATE incident SET contents = zeroblob(length(contents))")
    let outcome = try desk.refuse(65, "brief", "justice", "-o", "brief.md", saying: "altered")
    #expect(Canary.found(in: Array(outcome.stderr.utf8)) == [])
  }

  @Test func `hostile texts stay texts`() throws {
    let hostile = "</main><script>alert(1)</script> [x](http://e.example) \u{202E}live"
    try desk.succeed("campaign", "create", "hostile", "--title", hostile)
    try desk.succeed("target", "add", "bad", "--name", hostile)
    try desk.succeed("demand", "add", "--campaign", "hostile", "--target", "bad", hostile)
    let page = try desk.succeed("brief", "hostile", "--format", "html").text
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
    let prose = try desk.succeed("brief", "hostile").text
    #expect(!prose.contains("<script") && prose.contains("\\[x\\](http\\:"))
    #expect(!prose.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `bytes whose text is not read are not quoted`() throws {
    try desk.succeed(
      "statement", "add", "memo", "--campaign", "justice", "--target", "nimbus", "--title", "The memo", "--channel",
      "memo")
    let versions = [
      "%PDF-1.4\nZqbytes of a paper about the weather and the sea.\n", "%PDF-1.7\nOther things stand in this one.\n",
      "%PDF-1.4\nZqbytes of a paper about the weather and the sea, again.\n",
    ]
    for (version, time) in zip(versions, ["09:00", "10:00", "11:00"]) {
      try desk.write(version, to: "memo.pdf")
      try desk.succeed("statement", "capture", "memo", "memo.pdf", "--observed", "2026-01-01T\(time)Z")
    }
    for command in [["brief", "justice"], ["brief", "justice", "--format", "html"], ["timeline", "justice"]] {
      let outcome = try Program.picket.run(command, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 0, "\(outcome.stderr)")
      #expect(outcome.text.contains("The memo"))
      #expect(!outcome.text.contains("Zqbytes"))
      #expect(!outcome.text.contains("back: revision"))
    }
    #expect(try brief().contains("3 revisions"))
  }
}
