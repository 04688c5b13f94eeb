import Testing

/// What `picket termination` refuses.
struct TerminationRefusalTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func refuse(
    _ code: Int32, _ options: String..., saying words: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let before = desk.contents(desk.database)
    let outcome = try Program.picket.run(
      ["termination", "add"] + options + ["--campaign", "justice", "--target", "nimbus", "--by", "Ana Quill"],
      in: desk.folder, environment: desk.environment)
    #expect(outcome.code == code, "\(options): \(outcome.stderr)", sourceLocation: location)
    #expect(outcome.stderr.contains(words), "\(outcome.stderr)", sourceLocation: location)
    #expect(outcome.text == "", sourceLocation: location)
    #expect(!outcome.stderr.lowercased().contains("quill"), sourceLocation: location)
    let isUntouched = desk.contents(desk.database) == before
    #expect(isUntouched, sourceLocation: location)
  }

  @Test func `days that are none, or do not fit each other`() throws {
    for option in ["--notice-date", "--signed-on", "--effective-date"] {
      try refuse(64, option, "2026-02-30", saying: "the calendar has no such day")
      try refuse(64, option, "30.2.2026", saying: "YYYY-MM-DD")
    }
    try refuse(
      65, "--notice-date", "2018-06-18", "--effective-date", "2018-06-17", saying: "before the notice of 2018-06-18")
    try refuse(65, "--notice-date", "2018-06-18", "--signed-on", "2018-06-19", saying: "after the notice")
    try refuse(65, "--signed-on", day(2), saying: "in the future")
    try refuse(65, "--notice-date", "9999-12-01", "--notice-period", "3 months", saying: "after the year 9999")
    try refuse(64, "--notice-period", "1 month", saying: "--notice-date")
    try refuse(64, "--effective-date", "2018-06-18", saying: "--notice-date")
    try refuse(65, "--notice-date", "2018-06-18", "--notice-period", "soon", saying: "no notice period")
  }

  @Test func `money that is none`() throws {
    try refuse(64, "--value", "5.00", saying: "--currency")
    try refuse(64, "--currency", "USD", saying: "--value")
    try refuse(65, "--value", "5.001", "--currency", "USD", saying: "USD has 2 decimals")
    try refuse(65, "--value", "5.5", "--currency", "JPY", saying: "JPY has no decimals")
    try refuse(65, "--value", "5", "--currency", "USX", saying: "USX is the code of no currency")
    try refuse(65, "--value", "0", "--currency", "USD", saying: "more than nothing")
    try refuse(65, "--value=-5", "--currency", "USD", saying: "more than nothing")
    try refuse(65, "--value", "a lot", "--currency", "USD", saying: "no amount of money")
  }

  @Test func `words that are none`() throws {
    try refuse(64, "--kind", "marriage", saying: "marriage")
    try refuse(64, "--visibility", "secret", saying: "secret")
    try refuse(64, "--hide", "everything", saying: "everything")
    try refuse(65, "--demand", "x", saying: "demand")
    try refuse(66, "--demand", "4", saying: "no demand 4")
    try refuse(65, "--email", "quill@", saying: "address")
    try refuse(65, "--reference", String(repeating: "x", count: 301), saying: "a reference")
    try refuse(65, "--reason", String(repeating: "x", count: 2001), saying: "a reason")
  }

  @Test func `a slug that tells who it is, which is not repeated`() throws {
    for slug in ["ana-leaves", "quill", "the-quills", "anaquill-1"] {
      try refuse(65, slug, saying: "the slug holds a word")
    }
    try refuse(65, "wren-1", "--email", "jenny@wren.example", saying: "the slug holds a word")
    try refuse(65, "Ana Quill", saying: "the termination's slug is none")
    try desk.terminate("Bo Li")
    let slug = try desk.terminate("Cy Wren")
    try desk.succeed("termination", "edit", slug, "--slug", "c-1")
    try desk.refuse(
      65, "termination", "edit", "c-1", "--by", "C-1 Ltd", "--slug", "cyltd", saying: "the slug holds a word")
    try refuse(65, "c-1", saying: "c-1")
  }

  @Test func `what is missing, and what is not there`() throws {
    let add = ["termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", "Ana Quill"]
    for option in ["--campaign", "--target", "--by"] {
      let place = try #require(add.firstIndex(of: option))
      let outcome = try Program.picket.run(
        Array(add[..<place] + add[(place + 2)...]), in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 64)
      #expect(outcome.stderr.contains("\(option) is missing"))
    }
    try desk.refuse(
      66, "termination", "add", "--campaign", "justicia", "--target", "nimbus", "--by", "A", saying: "justice")
    try desk.refuse(
      66, "termination", "add", "--campaign", "justice", "--target", "nimbo", "--by", "A", saying: "nimbus")
    try desk.refuse(
      65, "termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", " ", saying: "name is empty")
    try desk.terminate("Ana Quill")
    for verb in ["show", "edit", "give-notice", "rescind", "publish", "erase", "letter"] {
      try desk.refuse(66, "termination", verb, "t-none", saying: "no termination \"t-none\"")
    }
    try desk.refuse(66, "termination", "list", "--campaign", "none", saying: "no campaign")
    try desk.refuse(66, "termination", "export", "none", saying: "no campaign")
    try desk.refuse(64, "termination", "list", "--state", "gone", saying: "gone")
  }

  @Test func `without the key nothing is shown or changed`() throws {
    let slug = try desk.terminate("Ana Quill", "--notice-date", "2018-06-18")
    desk.environment["HOME"] = desk.folder
    desk.environment["XDG_CONFIG_HOME"] = desk.folder + "/none"
    for command in [["list"], ["show", slug], ["erase", slug], ["export", "justice"], ["rescind", slug]] {
      let outcome = try Program.picket.run(
        ["termination"] + command, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 77)
      #expect(outcome.text == "")
    }
  }
}
