import Foundation
import Testing

/// `picket petition deliver`: what is handed over.
struct DeliveringTests {
  @Test func `a delivery is a folder of files that its owner alone reads, and verifies`() throws {
    let desk = try ProvenPetition.desk()
    let outcome = try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery", "--tar", "d.tar", "--json")
    let json = try outcome.json
    #expect(json.keys == ["delivery", "folder", "total", "lines", "missing", "key"])
    #expect(json["delivery"] == 1)
    #expect(json["folder"] == "delivery")
    #expect(json["total"] == 16)
    #expect(json["lines"] == 9)
    #expect(json["missing"] == 0)
    #expect(try json["key"]?.string == desk.key(of: "delivery"))
    #expect(desk.mode("delivery") == 0o700)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/delivery")) == ProvenPetition.files)
    for name in ProvenPetition.files { #expect(desk.mode("delivery/\(name)") == 0o600, "\(name)") }
    #expect(desk.mode("d.tar") == 0o600)
    #expect(!desk.names().contains { $0.contains("partial") })
    let findings = try desk.verified("delivery", "d.tar")
    #expect(findings.have("holds", "16 leaves are counted; 9 signers are listed, 7 are counted without a line"))
    #expect(findings.have("unproven", "a real person"))
    #expect(try desk.succeed("petition", "show", "letter-1", "--json").json["state"] == "delivered")
    let shown = try JSONDecoder().decode(JSON.self, from: Data(desk.read("delivery/tally.json").utf8))
    #expect(shown["verified"] == 16)
    #expect(shown["listed"] == 9)
    #expect(shown["countedWithoutLine"] == 7)
    #expect(desk.read("delivery/leaves").split(separator: "\n").count { $0.hasSuffix(" counted") } == 16)
  }

  @Test func `tar unpacks the archive into the same folder`() throws {
    let desk = try ProvenPetition.desk()
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery", "--tar", "d.tar")
    let unpacked = try desk.shell("mkdir there && tar -xf d.tar -C there && diff -r delivery there/delivery")
    #expect(unpacked.code == 0, "\(unpacked.stderr)")
    #expect(unpacked.text == "")
  }

  @Test func `nothing of those who are counted or show their role alone is in any file, and no address`() throws {
    let desk = try ProvenPetition.desk()
    try desk.sign("Absent One", "one@mail.example")
    try desk.sign("Absent Two", "signer1@mail.example")
    let gone = try desk.sign("Absent Three", "three@mail.example", "--verified", "badge")
    try desk.succeed("signature", "withdraw", "letter-1", gone)
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery", "--tar", "d.tar")
    for file in ProvenPetition.files.map({ "delivery/" + $0 }) + ["d.tar"] {
      let text = desk.read(file)
      #expect(!text.isEmpty, "\(file)")
      for hidden in ["Veiled", "Hidden", "Secret", "Absent", "@", "signer1", "mail.example"] {
        #expect(!text.localizedCaseInsensitiveContains(hidden), "\(hidden) in \(file)")
      }
    }
    for file in ["list", "list.csv", "list.json", "list.md", "list.txt"] {
      #expect(desk.read("delivery/\(file)").contains("Signer 3"), "\(file)")
    }
    try desk.verified("delivery")
  }

  @Test func `what cannot be delivered leaves no folder`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
    try desk.refuse(65, "petition", "deliver", "letter-1", "-o", "d", "--tar", "d.tar", saying: "is draft")
    try desk.succeed("petition", "withdraw", "letter-1")
    try desk.refuse(65, "petition", "deliver", "letter-1", "-o", "d", saying: "is withdrawn")
    try desk.refuse(66, "petition", "deliver", "nothing", "-o", "d", saying: "no petition")
    try desk.refuse(64, "petition", "deliver", "letter-1", saying: "--output")
    try FileManager.default.removeItem(atPath: desk.key)
    try desk.refuse(77, "petition", "deliver", "letter-1", "-o", "d", saying: "locked")
  }

  @Test func `nothing is delivered where a file or folder is in the way`() throws {
    let desk = try ProvenPetition.desk()
    try desk.write("mine", to: "mine")
    try FileManager.default.createDirectory(atPath: desk.folder + "/folder", withIntermediateDirectories: false)
    func refused(_ arguments: String..., saying words: String) throws {
      let before = (desk.files(), desk.contents(desk.database))
      let outcome = try desk.shell("picket petition deliver letter-1 " + arguments.joined(separator: " "))
      #expect(outcome.code == 73, "\(outcome.stderr)")
      #expect(outcome.stderr.contains(words))
      #expect(desk.files() == before.0)
      let isUntouched = desk.contents(desk.database) == before.1
      #expect(isUntouched, "nothing was delivered: \(arguments)")
    }
    try refused("-o", "folder", saying: "folder is there already")
    try refused("-o", "folder/", saying: "folder is there already")
    try refused("-o", "mine", saying: "mine is there already")
    try refused("-o", "gone/d", saying: "gone/d")
    try refused("-o", "d", "--tar", "mine", saying: "mine is there already")
    try refused("-o", "d", "--tar", "gone/d.tar", saying: "the folder of gone/d.tar is not there")
    try refused("-o", "d", "--tar", "d/d.tar", saying: "is not there")
    try desk.refuse(64, "petition", "deliver", "letter-1", "-o", "d", "--tar", "d", saying: "two names")
    #expect(try desk.succeed("petition", "show", "letter-1", "--json").json["state"] == "open")
    #expect(try desk.succeed("delivery", "list", "letter-1", "--json").json == [])
  }

