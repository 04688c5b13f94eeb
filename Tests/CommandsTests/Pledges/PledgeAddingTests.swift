import Foundation
import Testing

/// `picket pledge add`.
struct PledgeAddingTests {
  private let desk: Desk

  init() throws { desk = try Desk.withWalkOut() }

  private func add(_ options: String..., input: String = "") throws -> Outcome {
    try Program.picket.run(
      ["pledge", "add", "walk-out", "--json"] + options, input: Array(input.utf8), in: desk.folder,
      environment: desk.environment)
  }

  @Test func `one with everything comes back whole`() throws {
    let id = try desk.pledge(
      "Ana Example", "ana@mail.example", "--if-others", "200", "--cohort", "contractor", "--job-title", "Engineer",
      "--team", "Maps", "--location", "Springfield", "--affiliation", "Example Ltd", "--visibility", "role", "--hide",
      "team", "--lapses", "2099-12-31", "--verified", "badge", "--by", "mara")
    let pledge = try desk.succeed("pledge", "show", "walk-out", id, "--json").json
    #expect(pledge["name"] == "Ana Example")
    #expect(pledge["email"] == "ana@mail.example")
    #expect(pledge["ifOthers"] == 200)
    #expect(pledge["cohort"] == "contractor")
    #expect(pledge["jobTitle"] == "Engineer")
    #expect(pledge["team"] == "Maps")
    #expect(pledge["location"] == "Springfield")
    #expect(pledge["affiliation"] == "Example Ltd")
    #expect(pledge["visibility"] == "role")
    #expect(pledge["hidden"] == ["team"])
    #expect(pledge["lapsesOn"] == "2099-12-31")
    #expect(pledge["verification"]?["method"] == "badge")
    #expect(pledge["verification"]?["by"] == "mara")
    #expect(pledge["state"] == "conditional")
    #expect(pledge["binds"] == false)
    #expect(pledge["revealed"] == false)
    let text = try desk.succeed("pledge", "show", "walk-out", id).text
    for word in ["Ana Example", "200", "conditional", "badge", "2099-12-31"] { #expect(text.contains(word)) }
  }

  @Test func `without a condition it binds once it is verified`() throws {
    let ana = try add("--name", "Ana Example", "--email", "ana@mail.example").json
    #expect(ana.keys == ["id", "outcome", "binds"])
    #expect(ana["outcome"] == "added")
    #expect(ana["binds"] == false)
    let ben = try add("--name", "Ben Example", "--email", "ben@mail.example", "--verified", "known").json
    #expect(ben["binds"] == true)
  }

  @Test func `one as JSON from standard input`() throws {
    let json = #"{"name": "Ana Example", "email": "ana@mail.example", "if_others": 7, "hide": ["team"]}"#
    let outcome = try add("-", "--verified", "badge", input: json).json
    let pledge = try desk.succeed("pledge", "show", "walk-out", try #require(outcome["id"]?.string), "--json").json
    #expect(pledge["ifOthers"] == 7)
    #expect(pledge["hidden"] == ["team"])
    #expect(pledge["verified"] == true)
  }

  @Test func `the same person again stands on the stricter of both`() throws {
    let id = try desk.pledge("Ana Example", "ana@mail.example", "--if-others", "5")
    let same = try add("--name", "ANA  example", "--email", "Ana+x@mail.example", "--if-others", "5").json
    #expect(same["outcome"] == "duplicate")
    #expect(same["id"] == .string(id))
    let more = try add("--name", "Ana Example", "--email", "ana@mail.example", "--visibility", "counted").json
    #expect(more["outcome"] == "renewed")
    let pledge = try desk.succeed("pledge", "show", "walk-out", id, "--json").json
    #expect(pledge["ifOthers"] == 5)
    #expect(pledge["visibility"] == "counted")
    #expect(try desk.pledgeTally()["pledged"] == 1)
  }

  @Test func `who took the pledge back, or was erased, comes back by an act of their own only`() throws {
    let id = try desk.pledge("Ana Example", "ana@mail.example", "--verified", "badge")
    try desk.succeed("pledge", "withdraw", "walk-out", id)
    let again = ["pledge", "add", "walk-out", "--name", "Ana Example", "--email", "ana@mail.example"]
    try desk.refuse(
      65, "pledge", "add", "walk-out", "--name", "Ana Example", "--email", "ana@mail.example", saying: "--returning")
    let back = try Program.picket.run(
      again + ["--returning", "--json"], in: desk.folder, environment: desk.environment
    ).json
    #expect(back["outcome"] == "returned")
    #expect(back["binds"] == false, "an earlier verification is over")
    try desk.succeed("pledge", "withdraw", "walk-out", id, "--erase")
    try desk.refuse(
      65, "pledge", "add", "walk-out", "--name", "Ana Example", "--email", "ana@mail.example", saying: "--returning")
    let new = try Program.picket.run(
      again + ["--returning", "--json"], in: desk.folder, environment: desk.environment
    ).json
    #expect(new["outcome"] == "added")
    #expect(new["id"] != .string(id))
  }

  @Test func `returning changes nothing for one that stands`() throws {
    let id = try desk.pledge("Ana Example", "ana@mail.example", "--if-others", "9", "--verified", "badge")
    let again = try add("--name", "Ana Example", "--email", "ana@mail.example", "--returning").json
    #expect(again["outcome"] == "duplicate")
    #expect(try desk.succeed("pledge", "show", "walk-out", id, "--json").json["ifOthers"] == 9)
  }

  @Test func `another name at the same address is refused, and nobody is told who has it`() throws {
    try desk.pledge("Ana Example", "ana@mail.example")
    let outcome = try desk.refuse(
      65, "pledge", "add", "walk-out", "--name", "Ben Example", "--email", "ana@mail.example",
      saying: "another name has pledged")
    #expect(!outcome.stderr.contains("Ana"))
    #expect(!outcome.stderr.contains("Ben"))
    #expect(!outcome.stderr.contains("mail.example"))
  }

  @Test func `an address that the target reads is taken and told`() throws {
    let outcome = try add("--name", "Ana Example", "--email", "ana@eu.nimbus.example")
    #expect(outcome.code == 0)
    #expect(outcome.stderr.contains("the target can read that mailbox"))
  }

  @Test func `what is refused`() throws {
    func refuse(_ code: Int32, _ options: String..., saying words: String) throws {
      let before = desk.contents(desk.database)
      let outcome = try Program.picket.run(
        ["pledge", "add", "walk-out"] + options, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == code, "\(options): \(outcome.stderr)")
      #expect(outcome.stderr.contains(words), "\(options): \(outcome.stderr)")
      #expect(outcome.text == "")
      #expect(desk.contents(desk.database) == before)
    }
    let ana = ["--name", "Ana Example", "--email", "ana@mail.example"]
    try refuse(64, "--name", "Ana Example", saying: "--email")
    try refuse(64, "--email", "ana@mail.example", saying: "--name")
    try refuse(64, saying: "--name")
    try refuse(65, "--name", " ", "--email", "ana@mail.example", saying: "the name is empty")
    try refuse(65, "--name", "Ana Example", "--email", " ", saying: "an address")
    try refuse(65, "--name", "Ana Example", "--email", "ana@localhost", saying: "address")
    for count in ["0", "-5", "1000000001"] {
      try refuse(65, ana[0], ana[1], ana[2], ana[3], "--if-others=\(count)", saying: "1 to 1,000,000,000")
    }
    try refuse(64, ana[0], ana[1], ana[2], ana[3], "--if-others", "many", saying: "many")
    try refuse(64, ana[0], ana[1], ana[2], ana[3], "--cohort", "boss", saying: "boss")
    try refuse(64, ana[0], ana[1], ana[2], ana[3], "--lapses", "2026-02-30", saying: "2026-02-30")
    try refuse(64, ana[0], ana[1], ana[2], ana[3], "--visibility", "all", saying: "all")
    try refuse(64, ana[0], ana[1], ana[2], ana[3], "--hide", "name", saying: "name")
    try refuse(65, ana[0], ana[1], ana[2], ana[3], "--verified", " ", saying: "verification method")
    try refuse(64, "somebody", saying: "can only be -")
    try refuse(64, "-", "--name", "Ana Example", saying: "not both")
  }

  @Test func `JSON that is refused`() throws {
    func refuse(_ json: String, saying words: String) throws {
      try desk.refuse(65, "pledge", "add", "walk-out", "-", saying: words, input: json)
    }
    try refuse("", saying: "not one pledger")
    try refuse("[]", saying: "not one pledger")
    try refuse(#"{"email": "ana@mail.example"}"#, saying: "not one pledger")
    try refuse(#"{"name": "Ana Example"}"#, saying: "needs an address")
    try refuse(#"{"name": "Ana", "email": "ana@mail.example", "nickname": "A"}"#, saying: "no pledger has")
    try refuse(#"{"name": "Ana", "email": "ana@mail.example", "if_others": 0}"#, saying: "1 to 1,000,000,000")
    try refuse(#"{"name": "Ana", "email": "ana@mail.example", "if_others": "5"}"#, saying: "not one pledger")
    try refuse(#"{"name": "Ana", "email": "ana@mail.example", "if_others": 1e30}"#, saying: "not one pledger")
    try refuse(#"{"name": "Ana", "email": "ana@mail.example", "lapses_on": "soon"}"#, saying: "lapses_on")
    try refuse(#"{"name": "Ana", "email": "ana@mail.example", "cohort": "boss"}"#, saying: "cohort")
  }

  @Test func `an unknown boycott, and one that has ended`() throws {
    let ana = ["--name", "Ana Example", "--email", "ana@mail.example"]
    let outcome = try Program.picket.run(
      ["pledge", "add", "walkout"] + ana, in: desk.folder, environment: desk.environment)
    #expect(outcome.code == 66)
    #expect(outcome.stderr.contains("walk-out"))
    let id = try desk.pledge("Ben Example", "ben@mail.example", "--verified", "badge")
    try desk.succeed("boycott", "end", "walk-out")
    try desk.refuse(
      65, "pledge", "add", "walk-out", "--name", "Ana Example", "--email", "ana@mail.example",
      saying: "has ended and takes no pledges")
    try desk.write("name,email,if_others\nAna,ana@mail.example,\n", to: "pledges.csv")
    try desk.refuse(65, "pledge", "import", "walk-out", "pledges.csv", saying: "has ended and takes no pledges")
    try desk.refuse(
      65, "pledge", "import", "walk-out", "pledges.csv", "--dry-run", saying: "has ended and takes no pledges")
    // What stands can still be looked after.
    try desk.succeed("pledge", "verify", "walk-out", id, "--method", "known")
    try desk.succeed("pledge", "keep", "walk-out", id, "--on", "2026-03-01")
    try desk.succeed("pledge", "withdraw", "walk-out", id, "--erase")
    #expect(try desk.pledgeTally()["withdrawn"] == 1)
  }
}
