import Testing

/// Scenario C, the count (April 2019), at full size and with made-up signers: employees publish only how many they are;
/// outside supporters sign by name, some of them naming the same employer.
struct CountTests {
  private static let employees = [25, 50, 150, 319, 427, 486]
  private static let supporters = 501

  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
  }

  @Test func `the count, over four weeks`() throws {
    var before = 0
    for count in Self.employees {
      try importEmployees(before + 1...count)
      before = count
      let outcome = try desk.succeed("export", "letter-1", "--format", "text", "--for", "public")
      #expect(outcome.text.contains("\(count) people have signed and are not listed."))
      #expect(outcome.text.contains("\(count) verified signatures: \(count) employees"))
      #expect(try desk.publicList() == [])
      try expectNoEmployee()
      // Published with the count. Besides the signatures, the tree holds the letter and the log's key.
      let checkpoint = try desk.succeed("checkpoint", "letter-1", "-o", "\(count).checkpoint", "--json").json
      #expect(checkpoint["size"] == .number(count + 2))
      if count == 25 { try desk.succeed("receipt", "letter-1", desk.signature("hidden7@"), "-o", "early") }
    }
    try checkLedger()

    try importSupporters()
    let tally = try desk.tally()
    #expect(tally["byCohort"]?["employee"]?["verified"] == 486)
    #expect(tally["byCohort"]?["supporter"]?["verified"] == .number(Self.supporters))
    #expect(tally["verified"] == 987)

    let list = try desk.publicList()
    #expect(list.count == Self.supporters)
    #expect(list.allSatisfy { $0["cohort"] == "supporter" && $0["visibility"] == "named" })
    #expect(list.count { $0["affiliation"] == "Nimbus Cloud" } == 51)
    #expect(try desk.succeed("export", "letter-1", "--format", "csv").lines.count == Self.supporters + 1)
    let text = try desk.succeed("export", "letter-1", "--format", "text").text
    #expect(text.contains("987 verified signatures: 486 employees, 501 supporters"))
    #expect(text.contains("and 486 more who are counted but not listed."))
    try expectNoEmployee()
  }

  @Test func `a count whose names come out together, once all have signed and the organizers confirm it`() throws {
    try desk.succeed("petition", "edit", "letter-1", "--reveal-threshold", "486")
    var before = 0
    for count in Self.employees {
      var sheet = Sheet()
      for number in before + 1...count {
        sheet.add(name: "Hidden Person \(number)", email: "hidden\(number)@mail.example")
      }
      try desk.importSheet(sheet.text, named: "employees-\(count).csv", "--verified", "badge")
      before = count
      try expectNoEmployee()
      #expect(try desk.succeed("export", "letter-1", "--format", "text").text.contains("\(count) people have signed"))
    }
    // Reaching the number is not enough: somebody has to look at how they were verified, and confirm it.
    let planned = try desk.succeed("petition", "reveal", "letter-1", "--dry-run", "--json").json
    #expect(planned["methods"] == ["badge": 486])
    try expectNoEmployee()
    try desk.succeed("petition", "reveal", "letter-1", "--confirm", "486")
    #expect(try desk.publicList().count { $0["full_name"] != nil } == 486)
    try desk.succeed("signature", "withdraw", "letter-1", desk.signature("hidden7@"))
    #expect(try desk.publicList().count { $0["full_name"] != nil } == 485)
  }

  /// Whoever kept any two of the published checkpoints sees that the count only grew; and an early signer is in it.
  private func checkLedger() throws {
    for (place, earlier) in Self.employees.enumerated() {
      for later in Self.employees[(place + 1)...] {
        let findings = try desk.verified("\(later).checkpoint", "\(earlier).checkpoint")
        #expect(
          findings.have("holds", "grew from \(earlier + 2) to \(later + 2) leaves, and nothing before was changed"))
      }
    }
    let id = try desk.signature("hidden7@")
    try desk.succeed("receipt", "letter-1", id, "-o", "late", "--opening", "opening")
    try desk.verified("early", "--checkpoint", "486.checkpoint")
    try desk.verified("late", "early", "opening", "486.checkpoint", "--checkpoint", "25.checkpoint")
    #expect(try desk.doctor("--checkpoint", "25.checkpoint").holds)
    #expect(!desk.read("late").contains("Hidden"))
  }

  /// No part of any employee stands in any list for the public, whatever its form and order.
  private func expectNoEmployee() throws {
    var lists: [Outcome] = []
    for format in ["csv", "json", "markdown", "text"] {
      for order in ["name", "shuffled"] {
        lists.append(try desk.succeed("export", "letter-1", "--format", format, "--for", "public", "--sort", order))
      }
    }
    lists.append(try desk.succeed("export", "letter", "letter-1", "--for", "public"))
    lists.append(try desk.succeed("tally", "letter-1"))
    for list in lists {
      for hidden in ["Hidden", "hidden", "Secret"] {
        #expect(!list.text.contains(hidden))
        #expect(!list.stderr.contains(hidden))
      }
    }
  }

  private func importEmployees(_ numbers: ClosedRange<Int>) throws {
    var sheet = Sheet()
    for number in numbers {
      sheet.add(
        name: "Hidden Person \(number)", email: "hidden\(number)@mail.example", job: "Secret Job \(number % 3)",
        team: "Secret Team \(number % 2)", city: "Secret City", as: "counted", on: "2019-04-01")
    }
    let counts = try desk.importSheet(sheet.text, named: "employees-\(numbers.upperBound).csv", "--verified", "badge")
    #expect(counts["added"] == .number(numbers.count))
  }

  private func importSupporters() throws {
    var text = "Name,Email,Employer\n"
    for number in 1...Self.supporters {
      let employer = number % 10 == 1 ? "Nimbus Cloud" : "Company \(number)"
      text += "Supporter \(number),supporter\(number)@mail.example,\(employer)\n"
    }
    let counts = try desk.importSheet(
      text, named: "supporters.csv", "--cohort", "supporter", "--visibility", "named", "--verified", "email-code")
    #expect(counts["added"] == .number(Self.supporters))
  }
}
