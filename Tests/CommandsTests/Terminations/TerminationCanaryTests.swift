import Foundation
import Testing

/// Nothing of a termination that tells whose it is can be read without the key, or in what is said of a failure.
struct TerminationCanaryTests {
  private let desk: Desk
  private let slugs: [String]

  init() throws {
    desk = try Desk.withPetition()
    var slugs = [
      try desk.terminate(
        "Zqcanaryname", "--email", "zqcanaryaddress@mail.example", "--job-title", "zqcanarytitle", "--affiliation",
        "zqcanaryemployer", "--location", "zqcanaryplace", "--reference", "zqcanaryreference", "--reason",
        "zqcanaryreason", "--statement", "zqcanarystatement", "--evidence", "zqcanaryevidence", "--value",
        "48151623.42", "--currency", "EUR", "--notice-date", "2018-06-18")
    ]
    let json = #"{"by": "Zqcanaryjson", "reason": "zqcanaryjsonreason", "statement": "zqcanaryjsonstatement"}"#
    slugs += try desk.succeed(
      "termination", "add", "-", "--campaign", "justice", "--target", "nimbus", input: json
    ).lines
    try desk.write(
      "by,target,reason\nZqcanarysheet,nimbus,zqcanarysheetreason\nZqcanaryreject,none,x\n", to: "list.csv")
    let counts = try desk.succeed("termination", "import", "justice", "list.csv", "--json").json
    slugs += counts["slugs"]?.elements.compactMap(\.string) ?? []
    for name in ["list.csv", "list.rejects.csv"] {
      try FileManager.default.removeItem(atPath: desk.folder + "/" + name)
    }
    self.slugs = slugs
    try #require(slugs.count == 3)
  }

  /// All that stands readable in a file of the desk: the words, and the value in either writing.
  private func leaks() -> [String] {
    desk.leaks()
      + desk.files().filter { path in
        let bytes = Data(desk.contents(desk.root + "/" + path) ?? [])
        return ["4815162342", "48151623.42"].contains { bytes.range(of: Data($0.utf8)) != nil }
      }
  }

