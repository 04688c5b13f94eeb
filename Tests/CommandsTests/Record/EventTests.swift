import Testing

/// `picket event`: what was entered by hand.
struct EventTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  @Test func `an event stands in the list and in the timeline until it is withdrawn`() throws {
    try desk.succeed("evidence", "add", "--campaign", "justice", "--title", "A report")
    let id = try desk.succeed(
      "event", "add", "--campaign", "justice", "--at", "about 2018-06-18T13:00-07:00", "Protest before\nthe office.",
      "--evidence", "1"
    ).lines[0]
    let list = try desk.succeed("event", "list", "--campaign", "justice", "--json").json
    #expect(
      list == [
        [
          "id": .string(id), "campaign": "justice", "at": "about 2018-06-18T13:00-07:00",
          "text": "Protest before the office.", "evidence": 1,
        ]
      ])
    #expect(try desk.succeed("event", "list").text.contains("Protest before the office."))
    #expect(try desk.succeed("timeline", "justice").text.contains("Protest before the office. (evidence 1)"))
    #expect(try desk.succeed("timeline", "justice").text.contains("1: A report, in") == false)

    let removed = try desk.succeed("event", "remove", id, "--json").json
    #expect(removed["id"]?.string == id)
    #expect(try desk.succeed("event", "list", "--json").json == [])
    #expect(!(try desk.succeed("timeline", "justice").text.contains("Protest")))
    // The words are gone from the file.
    let bytes = String(decoding: try #require(desk.contents(desk.database)), as: UTF8.self)
    #expect(!bytes.contains("Protest before"))
    try desk.refuse(66, "event", "remove", id, saying: "no event")
    #expect(try desk.doctor().falsehoods == [])
  }

  @Test func `events that are refused`() throws {
    func refuse(_ code: Int32, at time: String, _ text: String, saying words: String) throws {
      try desk.refuse(code, "event", "add", "--campaign", "justice", "--at", time, text, saying: words)
    }
    for time in ["soon", "2018-13", "2018-06-18T25:00Z", "about", "18 June 2018", ""] {
      try refuse(65, at: time, "It.", saying: "no time")
    }
    try refuse(65, at: "2999-01-01", "It.", saying: "in the future")
    try refuse(65, at: "2018", " ", saying: "an event has")
    try refuse(65, at: "2018", String(repeating: "a", count: 2001), saying: "an event has")
    try refuse(65, at: "2018", "\u{1B}[31mred", saying: "steers a terminal")
    try desk.refuse(
      66, "event", "add", "--campaign", "justice", "--at", "2018", "It.", "--evidence", "1", saying: "no evidence 1")
    try desk.refuse(66, "event", "add", "--campaign", "none", "--at", "2018", "It.", saying: "no campaign")
    try desk.refuse(66, "event", "remove", "x", saying: "no event")
    try desk.refuse(66, "event", "list", "--campaign", "none", saying: "no campaign")
    #expect(try desk.succeed("event", "list", "--json").json == [])
  }
}
