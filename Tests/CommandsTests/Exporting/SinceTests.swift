import Foundation
import Testing

/// `picket export --since`: what is new since a delivery, in steps of five.
struct SinceTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.importSheet(Sheet(1...6).text, "--verified", "badge")
    try add("Baker", 1...7, as: "role", team: "Maps")
    try desk.succeed("petition", "deliver", "letter-1", "-o", "delivery-1")
    try desk.succeed("petition", "open", "letter-1")
  }

  private func add(_ name: String, _ numbers: ClosedRange<Int>, as visibility: String, team: String = "Ads") throws {
    var sheet = Sheet()
    for number in numbers {
      sheet.add(
        name: "\(name) \(number)", email: "\(name)\(number)@mail.example", job: name, team: team, as: visibility)
    }
    try desk.importSheet(sheet.text, named: "\(name)\(numbers.lowerBound).csv", "--verified", "badge")
  }

  @Test func `five names and five of a group are new; fewer wait, and nobody is told which`() throws {
    try add("Late", 1...5, as: "named")
    try add("Baker", 8...12, as: "role", team: "Maps")
    try add("Cook", 1...4, as: "role", team: "Care")
    let outcome = try desk.succeed("export", "letter-1", "--format", "csv", "--since", "1")
    #expect(outcome.lines.count == 11)
    #expect(outcome.text.matches(of: /Late \d/).count == 5)
    #expect(outcome.text.matches(of: /\n,Baker,Maps,/).count == 5)
    #expect(!outcome.text.contains("Signer") && !outcome.text.contains("Cook"))
    let text = try desk.succeed("export", "letter-1", "--format", "text", "--since", "1").text
    #expect(text.contains("10 new lines since delivery 1 of "))
    #expect(text.contains(": 10 employees"))
    try add("Solo", 1...1, as: "named")
    let few = try desk.succeed("export", "letter-1", "--format", "html", "--since", "1", "-o", "new.html")
    #expect(desk.read("new.html").contains("11 new lines since delivery 1"))
    #expect(!few.stderr.contains("Solo"))
  }

  @Test func `where nothing may be shown, nothing is written and nothing is published`() throws {
    try add("Late", 1...4, as: "named")
    try desk.refuse(
      65, "export", "letter-1", "--since", "1", "-o", "new.md", saying: "no group has 5 new lines since delivery 1")
    #expect(try desk.picket("export", "letter-1", "--since", "1").stderr.contains("4 wait until 5"))
  }

  @Test func `what waits is counted and not named`() throws {
    try add("Late", 1...5, as: "named")
    try desk.importSheet(
      "Name,Email,Cohort\nWaiting Person,w@mail.example,contractor\n", named: "w.csv", "--verified", "badge")
    let outcome = try desk.succeed("export", "letter-1", "--since", "1")
    #expect(outcome.stderr.contains("1 new line waits: fewer than 5 of their group are new"))
    #expect(!outcome.text.contains("Waiting") && !outcome.stderr.contains("Waiting"))
  }

  @Test func `a name that was unnamed before and one that was changed are new like others`() throws {
    let signers = try desk.signatures()
    func id(_ name: String) throws -> String {
      try #require(signers.first { $0["name"]?.string == name }?["id"]?.string)
    }
    try desk.succeed("signature", "edit", "letter-1", try id("Baker 1"), "--visibility", "named")
    try desk.succeed("signature", "edit", "letter-1", try id("Signer 2"), "--name", "Other Name")
    try add("Late", 1...3, as: "named")
    let csv = try desk.succeed("export", "letter-1", "--format", "csv", "--since", "1").text
    #expect(csv.contains("Baker 1,") && csv.contains("Other Name,") && csv.contains("Late 3,"))
  }

  @Test func `it is for the public, of a delivery that there is`() throws {
    try desk.refuse(
      64, "export", "letter-1", "--since", "1", "--for", "organizers", "-o", "x", saying: "for the public")
    try desk.refuse(66, "export", "letter-1", "--since", "2", "-o", "x", saying: "has no delivery 2")
    try desk.refuse(66, "export", "letter-1", "--since", "0", "-o", "x", saying: "has no delivery 0")
    try desk.refuse(64, "export", "letter-1", "--since", "first", "-o", "x", saying: "since")
  }

  @Test func `names are verified ones, and hidden fields stay hidden`() throws {
    for number in 1...5 {
      try desk.sign(
        "Late Person \(number)", "late\(number)@mail.example", "--job-title", "Secret title", "--hide", "job_title",
        "--hide", "day", "--signed-on", "2020-02-02", "--verified", "badge")
    }
    try desk.sign("Pending Person", "pending@mail.example")
    for format in ["csv", "json", "markdown", "text", "html", "osdi", "yaml"] {
      let outcome = try desk.succeed("export", "letter-1", "--format", format, "--since", "1")
      #expect(outcome.text.contains("Late Person 5"))
      for word in ["Secret", "2020-02-02", "Pending"] { #expect(!outcome.text.contains(word), "\(format)") }
    }
  }
}
