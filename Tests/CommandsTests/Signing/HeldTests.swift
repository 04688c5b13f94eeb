import Testing

/// Same address, other name: kept apart, in no count, until somebody admits it.
struct HeldTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.sign("Ana Example", "shared@mail.example")
  }

  @Test func `another name at the same address is held and in no count`() throws {
    let outcome = try desk.succeed(
      "signature", "add", "letter-1", "--name", "Ben Example", "--email", "shared@mail.example", "--verified",
      "badge",
      "--json")
    #expect(try outcome.json["outcome"] == "held")
    #expect(outcome.stderr.contains("picket signature verify letter-1"))
    let tally = try desk.tally()
    #expect(tally["gross"] == 1)
    #expect(tally["held"] == 1)
    #expect(tally["verified"] == 0)
    #expect(try desk.publicList() == [])
    #expect(try desk.succeed("signature", "list", "letter-1").text.contains("held"))
  }

  @Test func `verify admits it`() throws {
    let id = try desk.sign("Ben Example", "shared@mail.example")
    #expect(try desk.succeed("tally", "letter-1").stderr.contains("--held"))
    #expect(
      try desk.succeed("signature", "list", "letter-1", "--held", "--json").json.elements.map { $0["id"] } == [
        .string(id)
      ])
    try desk.succeed("signature", "verify", "letter-1", id, "--method", "badge")
    let tally = try desk.tally()
    #expect(tally["gross"] == 2)
    #expect(tally["held"] == 0)
    #expect(tally["verified"] == 1)
    #expect(try desk.publicList().map { $0["full_name"] } == ["Ben Example"])
  }

  @Test func `the second of a held name is a duplicate of it`() throws {
    let id = try desk.sign("Ben Example", "shared@mail.example")
    #expect(try desk.sign("Ben Example", "shared+x@mail.example") == id)
    #expect(try desk.tally()["held"] == 1)
  }

  @Test func `a held one that is taken out or leaves was never counted`() throws {
    let ben = try desk.sign("Ben Example", "shared@mail.example")
    let cem = try desk.sign("Cem Example", "shared@mail.example")
    let dee = try desk.sign("Dee Example", "shared@mail.example")
    try desk.succeed("signature", "invalidate", "letter-1", ben, "--reason", "a typing error")
    try desk.succeed("signature", "withdraw", "letter-1", cem)
    try desk.succeed("signature", "erase", "letter-1", dee)
    let tally = try desk.tally()
    #expect(tally["gross"] == 1)
    #expect(tally["held"] == 0)
    #expect(tally["withdrawn"] == 0)
    #expect(tally["invalidated"] == 0)
  }
}
