import Foundation
import Testing

/// Scenario D, the open letter (March 2021), at full size and with made-up signers: thousands of individuals and 61
/// organizations through channels that close one by one, signers who are harassed and hide or leave after closing.
struct OpenLetterTests {
  private let desk: Desk
  private static let warning = "Signers of letters like this one have been harassed"

  init() throws {
    desk = try Desk.withDatabase()
    try desk.succeed("campaign", "create", "letter", "--title", "The board")
    try desk.succeed("target", "add", "board", "--name", "The board")
    // What a signer has to know before signing stands in the text that is signed: nothing else reaches all of them.
    try desk.write(
      """
      # An open letter

      We ask the board to step down.

      *Before you sign:* \(Self.warning). You can sign without showing your employer, and leave at any time.

      """, to: "letter.md")
    try desk.succeed(
      "petition", "create", "open-letter", "--campaign", "letter", "--target", "board", "--title", "Step down",
      "--letter", "letter.md", "--cohort", "supporter")
    try desk.succeed("petition", "open", "open-letter")
  }

  /// Individuals of these numbers, signed through a channel on a day.
  private func sign(_ numbers: ClosedRange<Int>, through channel: String, on day: String) throws {
    var text = "Name,Email,Employer,Timestamp\n"
    for number in numbers {
      text += "Person \(number),person\(number)@mail.example,Company \(number % 40),\(day)\n"
    }
    let counts = try desk.importSheet(
      text, named: "\(channel)-\(numbers.lowerBound).csv", into: "open-letter", "--channel", channel, "--verified",
      "email-code")
    #expect(counts["added"] == .number(numbers.count))
  }

  private func individuals() throws -> Int? {
    try desk.tally("open-letter")["byCohort"]?["supporter"]?["verified"]?.number
  }

  private func publicNames() throws -> [JSON] {
    try desk.publicList("open-letter").filter { $0["full_name"] != nil }
  }

  private func signOrganizations() throws {
    var text = "Name,Email\n"
    for number in 1...61 { text += "Organization \(number),office@org\(number).example\n" }
    let counts = try desk.importSheet(
      text, named: "organizations.csv", into: "open-letter", "--channel", "mail", "--cohort", "organization",
      "--verified",
      "known")
    #expect(counts["added"] == 61)
  }

  @Test func `the letter, from its first day to the removals of August`() throws {
    try sign(1...1_000, through: "git", on: "2021-03-23")
    try sign(1_001...1_791, through: "web-form", on: "2021-03-23")
    #expect(try individuals() == 1_791)
    try sign(1_792...2_655, through: "web-form", on: "2021-03-25")
    #expect(try individuals() == 2_655)
    try sign(2_656...3_005, through: "git", on: "2021-03-27")
    #expect(try individuals() == 3_005)
    try signOrganizations()

    // The first channel closes; nobody comes through it any more, and the others go on.
    try desk.succeed("channel", "close", "open-letter", "web-form", "--at", "2021-03-28")
    try desk.write("Name,Email\nToo Late,late@mail.example\n", to: "late.csv")
    try desk.refuse(
      65, "signature", "import", "open-letter", "late.csv", "--channel", "web-form",
      saying: "the channel web-form of open-letter is closed since 2021-03-28T00:00:00Z")
    try sign(3_006...3_013, through: "git", on: "2021-03-31")
    #expect(try individuals() == 3_013)
    for channel in ["git", "mail"] {
      try desk.succeed("channel", "close", "open-letter", channel, "--at", "2021-04-01")
      try desk.refuse(
        65, "signature", "import", "open-letter", "late.csv", "--channel", channel, saying: "closed since 2021-04-01")
    }
    try desk.succeed("petition", "close", "open-letter")
    #expect(try publicNames().count == 3_013 + 61)

    try hideEmployers()
    try leave()
    try checkEnd()
  }

  /// Some of those who are harassed hide where they work; their names stay.
  private func hideEmployers() throws {
    for number in [17, 18] {
      let id = try desk.signature("person\(number)@", in: "open-letter")
      try desk.succeed("signature", "edit", "open-letter", id, "--hide", "employer")
    }
    for line in try publicNames() {
      let isHidden = ["Person 17", "Person 18"].contains(line["full_name"]?.string)
      let isPerson = line["cohort"] == "supporter"
      let shows = line["affiliation"]?.string != nil
      #expect(shows == (isPerson && !isHidden), "\(line)")
    }
  }

  /// Ten leave after all channels have closed, two of them for good.
  private func leave() throws {
    for number in 1...8 {
      try desk.succeed(
        "signature", "withdraw", "open-letter", try desk.signature("person\(number)@", in: "open-letter"))
    }
    for number in 9...10 {
      try desk.succeed("signature", "erase", "open-letter", try desk.signature("person\(number)@", in: "open-letter"))
    }
  }

  private func checkEnd() throws {
    #expect(try individuals() == 3_003)
    let tally = try desk.tally("open-letter")
    #expect(tally["byCohort"]?["organization"]?["verified"] == 61)
    #expect(tally["byCohort"]?["supporter"]?["withdrawn"] == 10)
    let lines = try publicNames()
    #expect(lines.count { $0["cohort"] == "supporter" } == 3_003)
    #expect(lines.count { $0["cohort"] == "organization" } == 61)
    let gone = Set((1...10).map { "Person \($0)" })
    #expect(lines.allSatisfy { !gone.contains($0["full_name"]?.string ?? "") })
    let text = try desk.succeed("export", "open-letter", "--format", "text").text
    #expect(text.contains("3,064 verified signatures: 3,003 supporters, 61 organizations"))
    // The warning stands in what is signed, and in the document that goes out.
    #expect(try desk.succeed("export", "letter", "open-letter", "--for", "public").text.contains(Self.warning))
    let states = try desk.succeed("channel", "list", "open-letter", "--json").json.elements
    #expect(
      states.map { $0["closesAt"] } == [
        "2021-04-01T00:00:00Z", "2021-04-01T00:00:00Z", "2021-03-28T00:00:00Z",
      ])
    #expect(states.allSatisfy { $0["state"] == "closed" })
    #expect(try desk.doctor().holds)
  }
}
