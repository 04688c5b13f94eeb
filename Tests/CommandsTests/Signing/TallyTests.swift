import Testing

/// `picket tally`.
struct TallyTests {
  private static let figures: Set<String> = [
    "gross", "pending", "verified", "withdrawn", "withdrawnBeforeDelivery", "withdrawnAfterDelivery", "invalidated",
    "net", "held", "claimed",
  ]

  @Test func `the tally for programs has exactly its keys, and the same for each cohort`() throws {
    let desk = try Desk.withPetition()
    #expect(try desk.tally().keys == Self.figures.union(["byCohort"]))
    try desk.sign("Ana Example")
    try desk.sign("Ben Example", nil, "--cohort", "alumni", "--verified", "badge")
    let tally = try desk.tally()
    #expect(tally["byCohort"]?.keys.isSuperset(of: ["employee", "alumni"]) == true)
    for cohort in ["employee", "alumni"] { #expect(tally["byCohort"]?[cohort]?.keys == Self.figures) }
  }

  @Test func `each gross signature is in exactly one part, and the cohorts add up`() throws {
    let desk = try Desk.withPetition()
    var sheet = Sheet(1...20)
    sheet.add(name: "Other Name", email: "signer1@mail.example")
    try desk.importSheet(sheet.text, "--verified", "badge")
    try desk.importSheet(Sheet(21...30).text, named: "b.csv", "--cohort", "supporter")
    let ids = try desk.signatures().filter { $0["held"] == false }.compactMap { $0["id"]?.string }
    try desk.succeed("signature", "withdraw", "letter-1", ids[0], ids[1])
    try desk.succeed("signature", "invalidate", "letter-1", ids[2], "--reason", "test")
    try desk.succeed("signature", "erase", "letter-1", ids[3])
    let tally = try desk.tally()
    func sum(_ part: JSON, _ names: String...) -> Int { names.compactMap { part[$0]?.number }.reduce(0, +) }
    #expect(tally["gross"] == 30)
    #expect(tally["held"] == 1)
    #expect(tally["withdrawn"] == 3)
    #expect(tally["invalidated"] == 1)
    #expect(tally["net"] == 26)
    #expect(sum(tally, "pending", "verified", "withdrawn", "invalidated") == 30)
    let parts = ["employee", "supporter"].compactMap { tally["byCohort"]?[$0] }
    for figure in Self.figures {
      #expect(parts.compactMap { $0[figure]?.number }.reduce(0, +) == tally[figure]?.number, "\(figure)")
    }
  }

  @Test func `the table for people has a line for each cohort and the total`() throws {
    let desk = try Desk.withPetition()
    try desk.sign("Ana Example")
    try desk.sign("Ben Example", nil, "--cohort", "organization")
    let lines = try desk.succeed("tally", "letter-1").lines
    #expect(lines.map { $0.prefix { $0 != " " } } == ["COHORT", "employees", "organizations", "total"])
  }
}
