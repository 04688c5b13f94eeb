import Foundation
import Testing

/// Lists from other tools, and mappings in files, through the whole program.
struct SourceTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private static let osdi = """
    {"_embedded": {"osdi:signatures": [
      {"action_date": "2026-02-10T08:00:01Z", "comments": "canary-comment",
       "_embedded": {"osdi:person": {"given_name": "Ana", "family_name": "Example", "honorific_prefix": "Dr.",
         "email_addresses": [{"address": "ana@mail.example", "primary": true}]}}},
      {"_embedded": {"osdi:person": {"given_name": "Bela", "email_addresses": [{"address": "canary-address"}]}}}
    ]}}
    """

  @Test func `OSDI JSON is found, and its refused rows are mended as a sheet`() throws {
    try desk.write(Self.osdi, to: "signatures.json")
    let outcome = try desk.succeed("signature", "import", "letter-1", "signatures.json", "--json")
    #expect(try outcome.json["source"] == "osdi")
    #expect(try outcome.json["added"] == 1)
    #expect(try outcome.json["rejected"] == 1)
    #expect(outcome.stderr.contains("signatures.json:5:6: the address has no @"))
    #expect(!outcome.stderr.contains("canary"))
    let rejects = desk.read("signatures.rejects.csv").replacing("canary-address", with: "bela@mail.example")
    try desk.write(rejects, to: "mended.csv")
    #expect(try desk.importFile("mended.csv")["added"] == 1)
    #expect(try desk.signatures().compactMap { $0["name"]?.string }.sorted() == ["Ana Example", "Bela"])
  }

  @Test func `a comment is kept where it is asked for, sealed, and shown with its signature`() throws {
    try desk.write(Self.osdi, to: "signatures.json")
    let counts = try desk.succeed(
      "signature", "import", "letter-1", "signatures.json", "--keep", "comments", "--json"
    ).json
    #expect(counts["kept"] == ["comments"])
    let signer = try desk.signatures()[0]
    #expect(signer["kept"] == [["column": "comments", "text": "canary-comment"]])
    #expect(signer["honorific"] == "Dr.")
    let id = try #require(signer["id"]?.string)
    let shown = try desk.succeed("signature", "show", "letter-1", id).text
    #expect(shown.contains("kept") && shown.contains("comments: canary-comment"))
    let database = try #require(desk.contents(desk.database))
    #expect(!String(decoding: database, as: UTF8.self).contains("canary-comment"))
    let imported = try desk.succeed("import", "list", "letter-1", "--json").json.elements[0]
    #expect(imported["source"] == "osdi")
    #expect(imported["kept"] == ["comments"])
  }

  @Test func `confirmed signers are verified, and what is never kept is told and in no file`() throws {
    let header =
      "Signature ID,Petition ID,Honorific,First Name,Last Name,Email Address,Address,City,State,Postal Code,Country,"
      + "Email Opt-in,Date Signed,Confirmation code,Confirmed,Custom Message,Language,IP Address,Anonymise\n"
    let rows =
      "\"1\",\"3\",\"Dr.\",\"Ana\",\"Example\",\"ana@mail.example\",\"\",\"\",\"\",\"\",\"\",\"1\",\"2026-02-10 08:00:01\",\"canary-code\",\"confirmed\",\"\",\"en\",\"192.0.2.1\"\n"
      + "\"2\",\"3\",\"\",\"Bela\",\"Muster\",\"bela@mail.example\",\"\",\"\",\"\",\"\",\"\",\"1\",\"2026-02-10 08:00:01\",\"canary-code\",\"unconfirmed\",\"\",\"en\",\"192.0.2.2\"\n"
      + "\"3\",\"3\",\"\",\"Chidi\",\"\",\"chidi.mail.example\",\"\",\"\",\"\",\"\",\"\",\"1\",\"2026-02-10 08:00:01\",\"canary-code\",\"\",\"\",\"en\",\"192.0.2.3\"\n"
    try desk.write(
      [0xFF, 0xFE] + (header + rows).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "so.csv")
    let outcome = try desk.succeed(
      "signature", "import", "letter-1", "so.csv", "--keep", "IP Address", "--keep", "Confirmation code")
    #expect(outcome.stderr.contains("The file is of SpeakOut (speakout)."))
    #expect(outcome.stderr.contains("never kept: Confirmation code, IP Address."))
    #expect(outcome.stderr.contains("rows do not have it: their signers are named"))
    let signers = try desk.signatures()
    #expect(signers.compactMap { $0["state"]?.string }.sorted() == ["pending", "verified"])
    #expect(signers.first { $0["state"] == "verified" }?["verification"]?["method"] == "email-code")
    #expect(signers.allSatisfy { $0["kept"] == [] })
    let rejects = desk.read("so.rejects.csv")
    #expect(rejects.contains("chidi.mail.example"))
    #expect(!rejects.contains("canary-code") && !rejects.contains("192.0.2"))
  }

  @Test func `a folder of a git letter, twice`() throws {
    try FileManager.default.createDirectory(atPath: desk.folder + "/signers", withIntermediateDirectories: true)
    try desk.write("---\nname: Ana Example\norganization: Nimbus Cloud\n---\n", to: "signers/ana.md")
    try desk.write("name: Bela Muster\n", to: "signers/bela.yml")
    try desk.write("---\nnom: Chidi\n---\n", to: "signers/chidi.md")
    let outcome = try desk.succeed("signature", "import", "letter-1", "signers/", "--json")
    #expect(try outcome.json["source"] == "git-letter")
    #expect(try outcome.json["added"] == 2)
    #expect(outcome.stderr.contains("signers/chidi.md:2:2: the name is empty"))
    #expect(desk.names().contains("signers.rejects.csv"))
    let again = try desk.succeed("signature", "import", "letter-1", "signers", "--json").json
    #expect(again["added"] == 0)
    #expect(again["duplicates"] == 2)
  }

  @Test(arguments: ["toml", "yaml"]) func `a mapping says it once, and the command line goes before it`(
    _ kind: String
  ) throws {
    let sign = kind == "toml" ? " =" : ":"
    try desk.write(
      "name\(sign) \"Who?\"\nemail\(sign) \"Mail\"\npartner\(sign) \"Local 7\"\ncohort\(sign) \"contractor\"\n"
        + "visibility\(sign) \"counted\"\nverified\(sign) \"badge\"\nkeep\(sign) [\"Why?\"]\n",
      to: "partner.\(kind)")
    try desk.write("Who?,Mail,Why?,Work\nAna Example,ana@mail.example,So,Engineer\n", to: "a.csv")
    let counts = try desk.succeed(
      "signature", "import", "letter-1", "a.csv", "--mapping", "partner.\(kind)", "--cohort", "employee", "--map",
      "job_title=Work", "--json"
    ).json
    #expect(counts["mapping"] == ["name": "Who?", "email": "Mail", "job_title": "Work"])
    #expect(counts["kept"] == ["Why?"])
    let signer = try desk.signatures()[0]
    #expect(signer["cohort"] == "employee")
    #expect(signer["visibility"] == "counted")
    #expect(signer["verification"]?["method"] == "badge")
    #expect(try desk.succeed("import", "list", "letter-1", "--json").json.elements[0]["partner"] == "Local 7")
  }

  @Test func `mappings and sources that do not fit are refused with their place`() throws {
    try desk.write("Name,Email\nAna Example,ana@mail.example\n", to: "a.csv")
    try desk.write("name = \"Name\"\nteam = \"Crew\"\n", to: "absent.toml")
    try desk.write("name: Name\nnmae: x\n", to: "unknown.yaml")
    try desk.refuse(
      65, "signature", "import", "letter-1", "a.csv", "--mapping", "absent.toml", saying: "absent.toml:2: no column")
    try desk.refuse(
      65, "signature", "import", "letter-1", "a.csv", "--mapping", "unknown.yaml",
      saying: "unknown.yaml:2: there is no key \"nmae\"")
    try desk.refuse(
      66, "signature", "import", "letter-1", "a.csv", "--mapping", "no.toml", saying: "there is no such file")
    try desk.refuse(
      65, "signature", "import", "letter-1", "a.csv", "--from", "speakout",
      saying: "speakout has a column ‘Petition ID’; this sheet has none")
    try desk.refuse(64, "signature", "import", "letter-1", "a.csv", "--from", "excel", saying: "google-forms")
    try desk.refuse(65, "signature", "import", "letter-1", "a.csv", "--from", "osdi", saying: "a.csv:1:1: ")
    try desk.refuse(
      65, "signature", "import", "letter-1", "a.csv", "--keep", "Comment", saying: "no column is called \"Comment\"")
    #expect(try desk.tally()["gross"] == 0)
  }

  @Test func `JSON that is cut leaves nothing behind`() throws {
    try desk.write(String(Self.osdi.dropLast(20)), to: "cut.json")
    try desk.refuse(65, "signature", "import", "letter-1", "cut.json", saying: "the file ends within a value")
    #expect(try desk.tally()["gross"] == 0)
    #expect(!desk.names().contains("cut.rejects.csv"))
  }

  @Test func `who confirms later is verified by the later list`() throws {
    let header = "first_name,last_name,phone,email,subscribed_to_mailinglist,confirmed\n"
    try desk.write(header + "Una,Example,,una@mail.example,False,False\n", to: "monday.csv")
    try desk.write(header + "Una,Example,,una@mail.example,False,True\n", to: "friday.csv")
    try desk.succeed("signature", "import", "letter-1", "monday.csv")
    #expect(try desk.tally()["pending"] == 1)
    let later = try desk.succeed("signature", "import", "letter-1", "friday.csv", "--json").json
    #expect(later["duplicates"] == 1)
    #expect(later["files"]?.elements[0]["confirmed"] == 1)
    #expect(try desk.tally()["verified"] == 1)
  }
}
