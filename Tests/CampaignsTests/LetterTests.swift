import Campaigns
import Testing

@Suite("Letters")
struct LetterTests {
  private func letter(_ text: String) throws -> Letter {
    Letter(
      id: Sample.letter, petition: Sample.petition, language: try Language("en"), version: 1, text: text,
      addedOn: Sample.day)
  }

  @Test(
    "a letter is identified by the SHA-256 of its text",
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("Grüße\n", "b1de61b8108f15d9913e0fa2e6371ed737fbe2be84e63a89ca8ae7a370322371"),
    ])
  func digest(text: String, expected: String) throws {
    let letter = try letter(text)
    #expect(letter.hexDigest == expected)
    #expect(letter.digest.count == 32)
  }

  @Test("the smallest change of the text changes the digest")
  func sensitive() throws {
    // Equal as strings of Swift, yet other bytes: a composed and a decomposed letter.
    #expect(try letter("caf\u{E9}").digest != letter("cafe\u{301}").digest)
    #expect(try letter("abc").digest != letter("abc\n").digest)
  }

  @Test(
    "the text of a file is kept byte by byte", arguments: ["Dear all", " x ", "line\r\nline\n", "日本\n", "\u{FEFF}a"])
  func kept(text: String) throws {
    #expect(try Array(Letter.text(from: Array(text.utf8)).utf8) == Array(text.utf8))
  }

  @Test("a letter of a megabyte is taken, a longer one is not")
  func length() throws {
    let longest = [UInt8](repeating: 97, count: 1_000_000)
    #expect(try Letter.text(from: longest).utf8.count == 1_000_000)
    let refusal = #expect(throws: Refusal.self) { try Letter.text(from: longest + [97]) }
    #expect(refusal?.code == .invalidValue)
  }

  @Test(
    "what is no text is no letter",
    arguments: [
      [], Array(" \n\t\u{A0}".utf8), [0x41, 0x00, 0x42], [0xFF, 0xFE, 0x41, 0x00], [0xC3], [0xC0, 0x80],
      [0xED, 0xA0, 0x80],
    ] as [[UInt8]])
  func refused(bytes: [UInt8]) {
    let refusal = #expect(throws: Refusal.self) { try Letter.text(from: bytes) }
    #expect(refusal?.code == .invalidValue)
    #expect(refusal?.hint != nil)
  }
}
