import Foundation
import Testing

/// Passphrases and recovery codes: typed on a terminal, never in a command line.
struct PassphraseTests {
  private static let passphrase = "copper lantern seventeen geese"
  private typealias Answer = Terminal.Answer

  @Test func `a passphrase is chosen, never shown, and opens the database`() throws {
    let desk = try Desk()
    let founding = try desk.converse(
      "init", answering: [Answer("Passphrase: ", Self.passphrase), Answer("Once more: ", Self.passphrase)])
    #expect(founding.code == 0)
    #expect(!founding.text.contains(Self.passphrase))
    #expect(desk.names() == ["office.db"])
    try desk.createPetition("letter-1")

    let right = try desk.converse(
      "signature", "list", "letter-1", answering: [Answer("Passphrase: ", Self.passphrase)])
    #expect(right.code == 0)
    #expect(right.text.contains("NAME"))
    #expect(!right.text.contains(Self.passphrase))

    let wrong = try desk.converse(
      "signature", "list", "letter-1", answering: [Answer("Passphrase: ", "copper lantern eighteen geese")])
    #expect(wrong.code == 77)
    #expect(wrong.text.contains("wrong"))
    #expect(!wrong.text.contains("eighteen"))

    try desk.refuse(
      77, "signature", "list", "letter-1", saying: "no terminal", input: Self.passphrase + "\n")
  }

  @Test func `two passphrases that differ create nothing`() throws {
    let desk = try Desk()
    let outcome = try desk.converse(
      "init", answering: [Answer("Passphrase: ", Self.passphrase), Answer("Once more: ", "something else")])
    #expect(outcome.code == 64)
    #expect(outcome.text.contains("differ"))
    #expect(desk.names() == [])
  }

  @Test(arguments: ["", "too short", "            "]) func `a weak passphrase creates nothing`(weak: String) throws {
    let desk = try Desk()
    let outcome = try desk.converse("init", answering: [Answer("Passphrase: ", weak), Answer("Once more: ", weak)])
    #expect(outcome.code == 65)
    #expect(desk.names() == [])
  }

  @Test func `the recovery code opens when the key is lost, and a new key is made with it`() throws {
    let desk = try Desk()
    let code = try desk.succeed("init", "--key-file", desk.key).lines[0]
    try desk.createPetition("letter-1")
    try FileManager.default.removeItem(atPath: desk.key)

    // As a person types it: without hyphens, in small letters.
    let typed = code.replacing("-", with: " ").lowercased()
    let list = try desk.converse(
      "signature", "list", "letter-1", "--recovery-code", answering: [Answer("Recovery code: ", typed)])
    #expect(list.code == 0)
    #expect(!list.text.contains(typed))

    let added = try desk.converse(
      "key", "add", "--new-key-file", "new.key", "--recovery-code", answering: [Answer("Recovery code: ", code)])
    #expect(added.code == 0)
    // The new key file is noted, so nothing has to be named from now on.
    try desk.succeed("signature", "list", "letter-1")
  }

  @Test func `a recovery code with a typing error, or of another database, opens nothing`() throws {
    let desk = try Desk()
    let code = try desk.succeed("init", "--key-file", desk.key).lines[0]
    let other = try desk.succeed("init", "--db", "other.db", "--key-file", "other.key").lines[0]
    try desk.createPetition("letter-1")
    let swapped = String(code.dropFirst(5)) + "-" + code.prefix(4)
    for (typed, exit) in [(swapped, Int32(65)), ("", 77), (other, 77)] {
      let outcome = try desk.converse(
        "signature", "list", "letter-1", "--recovery-code", answering: [Answer("Recovery code: ", typed)])
      #expect(outcome.code == exit)
      if !typed.isEmpty { #expect(!outcome.text.contains(typed)) }
    }
  }

  @Test func `a passphrase can be added to a database with a key file`() throws {
    let desk = try Desk.withDatabase()
    try desk.createPetition("letter-1")
    let outcome = try desk.converse(
      "key", "add", answering: [Answer("Passphrase: ", Self.passphrase), Answer("Once more: ", Self.passphrase)])
    #expect(outcome.code == 0)
    try FileManager.default.removeItem(atPath: desk.key)
    let list = try desk.converse(
      "signature", "list", "letter-1", answering: [Answer("Passphrase: ", Self.passphrase)])
    #expect(list.code == 0)
  }
}
