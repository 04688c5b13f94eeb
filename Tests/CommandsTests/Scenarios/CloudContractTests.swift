import Foundation
import Testing

/// Scenario A, the cloud contract (June 2018), with made-up signers and at full size but for the partners' lists,
/// of which a hundredth is played: a post that lost a passage and got it back, two outlets that tell it
/// differently, a statement that does not mention the contract, a consultant who ends a contract, a letter of
/// employees, a coalition's claim.
struct CloudContractTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    for demand in [
      "Cancel the contract of 19.4 million dollars.", "Publish a policy.",
      "Be transparent about government contracts.",
    ] {
      try desk.succeed("demand", "add", "--campaign", "justice", "--target", "nimbus", demand)
    }
    try desk.succeed("petition", "edit", "letter-1", "--goal", "300")
  }

  private static let passage = "We are proud to support the border agency with our government cloud."

  private func page(_ body: String) -> String {
    "<html><head><title>News</title></head><body><nav>Menu</nav><article><h1>Our government cloud</h1>\(body)</article></body></html>"
  }

  private func tellStatements() throws {
    let whole = page("<p>Our cloud is certified.</p><p>\(Self.passage)</p><p>More is to come.</p>")
    let cut = page("<p>Our cloud is certified.</p><p>More is to come.</p>")
    try desk.write(whole, to: "whole.html")
    try desk.write(cut, to: "cut.html")
    try desk.succeed(
      "statement", "add", "cloud-post", "--campaign", "justice", "--target", "nimbus", "--title",
      "Our government cloud",
      "--channel", "blog", "--url", "https://blog.nimbus.example/cloud", "--speaker", "An executive")
    for (file, time) in [("whole.html", "09:50"), ("cut.html", "13:00"), ("whole.html", "13:20")] {
      try desk.succeed("statement", "capture", "cloud-post", file, "--observed", "2018-06-18T\(time)-07:00")
    }
    try desk.succeed(
      "statement", "account", "cloud-post", "--source", "First Outlet", "--event", "edited", "--about",
      "2018-06-18T13:00-07:00", "--explanation", "An employee did it, and it was a mistake.", "--attributed-to",
      "A spokesperson")
    try desk.succeed(
      "statement", "account", "cloud-post", "--source", "Second Outlet", "--event", "removed", "--about",
      "2018-06-18T13:00-07:00")
    try desk.write("We are dismayed by the separations, and urge the legislature to act.\n", to: "dismayed.txt")
    try desk.succeed(
      "statement", "add", "dismayed", "--campaign", "justice", "--target", "nimbus", "--title", "On the separations",
      "--channel", "press-release")
    try desk.succeed(
      "statement", "capture", "dismayed", "dismayed.txt", "--observed", "2018-06-18T18:00-07:00")
  }

  private func sign(_ numbers: ClosedRange<Int>, on day: String, cohort: String = "employee") throws {
    var sheet = Sheet()
    for number in numbers {
      sheet.add(
        name: "Zqsigner \(number)", email: "signer\(number)@mail.example", as: number % 3 == 0 ? "counted" : "named",
        on: day)
    }
    try desk.importSheet(
      sheet.text, named: "\(cohort)-\(numbers.lowerBound).csv", "--verified", "invite-code", "--cohort", cohort)
  }

  @Test func `the story, as one timeline and one brief`() throws {
    try tellStatements()
    try desk.succeed(
      "termination", "add", "leaving", "--campaign", "justice", "--target", "nimbus", "--by", "Ana Quill",
      "--notice-date", "2018-06-18", "--notice-period", "none", "--reason", "The contract with the agency.")
    try desk.succeed("termination", "publish", "leaving", "--consent", "--statement", "I will not be part of it.")
    try desk.succeed(
      "termination", "add", "--campaign", "justice", "--target", "nimbus", "--by", "Zqhidden Person", "--notice-date",
      "2018-06-20", "--notice-period", "1 month")
    try desk.succeed(
      "incident", "add", "--campaign", "justice", "--kind", "questioning", "--on", "2018-06-21", "--account",
      "Zqaccount: called in.")

    try sign(1...150, on: "2018-06-19")
    try sign(151...300, on: "2018-06-20")
    try sign(301...500, on: "2018-06-22")
    try desk.succeed(
      "claim", "add", "letter-1", "--source", "A coalition", "--count", "300000", "--evidence",
      "https://coalition.example/count")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    try desk.verified("delivery")
    #expect(try desk.tally()["byCohort"]?["employee"]?["verified"] == 500)
    #expect(try desk.tally()["claimed"] == 300_000)

    try checkStatement()
    try checkTimeline()
    try checkBrief()
    try desk.succeed("checkpoint", "justice", "-o", "kept")
    #expect(try desk.doctor("--checkpoint", "kept").holds)
  }

  @Test func `the groups' lists are merged, and the employees' 500 are among the coalition's signatures`() throws {
    try sign(1...150, on: "2018-06-19")
    try sign(151...500, on: "2018-06-22")
    // Each group holds a thousand, 200 of whom are also in the next group's list; 50 employees signed there too.
    for (group, start) in [("one", 10_000), ("two", 10_800), ("three", 11_600)] {
      var sheet = Sheet(start..<start + 1_000, on: "2018-07-20")
      for number in 1...50 {
        sheet.add(name: "Zqsigner \(number)", email: "SIGNER\(number)@mail.example", on: "2018-07-20")
      }
      try desk.write(sheet.text, to: "group-\(group).csv")
    }
    try desk.succeed("claim", "add", "letter-1", "--source", "A group without records", "--count", "297000")
    let merged = try desk.succeed(
      "signature", "import", "letter-1", "group-one.csv", "group-two.csv", "group-three.csv", "--partner", "One",
      "--partner", "Two", "--partner", "Three", "--cohort", "supporter", "--verified", "partner's word", "--json"
    ).json
    #expect(merged["added"] == 2_600)
    #expect(merged["duplicates"] == 550)
    let pairs = merged["pairs"]?.elements ?? []
    func both(_ one: JSON, _ other: JSON) -> JSON? {
      pairs.first { $0["one"] == one && $0["other"] == other }?["duplicates"]
    }
    // The employees stand in all three lists, and in the employees' own before.
    #expect(both("One", "Two") == 250)
    #expect(both("Two", "Three") == 250)
    #expect(both("One", "Three") == 50)
    for group: JSON in ["One", "Two", "Three"] { #expect(both(group, "employee-1.csv") == 50) }

    let delivered = try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery", "--json").json
    #expect(delivered["total"] == 3_100)
    try desk.verified("delivery")
    let tally = try desk.tally()
    #expect(tally["byCohort"]?["employee"]?["verified"] == 500)
    #expect(tally["byCohort"]?["supporter"]?["verified"] == 2_600)
    #expect(tally["verified"] == 3_100)
    #expect(tally["claimed"] == 297_000)
    let text = try desk.succeed("export", "letter-1", "--format", "text").text
    #expect(text.contains("3,100 verified signatures: 500 employees, 2,600 supporters"))
  }

  /// Three revisions, the interval of the removal, and the conflicting accounts beside one another.
  private func checkStatement() throws {
    let json = try desk.succeed("statement", "show", "cloud-post", "--json").json
    #expect(json["revisions"]?.elements.count == 3)
    let events = json["events"]?.elements ?? []
    #expect(events.map { $0["kind"] } == ["published", "edited", "restored"])
    #expect(events.map { $0["after"] } == [.null, "2018-06-18T16:50:00Z", "2018-06-18T20:00:00Z"])
    #expect(
      events.map { $0["before"] } == ["2018-06-18T16:50:00Z", "2018-06-18T20:00:00Z", "2018-06-18T20:20:00Z"])
    let accounts = json["accounts"]?.elements ?? []
    #expect(accounts.map { $0["source"] } == ["First Outlet", "Second Outlet"])
    #expect(accounts.map { $0["events"]?.elements.first?["kind"] } == ["edited", "removed"])
    let diff = try desk.succeed("statement", "diff", "cloud-post", "--from", "2", "--to", "3").text
    #expect(diff.contains("proud to support the border agency"))
    #expect(diff.contains("stood in revision 1"))
  }

  private func checkTimeline() throws {
    for format in ["text", "markdown", "html", "json", "ics"] {
      let text = try desk.succeed("timeline", "justice", "--format", format).text
      for told in ["First Outlet", "Second Outlet", "Ana Quill"] {
        #expect(text.contains(told), "\(format): \(told)")
      }
      for hidden in ["Zqhidden", "Zqaccount", "Zqsigner"] { #expect(!text.contains(hidden), "\(format): \(hidden)") }
    }
  }

  private func checkBrief() throws {
    for format in ["markdown", "html"] {
      // Markdown escapes what it quotes.
      let text = try desk.succeed("brief", "justice", "--format", format).text.replacing("\\", with: "")
      for told in [
        "Cancel the contract of 19.4 million dollars", "500", "A coalition", "First Outlet", "Second Outlet",
        "A spokesperson", "On the separations", "Ana Quill", "proud to support the border agency",
      ] {
        #expect(text.contains(told), "\(format): \(told)")
      }
      for hidden in ["Zqhidden", "Zqaccount", "Zqsigner"] { #expect(!text.contains(hidden), "\(format): \(hidden)") }
      #expect(!text.contains("<script"))
    }
  }
}
