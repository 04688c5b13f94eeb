import Foundation
import Testing

/// A key slot whose stored parameters are absurd is refused at once: no derivation is tried with them.
struct SlotTests {
  private static let salt = String(repeating: "00", count: 16)

  @Test(arguments: [
    // N of 2^40, r of 2^31, p of 2^31, N that is no power of two, N of 0, another version, nothing.
    "01" + "0000010000000000" + "00000008" + "00000001" + salt,
    "01" + "0000000000020000" + "80000000" + "00000001" + salt,
    "01" + "0000000000020000" + "00000008" + "80000000" + salt,
    "01" + "0000000000020001" + "00000008" + "00000001" + salt,
    "01" + "0000000000000000" + "00000000" + "00000000" + salt,
    "07" + "0000000000020000" + "00000008" + "00000001" + salt,
    "",
  ])
  func `a passphrase slot`(parameters: String) throws {
    let desk = try Desk.withPetition()
    try desk.sqlite("UPDATE key_slot SET kind = 'passphrase', parameters = X'\(parameters)' WHERE number = 1")
    try FileManager.default.removeItem(atPath: desk.key)
    let start = Date()
    let outcome = try desk.converse(
      "signature", "list", "letter-1", answering: [Terminal.Answer("Passphrase: ", "copper lantern seventeen geese")])
    #expect(outcome.code == 77)
    #expect(outcome.text.contains("hint"))
    #expect(Date().timeIntervalSince(start) < 5)
  }

  @Test(arguments: ["zeroblob(0)", "zeroblob(17)", "X'02\(salt)'", "zeroblob(1000000)"])
  func `a key file slot`(parameters: String) throws {
    let desk = try Desk.withPetition()
    try desk.sqlite("UPDATE key_slot SET parameters = \(parameters)")
    try desk.refuse(77, "signature", "list", "letter-1", saying: "hint", timeout: 5)
  }

  @Test(arguments: ["zeroblob(0)", "zeroblob(60)", "zeroblob(1000000)", "CAST(wrapped_key || X'00' AS BLOB)"])
  func `a wrapped key that was changed`(key: String) throws {
    let desk = try Desk.withPetition()
    try desk.sqlite("UPDATE key_slot SET wrapped_key = \(key)")
    try desk.refuse(77, "signature", "list", "letter-1", saying: "hint", timeout: 5)
  }

  @Test func `a vault without slots`() throws {
    let desk = try Desk.withPetition()
    try desk.sqlite("DELETE FROM key_slot")
    let outcome = try desk.picket("signature", "list", "letter-1")
    #expect([65, 77].contains(outcome.code), "\(outcome.stderr)")
  }

  @Test func `the slots of another database`() throws {
    let desk = try Desk.withPetition()
    let other = try Desk.withDatabase()
    try desk.sqlite(
      "ATTACH '\(other.database)' AS other; DELETE FROM key_slot; INSERT INTO key_slot SELECT * FROM other.key_slot")
    try desk.refuse(77, "signature", "list", "letter-1", saying: "hint")
    try desk.refuse(77, "signature", "list", "letter-1", "--key-file", other.key, saying: "another database")
  }
}