  @Test func `they are there for whoever has the key`() throws {
    let all = try desk.succeed("termination", "list", "--json").text.lowercased()
    for word in [
      "name", "address", "title", "employer", "place", "reference", "reason", "statement", "evidence", "json",
      "jsonreason", "jsonstatement", "sheet", "sheetreason",
    ] { #expect(all.contains("zqcanary" + word), "\(word)") }
    #expect(all.contains("4815162342"))
  }

  @Test func `no file holds anything readable, whatever is done`() throws {
    #expect(leaks() == [])
    let slug = slugs[0]
    try desk.succeed("termination", "edit", slug, "--reason", "zqcanaryother", "--by", "Zqcanaryedited")
    #expect(leaks() == [])
    try desk.succeed("termination", "publish", slug, "--consent", "--statement", "zqcanarypublic")
    #expect(leaks() == [])
    try desk.succeed("termination", "rescind", slug, "--because", "zqcanarybecause")
    try desk.succeed("checkpoint", "letter-1", "-o", "checkpoint")
    try desk.succeed("backup", "copy.db")
    #expect(leaks() == [])
    for slug in slugs { try desk.succeed("termination", "erase", slug) }
    #expect(leaks() == [])
  }

  @Test func `what was erased is gone from the file, sealed bytes and all`() throws {
    let sealed = try desk.sqlite("SELECT hex(contents) FROM termination WHERE slug = '\(slugs[0])'")
    let bytes = Data(stride(from: 0, to: 128, by: 2).compactMap { UInt8(sealed.dropFirst($0).prefix(2), radix: 16) })
    #expect(bytes.count == 64)
    #expect(Data(try #require(desk.contents(desk.database))).range(of: bytes) != nil)
    try desk.succeed("termination", "erase", slugs[0])
    #expect(Data(try #require(desk.contents(desk.database))).range(of: bytes) == nil)
  }

  @Test func `what is said on standard error names nobody`() throws {
    let slug = slugs[0]
    for command in [
      ["list", "--verbose"], ["show", slug, "--verbose"], ["edit", slug, "--by", "Zqcanaryedited", "--verbose"],
      ["publish", slug, "--consent", "--statement", "zqcanarypublic", "--verbose"], ["letter", slug, "--verbose"],
      ["export", "justice", "--for", "organizers", "--verbose"], ["erase", slug, "--verbose"],
    ] {
      let outcome = try Program.picket.run(
        ["termination"] + command, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 0, "\(outcome.stderr)")
      #expect(Canary.found(in: Array(outcome.stderr.utf8)) == [], "\(command): \(outcome.stderr)")
    }
  }

  @Test func `refusals name nobody`() throws {
    let add = ["add", "--campaign", "justice", "--target", "nimbus"]
    for (command, input) in [
      (add + ["Zqcanary Name", "--by", "A"], ""), (add + ["zqcanaryname-1", "--by", "Zqcanaryname"], ""),
      (add + ["--by", "Zqcanaryname\u{7}"], ""), (add + ["--by", "A", "--email", "zqcanaryaddress"], ""),
      (add + ["--by", "A", "--reference", String(repeating: "zqcanary", count: 100)], ""),
      (add + ["--by", "A", "--reason", String(repeating: "zqcanary", count: 500)], ""),
      (add + ["--by", "A", "--notice-period", "zqcanary"], ""),
      (add + ["--by", "A", "--value", "zqcanary", "--currency", "EUR"], ""),
      (add + ["-"], #"{"by": "Zqcanaryname", "kind": "zqcanary"}"#), (add + ["-"], #"{"by": ["Zqcanaryname"]}"#),
      (add + ["-"], "Zqcanaryname"), (["edit", slugs[0], "--slug", "zqcanaryname"], ""),
      (["edit", slugs[0], "--email", "zqcanary"], ""), (["publish", slugs[1], "--consent"], ""),
    ] {
      let outcome = try Program.picket.run(
        ["termination"] + command, input: Array(input.utf8), in: desk.folder, environment: desk.environment)
      #expect(outcome.code != 0, "\(command)")
      #expect(Canary.found(in: outcome.stdout + Array(outcome.stderr.utf8)) == [], "\(command): \(outcome.stderr)")
    }
  }

  @Test func `a row that was changed by hand is told by its slug`() throws {
    let slug = slugs[0]
    try desk.succeed("target", "add", "other", "--name", "Other")
    try desk.succeed("campaign", "create", "second", "--title", "Second")
    let changes = [
      "slug = 'forged'", "stage = 'considering'", "is_published = 1 - is_published", "id = id + 1",
      "target = (SELECT id FROM target WHERE slug = 'other')",
      "campaign = (SELECT id FROM campaign WHERE slug = 'second')",
      "contents = (SELECT contents FROM termination WHERE slug = '\(slugs[1])')",
    ]
    let sound = try #require(desk.contents(desk.database))
    for change in changes {
      try desk.sqlite("UPDATE termination SET \(change) WHERE slug = '\(slug)'")
      let name = change.hasPrefix("slug") ? "forged" : slug
      for command in [["show", name], ["list"], ["edit", name, "--reason", "x"], ["publish", name, "--consent"]] {
        let outcome = try Program.picket.run(
          ["termination"] + command, in: desk.folder, environment: desk.environment)
        #expect(outcome.code == 65, "\(change) \(command)")
        #expect(outcome.stderr.contains("termination \(name) was altered"), "\(outcome.stderr)")
        #expect(Canary.found(in: outcome.stdout + Array(outcome.stderr.utf8)) == [])
      }
      try desk.write(sound, to: desk.database)
    }
    #expect(try desk.termination(slug)["by"] == "Zqcanaryname")
  }
}
