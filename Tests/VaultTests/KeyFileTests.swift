import Campaigns
import Crypto
import Testing

@testable import Vault

@Suite struct KeyFileTests {
  static let knownText = """
    Picket key file. Whoever has it and the database reads everything. Keep it apart.
    vault 000102030405060708090a0b0c0d0e0f
    key   C1GP4RV4CNK6ET39D9NPRVBEDXR72WKKEHTQCXVRF5X7PZ3XFSZG
    check ca6171f7

    """

  @Test("the file is the text that another implementation made")
  func known() throws {
    let file = try KeyFile(contents: Array(KeyFileTests.knownText.utf8))
    #expect(file.vaultID == Array(0..<16))
    #expect(file.key == SymmetricKey(data: Array<UInt8>(0x60..<0x80)))
    #expect(String(decoding: file.contents, as: UTF8.self) == KeyFileTests.knownText)
  }

  @Test("line ends, space and a byte order mark are forgiven")
  func forgiving() throws {
    let text = KeyFileTests.knownText
    let variants = [
      text.split(separator: "\n").joined(separator: "\r\n") + "\r\n", text + "\n\n", "\u{FEFF}" + text,
      text.split(separator: "\n").map { $0 + "  " }.joined(separator: "\n"), text.replacing("C1GP", with: "c1gp"),
    ]
    for variant in variants {
      #expect(try KeyFile(contents: Array(variant.utf8)).key == SymmetricKey(data: Array<UInt8>(0x60..<0x80)))
    }
  }

  @Test("any changed character behind the first words is noticed")
  func damaged() {
    let contents = Array(KeyFileTests.knownText.utf8)
    let firstValue = KeyFileTests.knownText.split(separator: "\n")[0].utf8.count + 1
    for place in firstValue..<contents.count - 1 where contents[place] != UInt8(ascii: " ") {
      // Line ends included: two lines in one are no key file.
      var damaged = contents
      damaged[place] = damaged[place] == UInt8(ascii: "7") ? UInt8(ascii: "3") : UInt8(ascii: "7")
      #expect(code { try KeyFile(contents: damaged) } == .unusableFile, "at \(place)")
    }
  }

  @Test("what is no key file is refused")
  func noKeyFile() {
    let lines = KeyFileTests.knownText.split(separator: "\n")
    let variants: [[UInt8]] = [
      [], Array("hello".utf8), [0xFF, 0xFE, 0x00], Array(lines[0].utf8),
      Array(lines.dropLast().joined(separator: "\n").utf8), Array((KeyFileTests.knownText + lines[1]).utf8),
      Array((KeyFileTests.knownText + String(repeating: "\n", count: 5000)).utf8),
      Array(KeyFileTests.knownText.utf8) + [0xFF],
    ]
    for variant in variants {
      #expect(code { try KeyFile(contents: variant) } == .unusableFile)
    }
  }

  @Test("the file of another database is named as such")
  func otherDatabase() throws {
    let secret = Secret.keyFile(KeyFile(forVault: Array(1...16)))
    let slot = try knownVault.slot(number: 1, for: .keyFile(KeyFile(forVault: knownVault.id)), addedOn: day)
    #expect {
      try Vault.open(VaultRecord(id: knownVault.id, slots: [slot]), with: secret)
    } throws: { error in
      (error as? Refusal)?.message == "this key file belongs to another database"
    }
    #expect(code { try knownVault.slot(number: 1, for: secret, addedOn: day) } == .wrongKey)
  }
}
