import Campaigns
import Crypto
import Testing

@testable import Vault

@Suite struct ConfidentialTests {
  @Test("whatever prints a value with a key in it shows nothing of the key")
  func nothingLeaks() throws {
    let values: [any Confidential] = [
      knownVault, Secret.passphrase("correct hörse battery"), Passphrase("correct hörse battery"),
      Secret.keyFile(try KeyFile(contents: Array(KeyFileTests.knownText.utf8))),
      try KeyFile(contents: Array(KeyFileTests.knownText.utf8)), try RecoveryCode(RecoveryCodeTests.knownText),
      Secret.recoveryCode(try RecoveryCode(RecoveryCodeTests.knownText)),
      knownVault.cipher(for: .signature, petition: knownPetition), knownVault.blindIndex(for: knownPetition),
      try address("ana@example.org"),
    ]
    for value in values {
      var dumped = ""
      dump(value, to: &dumped)
      for text in ["\(value)", String(reflecting: value), dumped, "\([value])", "\(Optional(value) as Any)"] {
        #expect(text.contains("not shown"))
        for leak in ["correct", "ana@", "C1GP", "G20R", "32, 33", "2021", "SymmetricKey", "HMAC"] {
          #expect(!text.contains(leak), "\(type(of: value))")
        }
      }
      #expect(Mirror(reflecting: value).children.isEmpty)
    }
  }
}
