import Testing

/// `picket termination import`.
struct TerminationImportTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private static let header =
    "by,target,kind,reference,signed_on,notice_date,notice_period,value,currency,reason,visibility\n"

  @discardableResult
  private func load(_ rows: String, _ options: String..., expecting code: Int32 = 0) throws -> Outcome {
    try desk.write(Self.header + rows, to: "list.csv")
    let outcome = try Program.picket.run(
      ["termination", "import", "justice", "list.csv"] + options, in: desk.folder, environment: desk.environment)
    #expect(outcome.code == code, "\(outcome.stderr)")
    return outcome
  }

  @Test func `rows become terminations, and the list imported again adds nothing`() throws {
    let rows =
      "Ana Quill,nimbus,license,K-1,2018-01-31,2018-05-31,1 month,\"12,500.00\",eur,Not for this.,role\n"
      + "Bo Wren,NIMBUS cloud,,,,,,,,,\n"
    let counts = try load(rows, "--json").json
    #expect(counts["rows"] == 2 && counts["added"] == 2 && counts["duplicates"] == 0 && counts["rejected"] == 0)
    let slugs = counts["slugs"]?.elements.compactMap(\.string) ?? []
    let shown = try desk.termination(slugs[0])
    #expect(shown["by"] == "Ana Quill" && shown["kind"] == "licence" && shown["reference"] == "K-1")
    #expect(shown["state"] == "effective" && shown["effectiveDate"] == "2018-06-30")
    #expect(shown["value"] == "12500.00" && shown["currency"] == "EUR" && shown["visibility"] == "role")
    #expect(shown["publishedOn"] == nil)
    #expect(try desk.termination(slugs[1])["state"] == "considering")
    let again = try load(rows, "--json").json
    #expect(again["added"] == 0 && again["duplicates"] == 2)
    #expect(!desk.names().contains("list.rejects.csv"))
  }

  @Test func `refused rows come back with line, column and reason, and can be mended`() throws {
    let bad = [
      ("Ana Quill,none,,,,,,,,,", 2, "no target of this slug or name"), (",nimbus,,,,,,,,,", 1, "is empty"),
      ("Ana Quill,nimbus,marriage,,,,,,,,", 3, "the kind is none"),
      ("Ana Quill,nimbus,,,2018-06-19,2018-06-18,,,,,", 6, "before the day on which"),
      ("Ana Quill,nimbus,,,,2018-02-30,,,,,", 6, "no such day"),
      ("Ana Quill,nimbus,,,,2018-02-28,soon,,,,", 7, "the notice period is none"),
      ("Ana Quill,nimbus,,,,,1 month,,,,", 6, "no day of the notice"),
      ("Ana Quill,nimbus,,,,,,5.001,USD,,", 8, "at most 2 decimals"),
      ("Ana Quill,nimbus,,,,,,5,,,", 9, "no currency"), ("Ana Quill,nimbus,,,,,,,USD,,", 8, "no value"),
      ("Ana Quill,nimbus,,,,,,5,ANA,,", 9, "no code of ISO 4217"),
      ("Ana Quill,nimbus,,,,,,,,,secret", 11, "visibility is none"),
      ("Ana Quill,,,,,,,,,,", 2, "the target is empty"),
    ]
    let outcome = try load(bad.map { $0.0 + "\n" }.joined() + "Bo Wren,nimbus,,,,,,,,,\n")
    #expect(outcome.text.contains("rejected    13"))
    #expect(!outcome.stderr.contains("Quill") && !outcome.stderr.contains("marriage"))
    #expect(outcome.stderr.contains("list.csv:2:2: there is no target"))
    let rejects = desk.read("list.rejects.csv").split(separator: "\n")
    #expect(rejects.count == bad.count + 1)
    for (index, (row, column, reason)) in bad.enumerated() {
      let line = rejects[index + 1]
      #expect(line.hasPrefix("\(index + 2),\(column),"), "\(line)")
      #expect(line.contains(reason), "\(line)")
      #expect(line.hasSuffix(row))
    }
    let mended = desk.read("list.rejects.csv").split(separator: "\n").last?.replacing(
      ",,,,,,,,,,", with: ",nimbus,,,,,,,,,")
    try desk.write("\(rejects[0])\n\(mended ?? "")\n", to: "mended.csv")
    let counts = try desk.succeed("termination", "import", "justice", "mended.csv", "--json").json
    #expect(counts["added"] == 1)
  }

  @Test func `a target and holidays can be named for all rows`() throws {
    try desk.write("2026-04-03\n2026-04-06\n", to: "holidays.txt")
    let counts = try load(
      "Ana Quill,,,,,2026-04-02,3 working days,,,,\n", "--target", "nimbus", "--holidays", "holidays.txt", "--json"
    ).json
    let slug = try #require(counts["slugs"]?.elements.first?.string)
    #expect(try desk.termination(slug)["effectiveDate"] == "2026-04-09")
    try desk.write("by\nBo Wren\n", to: "short.csv")
    try desk.succeed("termination", "import", "justice", "short.csv", "--target", "nimbus")
  }

  @Test func `a rehearsal tells the same and writes nothing`() throws {
    let before = desk.contents(desk.database)
    let outcome = try load("Ana Quill,nimbus,,,,,,,,,\nBo Wren,none,,,,,,,,,\n", "--dry-run", "--json")
    #expect(try outcome.json["added"] == 1)
    #expect(try outcome.json["rejected"] == 1)
    #expect(desk.contents(desk.database) == before)
    #expect(!desk.names().contains("list.rejects.csv"))
  }

  @Test func `lists that cannot be used, and one of which every row is refused`() throws {
    try load("Ana Quill,none,,,,,,,,,\n", expecting: 65)
    #expect(try desk.succeed("termination", "list", "--json").json["terminations"] == [])
    try desk.write("who,what\nAna Quill,nimbus\n", to: "other.csv")
    try desk.refuse(65, "termination", "import", "justice", "other.csv", saying: "missing: by")
    try desk.refuse(66, "termination", "import", "justice", "none.csv", saying: "none.csv")
    try desk.refuse(66, "termination", "import", "none", "list.csv", saying: "no campaign")
    try desk.refuse(66, "termination", "import", "justice", "list.csv", "--target", "none", saying: "no target")
  }
}
