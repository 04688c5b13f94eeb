import Foundation
import Testing

/// What people pledge stands readable nowhere, and no failure names them.
struct PledgeSecrecyTests {
  private let desk: Desk

  init() throws { desk = try Desk.withWalkOut() }

  private func plant() throws -> [String] {
    let flag = try desk.pledge(
      "Zqcanaryflagname", "zqcanaryflagaddress@mail.example", "--job-title", "zqcanaryflagtitle", "--team",
      "zqcanaryflagteam", "--location", "zqcanaryflagplace", "--affiliation", "zqcanaryflagemployer", "--verified",
      "zqcanaryflagmethod", "--by", "zqcanaryflagorganizer")
    let json = #"{"name": "Zqcanaryjsonname", "email": "zqcanaryjsonaddress@mail.example", "if_others": 3}"#
    let other = try desk.succeed("pledge", "add", "walk-out", "-", input: json).lines
    try desk.write(
      "name,email,if_others\nZqcanarysheetname,a@zqcanarysheetaddress.example,2\nZqcanaryrejectname,zqcanaryrejectaddress,\n",
      to: "zqcanarysheetfile.csv")
    try desk.succeed("pledge", "import", "walk-out", "zqcanarysheetfile.csv", "--verified", "zqcanarysheetmethod")
    for name in ["zqcanarysheetfile.csv", "zqcanarysheetfile.rejects.csv"] {
      try FileManager.default.removeItem(atPath: desk.folder + "/" + name)
    }
    return [flag, other[0]]
  }

