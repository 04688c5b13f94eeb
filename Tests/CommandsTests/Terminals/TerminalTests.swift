import Testing

/// What a person at a terminal sees, and a pipe does not.
struct TerminalTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  /// The lines that a terminal shows, as wide as they are there.
  private func shown(_ outcome: Outcome) -> [String] {
    outcome.text.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func `lists fit a terminal of 80 columns`() throws {
    let long = "Wilhelmina Bartholomew-Featherstonehaugh of Upper Springfield"
    try desk.sign(long, "wilhelmina.bartholomew.featherstonehaugh@long-domain-name.example")
    try desk.sign("さくらさくらさくらさくらさくらさくらさくら", "sakura.sakura.sakura@long-domain-name.example")
    try desk.succeed("petition", "edit", "letter-1", "--title", String(repeating: "A long title ", count: 10))
    try desk.succeed(
      "demand", "add", "--campaign", "justice", "--target", "nimbus", String(repeating: "A long demand ", count: 10))
    try desk.importSheet(Sheet(1...3).text, named: "a-sheet-with-a-rather-long-name-that-goes-on-and-on.csv")
    for command in [
      ["signature", "list", "letter-1"], ["petition", "list"], ["campaign", "list"], ["target", "list"],
      ["demand", "list", "--campaign", "justice"], ["import", "list", "letter-1"], ["letter", "list", "letter-1"],
      ["tally", "letter-1"], ["key", "list"],
    ] {
      let outcome = try Terminal.run(
        .picket, command, answering: [], in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 0)
      #expect(shown(outcome).count > 1)
      for line in shown(outcome) { #expect(width(line) <= 80, "\(command): \(line)") }
    }
    // A pipe gets all of it.
    #expect(try desk.succeed("signature", "list", "letter-1").text.contains(long))
  }

  @Test func `errors and warnings are coloured on a terminal only`() throws {
    let escape = "\u{1B}["
    let error = try desk.converse("tally", "none")
    #expect(error.code == 66)
    #expect(error.text.contains("\u{1B}[1;31merror: \u{1B}[0m"))
    #expect(error.text.contains("hint: "))
    #expect(try !desk.picket("tally", "none").stderr.contains(escape))
    let warning = try desk.converse(
      "signature", "add", "letter-1", "--name", "Ana Example", "--email", "ana@nimbus.example")
    #expect(warning.text.contains("\u{1B}[1;33mwarning: \u{1B}[0m"))
  }

  @Test func `NO_COLOR and a dumb terminal are respected`() throws {
    #expect(try !desk.converse("tally", "none", environment: ["NO_COLOR": "1"]).text.contains("\u{1B}["))
    #expect(try desk.converse("tally", "none", environment: ["NO_COLOR": ""]).text.contains("\u{1B}["))
  }

  @Test func `progress is shown on a terminal only, and taken away`() throws {
    try desk.write(Sheet(1...20_000).text, to: "a.csv")
    let terminal = try desk.converse("signature", "import", "letter-1", "a.csv")
    #expect(terminal.code == 0)
    #expect(terminal.text.contains("Importing: "))
    #expect(terminal.text.contains("\r\u{1B}[K"))
    try desk.write(Sheet(20_001...40_000).text, to: "b.csv")
    let piped = try desk.succeed("signature", "import", "letter-1", "b.csv")
    #expect(!piped.stderr.contains("Importing"))
    #expect(!piped.stderr.contains("\r"))
  }

  @Test func `data goes to standard output, talk to standard error`() throws {
    try desk.sign("Ana Example", nil, "--verified", "badge")
    let export = try desk.shell("picket export letter-1 --format csv 2>/dev/null")
    #expect(export.lines.count == 2)
    let json = try desk.shell("picket tally letter-1 --json 2>/dev/null")
    #expect(try json.json["verified"] == 1)
    #expect(json.lines.count == 1)
  }

  @Test func `an error says what happened and what to do, on a line each`() throws {
    let outcome = try desk.refuse(66, "tally", "leter-1", saying: "error: there is no petition \"leter-1\"\nhint: ")
    #expect(outcome.stderr.split(separator: "\n").count == 2)
  }

  @Test func `neither a file's name nor a mistyped word steers the terminal`() throws {
    let name = "a\u{1B}[31mb\u{202E}.csv"
    try desk.write("Name,Email\nAna Example,nowhere\nBen Example,ben@mail.example\n", to: name)
    let imported = try desk.picket("signature", "import", "letter-1", name)
    let said = [
      imported.stderr, imported.text, try desk.succeed("import", "list", "letter-1").text,
      try desk.picket("tally", "no\u{1B}[31m\nsuch").stderr, try desk.picket("ta\u{1B}[31m").stderr,
      try desk.picket("signature", "import", "letter-1", "no\u{1B}]0;such").stderr,
    ]
    for text in said { #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }) }
    #expect(imported.code == 0)
  }

  @Test func `verbose talk says steps and counts on standard error`() throws {
    try desk.write(Sheet(1...3).text, to: "a.csv")
    let outcome = try desk.succeed("signature", "import", "letter-1", "a.csv", "--verbose", "--json")
    #expect(outcome.stderr.contains("picket.office"))
    #expect(try outcome.json["added"] == 3)
  }

  /// How many places a line takes: East Asian characters take two.
  private func width(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ((0x3000...0x9FFF).contains($1.value) ? 2 : 1) }
  }
}
