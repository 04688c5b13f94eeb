import Testing

/// Scenario E, the license (September 2019): a demand is refused in public, and a week later the company does of its own
/// accord what was wanted.
struct LicenseTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withDatabase()
    try desk.succeed("campaign", "create", "license", "--title", "No tools for raids")
    try desk.succeed("target", "add", "kitchen", "--name", "Kitchen Automation")
    try desk.succeed("demand", "add", "--campaign", "license", "--target", "kitchen", "Do not renew the contract.")
    try desk.succeed(
      "boycott", "create", "no-kitchen", "--campaign", "license", "--target", "kitchen", "--form", "termination",
      "--scope", "selling,working-for", "--reason", "A contract of 95,500 dollars with the agency.", "--evidence",
      "https://contracts.example/95500", "--until-demands", "1")
    try desk.succeed("boycott", "call", "no-kitchen", "--on", "2019-09-17")
  }

  private func respond(_ outcome: String, _ day: String, _ summary: String, _ statement: String) throws -> Outcome {
    try desk.succeed(
      "demand", "respond", "1", "--campaign", "license", "--outcome", outcome, "--on", day, "--summary", summary,
      "--source", "https://kitchen.example/\(day)", "--statement", statement)
  }

  @Test func `refused in public, then met by another way than was asked`() throws {
    let before = try desk.succeed("checkpoint", "license", "-o", "before", "--json").json["size"]
    #expect(before == 2)
    let refused = try respond(
      "rejected", "2019-09-19", "The chief executive defends the contract.", "Post of the chief executive")
    #expect(refused.stderr.contains("rejected"))
    #expect(try desk.succeed("demand", "show", "1", "--campaign", "license", "--json").json["state"] == "rejected")
    try desk.refuse(65, "boycott", "end", "no-kitchen", saying: "not met: 1")

    let met = try respond(
      "met-otherwise", "2019-09-26", "The contract will not be renewed when it runs out.", "Second post")
    #expect(met.stderr.contains("picket boycott end no-kitchen"))
    let demand = try desk.succeed("demand", "show", "1", "--campaign", "license", "--json").json
    #expect(demand["state"] == "met")
    #expect(demand["outcome"] == "met-otherwise")
    #expect(demand["answeredOn"] == "2019-09-26")
    #expect(
      demand["responses"] == [
        [
          "outcome": "rejected", "respondedOn": "2019-09-19", "summary": "The chief executive defends the contract.",
          "source": "https://kitchen.example/2019-09-19", "statement": "Post of the chief executive",
        ],
        [
          "outcome": "met-otherwise", "respondedOn": "2019-09-26",
          "summary": "The contract will not be renewed when it runs out.",
          "source": "https://kitchen.example/2019-09-26", "statement": "Second post",
        ],
      ])
    let shown = try desk.succeed("demand", "show", "1", "--campaign", "license").text
    #expect(shown.contains("met by another way than the one asked"))
    #expect(shown.contains("2019-09-19: rejected. The chief executive defends the contract."))

    try desk.succeed("boycott", "end", "no-kitchen", "--on", "2019-09-27")
    let page = try desk.succeed("boycott", "export", "no-kitchen", "--format", "text").text
    #expect(page.contains("A joint termination, called on 2019-09-17, ended on 2019-09-27."))
    #expect(
      page.contains("Do not renew the contract. (met by another way than the one asked, 2019-09-26)"))

    // The call, two responses, the end, and the log's key.
    #expect(try desk.succeed("checkpoint", "license", "-o", "after", "--json").json["size"] == 5)
    let findings = try desk.verified("after", "before")
    #expect(findings.have("holds", "grew from 2 to 5 leaves, and nothing before was changed"))
    #expect(try desk.doctor("--checkpoint", "before").holds)
  }
}