  @Test func `no file holds anything readable, after any change`() throws {
    let ids = try plant()
    #expect(desk.leaks() == [])
    try desk.succeed("pledge", "verify", "walk-out", ids[1], "--method", "zqcanaryjsonmethod")
    try desk.succeed(
      "pledge", "keep", "walk-out", ids[0], "--on", "2026-02-01", "--evidence", "https://zqcanaryreasonword.example")
    #expect(desk.leaks() == [])
    let count = try #require(
      try desk.succeed("pledge", "reveal", "walk-out", "--dry-run", "--json").json["binding"]?.number)
    try desk.succeed("pledge", "reveal", "walk-out", "--confirm", String(count))
    #expect(desk.leaks() == [])
    try desk.succeed("pledge", "withdraw", "walk-out", ids[1])
    try desk.succeed("pledge", "withdraw", "walk-out", ids[0], "--erase")
    #expect(desk.leaks() == [])
  }

  @Test func `neither a tally nor a log nor the talk of a command names anybody`() throws {
    let ids = try plant()
    for command in [
      ["pledge", "tally", "walk-out", "--verbose"], ["pledge", "tally", "walk-out", "--json"],
    ] {
      let outcome = try Program.picket.run(command, in: desk.folder, environment: desk.environment)
      #expect(Canary.found(in: outcome.stdout + Array(outcome.stderr.utf8)) == [])
    }
    try desk.write(
      "name,email,if_others\nZqcanarysheetname,a@zqcanarysheetaddress.example,2\nZqcanaryrejectname,zqcanaryrejectaddress,\n"
        + "Zqcanaryrejectname,a@zqcanarysheetaddress.example,\n", to: "sheet.csv")
    for command in [
      ["pledge", "list", "walk-out", "--verbose"], ["pledge", "show", "walk-out", ids[0], "--verbose"],
      ["pledge", "import", "walk-out", "sheet.csv", "--verbose", "--dry-run"],
      ["pledge", "import", "walk-out", "sheet.csv", "--verbose"],
      ["pledge", "verify", "walk-out", ids[0], "--method", "zqcanaryflagmethod", "--verbose"],
      ["pledge", "keep", "walk-out", ids[0], "--on", "2026-02-01", "--evidence", "zqcanaryreasonword", "--verbose"],
      ["pledge", "export", "walk-out", "--for", "organizers", "--verbose"],
    ] {
      let outcome = try Program.picket.run(command, in: desk.folder, environment: desk.environment)
      #expect(outcome.code == 0, "\(command): \(outcome.stderr)")
      #expect(Canary.found(in: Array(outcome.stderr.utf8)) == [], "\(command)")
    }
  }

  @Test func `a refusal repeats nothing of a pledger`() throws {
    let id = try plant()[0]
    let add = ["pledge", "add", "walk-out"]
    let name = ["--name", "Zqcanaryflagname"]
    let address = ["--email", "zqcanaryflagaddress@mail.example"]
    func fails(_ arguments: [String], input: String = "", at location: SourceLocation = #_sourceLocation) throws {
      let outcome = try Program.picket.run(
        arguments, input: Array(input.utf8), in: desk.folder, environment: desk.environment)
      #expect(outcome.code != 0, "\(arguments)", sourceLocation: location)
      let said = Canary.found(in: outcome.stdout + Array(outcome.stderr.utf8))
      #expect(said == [], "\(arguments): \(outcome.stderr)", sourceLocation: location)
    }
    try fails(add + ["--name", "Zqcanaryflagname\u{7}"] + address)
    try fails(add + name + ["--email", "zqcanaryflagaddress"])
    try fails(add + name + ["--email", "zqcanaryflagaddress@localhost"])
    try fails(add + ["--name", "Zqcanaryjsonname"] + address)
    try fails(add + name + address + ["--if-others", "0"])
    try fails(add + name + address + ["--verified", String(repeating: "zqcanaryflagmethod", count: 10)])
    try fails(add + ["-"], input: #"{"name": "Zqcanaryjsonname", "email": "zqcanaryjsonaddress"}"#)
    try fails(add + ["-"], input: #"{"name": "Zqcanaryjsonname", "zqcanaryjsontitle": 1}"#)
    try fails(add + ["-"], input: #"{"name": "Zqcanaryjsonname""#)
    let evidence = ["--evidence", String(repeating: "zqcanaryreasonword", count: 40)]
    try fails(["pledge", "keep", "walk-out", id, "--on", "2026-02-01"] + evidence)
    try desk.succeed("pledge", "withdraw", "walk-out", id)
    try fails(add + name + address)
    try fails(["pledge", "withdraw", "walk-out", id])
    try desk.succeed("pledge", "withdraw", "walk-out", id, "--erase")
    try fails(add + name + address)
    try fails(["pledge", "show", "walk-out", id])
    for text in ["Zqcanarysheetname,a@zqcanarysheetaddress.example,\n", "name,name,email\nZqcanarysheetname,x,y\n"] {
      try fails(["pledge", "import", "walk-out", "-"], input: text)
    }
  }

  @Test(arguments: [
    "stage = 1", "stage = 4", "is_verified = 0", "if_others = 1", "terms = 9", "lapses_on = 20000",
    "tag = zeroblob(16)", "cohort = 3",
  ])
  func `a row that was changed by hand is found by whatever opens it`(change: String) throws {
    try desk.importPledges(1...3, ifOthers: "2", "--verified", "badge")
    let id = try #require(try desk.pledges().first?["id"]?.string)
    try desk.sqlite("UPDATE pledge SET \(change) WHERE id = (SELECT min(id) FROM pledge)")
    let words = "pledge \(id) was altered"
    try desk.refuse(65, "pledge", "show", "walk-out", id, saying: words)
    try desk.refuse(65, "pledge", "verify", "walk-out", id, "--method", "known", saying: words)
    try desk.refuse(65, "pledge", "withdraw", "walk-out", id, saying: words)
    try desk.refuse(65, "pledge", "withdraw", "walk-out", id, "--erase", saying: words)
    try desk.refuse(65, "pledge", "keep", "walk-out", id, "--on", "2026-02-01", saying: words)
    try desk.refuse(65, "pledge", "export", "walk-out", "--for", "organizers", "-o", "list", saying: words)
  }
}
