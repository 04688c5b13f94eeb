import Testing

/// Scenario B, the pledge (December 2016), at full size and with made-up signers: 2,843 people in eight days, verified
/// by hand, published by name day by day; the intake closes while a backlog still waits.
struct PledgeTests {
  /// The published names at the end of each day, from 13 December on.
  private static let published = [569, 1233, 1626, 1855, 2164, 2253, 2338, 2404]
  /// How many had signed at the end of each day, the backlog among them.
  private static let arrived = [700, 1500, 2000, 2250, 2520, 2650, 2760, 2835]
  private static let all = 2843

  private let desk: Desk

  init() throws {
    desk = try Desk.withDatabase()
    try desk.succeed("campaign", "create", "pledge", "--title", "Never again")
    try desk.succeed("target", "add", "industry", "--name", "The industry")
    try desk.write("# The pledge\n\nWe refuse to build it.\n", to: "pledge.md")
    try desk.succeed(
      "petition", "create", "pledge", "--campaign", "pledge", "--target", "industry", "--title", "The pledge",
      "--letter",
      "pledge.md", "--cohort", "supporter")
    try desk.succeed("petition", "open", "pledge")
  }

  @Test func `the pledge, from its first day to a removal years later`() throws {
    var sameNames = 0
    for (day, (arrived, published)) in zip(Self.arrived, Self.published).enumerated() {
      let before = day == 0 ? 0 : Self.arrived[day - 1]
      let counts = try desk.importFile(sheet(of: before + 1...arrived, day: day), into: "pledge")
      #expect(counts["added"] == .number(arrived - before))
      sameNames += counts["sameName"]?.number ?? 0
      try verify(upTo: published)
      #expect(try publishedNames().count == published)
    }

    // Noon on the 21st: 2,410 are verified, the rest waits, and nobody signs any more.
    let counts = try desk.importFile(sheet(of: 2836...Self.all, day: 8), into: "pledge")
    sameNames += counts["sameName"]?.number ?? 0
    try verify(upTo: 2410)
    try desk.succeed("petition", "close", "pledge")
    #expect(try publishedNames().count == 2410)
    try desk.refuse(
      65, "signature", "add", "pledge", "--name", "Too Late", "--email", "late@mail.example", saying: "is closed")
    try desk.write(Sheet(9000...9010).text, to: "late.csv")
    try desk.refuse(65, "signature", "import", "pledge", "late.csv", saying: "is closed")
    #expect(try desk.tally("pledge")["pending"] == 433)

    // The backlog is verified and published while the intake stays closed.
    try verify(upTo: 2838)
    #expect(try publishedNames().count == 2838)
    try verify(upTo: Self.all)
    let names = try publishedNames()
    #expect(names.count == Self.all)

    // Four names stand twice: reported, not merged.
    #expect(sameNames == 4)
    let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }
    #expect(Set(twice.keys) == Set((1...4).map { "Signer \($0)" }))
    #expect(twice.values.allSatisfy { $0.count == 2 })
    #expect(try desk.tally("pledge")["held"] == 0)

    // All of them are delivered.
    let delivered = try desk.succeed("petition", "deliver", "pledge", "-o", "delivery", "--json").json
    #expect(delivered["total"] == .number(Self.all))
    #expect(delivered["lines"] == .number(Self.all))
    try desk.verified("delivery")

    // Years later one signer asks to be removed, from the closed list.
    let id = try desk.signature("signer77@", in: "pledge")
    try desk.succeed("signature", "withdraw", "pledge", id)
    #expect(try publishedNames().count == 2842)
    let tally = try desk.tally("pledge")
    #expect(tally["verified"] == 2842)
    #expect(tally["withdrawn"] == 1)
    #expect(tally["withdrawnAfterDelivery"] == 1)
    #expect(tally["withdrawnBeforeDelivery"] == 0)
    #expect(tally["gross"] == .number(Self.all))
    #expect(tally["pending"] == 0)
    let text = try desk.succeed("export", "pledge", "--format", "text").text
    #expect(text.contains("2,842 verified signatures: 2,842 supporters"))
    try checkDelivery(without: id)
  }

  /// The delivery stays what it was, also when the signer who left is erased.
  private func checkDelivery(without id: String) throws {
    try desk.verified("delivery")
    try desk.succeed("receipt", "pledge", id, "-o", "receipt")
    #expect(try desk.verified("receipt").have("holds", "withdrawn by its signer"))
    try desk.succeed("checkpoint", "pledge", "-o", "checkpoint")
    try desk.verified("receipt", "delivery", "--checkpoint", "checkpoint")
    try desk.succeed("delivery", "show", "pledge", "1", "-o", "again")
    #expect(try desk.shell("diff -r delivery again").code == 0)

    try desk.succeed("signature", "erase", "pledge", id)
    let shown = try desk.succeed("delivery", "show", "pledge", "1", "-o", "erased", "--json").json
    #expect(shown["total"] == .number(Self.all))
    #expect(shown["missing"] == 1)
    let findings = try desk.verified("erased", "delivery", "--checkpoint", "checkpoint")
    #expect(findings.have("holds", "1 of its 2843 lines", in: "erased/list"))
    #expect(!desk.read("erased/list").contains("Signer 77\t"))
    #expect(try desk.doctor("--checkpoint", "checkpoint").holds)
    #expect(try desk.tally("pledge")["withdrawnAfterDelivery"] == 1)
  }

  /// The sheet of one day. The last signers of the first four days bear names that others bear too.
  private func sheet(of numbers: ClosedRange<Int>, day: Int) throws -> String {
    var sheet = Sheet()
    for number in numbers {
      let bearsOther = day < 4 && number == numbers.upperBound
      sheet.add(
        name: "Signer \(bearsOther ? day + 1 : number)", email: "signer\(number)@mail.example", job: "Engineer",
        team: "",
        on: "2016-12-\(13 + day)")
    }
    let name = "day-\(day + 1).csv"
    try desk.write(sheet.text, to: name)
    return name
  }

  /// Verifies by hand as many more of those who wait as it takes.
  private func verify(upTo count: Int) throws {
    let verified = try desk.tally("pledge")["verified"]?.number ?? 0
    let waiting = try desk.succeed("signature", "list", "pledge", "--state", "pending", "--json").json.elements
    let ids = waiting.compactMap { $0["id"]?.string }.prefix(count - verified)
    try desk.succeed(
      "signature", "verify", "pledge", "-", "--method", "looked up by hand", "--by", "mara",
      input: ids.joined(separator: "\n"))
    #expect(try desk.tally("pledge")["verified"] == .number(count))
  }

  /// The names of the public list, as a program that reads the CSV finds them.
  private func publishedNames() throws -> [String] {
    let lines = try desk.succeed("export", "pledge", "--format", "csv", "--for", "public").lines
    #expect(lines.first == "full_name,job_title,affiliation,location,cohort,visibility,signed_on")
    return lines.dropFirst().compactMap {
      $0.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init)
    }
  }
}
