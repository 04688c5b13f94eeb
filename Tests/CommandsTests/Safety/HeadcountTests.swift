import Foundation
import Testing

/// With a roster, nobody is described behind whom fewer than five colleagues stand who have not signed.
struct HeadcountTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  /// Signers of these numbers, who want to be shown by their role.
  private func sign(
    _ numbers: some Sequence<Int>, job: String = "Engineer", team: String = "Maps", verified: Bool = true
  ) throws {
    var sheet = Sheet()
    for number in numbers {
      sheet.add(
        name: "Signer \(number)", email: "signer\(number)@mail.example", job: job, team: team, as: "role")
    }
    try desk.write(sheet.text, to: "sheet.csv")
    try desk.importFile("sheet.csv", verified ? ["--verified", "badge"] : [])
  }

  /// How many lines of the public list say this; "-" stands for what is not there.
  private func lines() throws -> [String: Int] {
    let words = try desk.publicList().map { line in
      ["job_title", "affiliation", "location"].map { line[$0]?.string ?? "-" }.joined(separator: "/")
    }
    return Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test func `where all of a team have signed, none of them is described by it`() throws {
    var staff = Staff(1...5, job: "Tailor", team: "Costumes")
    staff.add(101...120, team: "Maps")
    try desk.importRoster(staff)
    try sign(1...5, job: "tailor ", team: "costumes")
    // Without the roster, "Tailor, Costumes" would be five lines: all five tailors.
    #expect(try lines() == ["-/-/Springfield": 5])
  }

  @Test func `the pending and the held have signed as well: they are no cover`() throws {
    try desk.importRoster(Staff(1...11))
    try sign(1...5)
    try sign(6...6, verified: false)
    try desk.sign("Signer 7", "signer6@mail.example")
    // Eleven on the roster; five verified, one pending, one held: four are left.
    #expect(try desk.tally()["held"] == 1)
    #expect(try lines() == [:])
    try desk.createPetition("letter-2")
    try desk.succeed("petition", "open", "letter-2")
    try desk.succeed("signature", "import", "letter-2", "sheet.csv", "--verified", "badge")
    #expect(try desk.publicList("letter-2") == [])
  }

  @Test func `five who have not signed are cover enough, four are not`() throws {
    try desk.importRoster(Staff(1...9))
    try sign(1...5)
    try desk.succeed("export", "letter-1", "--format", "json", "--for", "organizers", "-o", "all.json")
    #expect(try lines() == [:])
    let other = try Desk.withPetition()
    try other.importRoster(Staff(1...10))
    try other.write(desk.read("sheet.csv"), to: "sheet.csv")
    try other.importFile("sheet.csv", ["--verified", "badge"])
    #expect(try other.publicList().count == 5)
  }

  @Test func `who signs from a private address is known by the name, and a doubtful name is no cover`() throws {
    var staff = Staff(1...9)
    staff.add("Dee Roe", "dee1@work.example", "Engineer", "Maps", "Springfield", "late", "")
    staff.add("Dee Roe", "dee2@work.example", "Engineer", "Maps", "Springfield", "late", "")
    try desk.importRoster(staff)
    try sign(1...4)
    var sheet = Sheet()
    sheet.add(name: "DEE  ROE", email: "dee@home.example", as: "role")
    sheet.add(name: "signer 5", email: "private@home.example", as: "role")
    try desk.importSheet(sheet.text, named: "more.csv", "--verified", "badge")
    // Six have signed. Of eleven on the roster five are known by it, and either Dee Roe may be the sixth: four are left.
    #expect(try lines() == [:])
  }

  @Test func `a wrong roster of strangers does not let fewer than five be described`() throws {
    try desk.importRoster(Staff(1000...1400))
    try sign(1...4)
    #expect(try lines() == [:])
    try sign(5...5)
    // Fewer than five of a cohort were no crowd: they may find a description together with the fifth.
    #expect(try lines() == ["Engineer/Maps/-": 5])
  }

  @Test func `what was shown neither grows nor shrinks by a roster, whatever it says, nor by its removal`() throws {
    try desk.importRoster(Staff(1...40))
    try sign(1...6)
    let first = try lines()
    #expect(first == ["Engineer/Maps/-": 6])
    for staff in [Staff(1...6), Staff(900...901, job: "Cook", team: "Kitchen"), Staff(7...900)] {
      try desk.importRoster(staff, "--replace")
      #expect(try lines() == first)
    }
    try desk.succeed("roster", "remove", "justice")
    #expect(try lines() == first)
  }

  @Test func `newcomers are described while five have not signed, and else by less`() throws {
    var staff = Staff(1...20)
    staff.add(101...110, job: "Cook")
    try desk.importRoster(staff)
    try sign(1...6)
    #expect(try lines() == ["Engineer/Maps/-": 6])
    try sign(7...10)
    #expect(try lines() == ["Engineer/Maps/-": 6])
    try sign(11...15)
    #expect(try lines() == ["Engineer/Maps/-": 15])
    try sign(16...20)
    // All engineers have signed by now: the last five stand among the cooks of their team.
    #expect(try lines() == ["Engineer/Maps/-": 15, "-/Maps/-": 5])
  }

  @Test func `a delivery is held against the roster as a list is`() throws {
    try desk.importRoster(Staff(1...9))
    try sign(1...5)
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivered")
    let list = desk.read("delivered/list.csv") + desk.read("delivered/list.md")
    #expect(!list.contains("Engineer"))
    #expect(!list.contains("Maps"))
    #expect(try desk.tally()["verified"] == 5)
  }
}
