import Foundation
import Testing

/// `picket pledge list`, `show`, `verify`, `keep`, `break` and `withdraw`.
struct PledgeChangingTests {
  private let desk: Desk

  init() throws { desk = try Desk.withWalkOut() }

  @Test func `the list shows all, those of a state, and those that nobody verified`() throws {
    let ana = try desk.pledge("Ana Example", "ana@mail.example", "--verified", "badge")
    let ben = try desk.pledge("Ben Example", "ben@mail.example", "--if-others", "1000")
    #expect(Set(try desk.pledges().compactMap { $0["id"]?.string }) == [ana, ben])
    #expect(try desk.pledges("binding").compactMap { $0["id"]?.string } == [ana])
    #expect(try desk.pledges("conditional").compactMap { $0["id"]?.string } == [ben])
    for state in ["kept", "broken", "withdrawn", "lapsed", "asked-again"] { #expect(try desk.pledges(state) == []) }
    let unverified = try desk.succeed("pledge", "list", "walk-out", "--unverified", "--json").json.elements
    #expect(unverified.map { $0["id"] } == [.string(ben)])
    let text = try desk.succeed("pledge", "list", "walk-out").text
    for word in ["Ana Example", "ben@mail.example", "binding", "conditional", "1,000", "badge"] {
      #expect(text.contains(word))
    }
    try desk.refuse(64, "pledge", "list", "walk-out", "--state", "bound", saying: "asked-again")
    try desk.refuse(66, "pledge", "list", "nothing", saying: "no boycott")
  }

  @Test func `many are verified together or not at all`() throws {
    try desk.importPledges(1...5, ifOthers: "4")
    let ids = try desk.pledges().compactMap { $0["id"]?.string }
    let list = ids.joined(separator: "\n") + "\n"
    let dry = try desk.succeed(
      "pledge", "verify", "walk-out", "-", "--method", "badge", "--dry-run", "--json", input: list)
    #expect(try dry.json.elements.map { $0["state"] } == Array(repeating: "binding", count: 5))
    #expect(try desk.pledgeTally()["verified"] == 0)
    try desk.refuse(
      66, "pledge", "verify", "walk-out", ids[0], "2h5nqc7hjvap6", "--method", "badge", saying: "no pledge")
    #expect(try desk.pledgeTally()["verified"] == 0)
    let outcome = try desk.succeed(
      "pledge", "verify", "walk-out", "-", "--method", "badge", "--by", "mara", "--json", input: list + list)
    #expect(try outcome.json.elements.map { $0["state"] } == Array(repeating: "binding", count: 5))
    #expect(try desk.pledgeTally()["binding"] == 5)
    let shown = try desk.succeed("pledge", "show", "walk-out", ids[0], "--json").json
    #expect(shown["verification"]?["by"] == "mara")
    try desk.succeed("pledge", "withdraw", "walk-out", ids[1])
    try desk.refuse(65, "pledge", "verify", "walk-out", ids[1], "--method", "badge", saying: "is withdrawn")
    try desk.refuse(64, "pledge", "verify", "walk-out", ids[0], saying: "--method")
    try desk.refuse(64, "pledge", "verify", "walk-out", "-", "--method", "badge", saying: "names no pledge")
    try desk.refuse(65, "pledge", "verify", "walk-out", ids[0], "--method", " ", saying: "verification method")
  }

  @Test func `a kept pledge counts for others, a broken one for nobody`() throws {
    let ana = try desk.pledge("Ana Example", "ana@mail.example", "--verified", "badge")
    try desk.pledge("Ben Example", "ben@mail.example", "--verified", "badge", "--if-others", "1")
    let kept = try desk.succeed(
      "pledge", "keep", "walk-out", ana, "--on", "2026-02-01", "--evidence", "https://news.example", "--json")
    #expect(try kept.json == ["id": .string(ana), "state": "kept"])
    #expect(try desk.pledgeTally()["kept"] == 1)
    #expect(try desk.pledgeTally()["binding"] == 1)
    try desk.succeed("pledge", "break", "walk-out", ana, "--on", "2026-02-03")
    let tally = try desk.pledgeTally()
    #expect(tally["broken"] == 1)
    #expect(tally["kept"] == 0)
    #expect(tally["binding"] == 0)
    #expect(tally["conditional"] == 1)
    #expect(tally["pledged"] == 2)
    let outcomes = try desk.succeed("pledge", "show", "walk-out", ana, "--json").json["outcomes"]
    #expect(
      outcomes == [
        ["outcome": "kept", "day": "2026-02-01", "evidence": "https://news.example"],
        ["outcome": "broken", "day": "2026-02-03"],
      ])
    #expect(try desk.succeed("pledge", "show", "walk-out", ana).text.contains("https://news.example"))
  }

  @Test func `what cannot be recorded`() throws {
    let id = try desk.pledge("Ana Example", "ana@mail.example", "--verified", "badge", "--if-others", "9")
    try desk.refuse(65, "pledge", "break", "walk-out", id, "--on", "2026-02-01", saying: "does not bind")
    for verb in ["keep", "break"] {
      try desk.refuse(65, "pledge", verb, "walk-out", id, "--on", "2099-02-01", saying: "in the future")
      try desk.refuse(64, "pledge", verb, "walk-out", id, saying: "--on")
      try desk.refuse(64, "pledge", verb, "walk-out", id, "--on", "yesterday", saying: "yesterday")
      try desk.refuse(
        65, "pledge", verb, "walk-out", id, "--on", "2026-02-01", "--evidence", " ", saying: "the evidence")
      try desk.refuse(66, "pledge", verb, "walk-out", "nobody", "--on", "2026-02-01", saying: "no pledge")
    }
    try desk.succeed("pledge", "withdraw", "walk-out", id)
    for verb in ["keep", "break"] {
      try desk.refuse(65, "pledge", verb, "walk-out", id, "--on", "2026-02-01", saying: "is withdrawn")
    }
  }

  @Test func `a withdrawal, and one that leaves nothing`() throws {
    let id = try desk.pledge("Ana Example", "ana@mail.example")
    let outcome = try desk.succeed("pledge", "withdraw", "walk-out", id, "--json").json
    #expect(outcome == ["id": .string(id), "state": "withdrawn"])
    try desk.refuse(65, "pledge", "withdraw", "walk-out", id, saying: "is withdrawn")
    #expect(try desk.pledges("withdrawn").count == 1)
    let erased = try desk.succeed("pledge", "withdraw", "walk-out", id, "--erase", "--json").json
    #expect(erased == ["id": .string(id), "state": "erased"])
    #expect(try desk.pledges() == [])
    #expect(try desk.pledgeTally()["withdrawn"] == 1)
    for verb in [["show"], ["withdraw"]] {
      try desk.refuse(66, "pledge", verb[0], "walk-out", id, saying: "was erased")
    }
    try desk.refuse(66, "pledge", "withdraw", "walk-out", id, "--erase", saying: "was erased")
    try desk.refuse(66, "pledge", "verify", "walk-out", id, "--method", "badge", saying: "was erased")
    try desk.refuse(66, "pledge", "show", "walk-out", "nobody", saying: "no pledge \"nobody\"")
  }

  @Test func `a pledge is not found in another boycott`() throws {
    let id = try desk.pledge("Ana Example", "ana@mail.example")
    try desk.succeed(
      "boycott", "create", "other", "--campaign", "justice", "--target", "nimbus", "--scope", "buying")
    try desk.refuse(66, "pledge", "show", "other", id, saying: "other has no pledge")
    try desk.refuse(66, "pledge", "withdraw", "other", id, saying: "other has no pledge")
  }
}