  @Test func `names that files could trip over come through`() throws {
    let desk = try Desk.withPetition()
    let names = [
      #"Back\\slash \\n \\t"#, #"Quote \"d\" 'd'"#, "- ", "Comma, Semi; Bar|", "דוד Example", "さくら",
      "Zoe\u{308} e\u{301}",
      #"\\\u0301 Accent"#, "<b>Bold</b> [x](http://evil.example)", "=1+1", "# heading", "counted",
    ]
    for name in names {
      try desk.succeed(
        "signature", "add", "letter-1", "-", "--verified", "badge",
        input: "{\"name\": \"\(name)\", \"job_title\": \"Job \\\\ \(name)\"}")
    }
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery", "--tar", "d.tar")
    try desk.verified("delivery", "d.tar")
    try desk.succeed("delivery", "show", "letter-1", "1", "-o", "again")
    #expect(try desk.shell("diff -r delivery again").code == 0)
  }

  @Test func `every version and language of the letter is in it`() throws {
    let desk = try ProvenPetition.desk()
    try desk.write("# Ein offener Brief\n\nHört zu.\n", to: "brief.md")
    try desk.succeed("letter", "add", "letter-1", "brief.md", "--language", "de")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery")
    #expect(desk.read("delivery/letter-de-1.md") == desk.read("brief.md"))
    try desk.verified("delivery")
    // A version that came later was not delivered.
    try desk.write("# Ein Brief\n", to: "brief.md")
    try desk.succeed("letter", "add", "letter-1", "brief.md", "--language", "de")
    try desk.succeed("delivery", "show", "letter-1", "1", "-o", "again")
    #expect(try desk.shell("diff -r delivery again").code == 0)
    #expect(try desk.doctor().holds)
  }

  @Test func `a petition can be delivered again, and each delivery stays what it was`() throws {
    let desk = try ProvenPetition.delivered()
    let gone = try desk.signature("signer1@")
    try desk.succeed("signature", "withdraw", "letter-1", gone)
    let json = try desk.succeed("petition", "deliver", "letter-1", "-o", "second", "--json").json
    #expect(json["delivery"] == 2)
    #expect(json["total"] == 15)
    try desk.verified("delivery", "second")
    #expect(!desk.read("second/list").contains("Signer 1"))
    let list = try desk.succeed("delivery", "list", "letter-1", "--json").json.elements
    #expect(list.map(\.keys) == [["number", "deliveredOn", "total"], ["number", "deliveredOn", "total"]])
    #expect(list.map { $0["number"] } == [1, 2])
    #expect(list.map { $0["total"] } == [16, 15])
    #expect(
      try desk.succeed("delivery", "list", "letter-1").lines.map { $0.split(separator: " ").first } == [
        "NO", "1", "2",
      ])
    try desk.succeed("delivery", "show", "letter-1", "1", "-o", "again")
    #expect(try desk.shell("diff -r delivery again").code == 0)
    try desk.refuse(66, "delivery", "show", "letter-1", "3", "-o", "third", saying: "has no delivery 3")
    try desk.refuse(73, "delivery", "show", "letter-1", "1", "-o", "again", saying: "again is there already")
    try desk.refuse(66, "delivery", "list", "nothing", saying: "no petition")
  }

  @Test func `an erased signer's line is missing, and nothing of them is left`() throws {
    let desk = try ProvenPetition.delivered()
    try desk.succeed("signature", "erase", "letter-1", desk.signature("signer2@"))
    let json = try desk.succeed("delivery", "show", "letter-1", "1", "-o", "again", "--json").json
    #expect(json["missing"] == 1)
    #expect(json["lines"] == 9)
    #expect(json["total"] == 16)
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/again") {
      #expect(!desk.read("again/\(name)").contains("Signer 2"), "\(name)")
    }
    let findings = try desk.verified("again")
    #expect(findings.have("holds", "1 of its 9 lines", in: "again/list"))
    #expect(try desk.verified("delivery", "again").have("holds", "both say the same of the log"))
    #expect(try desk.doctor().holds)
    let text = try desk.succeed("delivery", "show", "letter-1", "1", "-o", "third")
    #expect(text.stderr.contains("1 of them missing"))
  }
}
