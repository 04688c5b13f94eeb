import Testing

/// What became known of contracts that were ended, from one end to the other.
struct TerminationScenarioTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  @Test func `a consultant ends a contract on the day of the protest and says why`() throws {
    try desk.succeed(
      "demand", "add", "--campaign", "justice", "--target", "nimbus", "Cancel the contract of 19.4 million dollars.")
    let slug = try desk.terminate("Ana Quill", "--email", "ana@mail.example", "--demand", "1")
    #expect(try desk.termination(slug)["kind"] == "consulting")
    let given = try desk.succeed(
      "termination", "give-notice", slug, "--on", "2018-06-18", "--notice-period", "none", "--json"
    ).json
    #expect(given["state"] == "effective" && given["effectiveDate"] == "2018-06-18")
    #expect(!(try desk.contracts()).contains("Ana Quill"))
    try desk.succeed(
      "termination", "publish", slug, "--consent", "--slug", "ana-quill", "--statement",
      "I do not work for those who help to part families.")
    let text = try desk.contracts()
    #expect(
      text.contains(
        "- Ana Quill: consulting contract with Nimbus Cloud, notice given on 2018-06-18, ended on 2018-06-18\n"
          + "  - Notice period: none\n  - Answers demand: 1\n  - In their words: I do not work for those who help to part families.\n"
      ))
    #expect(!text.contains("ana@mail.example"))
    try desk.succeed("checkpoint", "letter-1", "-o", "checkpoint")
    #expect(try desk.doctor().holds)
  }

  @Test func `a former employee withdraws a licence over a contract, and takes the notice back once it is met`()
    throws
  {
    let slug = try desk.terminate(
      "Bo Wren", "--kind", "license", "--reference", "The tool and its parts", "--notice-date", "2019-09-19",
      "--effective-date", "2019-09-19", "--reason", "A contract of 95,500 dollars with the agency.", "--value",
      "95500",
      "--currency", "USD", "--hide", "value")
    try desk.succeed("termination", "publish", slug, "--consent", "--statement", "My work is not for this.")
    var list = try desk.succeed("termination", "export", "justice", "--format", "json").json
    #expect(list["terminations"]?.elements[0]["kind"] == "licence")
    #expect(list["terminations"]?.elements[0]["reason"] == "A contract of 95,500 dollars with the agency.")
    #expect(list["terminations"]?.elements[0]["value"] == .null)
    #expect(list["totals"] == [])
    #expect(
      try desk.succeed("termination", "list", "--json").json["totals"] == [
        ["currency": "USD", "valueMinor": 9_550_000, "count": 1]
      ])
    try desk.succeed("termination", "rescind", slug, "--on", "2019-09-27", "--because", "They will not renew it.")
    list = try desk.succeed("termination", "export", "justice", "--format", "json").json
    #expect(list["terminations"]?.elements[0]["state"] == "rescinded")
    #expect(try desk.contracts().contains("- Bo Wren: licence contract with Nimbus Cloud, rescinded\n"))
    #expect(!(try desk.contracts()).contains("renew"))
  }
}
