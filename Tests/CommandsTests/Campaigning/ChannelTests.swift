import Testing

/// Channels: ways in that close one by one.
struct ChannelTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func channels() throws -> [JSON] {
    try desk.succeed("channel", "list", "letter-1", "--json").json.elements
  }

  @Test func `a channel is opened by being named, and a name that comes near another is told`() throws {
    try desk.write(Sheet(1...3).text, to: "one.csv")
    let first = try desk.succeed("signature", "import", "letter-1", "one.csv", "--channel", "web-form")
    #expect(first.stderr.contains("Opened the channel web-form, which letter-1 did not have."))
    #expect(!first.stderr.contains("Did you mean"))
    try desk.write(Sheet(4...6).text, to: "two.csv")
    let again = try desk.succeed("signature", "import", "letter-1", "two.csv", "--channel", "web-form")
    #expect(!again.stderr.contains("channel"))
    try desk.write(Sheet(7...9).text, to: "three.csv")
    let typo = try desk.succeed("signature", "import", "letter-1", "three.csv", "--channel", "web-from", "--json")
    #expect(typo.stderr.contains("Did you mean web-form?"))
    #expect(try typo.json["newChannels"] == ["web-from"])
    #expect(try channels().map { $0["name"] } == ["web-form", "web-from"])
    #expect(try channels().allSatisfy { $0["state"] == "open" && $0["closesAt"] == .null })
  }

  @Test func `a closed channel refuses, says since when and how to open it, and the others go on`() throws {
    try desk.write(Sheet(1...3).text, to: "one.csv")
    try desk.succeed("channel", "open", "letter-1", "web-form")
    try desk.succeed("channel", "open", "letter-1", "mail")
    let closed = try desk.succeed(
      "channel", "close", "letter-1", "web-form", "--at", "2021-03-28T18:00+01:00", "--json"
    ).json
    #expect(closed == ["name": "web-form", "state": "closed", "closesAt": "2021-03-28T17:00:00Z"])
    for arguments in [
      ["signature", "import", "letter-1", "one.csv"], ["signature", "import", "letter-1", "one.csv", "--dry-run"],
    ] {
      let outcome = try Program.picket.run(
        arguments + ["--channel", "web-form"], in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 65)
      #expect(outcome.stderr.contains("the channel web-form of letter-1 is closed since 2021-03-28T17:00:00Z"))
      #expect(outcome.stderr.contains("picket channel open letter-1 web-form"))
    }
    try desk.refuse(
      65, "signature", "add", "letter-1", "--name", "Ana Example", "--channel", "web-form", saying: "is closed since")
    #expect(try desk.tally()["gross"] == 0)
    try desk.importFile("one.csv", ["--channel", "mail"])
    try desk.sign("Ana Example", "ana@mail.example", "--channel", "mail")
    try desk.sign("Ben Example", "ben@mail.example")
    try desk.succeed("channel", "open", "letter-1", "web-form")
    try desk.sign("Cem Example", "cem@mail.example", "--channel", "web-form")
    #expect(try desk.tally()["gross"] == 6)
  }

  @Test func `one closed channel among several files refuses all of them`() throws {
    try desk.write(Sheet(1...3).text, to: "one.csv")
    try desk.write(Sheet(4...6).text, to: "two.csv")
    try desk.succeed("channel", "open", "letter-1", "mail")
    try desk.succeed("channel", "close", "letter-1", "mail")
    try desk.refuse(
      65, "signature", "import", "letter-1", "one.csv", "two.csv", "--channel", "new", "--channel", "mail",
      saying: "the channel mail of letter-1 is closed")
    // Not even the channel that would have been new.
    #expect(try channels().map { $0["name"] } == ["mail"])
  }

  @Test func `a rehearsal opens no channel`() throws {
    try desk.write(Sheet(1...3).text, to: "one.csv")
    let outcome = try desk.succeed(
      "signature", "import", "letter-1", "one.csv", "--channel", "web-form", "--dry-run", "--json")
    #expect(try outcome.json["newChannels"] == ["web-form"])
    #expect(try channels() == [])
  }

  @Test func `a channel that closes later is open until then`() throws {
    try desk.succeed("channel", "open", "letter-1", "mail")
    let outcome = try desk.succeed("channel", "close", "letter-1", "mail", "--at", "2999-01-01")
    #expect(outcome.stderr.contains("closes at 2999-01-01T00:00:00Z"))
    try desk.sign("Ana Example", "ana@mail.example", "--channel", "mail")
    #expect(try channels().map { $0["state"] } == ["open"])
  }

  @Test func `a closed petition closes all its channels, and leaving works whatever is closed`() throws {
    let id = try desk.sign("Ana Example", "ana@mail.example", "--channel", "mail")
    let other = try desk.sign("Ben Example", "ben@mail.example", "--channel", "mail")
    try desk.succeed("channel", "close", "letter-1", "mail", "--at", "2021-03-28")
    try desk.succeed("petition", "close", "letter-1")
    try desk.succeed("channel", "open", "letter-1", "mail")
    #expect(try channels().map { $0["state"] } == ["closed with the petition"])
    try desk.refuse(
      65, "signature", "add", "letter-1", "--name", "Cem Example", "--channel", "mail", saying: "letter-1 is closed")
    try desk.succeed("signature", "verify", "letter-1", id, other)
    try desk.succeed("signature", "withdraw", "letter-1", id)
    try desk.succeed("signature", "erase", "letter-1", other)
    #expect(try desk.tally()["withdrawn"] == 2)
  }

  @Test func `what is no name and what is not there is refused with what comes near`() throws {
    try desk.succeed("channel", "open", "letter-1", "web-form")
    try desk.refuse(65, "channel", "open", "letter-1", "Web Form", saying: "for example web-form")
    try desk.refuse(66, "channel", "close", "letter-1", "web-from", saying: "did you mean web-form?")
    try desk.refuse(66, "channel", "close", "letter-1", "git", saying: "picket channel list letter-1")
    try desk.refuse(66, "channel", "open", "letter-9", "git", saying: "no petition")
    try desk.refuse(64, "channel", "close", "letter-1", "web-form", "--at", "soon", saying: "soon")
    try desk.write(Sheet(1...3).text, to: "one.csv")
    try desk.refuse(
      65, "signature", "import", "letter-1", "one.csv", "--channel", "Web Form", saying: "no name of a channel")
  }

  @Test func `imports tell their channel and their partner`() throws {
    try desk.importSheet(Sheet(1...3).text, named: "one.csv", "--channel", "web-form", "--partner", "Alpha")
    let report = try #require(try desk.succeed("import", "list", "letter-1", "--json").json.elements.first)
    #expect(report["channel"] == "web-form")
    #expect(report["partner"] == "Alpha")
    let text = try desk.succeed("import", "list", "letter-1").text
    #expect(text.contains("PARTNER  CHANNEL   FILE"))
    #expect(text.contains("Alpha    web-form  one.csv"))
    let id = try #require(report["id"]?.string)
    #expect(
      try desk.succeed("import", "show", "letter-1", id).lines.contains {
        $0.hasPrefix("channel ") && $0.hasSuffix(" web-form")
      })
  }
}
