import Foundation
import Testing

/// `picket init`.
struct InitTests {
  @Test func `init creates a database and a key that only their owner can read, and prints the code once`() throws {
    let desk = try Desk()
    let outcome = try desk.succeed("init", "--key-file", "office.key")
    #expect(desk.names() == ["office.db", "office.key"])
    #expect(desk.mode("office.db") == 0o600)
    #expect(desk.mode("office.key") == 0o600)
    #expect(outcome.text.wholeMatch(of: /([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}\n/) != nil)
    #expect(!outcome.stderr.contains(outcome.lines[0]))
  }

  @Test func `init for programs`() throws {
    let desk = try Desk()
    let json = try desk.succeed("init", "--key-file", "office.key", "--json").json
    #expect(json.keys == ["database", "keyFile", "recoveryCode"])
    #expect(json["database"] == .string(desk.database))
  }

  @Test func `a database that is there is not touched`() throws {
    let desk = try Desk.withDatabase()
    try desk.refuse(73, "init", "--key-file", "other.key", saying: "is there already")
  }

  @Test func `whatever stands at the path of the database, even a link to nowhere, is not replaced`() throws {
    let desk = try Desk()
    try FileManager.default.createSymbolicLink(atPath: desk.database, withDestinationPath: "nowhere.db")
    try desk.refuse(73, "init", "--key-file", "office.key", saying: "is there already")
  }

  @Test func `a key that is there is not replaced, and no database is left`() throws {
    let desk = try Desk()
    try desk.write("precious", to: "office.key")
    try desk.refuse(73, "init", "--key-file", "office.key", saying: "office.key is there already")
    #expect(desk.read("office.key") == "precious")
  }

  @Test func `a link at the key's path is not followed`() throws {
    let desk = try Desk()
    try FileManager.default.createSymbolicLink(atPath: desk.folder + "/office.key", withDestinationPath: "elsewhere")
    try desk.refuse(73, "init", "--key-file", "office.key", saying: "is there already")
  }

  @Test func `no key is left where the database cannot be created`() throws {
    let desk = try Desk()
    try desk.refuse(73, "init", "--key-file", "office.key", "--db", "no-folder/office.db", saying: "no-folder")
  }

  @Test func `no database is left where the key cannot be created`() throws {
    let desk = try Desk()
    try desk.refuse(73, "init", "--key-file", "no-folder/office.key", saying: "no-folder")
  }

  @Test func `database and key cannot be the same file`() throws {
    let desk = try Desk()
    try desk.refuse(73, "init", "--db", "one", "--key-file", "one", saying: "one is there already")
  }

  @Test func `without a key file and without a terminal, init says what to do`() throws {
    let desk = try Desk()
    try desk.refuse(64, "init", saying: "--key-file", input: "a passphrase on standard input\n")
  }

  @Test func `no other command creates a database`() throws {
    let desk = try Desk()
    try desk.refuse(66, "campaign", "create", "justice", "--title", "Justice", saying: "picket init")
    try desk.refuse(66, "signature", "list", "letter-1", saying: "picket init")
    try desk.refuse(66, "backup", "copy.db", saying: "picket init")
  }

  @Test func `the database is the one of --db, else of PICKET_DB, else picket.db here`() throws {
    let desk = try Desk()
    for name in ["option.db", "variable.db", "picket.db"] {
      try desk.succeed("init", "--db", name, "--key-file", "\(name).key")
      try desk.succeed("campaign", "create", String(name.prefix { $0 != "." }), "--title", name, "--db", name)
    }
    let variable = ["PICKET_DB": "variable.db"]
    let none = ["PICKET_DB": ""]
    func slugs(_ outcome: Outcome) throws -> [JSON?] { try outcome.json.elements.map { $0["slug"] } }
    #expect(
      try slugs(desk.succeed("campaign", "list", "--json", "--db", "option.db", environment: variable)) == ["option"])
    #expect(try slugs(desk.succeed("campaign", "list", "--json", environment: variable)) == ["variable"])
    #expect(try slugs(desk.succeed("campaign", "list", "--json", environment: none)) == ["picket"])
  }
}
