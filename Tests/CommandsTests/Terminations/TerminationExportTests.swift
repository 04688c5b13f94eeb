import Testing

/// `picket termination export`, and the section in the lists of signatories.
struct TerminationExportTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func publish(_ name: String, _ options: String...) throws {
    let outcome = try Program.picket.run(
      [
        "termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", name, "--notice-date",
        "2018-06-18",
      ] + options, in: desk.folder, environment: desk.environment)
    try desk.succeed("termination", "publish", outcome.lines[0], "--consent")
  }

  @Test func `the public sees named ones as far as they show, the others in steps of five`() throws {
    try publish(
      "Zoë Wren", "--effective-date", "2018-06-30", "--job-title", "Advisor", "--affiliation", "Wren & Co",
      "--location", "Bonn", "--value", "1000", "--currency", "EUR", "--reason", "Not for this.", "--reference", "K-1",
      "--hide", "location", "--hide", "reference", "--evidence", "https://news.example/1")
    try publish("Ana Quill", "--kind", "supply", "--hide", "day", "--value", "5", "--currency", "JPY")
    for number in 1...6 { try publish("Role \(number)", "--visibility", "role", "--kind", "employment") }
    for number in 1...5 { try publish("Counted \(number)", "--visibility", "counted") }
    try desk.terminate("Unpublished Quill", "--notice-date", "2018-06-18")
    try desk.terminate("Considering Quill")
    #expect(
      try desk.contracts("markdown") == """
        # Justice at Nimbus

        Contracts ended over this, as of \(day(0))

        - Ana Quill: supply contract with Nimbus Cloud, notice given
          - Worth: 5 JPY
        - Zoë Wren, Advisor, Wren &amp; Co: consulting contract with Nimbus Cloud, notice given on 2018-06-18, ended on 2018-06-30
          - Worth: 1,000.00 EUR
          - Why: Not for this.
          - See: https\\://news\\.example/1
        - at least 5 employment contracts, without names

        and at least 5 more who are counted but not listed.

        Of those with a line, by kind: 1 consulting, 1 supply.

        In EUR, 1 contract worth 1,000.00 EUR.

        In JPY, 1 contract worth 5 JPY.

        """)
    #expect(
      try desk.contracts("csv") == """
        by,kind,target,reference,signed_on,notice_date,notice_period,effective_date,state,value,currency,reason,demand,statement,evidence
        Ana Quill,supply,Nimbus Cloud,,,,,,noticed,5,JPY,,,,
        Zoë Wren,consulting,Nimbus Cloud,,,2018-06-18,,2018-06-30,effective,1000.00,EUR,Not for this.,,,https://news.example/1

        """)
    let json = try desk.succeed("termination", "export", "justice", "--format", "json").json
    #expect(json["terminations"]?.elements.map { $0["by"] } == ["Ana Quill", "Zoë Wren"])
    #expect(json["terminations"]?.elements[0]["notice_date"] == .null)
    #expect(json["withoutNames"] == [["kind": "employment", "atLeast": 5]])
    #expect(json["atLeastCounted"] == 5)
    #expect(json["byKind"] == ["consulting": 1, "supply": 1])
    for format in ["markdown", "text", "csv", "json"] {
      let text = try desk.contracts(format)
      for hidden in ["Unpublished", "Considering", "Role 1", "Counted 1", "Bonn", "K-1"] {
        #expect(!text.contains(hidden), "\(format): \(hidden)")
      }
    }
    #expect(try desk.succeed("termination", "export", "justice", "--format", "csv").stderr.contains("no line in CSV"))
  }

  @Test func `organizers see everything, with a warning`() throws {
    try publish("Ana Quill", "--visibility", "role", "--location", "Bonn", "--hide", "location")
    try desk.terminate("Bo Wren", "--notice-date", day(4))
    for format in ["markdown", "text", "csv", "json"] {
      let outcome = try desk.succeed(
        "termination", "export", "justice", "--format", format, "--for", "organizers")
      #expect(outcome.text.contains("Ana Quill") && outcome.text.contains("Bo Wren"))
      #expect(outcome.stderr.contains("warning: this list holds the names and all else of 2 terminations"))
      if format != "csv", format != "json" {
        #expect(outcome.text.hasPrefix(format == "text" ? "For organizers only" : "**For organizers only"))
        #expect(outcome.text.contains("Bonn") && outcome.text.contains("(role only)"))
        #expect(outcome.text.contains("being considered, notice planned for \(day(4))"))
      }
    }
  }

  @Test func `nothing to show is said, and a file is not overwritten`() throws {
    #expect(try desk.contracts().hasSuffix("No contract is listed yet.\n"))
    #expect(try desk.contracts("csv").split(separator: "\n").count == 1)
    try desk.succeed("termination", "export", "justice", "-o", "contracts.md")
    #expect(desk.mode("contracts.md") == 0o600)
    try desk.refuse(73, "termination", "export", "justice", "-o", "contracts.md", saying: "is there already")
    try desk.succeed("termination", "export", "justice", "-o", "contracts.md", "--force")
  }

  @Test func `what people wrote is neither a formula, nor markup, nor turned around`() throws {
    try publish(
      "=HYPERLINK(\"x\")", "--reason", "+1;=2", "--statement", "<b>*bold*</b>\n# Heading", "--reference",
      "abc\u{202E}def", "--evidence", "@SUM(1)")
    let csv = try desk.contracts("csv")
    #expect(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""))
    #expect(csv.contains("'+1;'=2") && csv.contains("'@SUM(1)") && csv.contains("abcdef"))
    let markdown = try desk.contracts("markdown")
    #expect(markdown.contains("&lt;b&gt;\\*bold\\*&lt;/b&gt; \\# Heading"))
    for format in ["markdown", "text", "csv", "json"] {
      #expect(!(try desk.contracts(format)).unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func `published ones stand behind the signatories, in lists for reading`() throws {
    try desk.sign("Zoë Wren", "zoe@mail.example", "--verified", "badge")
    let before = ["markdown", "text", "csv", "json"].map { format in
      (format, try? desk.succeed("export", "letter-1", "--format", format, "--for", "public").text)
    }
    try desk.terminate("Unpublished Quill", "--notice-date", "2018-06-18")
    for (format, text) in before {
      #expect(try desk.succeed("export", "letter-1", "--format", format, "--for", "public").text == text)
    }
    try publish("Ana Quill", "--effective-date", "2018-06-18", "--location", "Bonn", "--hide", "location")
    let line = "- Ana Quill: consulting contract with Nimbus Cloud, notice given on 2018-06-18, ended on 2018-06-18"
    for (format, text) in before {
      let outcome = try desk.succeed("export", "letter-1", "--format", format, "--for", "public")
      switch format {
      case "markdown":
        #expect(outcome.text.hasPrefix(text ?? "?"))
        #expect(outcome.text.contains("\n\n## Contracts ended over this\n\n\(line)\n"))
      case "text":
        #expect(outcome.text.hasPrefix(text ?? "?"))
        #expect(outcome.text.contains("\n\nContracts ended over this\n-------------------------\n\n\(line)\n"))
      default:
        #expect(outcome.text == text)
        #expect(outcome.stderr.contains("picket termination export"))
      }
    }
    let document = try desk.succeed("export", "letter", "letter-1", "--for", "public").text
    #expect(document.contains("\n\n## Contracts ended over this\n\n\(line)\n"))
    #expect(!document.contains("Bonn"))
    let organizers = try desk.succeed("export", "letter-1", "--for", "organizers").text
    #expect(organizers.contains("- Ana Quill, Bonn: consulting contract"))
    #expect(!organizers.contains("Unpublished"))
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    #expect(!desk.read("delivery/list.md").contains("Ana Quill"))
  }
}
