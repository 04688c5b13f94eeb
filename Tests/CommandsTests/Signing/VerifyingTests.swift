import Testing

/// `picket signature verify` and `invalidate`.
struct VerifyingTests {
  private let desk: Desk
  private let ids: [String]

  init() throws {
    let desk = try Desk.withPetition()
    self.desk = desk
    ids = try (1...3).map { try desk.sign("Signer \($0)", "signer\($0)@mail.example") }
  }

  @Test func `verifying makes a pending signature public`() throws {
    #expect(try desk.publicList() == [])
    let outcome = try desk.succeed(
      "signature", "verify", "letter-1", ids[0], "--method", "badge", "--by", "mara", "--json")
    #expect(try outcome.json == [["id": .string(ids[0]), "state": "verified"]])
    #expect(try desk.publicList().map { $0["full_name"] } == ["Signer 1"])
    let tally = try desk.tally()
    #expect(tally["verified"] == 1)
    #expect(tally["pending"] == 2)
    #expect(tally["net"] == 3)
  }

  @Test func `many are verified at once, their identifiers from standard input`() throws {
    let outcome = try desk.succeed("signature", "verify", "letter-1", "-", input: ids.joined(separator: "\n") + "\n")
    #expect(outcome.stderr.contains("3 signatures are verified"))
    #expect(try desk.tally()["verified"] == 3)
    try desk.refuse(64, "signature", "verify", "letter-1", "-", saying: "standard input names no signature")
  }

  @Test func `where one of many cannot be verified, none is`() throws {
    try desk.succeed("signature", "withdraw", "letter-1", ids[2])
    try desk.refuse(65, "signature", "verify", "letter-1", ids[0], ids[1], ids[2], saying: "withdrawn")
    try desk.refuse(66, "signature", "verify", "letter-1", ids[0], "2222222222222", saying: "no signature")
    #expect(try desk.tally()["verified"] == 0)
  }

  @Test func `a signature that is named twice is counted once`() throws {
    try desk.succeed("signature", "verify", "letter-1", ids[0], ids[0])
    #expect(try desk.tally()["verified"] == 1)
    try desk.succeed("signature", "withdraw", "letter-1", ids[0], ids[0])
    #expect(try desk.tally()["withdrawn"] == 1)
    try desk.refuse(65, "signature", "withdraw", "letter-1", ids[0], saying: "withdrawn already")
  }

  @Test func `invalidating takes a signature out, with a reason that only organizers read`() throws {
    try desk.succeed("signature", "verify", "letter-1", ids[0])
    try desk.succeed("signature", "invalidate", "letter-1", ids[0], "--reason", "not an employee", "--json")
    let tally = try desk.tally()
    #expect(tally["invalidated"] == 1)
    #expect(tally["gross"] == 3)
    #expect(tally["net"] == 2)
    #expect(try desk.publicList() == [])
    let shown = try desk.succeed("signature", "show", "letter-1", ids[0], "--json").json
    #expect(shown["invalidationReason"] == "not an employee")
    try desk.refuse(64, "signature", "invalidate", "letter-1", ids[1], saying: "--reason")
    try desk.refuse(65, "signature", "invalidate", "letter-1", ids[1], "--reason", " ", saying: "reason")
    try desk.refuse(65, "signature", "invalidate", "letter-1", ids[0], "--reason", "again", saying: "invalidated")
    try desk.refuse(65, "signature", "verify", "letter-1", ids[0], saying: "invalidated")
  }

  @Test func `verifying works once the petition is closed`() throws {
    try desk.succeed("petition", "close", "letter-1")
    try desk.succeed("signature", "verify", "letter-1", ids[0])
    #expect(try desk.publicList().count == 1)
  }

  @Test func `a signature of another petition is not found here`() throws {
    try desk.createPetition("letter-2")
    try desk.refuse(66, "signature", "verify", "letter-2", ids[0], saying: "letter-2 has no signature")
  }
}
