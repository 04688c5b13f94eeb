import Foundation
import Testing

/// `picket coverage`.
struct CoverageTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  /// Twelve in two teams, of whom five have signed.
  private func ground() throws {
    var staff = Staff(1...4, team: "Search", shift: "early")
    staff.add(5...12, shift: "late")
    staff.add("Dee Roe", "dee1@mail.example", "Cook", "Search", "Bonn", "early", "")
    staff.add("Dee Roe", "dee2@mail.example", "Cook", "Search", "Bonn", "early", "contractor")
    try desk.importRoster(staff)
    var sheet = Sheet(1...3, on: "2026-02-01")
    sheet.add(5, on: "2026-03-01")
    sheet.add(name: "Signer 6", email: "home6@mail.example", on: "2026-04-01")
    sheet.add(name: "Dee Roe", email: "dee@home.example")
    sheet.add(name: "Stranger", email: "stranger@mail.example")
    try desk.importSheet(sheet.text)
  }

  private func group(_ name: JSON, _ heads: Int, _ signed: Int, _ percent: Int, _ missing: Int, since: JSON = .null)
    -> JSON
  {
    [
      "name": name, "headcount": .number(heads), "signed": .number(signed), "percent": .number(percent),
      "since": since, "missingToMajority": .number(missing),
    ]
  }

  @Test func `each group with its heads, signers, share and what is missing to a majority, gaps first`() throws {
    try ground()
    let coverage = try desk.coverage()
    #expect(coverage["by"] == "team")
    #expect(coverage["for"] == "organizers")
    #expect(coverage["roster"] == .bool(true))
    #expect(coverage["groups"]?.elements == [group("Maps", 8, 2, 25, 3), group("Search", 6, 3, 50, 1)])
    #expect(coverage["total"] == group(.null, 14, 5, 35, 3))
    #expect(coverage["unmatched"] == 1)
    #expect(coverage["ambiguous"] == 1)
    #expect(coverage.keys == ["by", "for", "roster", "groups", "total", "unmatched", "ambiguous"])
  }

  @Test func `by site, shift, cohort and title, with the growth since a day`() throws {
    try ground()
    func names(_ by: String) throws -> [JSON?] {
      try desk.coverage("--by", by)["groups"]?.elements.map { $0["name"] } ?? []
    }
    #expect(try names("site") == ["Bonn", "Springfield"])
    #expect(try names("shift") == ["late", "early"])
    #expect(try names("cohort") == ["contractor", "employee"])
    #expect(try names("title") == ["Cook", "Engineer"])
    let since = try desk.coverage("--since", "2026-03-01")
    #expect(since["total"] == group(.null, 14, 5, 35, 3, since: 2))
    #expect(since["groups"]?.elements.map { $0["since"] } == [2, 0])
    try desk.refuse(64, "coverage", "letter-1", "--by", "salary", saying: "salary")
    try desk.refuse(64, "coverage", "letter-1", "--since", "May", saying: "May")
    try desk.refuse(66, "coverage", "nothing", saying: "no petition")
  }

  @Test func `who left, is held, or is not verified where that is asked for, does not count`() throws {
    try desk.importRoster(Staff(1...6))
    let ids = try (1...4).map { try desk.sign("Signer \($0)", "signer\($0)@mail.example") }
    try desk.sign("Other Example", "signer4@mail.example")
    #expect(try desk.coverage()["total"]?["signed"] == 4)
    #expect(try desk.coverage()["unmatched"] == 0)
    try desk.succeed("signature", "withdraw", "letter-1", ids[0])
    try desk.succeed("signature", "invalidate", "letter-1", ids[1], "--reason", "left long ago")
    try desk.succeed("signature", "verify", "letter-1", ids[2], "--method", "badge")
    #expect(try desk.coverage()["total"]?["signed"] == 2)
    #expect(try desk.coverage("--verified-only")["total"]?["signed"] == 1)
    #expect(try desk.succeed("coverage", "letter-1", "--verified-only").text.contains("verified only"))
  }

  @Test func `without a roster it shows the signatures alone, and says so`() throws {
    try desk.importSheet(Sheet(1...3).text)
    let outcome = try desk.succeed("coverage", "letter-1", "--by", "team", "--json")
    #expect(outcome.stderr.contains("there is no roster"))
    let json = try outcome.json
    #expect(json["roster"] == .bool(false))
    #expect(
      json["groups"]?.elements == [
        [
          "name": "Maps", "headcount": .null, "signed": 3, "percent": .null, "since": .null,
          "missingToMajority": .null,
        ]
      ])
    let text = try desk.succeed("coverage", "letter-1", "--by", "team").text
    #expect(!text.contains("%"))
    #expect(text.contains("Maps"))
    try desk.refuse(65, "coverage", "letter-1", "--by", "shift", saying: "say nothing of shifts")
  }

  @Test func `the chart fits 80 columns, says whom it is for, and is drawn in what the locale can show`() throws {
    try ground()
    var staff = Staff(20...29, team: String(repeating: "Ein sehr langer Name ", count: 9))
    staff.add(30...39, team: String(repeating: "東京", count: 60))
    try desk.importRoster(staff)
    let blocks = try desk.succeed("coverage", "letter-1", "--since", "2026-03-01")
    #expect(blocks.text.hasPrefix("Coverage of letter-1 by team: for organizers only."))
    #expect(blocks.text.contains("█████░░░░░░░░░░░░░░░"))
    #expect(blocks.text.contains("majority") == false)
    #expect(blocks.text.contains("signatures of nobody on the roster  1"))
    for locale in ["C", "POSIX", "de_DE.ISO-8859-1"] {
      let ascii = try desk.succeed("coverage", "letter-1", "--by", "cohort", environment: ["LC_ALL": locale]).text
      #expect(ascii.contains("##"))
      #expect(!ascii.contains { !$0.isASCII })
    }
    for line in blocks.lines {
      let wide = line.unicodeScalars.count { (0x2E80...0xA4CF).contains($0.value) }
      #expect(line.unicodeScalars.count + wide <= 80, "\(line)")
    }
    #expect(!blocks.text.contains("\u{1B}"))
  }

  @Test func `nobody is named, whether they signed or not`() throws {
    try ground()
    for by in ["team", "site", "shift", "cohort", "title"] {
      for options in [[], ["--json"]] {
        let outcome = try Program.picket.run(
          ["coverage", "letter-1", "--by", by] + options, in: desk.folder, environment: desk.environment)
        for word in ["Signer", "Dee", "Stranger", "mail.example"] {
          #expect(!outcome.text.contains(word))
          #expect(!outcome.stderr.contains(word))
        }
      }
    }
  }

  @Test func `the key is needed`() throws {
    try ground()
    try FileManager.default.removeItem(atPath: desk.key)
    try desk.refuse(77, "coverage", "letter-1", saying: "locked")
    try desk.refuse(77, "roster", "show", "justice", saying: "locked")
  }
}
