import Foundation
import Testing

/// Nothing that identifies a person can be read in the database, its journal, temporary files, the home folder, or
/// in what the program says of a failure.
struct CanaryTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try plant()
  }

  private static let sheet = """
    Timestamp,Name,Email,Job title,Team,City,Sign as,zqcanarysheetheader
    2026-03-01,Zqcanarysheetname 1,one@zqcanarysheetaddress.example,Zqcanarysheettitle,Zqcanarysheetteam,Zqcanarysheetcity,named,x
    2026-03-01,Zqcanarysheetname 2,two@zqcanarysheetaddress.example,Zqcanarysheettitle,Zqcanarysheetteam,Zqcanarysheetcity,counted,x
    2026-03-01,Zqcanarysheetname 3,one@zqcanarysheetaddress.example,Zqcanarysheettitle,,,anonymous,x
    2026-03-01,Zqcanaryrejectname,zqcanaryrejectaddress,,,,named,x

    """
  private static let sheetFile = "zqcanarysheetfile.csv"

  /// Enters canaries in every way that there is, then takes the sheet and its refused rows off the desk.
  private func plant() throws {
    try desk.sign(
      "Zqcanaryflagname", "zqcanaryflagaddress@mail.example", "--job-title", "zqcanaryflagtitle", "--team",
      "zqcanaryflagteam", "--location", "zqcanaryflagplace", "--affiliation", "zqcanaryflagemployer", "--verified",
      "zqcanaryflagmethod", "--by", "zqcanaryflagorganizer", "--honorific", "zqcanaryflaghonorific", "--credentials",
      "zqcanaryflagcredentials")
    let json = """
      {"name": "Zqcanaryjsonname", "email": "zqcanaryjsonaddress@mail.example", "job_title": "zqcanaryjsontitle",
       "honorific": "zqcanaryjsonhonorific", "credentials": "zqcanaryjsoncredentials", "verified": "zqcanaryjsonmethod"}
      """
    try desk.succeed("signature", "add", "letter-1", "-", input: json)
    typealias Answer = Terminal.Answer
    _ = try desk.converse(
      "signature", "add", "letter-1",
      answering: [
        Answer("Name: ", "Zqcanarytypedname"), Answer("E-mail: ", "zqcanarytypedaddress@mail.example"),
        Answer("Job title: ", ""), Answer("Team: ", ""), Answer("Location: ", ""), Answer("]: ", ""),
        Answer("Name: ", ""),
      ])
    let counts = try desk.importSheet(
      Self.sheet, named: Self.sheetFile, "--partner", "zqcanarysheetpartner", "--verified", "zqcanarysheetmethod")
    #expect(counts["added"] == 2)
    #expect(counts["rejected"] == 1)
    try FileManager.default.removeItem(atPath: desk.folder + "/" + Self.sheetFile)
    try FileManager.default.removeItem(atPath: desk.folder + "/zqcanarysheetfile.rejects.csv")
  }

  private func id(of text: String) throws -> String {
    let found = try desk.succeed("signature", "search", "letter-1", text, "--json").json.elements
    return try #require(found.first?["id"]?.string)
  }

  @Test func `the canaries are there for whoever has the key`() throws {
    let all =
      try desk.succeed("signature", "list", "letter-1", "--json").text.lowercased()
      + desk.succeed("import", "list", "letter-1", "--json").text.lowercased()
    for word in Canary.words where !["reject", "edit", "reason"].contains(where: { word.hasPrefix("zqcanary" + $0) })
    {
      // The header that was dropped is not kept, only what was mapped.
      guard word != "zqcanarysheetheader" else { continue }
      #expect(all.contains(word))
    }
  }

  @Test func `no file holds anything readable after all ways of entry`() throws {
    #expect(desk.leaks() == [])
  }

  @Test func `nor after edits, decisions, withdrawals and erasures`() throws {
    let flag = try id(of: "zqcanaryflagname")
    try desk.succeed(
      "signature", "edit", "letter-1", flag, "--name", "Zqcanaryeditname", "--email",
      "zqcanaryeditaddress@mail.example", "--honorific", "zqcanaryedithonorific", "--credentials",
      "zqcanaryeditcredentials")
    #expect(desk.leaks() == [])
    try desk.succeed(
      "signature", "invalidate", "letter-1", try id(of: "zqcanaryjsonname"), "--reason", "zqcanaryreasonword")
    try desk.succeed("signature", "verify", "letter-1", try id(of: "zqcanarysheetname 3"), "--method", "badge")
    #expect(desk.leaks() == [])
    try desk.succeed("signature", "withdraw", "letter-1", try id(of: "zqcanarysheetname 1"))
    #expect(desk.leaks() == [])
    for name in ["zqcanarysheetname 1", "zqcanarysheetname 2", "zqcanaryeditname", "zqcanaryjsonname"] {
      try desk.succeed("signature", "erase", "letter-1", try id(of: name))
    }
    #expect(desk.leaks() == [])
  }

  @Test func `what was erased is gone from the file, sealed bytes and all`() throws {
    let erased = try id(of: "zqcanaryflagname")
    let before = Set(try desk.sqlite("SELECT hex(contents) FROM signature").split(separator: "\n"))
    try desk.succeed("signature", "erase", "letter-1", erased)
    let after = Set(try desk.sqlite("SELECT hex(contents) FROM signature").split(separator: "\n"))
    let gone = before.subtracting(after)
    #expect(gone.count == 1)
    let file = Data(try #require(desk.contents(desk.database)))
    for sealed in gone {
      let bytes = stride(from: 0, to: 128, by: 2).compactMap {
        UInt8(sealed.dropFirst($0).prefix(2), radix: 16)
      }
      #expect(bytes.count == 64)
      #expect(file.range(of: Data(bytes)) == nil)
    }
  }

  @Test func `nor do backups, logs, or the tables of counts`() throws {
    try desk.succeed("backup", "copy.db")
    let outcome = try desk.picket("signature", "list", "letter-1", "--verbose")
    #expect(Canary.found(in: Array(outcome.stderr.utf8)) == [])
    for command in [
      ["tally", "letter-1"], ["petition", "show", "letter-1"], ["petition", "list"], ["key", "list"],
    ] {
      let outcome = try Program.picket.run(command, in: desk.folder, environment: desk.environment)
      #expect(Canary.found(in: outcome.stdout + Array(outcome.stderr.utf8)) == [])
    }
    #expect(desk.leaks() == [])
  }

  @Test func `nor do exports leave anything but what they were asked for`() throws {
    for format in ["csv", "json", "markdown", "text", "html", "osdi", "yaml"] {
      for options in [[], ["--initials"], ["--for", "organizers"]] {
        let outcome = try Program.picket.run(
          ["export", "letter-1", "--format", format] + options, in: desk.folder, environment: desk.environment)
        #expect(outcome.code == 0)
        #expect(Canary.found(in: Array(outcome.stderr.utf8)) == [])
      }
    }
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    try FileManager.default.removeItem(atPath: desk.folder + "/delivery")
    let outcome = try desk.picket("export", "letter-1", "--since", "1")
    #expect(outcome.code == 65)
    #expect(Canary.found(in: Array(outcome.stderr.utf8)) == [])
    #expect(desk.leaks() == [])
  }

  @Test func `a killed import leaves nothing readable, not even in its journal`() throws {
    var sheet = Sheet()
    for number in 1...20_000 {
      sheet.add(
        name: "Zqcanarysheetname \(number)", email: "s\(number)@zqcanarysheetaddress.example",
        job: "Zqcanarysheettitle")
    }
    try desk.write(sheet.text, to: "sheet.csv")
    for delay in [60, 120, 180, 240] {
      let running = try desk.start("signature", "import", "letter-1", "sheet.csv")
      usleep(UInt32(delay) * 1000)
      running.kill()
      _ = try running.wait()
      #expect(desk.leaks(besides: ["work/sheet.csv"]) == [])
      try desk.succeed("tally", "letter-1")
      #expect(desk.leaks(besides: ["work/sheet.csv"]) == [])
    }
  }
}
