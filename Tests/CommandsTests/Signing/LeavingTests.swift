import Testing

/// `picket signature withdraw` and `erase`, and coming back.
struct LeavingTests {
  private let desk: Desk
  private let id: String

  init() throws {
    desk = try Desk.withPetition()
    id = try desk.sign("Ana Example", "ana@mail.example", "--verified", "badge")
    try desk.sign("Ben Example", "ben@mail.example", "--verified", "badge")
  }

  @Test func `who withdraws is in no list and is counted as withdrawn`() throws {
    let outcome = try desk.succeed("signature", "withdraw", "letter-1", id, "--json")
    #expect(try outcome.json == [["id": .string(id), "state": "withdrawn"]])
    let tally = try desk.tally()
    #expect(tally["withdrawn"] == 1)
    #expect(tally["withdrawnBeforeDelivery"] == 1)
    #expect(tally["withdrawnAfterDelivery"] == 0)
    #expect(tally["verified"] == 1)
    #expect(tally["gross"] == 2)
    #expect(try desk.publicList().map { $0["full_name"] } == ["Ben Example"])
    let all = try desk.succeed("export", "letter-1", "--format", "json", "--for", "organizers").json.elements
    #expect(all.map { $0["full_name"] } == ["Ben Example"])
    try desk.refuse(65, "signature", "withdraw", "letter-1", id, saying: "withdrawn")
  }

  @Test func `leaving works once the petition is closed`() throws {
    try desk.succeed("petition", "close", "letter-1")
    try desk.succeed("signature", "withdraw", "letter-1", id)
    try desk.succeed("signature", "erase", "letter-1", id)
    #expect(try desk.tally()["withdrawn"] == 1)
  }

  @Test func `who withdrew comes back only by an act of their own`() throws {
    try desk.succeed("signature", "withdraw", "letter-1", id)
    try desk.refuse(
      65, "signature", "add", "letter-1", "--name", "Ana Example", "--email", "ana@mail.example",
      saying: "--returning")
    let back = try desk.succeed(
      "signature", "add", "letter-1", "--name", "Ana Example", "--email", "ana@mail.example", "--visibility",
      "counted",
      "--returning", "--json")
    #expect(try back.json == ["id": .string(id), "outcome": "returned"])
    let tally = try desk.tally()
    #expect(tally["withdrawn"] == 0)
    #expect(tally["pending"] == 1)
    #expect(tally["gross"] == 2)
    #expect(try desk.succeed("signature", "show", "letter-1", id, "--json").json["visibility"] == "counted")
  }

  @Test func `erasing leaves a place in the tally and nothing else`() throws {
    let outcome = try desk.succeed("signature", "erase", "letter-1", id, "--json")
    #expect(try outcome.json == ["id": .string(id), "state": "erased"])
    let tally = try desk.tally()
    #expect(tally["withdrawn"] == 1)
    #expect(tally["verified"] == 1)
    #expect(tally["gross"] == 2)
    #expect(try desk.signatures().map { $0["name"] } == ["Ben Example"])
    try desk.refuse(66, "signature", "show", "letter-1", id, saying: "was erased")
    try desk.refuse(66, "signature", "erase", "letter-1", id, saying: "was erased")
  }

  @Test func `erasing says that copies are out of reach`() throws {
    #expect(try desk.succeed("signature", "erase", "letter-1", id).stderr.contains("Backups and lists"))
  }

  @Test func `who was erased comes back only by an act of their own`() throws {
    try desk.succeed("signature", "erase", "letter-1", id)
    try desk.refuse(
      65, "signature", "add", "letter-1", "--name", "Ana Example", "--email", "ANA+x@mail.example",
      saying: "asked to be erased")
    let back = try desk.succeed(
      "signature", "add", "letter-1", "--name", "Ana Example", "--email", "ana@mail.example", "--returning", "--json")
    #expect(try back.json["outcome"] == "added")
    #expect(try back.json["id"] != .string(id))
    #expect(try desk.tally()["pending"] == 1)
    // The mark is lifted: from now on this is a signer like any other.
    let again = try desk.succeed(
      "signature", "add", "letter-1", "--name", "Ana Example", "--email", "ana@mail.example", "--json")
    #expect(try again.json["outcome"] == "duplicate")
  }

  @Test func `an invalidated and a withdrawn signature keep their place when they are erased`() throws {
    try desk.succeed("signature", "invalidate", "letter-1", id, "--reason", "test")
    try desk.succeed("signature", "erase", "letter-1", id)
    #expect(try desk.tally()["invalidated"] == 1)
    #expect(try desk.tally()["withdrawn"] == 0)
  }

  @Test func `a withdrawal on one petition leaves the signature on another`() throws {
    try desk.createPetition("letter-2")
    try desk.succeed("petition", "open", "letter-2")
    try desk.sign("Ana Example", "ana@mail.example", to: "letter-2")
    try desk.succeed("signature", "withdraw", "letter-1", id)
    #expect(try desk.tally("letter-2")["pending"] == 1)
  }
}
