import Foundation
import Testing

/// `picket pledge tally`, and when a pledge binds.
struct PledgeTallyTests {
  private let desk: Desk

  init() throws { desk = try Desk.withWalkOut() }

  @Test func `200 who wait for 200 others wait, and the next one makes all of them bind`() throws {
    try desk.importPledges(1...200, ifOthers: "200", "--verified", "badge")
    let before = try desk.pledgeTally()
    #expect(before["pledged"] == 200)
    #expect(before["verified"] == 200)
    #expect(before["binding"] == 0)
    #expect(before["conditional"] == 200)
    #expect(before["nextThreshold"] == 1)
    #expect(before["revealed"] == false)
    // One that nobody verified changes nothing.
    let last = try desk.pledge("Ana Example", "ana@mail.example", "--if-others", "200")
    #expect(try desk.pledgeTally()["binding"] == 0)
    let verified = try desk.succeed("pledge", "verify", "walk-out", last, "--method", "badge", "--json").json
    #expect(verified == [["id": .string(last), "state": "binding"]])
    let after = try desk.pledgeTally()
    #expect(after["binding"] == 201)
    #expect(after["conditional"] == 0)
    #expect(after["unrevealed"] == 201)
    // And when one leaves, all are free again.
    try desk.succeed("pledge", "withdraw", "walk-out", last)
    #expect(try desk.pledgeTally()["binding"] == 0)
    #expect(try desk.pledgeTally()["withdrawn"] == 1)
  }

  @Test func `however many pledge unverified, nobody is bound by them`() throws {
    try desk.pledge("Ana Example", "ana@mail.example", "--if-others", "3", "--verified", "badge")
    try desk.importPledges(1...50)
    let tally = try desk.pledgeTally()
    #expect(tally["binding"] == 0)
    #expect(tally["conditional"] == 51)
    #expect(tally["verified"] == 1)
    #expect(tally["pledged"] == 51)
  }

  @Test func `no key is needed, and a reveal that is due is proposed beside the data`() throws {
    try desk.pledge("Ana Example", "ana@mail.example", "--verified", "badge", "--cohort", "alumni")
    try FileManager.default.removeItem(atPath: desk.key)
    let outcome = try desk.succeed("pledge", "tally", "walk-out", "--json")
    #expect(outcome.stderr.contains("picket pledge reveal walk-out"))
    #expect(
      try outcome.json == [
        "boycott": "walk-out", "pledged": 1, "verified": 1, "binding": 1, "conditional": 0, "kept": 0, "broken": 0,
        "withdrawn": 0, "lapsed": 0, "askedAgain": 0, "revealed": false, "unrevealed": 1,
        "byCohort": [
          "alumni": [
            "pledged": 1, "verified": 1, "binding": 1, "conditional": 0, "kept": 0, "broken": 0, "withdrawn": 0,
            "lapsed": 0, "askedAgain": 0,
          ]
        ],
      ])
    let text = try desk.succeed("pledge", "tally", "walk-out").text
    #expect(text.contains("ALUMNI"))
    #expect(text.contains("not revealed"))
    for line in text.split(separator: "\n") { #expect(line.count < 80) }
  }

  @Test func `a pledge whose day is over has lapsed, and counts for nobody`() throws {
    try desk.pledge("Ana Example", "ana@mail.example", "--verified", "badge", "--lapses", "2026-01-31")
    try desk.pledge("Ben Example", "ben@mail.example", "--verified", "badge", "--if-others", "1")
    try desk.pledge(
      "Cem Example", "cem@mail.example", "--verified", "badge", "--if-others", "5", "--lapses", "2099-01-31")
    let tally = try desk.pledgeTally()
    #expect(tally["lapsed"] == 1)
    #expect(tally["binding"] == 0)
    #expect(tally["conditional"] == 2)
    #expect(tally["pledged"] == 2)
    #expect(try desk.pledges("lapsed").map { $0["name"] } == ["Ana Example"])
    // The pledger gives it again, with a day that is ahead.
    try desk.pledge("Ana Example", "ana@mail.example", "--lapses", "2099-12-31", "--verified", "badge")
    #expect(try desk.pledgeTally()["binding"] == 2)
  }

  @Test func `the boycott's day is that of conditional pledges without one of their own`() throws {
    try desk.succeed("boycott", "edit", "walk-out", "--pledges-lapse", "2099-06-30")
    let first = try desk.pledge("Ana Example", "ana@mail.example", "--if-others", "3")
    let second = try desk.pledge("Ben Example", "ben@mail.example", "--if-others", "3", "--lapses", "2098-01-01")
    let third = try desk.pledge("Cem Example", "cem@mail.example")
    func day(_ id: String) throws -> JSON? {
      try desk.succeed("pledge", "show", "walk-out", id, "--json").json["lapsesOn"]
    }
    #expect(try day(first) == "2099-06-30")
    #expect(try day(second) == "2098-01-01")
    #expect(try day(third) == nil)
  }

  @Test func `once the terms change, whoever pledged before is asked again`() throws {
    try desk.importPledges(1...3, ifOthers: "2", "--verified", "badge")
    #expect(try desk.pledgeTally()["binding"] == 3)
    try desk.succeed("boycott", "edit", "walk-out", "--pledges-lapse", "2099-06-30")
    let asked = try desk.pledgeTally()
    #expect(asked["askedAgain"] == 3)
    #expect(asked["binding"] == 0)
    #expect(asked["pledged"] == 3)
    #expect(asked["unrevealed"] == 0)
    try desk.refuse(65, "pledge", "reveal", "walk-out", "--confirm", "3", saying: "no pledge of walk-out binds")
    #expect(try desk.pledges("asked-again").count == 3)
    // They are asked, and say yes once more.
    try desk.write(desk.read("pledges.csv"), to: "again.csv")
    let outcome = try desk.succeed("pledge", "import", "walk-out", "again.csv", "--verified", "badge", "--json")
    #expect(try outcome.json["renewed"] == 3)
    #expect(try outcome.json["renewedOlderTerms"] == 3)
    #expect(outcome.stderr.contains("make sure that these people were asked"))
    #expect(try desk.pledgeTally()["binding"] == 3)
  }

  @Test func `an unknown boycott is refused`() throws {
    try desk.refuse(66, "pledge", "tally", "nothing", saying: "no boycott")
    try desk.refuse(64, "pledge", "tally", saying: "boycott")
    #expect(try desk.pledgeTally()["pledged"] == 0)
    #expect(try desk.pledgeTally()["byCohort"]?.keys == [])
  }
}
