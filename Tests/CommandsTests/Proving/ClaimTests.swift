import Testing

/// `picket claim` and `picket petition respond`: what others say.
struct ClaimTests {
  private let desk: Desk

  init() throws { desk = try ProvenPetition.desk() }

  @Test func `a claimed number stands beside the verified one everywhere, and never inside it`() throws {
    let added = try desk.succeed(
      "claim", "add", "letter-1", "--source", "Partner group", "--count", "300000", "--evidence",
      "https://partner.example", "--json"
    ).json
    #expect(added.keys == ["id", "source", "count", "cohort", "evidence", "claimedOn"])
    #expect(added["source"] == "Partner group")
    #expect(added["count"] == 300_000)
    #expect(added["cohort"] == "supporter")
    #expect(added["evidence"] == "https://partner.example")
    try desk.succeed("claim", "create", "letter-1", "--source", "Paper", "--count", "12", "--cohort", "alumni")
    let list = try desk.succeed("claim", "list", "letter-1", "--json").json.elements
    #expect(Set(list.compactMap { $0["count"]?.number }) == [12, 300_000])
    #expect(try desk.succeed("claim", "list", "letter-1").text.contains("300,000  supporters  Partner group"))

    let tally = try desk.tally()
    #expect(tally["claimed"] == 300_012)
    for figure in ["verified", "net", "gross"] { #expect(tally[figure] == 16) }
    #expect(tally["byCohort"]?["alumni"]?["claimed"] == 12)
    #expect(tally["byCohort"]?["supporter"]?["verified"] == 0)
    let table = try desk.succeed("tally", "letter-1").text
    #expect(table.contains("Partner group reports 300,000 supporters"))
    #expect(table.contains("Paper reports 12 alumni"))
    #expect(!table.contains("300,028"))

    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    try desk.verified("delivery")
    #expect(desk.read("delivery/README.md").contains("- Partner group reports 300000 supporters, without records"))
    #expect(desk.read("delivery/README.md").contains("**16 people have signed**"))
    #expect(desk.read("delivery/tally.json").contains("\"verified\" : 16"))
    #expect(try desk.doctor().holds)
  }

  @Test func `claims that are refused`() throws {
    for count in ["0", "-5", "1000000001"] {
      try desk.refuse(65, "claim", "add", "letter-1", "--source", "A", "--count=\(count)", saying: "between 1 and")
    }
    try desk.refuse(64, "claim", "add", "letter-1", "--source", "A", "--count", "many", saying: "many")
    try desk.refuse(64, "claim", "add", "letter-1", "--count", "1", saying: "--source")
    try desk.refuse(65, "claim", "add", "letter-1", "--source", " ", "--count", "1", saying: "a source")
    try desk.refuse(66, "claim", "add", "nothing", "--source", "A", "--count", "1", saying: "no petition")
    try desk.refuse(66, "claim", "list", "nothing", saying: "no petition")
    #expect(try desk.succeed("claim", "list", "letter-1", "--json").json == [])
  }

  @Test func `the target's answer is recorded once it was delivered`() throws {
    try desk.refuse(65, "petition", "respond", "letter-1", "--summary", "No.", saying: "cannot become answered")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    let json = try desk.succeed(
      "petition", "respond", "letter-1", "--on", "2026-12-01", "--summary", "Refuses to end it.", "--source",
      "https://news.example/nimbus", "--json"
    ).json
    #expect(json.keys == ["id", "respondedOn"])
    #expect(json["respondedOn"] == "2026-12-01")
    #expect(try desk.succeed("petition", "show", "letter-1", "--json").json["state"] == "answered")
    // A second answer, and a delivery after it.
    try desk.succeed("petition", "respond", "letter-1", "--summary", "Ends it after all.")
    let answers = try desk.succeed("petition", "show", "letter-1", "--json").json["responses"]?.elements ?? []
    #expect(Set(answers.compactMap { $0["summary"]?.string }) == ["Refuses to end it.", "Ends it after all."])
    #expect(
      answers.contains([
        "respondedOn": "2026-12-01", "summary": "Refuses to end it.", "source": "https://news.example/nimbus",
      ]))
    try desk.succeed("petition", "deliver", "letter-1", "-o", "second")
    try desk.verified("delivery", "second")
    try desk.refuse(65, "petition", "respond", "letter-1", "--summary", " ", saying: "a response")
    try desk.refuse(66, "petition", "respond", "nothing", "--summary", "No.", saying: "no petition")
    try desk.refuse(64, "petition", "respond", "letter-1", "--on", "soon", "--summary", "No.", saying: "soon")
  }
}
