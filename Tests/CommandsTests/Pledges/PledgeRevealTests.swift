import Foundation
import Testing

/// `picket pledge reveal` and `picket pledge export`: nothing is public before enough bind and organizers confirm it.
struct PledgeRevealTests {
  private let desk: Desk

  init() throws { desk = try Desk.withWalkOut() }

  private func publicLines() throws -> [JSON] {
    try desk.succeed("pledge", "export", "walk-out", "--format", "json", "--for", "public").json.elements
  }

  @Test func `before a reveal nothing is exported for the public, in any form`() throws {
    try desk.importPledges(1...7, "--verified", "badge")
    for format in ["csv", "json", "markdown", "text"] {
      try desk.refuse(
        65, "pledge", "export", "walk-out", "--format", format, "--for", "public", "-o", "list",
        saying: "picket pledge reveal walk-out")
      try desk.refuse(65, "pledge", "export", "walk-out", "--format", format, saying: "not revealed")
    }
    #expect(try desk.succeed("pledge", "export", "walk-out", "--for", "organizers").text.contains("Pledger 3"))
  }

  @Test func `none binds, so nothing is revealed`() throws {
    try desk.refuse(65, "pledge", "reveal", "walk-out", "--confirm", "0", saying: "no pledge of walk-out binds yet")
    try desk.importPledges(1...7, ifOthers: "20", "--verified", "badge")
    try desk.refuse(65, "pledge", "reveal", "walk-out", "--confirm", "7", saying: "no pledge of walk-out binds yet")
    try desk.refuse(65, "pledge", "reveal", "walk-out", "--dry-run", saying: "picket pledge tally walk-out")
    try desk.refuse(66, "pledge", "reveal", "nothing", "--confirm", "7", saying: "no boycott")
  }

