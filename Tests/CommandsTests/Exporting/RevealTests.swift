import Testing

/// `picket petition reveal`: names that wait for others are shown by confirmation, and never hidden again.
struct RevealTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  private func add(_ numbers: ClosedRange<Int>, _ options: String...) throws {
    var sheet = Sheet()
    for number in numbers { sheet.add(name: "Worker \(number)", email: "w\(number)@mail.example", as: "named") }
    try desk.write(sheet.text, to: "sheet-\(numbers.lowerBound).csv")
    try desk.importFile("sheet-\(numbers.lowerBound).csv", ["--verified", "badge"] + options)
  }

  private func names() throws -> Int { try desk.publicList().count { $0["full_name"] != nil } }

  @Test func `reaching the petition's threshold shows nobody until it is confirmed`() throws {
    try desk.succeed("petition", "edit", "letter-1", "--reveal-threshold", "10")
    try add(1...9)
    try desk.refuse(65, "petition", "reveal", "letter-1", "--confirm", "9", saying: "shows nobody below 10")
    try add(10...10)
    let list = try desk.succeed("export", "letter-1", "--format", "json")
    #expect(try list.json == [])
    #expect(list.stderr.contains("picket petition reveal letter-1"))

    let planned = try desk.succeed("petition", "reveal", "letter-1", "--dry-run", "--json").json
    #expect(
      planned == [
        "petition": "letter-1", "verified": 10, "revealed": 10, "waiting": 0, "threshold": 10,
        "methods": ["badge": 10], "done": false,
      ])
    #expect(try names() == 0)
    try desk.refuse(64, "petition", "reveal", "letter-1", saying: "nobody confirmed it")
    try desk.refuse(64, "petition", "reveal", "letter-1", "--confirm", "11", saying: "there are 10 verified")
    let done = try desk.succeed("petition", "reveal", "letter-1", "--confirm", "10", "--json").json
    #expect(done["done"] == true)
    #expect(try names() == 10)
    #expect(try desk.succeed("petition", "show", "letter-1", "--json").json["revealedAt"] == 10)
  }

  @Test func `what was revealed stays so when signers leave, and cannot be hidden by a higher threshold`() throws {
    try desk.succeed("petition", "edit", "letter-1", "--reveal-threshold", "10")
    try add(1...10)
    try desk.succeed("petition", "reveal", "letter-1", "--confirm", "10")
    let signer = try #require(desk.signatures().first?["id"]?.string)
    try desk.succeed("signature", "withdraw", "letter-1", signer)
    #expect(try names() == 9)
    try desk.refuse(
      65, "petition", "edit", "letter-1", "--reveal-threshold", "50", saying: "cannot be hidden again")
    try desk.succeed("petition", "edit", "letter-1", "--reveal-threshold", "5")
    #expect(try names() == 9)
  }

  @Test func `a signer's own threshold waits for its number and for the confirmation`() throws {
    let patient = try desk.sign(
      "Ana Example", "ana@mail.example", "--reveal-at", "12", "--verified", "badge")
    try add(1...10)
    #expect(try names() == 10)
    let shown = try desk.succeed("signature", "show", "letter-1", patient, "--json").json
    #expect(shown["revealAt"] == 12)
    try desk.succeed("petition", "reveal", "letter-1", "--confirm", "11")
    #expect(try names() == 10)
    try add(11...11)
    #expect(try names() == 11)
    let report = try desk.succeed("petition", "reveal", "letter-1", "--confirm", "12", "--json").json
    #expect(report["revealed"] == 1)
    #expect(report["waiting"] == 0)
    #expect(try desk.publicList().contains { $0["full_name"] == "Ana Example" })
    // A signer can always ask to be shown less.
    try desk.succeed("signature", "edit", "letter-1", patient, "--reveal-at", "100")
    #expect(try !desk.publicList().contains { $0["full_name"] == "Ana Example" })
    try desk.succeed("signature", "edit", "letter-1", patient, "--reveal-at", "0")
    #expect(try desk.publicList().contains { $0["full_name"] == "Ana Example" })
  }

  @Test func `false signatures that nobody verified reveal nobody`() throws {
    try desk.sign("Ana Example", "ana@mail.example", "--reveal-at", "10", "--verified", "badge")
    var sheet = Sheet()
    for number in 1...20 { sheet.add(name: "Fake \(number)", email: "f\(number)@mail.example", as: "named") }
    try desk.importSheet(sheet.text)
    try desk.succeed("petition", "reveal", "letter-1", "--confirm", "1")
    #expect(try names() == 0)
  }

  @Test func `signers from standard input say their number as well, and nonsense is refused`() throws {
    try desk.succeed(
      "signature", "add", "letter-1", "-", input: "{\"name\": \"Ana Example\", \"reveal_at\": 200}")
    #expect(try desk.signatures().first?["revealAt"] == 200)
    for number in ["0", "-3", "1000000001"] {
      try desk.refuse(
        65, "signature", "add", "letter-1", "--name", "Bo Example", "--reveal-at=\(number)",
        saying: "can wait for 1 to")
    }
    try desk.refuse(66, "petition", "reveal", "nothing", "--confirm", "1", saying: "no petition")
  }

  @Test func `at a terminal the number is typed`() throws {
    try desk.succeed("petition", "edit", "letter-1", "--reveal-threshold", "3")
    try add(1...3)
    typealias Answer = Terminal.Answer
    let nothing = try desk.converse("petition", "reveal", "letter-1", answering: [Answer("or nothing: ", "")])
    #expect(nothing.code == 0)
    #expect(try names() == 0)
    let wrong = try desk.converse("petition", "reveal", "letter-1", answering: [Answer("or nothing: ", "4")])
    #expect(wrong.code == 64)
    #expect(try names() == 0)
    let right = try desk.converse("petition", "reveal", "letter-1", answering: [Answer("or nothing: ", "3")])
    #expect(right.text.contains("3 by badge"))
    #expect(try names() == 3)
  }
}
