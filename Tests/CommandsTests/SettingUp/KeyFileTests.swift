import Foundation
import Testing

/// How the key that opens the vault is found, and what is said where it is not.
struct KeyFileTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPetition()
    try desk.sign("Ana Example", "ana@mail.example")
    // Another database on the same desk, whose key opens nothing here.
    try desk.succeed("init", "--db", "other.db", "--key-file", "other.key")
  }

  @Test func `the key is found where init noted it`() throws {
    try desk.succeed("signature", "list", "letter-1")
    #expect(desk.mode(desk.root + "/home/config/picket/key-files") == 0o600)
  }

  @Test func `the note is looked for under HOME where no configuration folder is named`() throws {
    let plain = try Desk()
    plain.environment["XDG_CONFIG_HOME"] = nil
    try plain.succeed("init", "--key-file", "office.key")
    #expect(plain.files().contains("home/.config/picket/key-files"))
    try plain.createPetition("letter-1")
    try plain.succeed("signature", "list", "letter-1")
  }

  @Test func `PICKET_KEY_FILE goes before the note`() throws {
    try desk.succeed("signature", "list", "letter-1", environment: ["PICKET_KEY_FILE": desk.key])
    try desk.refuse(
      77, "signature", "list", "letter-1", saying: "absent.key", environment: ["PICKET_KEY_FILE": "absent.key"])
  }

  @Test func `--key-file goes before PICKET_KEY_FILE`() throws {
    try desk.succeed(
      "signature", "list", "letter-1", "--key-file", desk.key, environment: ["PICKET_KEY_FILE": "absent.key"])
    try desk.refuse(
      77, "signature", "list", "letter-1", "--key-file", "absent.key", saying: "absent.key",
      environment: ["PICKET_KEY_FILE": desk.key])
  }

  @Test func `the key file of another database is told apart`() throws {
    try desk.refuse(
      77, "signature", "list", "letter-1", "--key-file", "other.key", saying: "belongs to another database")
  }

  @Test func `a key file that was altered opens nothing`() throws {
    let text = String(decoding: try #require(desk.contents(desk.key)), as: UTF8.self)
    let key = try #require(text.firstMatch(of: /\nkey +(\S+)/)?.output.1)
    let other = String(key.dropFirst()) + String(key.prefix(1))
    try desk.write(text.replacing(key, with: other), to: "altered.key")
    try desk.refuse(65, "signature", "list", "letter-1", "--key-file", "altered.key", saying: "damaged")
  }

  @Test func `a lost key file is said to be lost, with the ways that are left`() throws {
    try FileManager.default.removeItem(atPath: desk.key)
    let outcome = try desk.refuse(77, "signature", "list", "letter-1", saying: "locked")
    #expect(outcome.stderr.contains("--recovery-code"))
    #expect(outcome.stderr.contains("PICKET_KEY_FILE"))
  }

  @Test func `what needs no key works without it`() throws {
    try FileManager.default.removeItem(atPath: desk.key)
    #expect(try desk.tally()["pending"] == 1)
    for command in ["petition", "campaign", "target"] { try desk.succeed(command, "list") }
    try desk.succeed("letter", "show", "letter-1")
    try desk.succeed("petition", "close", "letter-1")
    try desk.succeed("backup", "copy.db")
  }

  @Test func `what shows or changes people needs the key`() throws {
    try FileManager.default.removeItem(atPath: desk.key)
    let id = "23456789abcde"
    try desk.write(Sheet(1...3).text, to: "sheet.csv")
    try desk.refuse(77, "signature", "add", "letter-1", "--name", "Ana Example", saying: "locked")
    try desk.refuse(77, "signature", "import", "letter-1", "sheet.csv", saying: "locked")
    try desk.refuse(77, "signature", "import", "letter-1", "sheet.csv", "--dry-run", saying: "locked")
    try desk.refuse(77, "signature", "withdraw", "letter-1", id, saying: "locked")
    try desk.refuse(77, "signature", "erase", "letter-1", id, saying: "locked")
    try desk.refuse(77, "export", "letter-1", "--for", "public", "-o", "list.md", saying: "locked")
    try desk.refuse(77, "export", "letter-1", "--for", "organizers", "-o", "list.md", saying: "locked")
    try desk.refuse(77, "export", "letter", "letter-1", "-o", "letter-and-list.md", saying: "locked")
    try desk.refuse(77, "key", "add", "--new-key-file", "new.key", saying: "locked")
  }

  @Test func `the ways to open the database are listed`() throws {
    let slots = try desk.succeed("key", "list", "--json").json.elements
    #expect(slots.map { $0["kind"] } == ["key-file", "recovery-code"])
    #expect(slots[0].keys == ["slot", "kind", "addedOn"])
    #expect(try desk.succeed("key", "list").lines.count == 3)
  }

  @Test func `a key file can be added, and each of both opens from then on`() throws {
    let slot = try desk.succeed("key", "add", "--new-key-file", "second.key", "--json").json
    #expect(slot["slot"] == 3)
    #expect(slot["kind"] == "key-file")
    #expect(desk.mode("second.key") == 0o600)
    try desk.succeed("signature", "list", "letter-1", "--key-file", "second.key")
    try desk.succeed("signature", "list", "letter-1", "--key-file", desk.key)
    try desk.refuse(73, "key", "add", "--new-key-file", "second.key", saying: "is there already")
    #expect(try desk.succeed("key", "list", "--json").json.elements.count == 3)
  }
}
