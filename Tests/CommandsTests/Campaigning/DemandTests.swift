import Testing

/// `picket demand`.
struct DemandTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
  }

  private func add(_ text: String) throws -> JSON {
    try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", text, "--json").json
  }

  @Test func `demands are numbered within their campaign`() throws {
    #expect(
      try add("Cancel the contract.") == [
        "number": 1, "target": "nimbus", "text": "Cancel the contract.", "state": "open",
      ])
    #expect(try add("Publish a policy.")["number"] == 2)
    let list = try desk.succeed("demand", "list", "--campaign", "justice", "--json").json.elements
    #expect(list.map { $0["text"] } == ["Cancel the contract.", "Publish a policy."])
    #expect(try desk.succeed("demand", "list", "--campaign", "justice").text.contains("Publish a policy."))
    #expect(try desk.succeed("demand", "show", "2", "--campaign", "justice").text.contains("Nimbus Cloud"))
    #expect(try desk.succeed("petition", "show", "letter-1").text.contains("Cancel the contract."))
  }

  @Test func `an answer has a day and a source`() throws {
    _ = try add("Cancel the contract.")
    let met = try desk.succeed(
      "demand", "edit", "1", "--campaign", "justice", "--state", "met", "--on", "2026-02-20", "--source",
      "https://news.example/nimbus", "--json"
    ).json
    #expect(
      met == [
        "number": 1, "target": "nimbus", "text": "Cancel the contract.", "state": "met", "answeredOn": "2026-02-20",
        "source": "https://news.example/nimbus",
      ])
    let open = try desk.succeed("demand", "edit", "1", "--campaign", "justice", "--state", "open", "--json").json
    #expect(open["answeredOn"] == nil)
    #expect(open["source"] == nil)
  }

  @Test func `an answer without a day is refused, and an unknown number too`() throws {
    _ = try add("Cancel the contract.")
    try desk.refuse(64, "demand", "edit", "1", "--campaign", "justice", "--state", "rejected", saying: "--on")
    try desk.refuse(64, "demand", "edit", "1", "--campaign", "justice", "--state", "done", saying: "partly-met")
    try desk.refuse(66, "demand", "show", "7", "--campaign", "justice", saying: "no demand 7")
    try desk.refuse(65, "demand", "add", "--campaign", "justice", "--target", "nimbus", " ", saying: "demand")
  }
}
