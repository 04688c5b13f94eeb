import Testing

/// What a signer types cannot become a formula, markup, or a line of somebody else's.
struct HostileTextTests {
  private let desk: Desk

  init() throws { desk = try SamplePetition.desk() }

  private func list(_ format: String, for audience: String = "public") throws -> String {
    try desk.succeed("export", "letter-1", "--format", format, "--for", audience).text
  }

  @Test func `the CSV has its header, and no cell that a spreadsheet would calculate`() throws {
    let csv = try list("csv")
    #expect(csv.hasPrefix("full_name,job_title,affiliation,location,cohort,visibility,signed_on\n"))
    #expect(csv.contains(#"'=HYPERLINK"#))
    #expect(csv.contains(",'+1,'@SUM(A1),'-2,"))
    #expect(csv.contains("a;' =1+1"))
    for line in csv.split(separator: "\n") {
      #expect(line.firstMatch(of: /(^|,)"?[=+@-]/) == nil, "\(line)")
    }
  }

  @Test func `the JSON keeps what was typed, and has exactly its keys`() throws {
    let lines = try desk.publicList()
    #expect(lines.contains { $0["full_name"] == #"=HYPERLINK("http://evil.example")"# })
    for line in lines {
      #expect(
        line.keys == ["full_name", "job_title", "affiliation", "location", "cohort", "visibility", "signed_on"])
    }
  }

  @Test func `Markdown and text hold no markup of a signer's`() throws {
    let markdown = try list("markdown")
    #expect(!markdown.contains("[click](http"))
    #expect(!markdown.contains("<b>"))
    #expect(!markdown.contains("*bold*</b>"))
  }

  @Test(arguments: ["csv", "markdown", "text", "html", "osdi", "yaml"])
  func `nothing reorders what stands beside it`(format: String) throws {
    let controls: Set<Unicode.Scalar> = ["\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}", "\u{0007}", "\u{001B}"]
    for audience in ["public", "organizers"] {
      #expect(controls.isDisjoint(with: try list(format, for: audience).unicodeScalars))
    }
  }

  @Test func `a spreadsheet that reads the CSV finds one record a signer`() throws {
    let python = try #require(Program.tool("python3"), "Debian's package python3 has it")
    try desk.write(try list("csv", for: "organizers"), to: "list.csv")
    let count = try Program(path: python.path).run(
      ["-c", "import csv; print(*[len(r) for r in csv.reader(open('list.csv', newline='', encoding='utf-8'))])"],
      in: desk.folder, environment: desk.environment.merging(["PYENV_ROOT": ""]) { $1 })
    #expect(count.code == 0, "\(count.stderr)")
    #expect(count.text.split(separator: " ").count == 18)
    #expect(Set(count.text.split { $0.isWhitespace }) == ["7"])
  }

  @Test func `titles are as harmless as names`() throws {
    try desk.succeed("petition", "edit", "letter-1", "--title", "# Title <script> \u{202E}")
    try desk.succeed("target", "edit", "nimbus", "--name", "=Nimbus](http://evil.example)")
    for format in ["markdown", "text"] {
      let text = try list(format)
      #expect(!text.unicodeScalars.contains("\u{202E}"))
      guard format == "markdown" else { continue }
      #expect(!text.contains("<script>"))
      #expect(text.firstMatch(of: /[^\\]\]\(/) == nil)
    }
  }

  @Test func `a terminal is not steered by a name`() throws {
    try desk.sign("Bell Example \u{202E}\u{2028}next", "bell@mail.example")
    let text = try desk.succeed("signature", "list", "letter-1").text
    #expect(!text.unicodeScalars.contains { ["\u{202E}", "\u{2028}"].contains($0) })
    try desk.refuse(65, "signature", "add", "letter-1", "--name", "Bell \u{1B}[31m", saying: "control character")
    try desk.refuse(65, "signature", "add", "letter-1", "--name", "Bell \u{9B}31m", saying: "control character")
  }
}
