import Foundation
import Testing

/// `picket incident`: what organizers record of retaliation, and what others may know of it.
struct IncidentTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  @discardableResult
  private func record(_ kind: String, _ account: String = "Called in by a manager.", on day: String = "2026-06-20")
    throws
    -> String
  {
    try desk.succeed(
      "incident", "add", "--campaign", "justice", "--kind", kind, "--on", day, "--account", account
    ).lines.first ?? ""
  }

  private func publicReport(_ format: String = "json") throws -> Outcome {
    try desk.succeed("incident", "export", "justice", "--for", "public", "--format", format)
  }

  @Test func `an incident is recorded with all that is known, and listed by day`() throws {
    let input = """
      {"kind": "questioning", "on": "2026-06-20", "account": "Called in by a manager.", "person": "Ana Example",
       "by": "A manager", "reported_by": "Bo Example", "evidence": ["Calendar entry", "https://notes.example/1"]}
      """
    let id = try #require(
      desk.succeed("incident", "add", "--campaign", "justice", "-", "--json", input: input).json["id"]?.string)
    try record("threat", on: "2026-06-19")
    let list = try desk.succeed("incident", "list", "--campaign", "justice", "--json").json.elements
    #expect(list.map { $0["kind"] } == ["threat", "questioning"])
    #expect(
      list.last == [
        "id": .string(id), "on": "2026-06-20", "kind": "questioning", "account": "Called in by a manager.",
        "person": "Ana Example", "by": "A manager", "reportedBy": "Bo Example",
        "evidence": ["Calendar entry", "https://notes.example/1"],
      ])
    #expect(try desk.succeed("incident", "list", "--campaign", "justice").text.contains("Ana Example"))
  }

  @Test func `the public is told numbers and kinds only, from five on and in steps of five`() throws {
    for _ in 1...4 { try record("dismissal", "Zqsecret was dismissed.") }
    #expect(try publicReport().json == ["atLeast": 0, "kinds": []])
    #expect(try publicReport("text").text.contains("Fewer than 5"))
    try record("threat")
    #expect(try publicReport().json == ["atLeast": 5, "kinds": []])
    for _ in 1...5 { try record("dismissal") }
    #expect(try publicReport().json == ["atLeast": 10, "kinds": [["kind": "dismissal", "atLeast": 5]]])
    #expect(try publicReport("csv").text == "kind,at_least\ndismissal,5\nall,10\n")
    for format in ["csv", "json", "markdown", "text"] {
      let text = try publicReport(format).text
      #expect(!text.contains("Zqsecret") && !text.contains("2026-06-20"))
    }
  }

  @Test func `organizers get everything in every form, with a warning, and formulas stay text`() throws {
    try record("other", "=HYPERLINK(\"http://x\") <b>*bold*</b>")
    for format in ["csv", "json", "markdown", "text"] {
      let outcome = try desk.succeed("incident", "export", "justice", "--for", "organizers", "--format", format)
      #expect(outcome.stderr.contains("names too"))
      #expect(outcome.text.contains("HYPERLINK"))
      if format == "csv" { #expect(outcome.text.contains("\"'=HYPERLINK")) }
      if format == "markdown" { #expect(!outcome.text.contains("<b>*")) }
    }
    try desk.succeed("incident", "export", "justice", "--for", "organizers", "-o", "incidents.md")
    #expect(desk.mode("incidents.md") == 0o600)
  }

  @Test func `nothing of an incident is readable on disk, and an erased one is gone from the file`() throws {
    let words = ["zqcanaryaccount", "zqcanaryperson", "zqcanaryboss", "zqcanarysource", "zqcanaryproof"]
    let id = try desk.succeed(
      "incident", "add", "--campaign", "justice", "--kind", "threat", "--account", words[0], "--person", words[1],
      "--by", words[2], "--reported-by", words[3], "--evidence", words[4]
    ).lines[0]
    #expect(desk.leaks() == [])
    let sealed = try desk.sqlite("SELECT hex(substr(contents, 1, 40)) FROM incident")
    try desk.succeed("incident", "erase", "--campaign", "justice", id)
    #expect(try desk.succeed("incident", "list", "--campaign", "justice", "--json").json == [])
    let bytes = stride(from: 0, to: 80, by: 2).compactMap { UInt8(sealed.dropFirst($0).prefix(2), radix: 16) }
    #expect(bytes.count == 40)
    #expect(Data(try #require(desk.contents(desk.database))).range(of: Data(bytes)) == nil)
  }

  @Test func `an incident that was moved to another campaign is found out`() throws {
    let id = try record("threat")
    try desk.succeed("campaign", "create", "other", "--title", "Another")
    try desk.sqlite("UPDATE incident SET campaign = (SELECT id FROM campaign WHERE slug = 'other')")
    try desk.refuse(65, "incident", "list", "--campaign", "other", saying: "incident \(id) was altered")
  }

  @Test func `incidents that are refused`() throws {
    func refuse(_ code: Int32, _ options: [String], saying words: String) throws {
      let outcome = try Program.picket.run(
        ["incident", "add", "--campaign", "justice"] + options, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == code, "\(options)")
      #expect(outcome.stderr.contains(words), "\(outcome.stderr)")
    }
    try refuse(64, ["--kind", "gossip", "--account", "x"], saying: "gossip")
    try refuse(64, ["--kind", "threat"], saying: "nothing was said")
    try refuse(65, ["--kind", "threat", "--account", " "], saying: "an account")
    try refuse(64, ["--kind", "threat", "--account", "x", "--on", "2026-02-30"], saying: "2026-02-30")
    try refuse(65, ["--kind", "threat", "--account", "x", "--on", "2126-02-03"], saying: "in the future")
    try desk.refuse(
      65, "incident", "add", "--campaign", "justice", "-", saying: "no key \"what\"",
      input: "{\"kind\": \"threat\", \"account\": \"x\", \"what\": 1}")
    try desk.refuse(65, "incident", "add", "--campaign", "justice", "-", saying: "not one incident", input: "[]")
    try desk.refuse(66, "incident", "list", "--campaign", "nothing", saying: "no campaign")
    try desk.refuse(66, "incident", "erase", "--campaign", "justice", "0000000000000", saying: "no incident")
  }
}
