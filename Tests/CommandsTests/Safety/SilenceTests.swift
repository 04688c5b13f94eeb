import Foundation
import Testing

/// A failure names the place and the rule, never the person.
struct SilenceTests {
  private let desk: Desk

  init() throws { desk = try Desk.withPetition() }

  /// Runs a command that has to fail, and looks at all that it says.
  private func fails(_ arguments: [String], input: String = "", at location: SourceLocation = #_sourceLocation) throws
  {
    let outcome = try Program.picket.run(
      arguments, input: Array(input.utf8), in: desk.folder, environment: desk.environment)
    #expect(outcome.code != 0, "\(arguments)", sourceLocation: location)
    let said = Canary.found(in: outcome.stdout + Array(outcome.stderr.utf8))
    #expect(said == [], "\(arguments): \(outcome.stderr)", sourceLocation: location)
  }

  @Test func `a signer that is refused is not repeated`() throws {
    let add = ["signature", "add", "letter-1"]
    let name = "Zqcanaryflagname"
    try fails(add + ["--name", name + "\u{7}"])
    try fails(add + ["--name", String(repeating: name, count: 20)])
    try fails(add + ["--name", name, "--email", "zqcanaryflagaddress"])
    try fails(add + ["--name", name, "--email", "zqcanaryflagaddress@localhost"])
    try fails(add + ["--name", name, "--email", "zqcanary flagaddress@mail.example"])
    try fails(add + ["--name", name, "--job-title", String(repeating: "zqcanaryflagtitle", count: 100)])
    try fails(add + ["--name", name, "--verified", String(repeating: "zqcanaryflagmethod", count: 10)])
    try fails(add + ["-"], input: #"{"name": "Zqcanaryjsonname", "email": "zqcanaryjsonaddress"}"#)
    try fails(add + ["-"], input: #"{"name": "Zqcanaryjsonname", "visibility": "zqcanaryjsontitle"}"#)
    try fails(add + ["-"], input: #"{"name": "Zqcanaryjsonname""#)
    try fails(add + ["-"], input: "Zqcanaryjsonname, zqcanaryjsonaddress@mail.example")
  }

  @Test func `a signer who may not come back, or whose address is taken, is not named`() throws {
    let person = ["--name", "Zqcanaryflagname", "--email", "zqcanaryflagaddress@mail.example"]
    let id = try desk.sign("Zqcanaryflagname", "zqcanaryflagaddress@mail.example")
    let other = try desk.sign("Ben Example", "ben@mail.example")
    try fails(["signature", "edit", "letter-1", other, "--email", "zqcanaryflagaddress@mail.example"])
    try desk.succeed("signature", "withdraw", "letter-1", id)
    try fails(["signature", "add", "letter-1"] + person)
    try fails(["signature", "withdraw", "letter-1", id])
    try desk.succeed("signature", "erase", "letter-1", id)
    try fails(["signature", "add", "letter-1"] + person)
    try fails(["signature", "show", "letter-1", id])
  }

  @Test func `a sheet that cannot be used is not quoted`() throws {
    let row = "Zqcanarysheetname,zqcanarysheetaddress@mail.example"
    let sheets = [
      "no-header.csv": "\(row)\n\(row)\n", "unclosed.csv": "Name,Email\n\"\(row)\n",
      "doubled.csv": "Name,Name,Email\n\(row),x\n",
      "refused.csv": "Name,Email\n\(row)@\nZqcanaryrejectname,zqcanaryrejectaddress\n,\(row)\n",
    ]
    for (name, text) in sheets {
      try desk.write(text, to: name)
      try fails(["signature", "import", "letter-1", name])
      try fails(["signature", "import", "letter-1", name, "--dry-run"])
      try fails(["signature", "import", "letter-1", "-"], input: text)
    }
    try fails(["signature", "import", "letter-1", "no-header.csv", "--map", "name=Nobody"])
  }

  @Test func `rows that are refused beside others are reported by place and rule`() throws {
    try desk.write(
      "Name,Email\nAna Example,ana@mail.example\nZqcanaryrejectname,zqcanaryrejectaddress\n", to: "sheet.csv")
    let outcome = try desk.succeed("signature", "import", "letter-1", "sheet.csv", "--verbose")
    #expect(Canary.found(in: Array(outcome.stderr.utf8)) == [])
    #expect(outcome.stderr.contains("sheet.csv:3:2: the address has no @"))
  }
}
