import Foundation
import Testing

/// Scenario G, retaliation, with made-up people: a signer is called in by a manager. The organizers record it, the signer
/// hides the employer, then leaves; the laptop is seized; a new one is set up from the backup and the recovery code.
struct RetaliationTests {
  private let desk: Desk
  private let code: String

  init() throws {
    desk = try Desk()
    code = try desk.succeed("init", "--key-file", desk.key).lines[0]
    try desk.createPetition("letter-1")
    try desk.succeed("petition", "open", "letter-1")
    try desk.write(
      """
      Name,Email,Job title,Employer,City
      Zqcanaryjsonname,zqcanaryjsonaddress@mail.example,Site engineer,Nimbus Cloud,Springfield
      Bo Example,bo@mail.example,Site engineer,Nimbus Cloud,Springfield

      """, to: "sheet.csv")
    try desk.importFile("sheet.csv", ["--verified", "badge"])
  }

  @Test func `a signer who is called in is protected, and does not come back`() throws {
    let signer = try desk.signature("zqcanaryjsonaddress")
    try desk.succeed(
      "incident", "add", "--campaign", "justice", "-",
      input: """
        {"kind": "questioning", "on": "2026-11-17", "account": "Zqcanaryflagplace: called in and asked who else signed.",
         "person": "Zqcanaryjsonname", "by": "zqcanaryflagorganizer"}
        """)
    #expect(try desk.succeed("incident", "export", "justice", "--format", "json").json["atLeast"] == 0)

    // Hiding the employer shows in the next public list, and only there.
    #expect(try desk.publicList().contains { $0["full_name"] == "Zqcanaryjsonname" && $0["affiliation"] != nil })
    try desk.succeed("signature", "edit", "letter-1", signer, "--hide", "employer")
    let line = try #require(desk.publicList().first { $0["full_name"] == "Zqcanaryjsonname" })
    #expect(line["affiliation"] == .null || line["affiliation"] == nil)
    #expect(try desk.signatures().contains { $0["affiliation"] == "Nimbus Cloud" })

    try desk.succeed("signature", "withdraw", "letter-1", signer)
    #expect(try desk.publicList().map { $0["full_name"] } == ["Bo Example"])
    #expect(try desk.tally()["withdrawn"] == 1)
    try desk.succeed("backup", "backup.db")

    // The laptop is seized with the database and the backup, but not the key.
    try FileManager.default.removeItem(atPath: desk.folder + "/sheet.csv")
    #expect(desk.leaks() == [])
    try FileManager.default.removeItem(atPath: desk.key)
    let thief = try desk.picket("incident", "list", "--campaign", "justice")
    #expect(thief.code == 77)
    #expect(Canary.found(in: thief.stdout + Array(thief.stderr.utf8)) == [])

    try startAnew()
  }

  /// A new laptop with the backup and the recovery code.
  private func startAnew() throws {
    let laptop = try Desk()
    try laptop.write(try #require(desk.contents(desk.folder + "/backup.db")), to: "office.db")
    let added = try laptop.converse(
      "key", "add", "--new-key-file", laptop.key, "--recovery-code",
      answering: [Terminal.Answer("Recovery code: ", code)])
    #expect(added.code == 0)
    #expect(try laptop.publicList().map { $0["full_name"] } == ["Bo Example"])
    #expect(try laptop.succeed("incident", "list", "--campaign", "justice", "--json").json.elements.count == 1)

    // The old sheet turns up and is imported once more.
    let again = try laptop.importSheet(
      "Name,Email\nZqcanaryjsonname,zqcanaryjsonaddress@mail.example\nCy Example,cy@mail.example\n", "--verified",
      "badge")
    #expect(again["added"] == 1)
    #expect(again["duplicates"] == 1)
    #expect(Set(try laptop.publicList().compactMap { $0["full_name"]?.string }) == ["Bo Example", "Cy Example"])
    #expect(try laptop.tally()["withdrawn"] == 1)
    let findings = try laptop.succeed("doctor")
    #expect(findings.code == 0)
  }
}
