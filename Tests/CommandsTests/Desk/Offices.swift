import Foundation
import Testing

extension Desk {
  /// A desk with a database, its key file, a campaign `justice`, a target `nimbus` that owns `nimbus.example`, and an
  /// open petition `letter-1`.
  static func withPetition() throws -> Desk { try Desk(like: withPetitionOnce.get()) }

  // Made once and copied for each test: every command syncs the disk.
  private static let withPetitionOnce: Result<Desk, any Error> = Result {
    atexit { Desk.clearOnce() }
    return try Desk.withPetition(options: [])
  }

  private static func clearOnce() { try? withPetitionOnce.get().clear() }

  /// The same with other options for the petition.
  static func withPetition(options: [String]) throws -> Desk {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1", options: options)
    try desk.succeed("petition", "open", "letter-1")
    return desk
  }

  /// A desk with a database and its key file.
  static func withDatabase() throws -> Desk {
    let desk = try Desk()
    try desk.succeed("init", "--key-file", desk.key)
    return desk
  }

  /// A copy of another desk: what lies there lies here too, and the note of where the key is names this copy's.
  private convenience init(like other: Desk) throws {
    try self.init()
    for path in other.files().sorted() where !FileManager.default.fileExists(atPath: root + "/" + path) {
      try FileManager.default.copyItem(atPath: other.root + "/" + path, toPath: root + "/" + path)
    }
    let note = root + "/home/config/picket/key-files"
    let text = try String(contentsOfFile: note, encoding: .utf8)
    try text.replacing(other.root, with: root).write(toFile: note, atomically: false, encoding: .utf8)
  }

  /// Sets up a petition, a draft, and where they are missing its campaign and its target.
  func createPetition(_ slug: String, options: [String] = []) throws {
    if !names().contains("letter.md") {
      try succeed("campaign", "create", "justice", "--title", "Justice at Nimbus")
      try succeed("target", "add", "nimbus", "--name", "Nimbus Cloud", "--domain", "nimbus.example")
    }
    try write("# An open letter\n\nWe ask you to listen.\n", to: "letter.md")
    let outcome = try Program.picket.run(
      [
        "petition", "create", slug, "--campaign", "justice", "--target", "nimbus", "--title", "Listen to us",
        "--letter", "letter.md",
      ] + options, in: folder, environment: environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
  }

  /// Adds a signature and returns its identifier.
  @discardableResult
  func sign(_ name: String, _ email: String? = nil, _ options: String..., to slug: String = "letter-1") throws
    -> String
  {
    let outcome = try Program.picket.run(
      ["signature", "add", slug, "--name", name] + (email.map { ["--email", $0] } ?? []) + options, in: folder,
      environment: environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return outcome.lines.first ?? ""
  }

  /// Imports a sheet's text and returns what the program counted.
  @discardableResult
  func importSheet(
    _ sheet: String, named name: String = "sheet.csv", into slug: String = "letter-1", _ options: String...,
    at location: SourceLocation = #_sourceLocation
  ) throws -> JSON {
    try write(sheet, to: name)
    return try importFile(name, into: slug, options, at: location)
  }

  /// Imports a file and returns what the program counted.
  @discardableResult
  func importFile(
    _ name: String, into slug: String = "letter-1", _ options: [String] = [],
    at location: SourceLocation = #_sourceLocation
  ) throws -> JSON {
    let outcome = try Program.picket.run(
      ["signature", "import", slug, name, "--json"] + options, in: folder, environment: environment, timeout: 120)
    #expect(outcome.code == 0, "\(outcome.stderr)", sourceLocation: location)
    return try outcome.json
  }

  /// The petition's tally.
  func tally(_ slug: String = "letter-1") throws -> JSON {
    try succeed("tally", slug, "--json").json
  }

  /// The petition's signatures, as the organizers' list shows them to programs.
  func signatures(_ slug: String = "letter-1") throws -> [JSON] {
    try succeed("signature", "list", slug, "--json").json.elements
  }

  /// The lines of the petition's public list, as JSON.
  func publicList(_ slug: String = "letter-1") throws -> [JSON] {
    try succeed("export", slug, "--format", "json", "--for", "public").json.elements
  }

  /// What the sqlite3 shell answers: a look at the database, or a hand in it, behind the program's back.
  @discardableResult
  func sqlite(_ statement: String) throws -> String {
    let shell = try #require(Program.tool("sqlite3"), "Debian's package sqlite3 has it")
    let outcome = try shell.run([database, statement], in: folder, environment: environment)
    #expect(outcome.code == 0, "\(outcome.stderr)")
    return outcome.text.trimmingCharacters(in: .newlines)
  }
}
