import Testing

/// What a public list shows: through the program, the rules of design.md, paragraph 7.
struct PublicListTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  /// Adds verified signers of one kind.
  private func add(
    _ numbers: ClosedRange<Int>, as visibility: String, job: String = "Engineer", team: String = "Maps",
    city: String = "Springfield", cohort: String = "employee"
  ) throws {
    var sheet = Sheet()
    for number in numbers {
      sheet.add(
        name: "Signer \(number)", email: "signer\(number)@mail.example", job: job, team: team, city: city,
        as: visibility)
    }
    try desk.importSheet(sheet.text, named: "\(numbers).csv", "--verified", "badge", "--cohort", cohort)
  }

  private func list() throws -> Outcome { try desk.succeed("export", "letter-1", "--format", "json") }

  @Test func `pending signers are left out, and standard error says how many`() throws {
    try add(1...2, as: "named")
    try desk.sign("Pending Person", "pending@mail.example")
    let outcome = try list()
    #expect(try outcome.json.elements.count == 2)
    #expect(outcome.stderr.contains("1 pending"))
    #expect(!outcome.stderr.contains("Person"))
  }

  @Test func `four who share a description are counted, five are described, without a day`() throws {
    try add(1...4, as: "role")
    let four = try list()
    #expect(try four.json == [])
    #expect(four.stderr.contains("4 more are counted"))
    try add(5...9, as: "role")
    let nine = try list().json.elements
    #expect(nine.count == 9)
    for line in nine {
      #expect(
        line == [
          "full_name": .null, "job_title": "Engineer", "affiliation": "Maps", "location": .null, "cohort": "employee",
          "visibility": "role", "signed_on": .null,
        ])
    }
  }

  @Test func `who is too few for a description stands in the next coarser one`() throws {
    try add(1...3, as: "role", job: "Engineer")
    try add(4...5, as: "role", job: "Writer")
    let team = try list().json.elements
    #expect(team.count == 5)
    for line in team {
      #expect(line["job_title"] == .null)
      #expect(line["affiliation"] == "Maps")
    }
  }

  @Test func `then in the site, then in the cohort`() throws {
    for number in 1...5 {
      try add(number...number, as: "role", job: "Job \(number)", team: "Team \(number)", city: "Springfield")
    }
    for number in 6...10 {
      try add(number...number, as: "role", job: "Job \(number)", team: "Team \(number)", city: "City \(number)")
    }
    let lines = try list().json.elements
    #expect(lines.count == 10)
    #expect(lines.count { $0["location"] == "Springfield" && $0["affiliation"] == .null } == 5)
    #expect(lines.count { $0["location"] == .null && $0["cohort"] == "employee" } == 5)
  }

  @Test func `a description never mixes cohorts`() throws {
    try add(1...3, as: "role")
    try add(4...5, as: "role", cohort: "contractor")
    #expect(try list().json == [])
  }

  @Test func `counted signers have no line, only the closing sentence`() throws {
    try add(1...2, as: "named")
    try add(3...9, as: "counted")
    #expect(try list().json.elements.count == 2)
    let text = try desk.succeed("export", "letter-1", "--format", "text").text
    #expect(text.contains("and 7 more who are counted but not listed."))
    #expect(text.contains("9 verified signatures"))
  }

  @Test func `groups without names grow by five at least between two lists`() throws {
    try add(1...5, as: "role")
    try add(21...26, as: "counted")
    func total() throws -> (lines: Int, text: String, stderr: String) {
      let json = try list()
      return (
        try json.json.elements.count, try desk.succeed("export", "letter-1", "--format", "text").text, json.stderr
      )
    }
    #expect(try total().lines == 5)
    try add(6...9, as: "role")
    try add(27...30, as: "counted")
    let held = try total()
    #expect(held.lines == 5)
    #expect(held.text.contains("11 verified signatures"))
    #expect(held.stderr.contains("8 verified signers are in no number yet"))
    try add(10...10, as: "role")
    try add(31...31, as: "counted")
    let grown = try total()
    #expect(grown.lines == 10)
    #expect(grown.text.contains("21 verified signatures"))
    #expect(!grown.stderr.contains("in no number yet"))
  }

  @Test func `names stand at once, and who leaves is gone at once`() throws {
    try add(1...1, as: "named")
    #expect(try list().json.elements.count == 1)
    try add(2...2, as: "named")
    #expect(try list().json.elements.count == 2)
    let id = try #require(desk.signatures()[0]["id"]?.string)
    try desk.succeed("signature", "withdraw", "letter-1", id)
    #expect(try list().json.elements.count == 1)
  }

  @Test func `a public list is not sorted by date`() throws {
    try add(1...2, as: "named")
    try desk.refuse(64, "export", "letter-1", "--sort", "date", "-o", "list.md", saying: "who signed first")
    try desk.refuse(64, "export", "letter", "letter-1", "--sort", "date", "-o", "l.md", saying: "who signed first")
  }

  @Test func `names are sorted by the rules of the petition's language`() throws {
    let sorted = try Desk.withPetition(options: ["--language", "sv"])
    for name in ["Östen", "Zara", "Anna", "Åke", "Ärla"] { try sorted.sign(name, nil, "--verified", "badge") }
    #expect(try sorted.publicList().map { $0["full_name"] } == ["Anna", "Zara", "Åke", "Ärla", "Östen"])
  }

  @Test func `a shuffled list keeps its order until the next publication`() throws {
    try add(1...60, as: "named")
    func shuffled() throws -> [String?] {
      try desk.succeed("export", "letter-1", "--format", "json", "--sort", "shuffled").json.elements.map {
        $0["full_name"]?.string
      }
    }
    let first = try shuffled()
    #expect(try shuffled() == first)
    let sorted = try desk.publicList().map { $0["full_name"]?.string }
    #expect(first != sorted)
    #expect(Set(first) == Set(sorted))
  }

  @Test func `cohorts under five merge in the sentence of parts`() throws {
    try add(1...6, as: "named")
    try add(7...8, as: "counted", cohort: "contractor")
    try add(9...11, as: "counted", cohort: "alumni")
    let text = try desk.succeed("export", "letter-1", "--format", "text").text
    #expect(text.contains("11 verified signatures: 6 employees, 5 contractors and alumni"))
  }
}