  @Test func `a dry run shows how those that bind were verified, and changes nothing`() throws {
    try desk.importPledges(1...4, "--verified", "badge")
    try desk.pledge("Ana Example", "ana@mail.example", "--verified", "voucher", "--cohort", "alumni")
    try desk.pledge("Ben Example", "ben@mail.example", "--verified", "badge", "--if-others", "50")
    let database = desk.contents(desk.database)
    let outcome = try desk.succeed("pledge", "reveal", "walk-out", "--dry-run", "--json")
    #expect(
      try outcome.json == [
        "boycott": "walk-out", "binding": 5, "byMethod": ["badge": 4, "voucher": 1],
        "byCohort": ["employee": 4, "alumni": 1], "before": 0, "revealed": false,
      ])
    #expect(outcome.stderr.contains("false pledges"))
    let text = try desk.succeed("pledge", "reveal", "walk-out", "--dry-run").text
    for word in ["verified by badge", "verified by voucher", "alumni", "WOULD BE REVEALED"] {
      #expect(text.contains(word))
    }
    #expect(desk.contents(desk.database) == database)
  }

  @Test func `without a terminal the number has to be the right one`() throws {
    try desk.importPledges(1...7, "--verified", "badge")
    try desk.refuse(64, "pledge", "reveal", "walk-out", saying: "--confirm")
    for number in ["6", "8", "0", "-7"] {
      try desk.refuse(64, "pledge", "reveal", "walk-out", "--confirm=\(number)", saying: "7 pledges bind, not")
    }
    try desk.refuse(64, "pledge", "reveal", "walk-out", "--confirm", "all", saying: "all")
    #expect(try desk.pledgeTally()["revealed"] == false)
    let outcome = try desk.succeed("pledge", "reveal", "walk-out", "--confirm", "7", "--json").json
    #expect(outcome["revealed"] == true)
    #expect(outcome["binding"] == 7)
    let tally = try desk.pledgeTally()
    #expect(tally["revealed"] == true)
    #expect(tally["revealedOn"] == outcome["revealedOn"])
    #expect(tally["unrevealed"] == 0)
    #expect(try publicLines().count == 7)
    #expect(
      try desk.sqlite("SELECT kind || '|' || text FROM boycott_event WHERE kind = 'revealed'")
        == "revealed|The pledges that bind are known.")
  }

  @Test func `at a terminal the number is asked, after all that there is to know`() throws {
    try desk.importPledges(1...7, "--verified", "badge")
    let wrong = try desk.converse(
      "pledge", "reveal", "walk-out", answering: [Terminal.Answer("to let them be known: ", "yes")])
    #expect(wrong.code == 64)
    let few = try desk.converse(
      "pledge", "reveal", "walk-out", answering: [Terminal.Answer("to let them be known: ", "6")])
    #expect(few.code == 64)
    #expect(try desk.pledgeTally()["revealed"] == false)
    let right = try desk.converse(
      "pledge", "reveal", "walk-out", answering: [Terminal.Answer("to let them be known: ", "7")])
    #expect(right.code == 0)
    for words in ["7 verified by badge", "7 employees", "false pledges", "bind for good"] {
      #expect(right.text.contains(words))
    }
    #expect(try desk.pledgeTally()["revealed"] == true)
  }

  @Test func `the 201st makes all known, and who leaves later is gone from the list`() throws {
    try desk.importPledges(1...201, ifOthers: "200", "--verified", "badge")
    try desk.succeed("pledge", "reveal", "walk-out", "--confirm", "201")
    #expect(try publicLines().count == 201)
    let ids = try desk.pledges().compactMap { $0["id"]?.string }
    try desk.succeed("pledge", "withdraw", "walk-out", ids[0])
    try desk.succeed("pledge", "withdraw", "walk-out", ids[1], "--erase")
    try desk.succeed("pledge", "break", "walk-out", ids[2], "--on", "2026-02-01")
    try desk.succeed("pledge", "keep", "walk-out", ids[3], "--on", "2026-02-01")
    #expect(try publicLines().count == 198)
    let tally = try desk.pledgeTally()
    #expect(tally["binding"] == 197, "the others stay bound")
    #expect(tally["kept"] == 1)
    #expect(tally["broken"] == 1)
    #expect(tally["withdrawn"] == 2)
  }

  @Test func `those that bind since stay unknown until the next reveal`() throws {
    try desk.importPledges(1...6, "--verified", "badge")
    try desk.succeed("pledge", "reveal", "walk-out", "--confirm", "6")
    try desk.refuse(65, "pledge", "reveal", "walk-out", "--confirm", "6", saying: "since the last reveal")
    let late = try desk.pledge("Ana Example", "ana@mail.example", "--verified", "badge")
    try desk.succeed("pledge", "keep", "walk-out", late, "--on", "2026-02-01")
    try desk.pledge("Ben Example", "ben@mail.example", "--verified", "badge")
    #expect(try publicLines().count == 6)
    #expect(try desk.pledgeTally()["unrevealed"] == 1)
    try desk.succeed("pledge", "reveal", "walk-out", "--confirm", "2")
    #expect(try publicLines().count == 8)
    #expect(
      try desk.sqlite("SELECT count(*) || '|' || count(DISTINCT text) FROM boycott_event WHERE kind = 'revealed'")
        == "2|1", "two more do not show in the number")
  }

  @Test func `the public sees the named with what they do not hide, all others as steps of five`() throws {
    try desk.pledge(
      "Ana Example", "ana@mail.example", "--verified", "badge", "--job-title", "Engineer", "--team", "Secretteam",
      "--location", "Springfield", "--hide", "team")
    try desk.importPledges(1...7, as: "role", "--verified", "badge")
    try desk.importPledges(8...13, as: "counted", "--verified", "badge")
    try desk.importPledges(14...17, as: "counted", "--verified", "badge", "--cohort", "alumni")
    try desk.importPledges(18...40, as: "named")
    try desk.succeed("pledge", "reveal", "walk-out", "--confirm", "18")
    #expect(
      try publicLines() == [
        [
          "full_name": "Ana Example", "job_title": "Engineer", "affiliation": .null, "location": "Springfield",
          "cohort": "employee", "visibility": "named", "signed_on": .null,
        ]
      ])
    for format in ["csv", "json", "markdown", "text"] {
      let outcome = try desk.succeed("pledge", "export", "walk-out", "--format", format, "-o", "list.\(format)")
      let text = desk.read("list.\(format)")
      #expect(text.contains("Ana Example"))
      for word in ["Secretteam", "Pledger", "mail.example", "13", "alumni", "if"] {
        #expect(!text.contains(word), "\(format): \(word)")
      }
      let number = "at least 10 employees who are not named"
      #expect((text + outcome.stderr).contains(number), "\(format)")
    }
    #expect(desk.read("list.markdown").hasPrefix("# "))
    #expect(desk.read("list.markdown").contains("Against Nimbus Cloud"))
  }

  @Test func `hostile names stay names`() throws {
    try desk.pledge("=cmd|' /C calc'!A0", "ana@mail.example", "--verified", "badge")
    try desk.pledge("**Bold** <b>", "ben@mail.example", "--verified", "badge")
    try desk.succeed("pledge", "reveal", "walk-out", "--confirm", "2")
    for audience in ["public", "organizers"] {
      let csv = try desk.succeed("pledge", "export", "walk-out", "--format", "csv", "--for", audience).text
      #expect(csv.contains("'=cmd"))
      let markdown = try desk.succeed("pledge", "export", "walk-out", "--for", audience).text
      #expect(markdown.contains("\\*\\*Bold\\*\\* &lt;b&gt;"))
    }
  }

  @Test func `organizers see everything, with a warning, before and after`() throws {
    try desk.pledge(
      "Ana \"A\" Example", "ana@mail.example", "--if-others", "7", "--visibility", "counted", "--lapses",
      "2099-01-01")
    let outcome = try desk.succeed("pledge", "export", "walk-out", "--for", "organizers", "--format", "json")
    #expect(outcome.stderr.contains("Keep it sealed"))
    let row = try #require(try outcome.json.elements.first)
    #expect(row["full_name"] == "Ana \"A\" Example")
    #expect(row["email"] == "ana@mail.example")
    #expect(row["if_others"] == "7")
    #expect(row["state"] == "conditional")
    #expect(row["lapses_on"] == "2099-01-01")
    #expect(row["verified"] == .null)
    let csv = try desk.succeed("pledge", "export", "walk-out", "--for", "organizers", "--format", "csv").text
    #expect(csv.hasPrefix("id,full_name,email,"))
    #expect(csv.contains("\"Ana \"\"A\"\" Example\",ana@mail.example"))
    for format in ["markdown", "text"] {
      let text = try desk.succeed("pledge", "export", "walk-out", "--for", "organizers", "--format", format).text
      #expect(text.hasPrefix("For organizers only"))
      #expect(text.contains("if 7 others"))
      #expect(text.contains("not verified"))
    }
    try desk.succeed("pledge", "export", "walk-out", "--for", "organizers", "-o", "list.md")
    #expect(desk.mode("list.md") == 0o600)
    try desk.refuse(73, "pledge", "export", "walk-out", "--for", "organizers", "-o", "list.md", saying: "list.md")
    try desk.refuse(64, "pledge", "export", "walk-out", "--for", "press", saying: "press")
  }
}
