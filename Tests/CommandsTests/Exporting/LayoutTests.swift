import Foundation
import Testing

/// How a list is laid out: fields, initials, groups, columns, the letter.
struct LayoutTests {
  private let desk: Desk

  init() throws { desk = try SamplePetition.desk() }

  private func export(_ options: String...) throws -> Outcome {
    let outcome = try Program.picket.run(
      ["export", "letter-1"] + options, in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return outcome
  }

  // MARK: - Fields

  @Test func `without fields, the CSV has the columns that it always had`() throws {
    let header = "full_name,job_title,affiliation,location,cohort,visibility,signed_on"
    #expect(try export("--format", "csv").lines.first == header)
    let all = try export("--format", "csv", "--fields", header).text
    #expect(try export("--format", "csv").text == all)
  }

  @Test func `the fields that are named are all there is, in their order`() throws {
    let csv = try export("--format", "csv", "--fields", "job_title, full_name").lines
    #expect(csv.first == "job_title,full_name")
    #expect(csv.contains("Engineer,Åsa Example"))
    let json = try export("--format", "json", "--fields", "location,full_name").json.elements
    #expect(json.allSatisfy { $0.keys == ["location", "full_name"] })
    let markdown = try export("--format", "markdown", "--fields", "location,full_name").text
    #expect(markdown.contains("- Zürich, Åsa Example\n"))
    #expect(!markdown.contains("Engineer"))
    #expect(try export("--format", "html", "--fields", "full_name").text.contains("<li>Åsa Example</li>"))
  }

  @Test func `a field that there is not is a usage error that names those that there are`() throws {
    for fields in ["full_name,age", "", "full_name,", "email"] {
      try desk.refuse(
        64, "export", "letter-1", "--fields", fields, "-o", "x.md",
        saying: "fields: full_name, job_title, affiliation, location, cohort, visibility, signed_on")
    }
    try desk.refuse(
      64, "export", "letter-1", "--fields", "cohort,cohort", "-o", "x.md", saying: "named twice")
  }

  @Test(arguments: ["osdi", "yaml"]) func `what other programs expect is not changed`(format: String) throws {
    try desk.refuse(
      64, "export", "letter-1", "--format", format, "--fields", "full_name", "-o", "x", saying: "fields of its own")
    try desk.refuse(
      64, "export", "letter-1", "--format", format, "--group-by", "site", "-o", "x", saying: "has no groups")
    try desk.refuse(
      64, "export", "letter-1", "--format", format, "--letter", "-o", "x", saying: "cannot hold the letter")
  }

  // MARK: - Names

  @Test func `initials are all that is told, and standard error says what they are not`() throws {
    for format in ["csv", "json", "markdown", "text", "html", "osdi", "yaml"] {
      let outcome = try export("--format", format, "--initials")
      #expect(outcome.stderr.contains("warning: initials are not anonymity"))
      #expect(outcome.text.contains("Å. E.") || outcome.text.contains("Å\\. E"))
      for name in ["Åsa", "Example", "HYPERLINK", "さくら"] {
        #expect(!outcome.text.contains(name), "\(format): \(name)")
      }
    }
    #expect(try !export("--format", "csv").stderr.contains("initials"))
  }

  @Test func `honorific and credentials are entered, shown, changed and taken away`() throws {
    let id = try desk.sign(
      "Mara Sample", "mara@mail.example", "--honorific", "Dr.", "--credentials", "PhD, RN", "--verified", "badge")
    let facts = try desk.succeed("signature", "show", "letter-1", id).text
    #expect(facts.contains("Dr.") && facts.contains("PhD, RN"))
    #expect(try export("--format", "csv").text.contains("\"Dr. Mara Sample, PhD, RN\","))
    let outcome = try desk.succeed(
      "signature", "edit", "letter-1", id, "--honorific", "Prof. Dr.", "--credentials", "", "--json")
    #expect(try outcome.json["honorific"] == "Prof. Dr.")
    #expect(try outcome.json["credentials"] == nil)
    #expect(try export("--format", "markdown").text.contains("- Prof\\. Dr. Mara Sample\n") == false)
    #expect(try export("--format", "text").text.contains("- Prof. Dr. Mara Sample\n"))
    try desk.succeed(
      "signature", "add", "letter-1", "-", "--verified", "badge",
      input: #"{"name": "Jo Sample", "honorific": "Rev.", "credentials": "MA"}"#)
    #expect(try export("--format", "text").text.contains("- Rev. Jo Sample, MA\n"))
    try desk.refuse(
      65, "signature", "add", "letter-1", "--name", "Al Sample", "--honorific", "Dr\u{1B}[31m",
      saying: "control character")
  }

  // MARK: - Groups and columns

  @Test func `groups have a heading and a count, and those without come last`() throws {
    let text = try export("--format", "text", "--group-by", "organization").text
    let headings = text.matches(of: /(.+) \((\d+)\)\n-+\n/).map { "\($0.1) \($0.2)" }
    #expect(headings.last == "Others 2")
    #expect(headings.contains("Maps 7"))
    #expect(headings.contains("Union, Local 1 1"))
    let cohorts = try export("--format", "markdown", "--group-by", "cohort").text
    #expect(cohorts.contains("## Employees (11)") && cohorts.contains("## Supporters (1)"))
    let rows = try export("--format", "csv", "--group-by", "cohort").lines.dropFirst()
    #expect(rows.last?.contains("supporter") == true)
    try desk.refuse(64, "export", "letter-1", "--group-by", "age", "-o", "x", saying: "organization")
  }

  @Test func `names stand beside each other in what has pages`() throws {
    let text = try export("--format", "text", "--columns", "2").text
    #expect(text.split(separator: "\n").contains { $0.contains("Zürich") && $0.count > 42 })
    #expect(try export("--format", "html", "--columns", "4").text.contains("columns: 4"))
    for (format, columns) in [("csv", "2"), ("markdown", "2"), ("text", "0"), ("html", "7")] {
      try desk.refuse(64, "export", "letter-1", "--format", format, "--columns", columns, "-o", "x", saying: "column")
    }
    try desk.refuse(64, "export", "letter-1", "--format", "text", "--paper", "a4", "-o", "x", saying: "has no pages")
    #expect(try export("--format", "html", "--paper", "letter").text.contains("size: letter"))
  }

  // MARK: - The letter

  @Test func `a page has the letter, what is for programs has not, and the version is said`() throws {
    let page = try export("--format", "html")
    #expect(page.text.contains("We ask you to listen"))
    #expect(page.stderr.contains("The letter in it is version 1 in en."))
    #expect(try !export("--format", "html", "--no-letter").text.contains("We ask you to listen"))
    #expect(try !export("--format", "text").text.contains("We ask you to listen"))
    let text = try export("--format", "text", "--letter").text
    #expect(text.contains("We ask you to listen") && text.contains("Demand 1: Cancel the contract."))
    #expect(text.contains("\nSignatures\n----------\n"))
    let markdown = try export("--format", "markdown", "--letter").text
    #expect(markdown == (try desk.succeed("export", "letter", "letter-1").text))
    try desk.refuse(
      64, "export", "letter-1", "--format", "csv", "--letter", "-o", "x", saying: "cannot hold the letter")
  }

  @Test func `some signed another version, and the page says so`() throws {
    try desk.succeed("letter", "add", "letter-1", "-", "--language", "en", input: "# Another letter\n")
    #expect(try export("--format", "html").text.contains("We ask you to listen"))
    try desk.sign("Late Sample", "late@mail.example", "--verified", "badge")
    let page = try export("--format", "html")
    #expect(page.text.contains("Another letter"))
    #expect(page.text.contains("Some of these signatures were given for another version"))
    #expect(page.stderr.contains("warning: some of these signatures were given for another version"))
  }

  // MARK: - Where it goes

  @Test func `every format goes into a new file, through a pipe, and over nothing`() throws {
    for format in ["html", "osdi", "yaml"] {
      let plain = try export("--format", format).text
      #expect(!plain.isEmpty)
      #expect(try export("--format", format, "-o", "list.\(format)").text == "")
      #expect(desk.read("list.\(format)") == plain)
      #expect(desk.mode("list.\(format)") == 0o600)
      #expect(try desk.shell("picket export letter-1 --format \(format) -o - | cat").text == plain)
      try desk.refuse(
        73, "export", "letter-1", "--format", format, "-o", "list.\(format)", saying: "is there already")
    }
  }

  @Test func `what has no line in it is told on standard error`() throws {
    let outcome = try export("--format", "yaml")
    #expect(outcome.stderr.contains("6 lines have no name and are not in it: yaml holds names only."))
    #expect(outcome.stderr.contains("4 more are counted and have no line."))
    #expect(try !export("--format", "html").stderr.contains("counted"))
  }
}
