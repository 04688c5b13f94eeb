import Campaigns
import Crypto
import Testing

@testable import Vault

@Suite struct RecoveryCodeTests {
  static let knownText = "G20R-50W4-GP38-F249-HA5R-S3CE-HY89-34MK-JJAS-D5WR-K6D9-Q74X-KTFN-0EYE"

  @Test("the code is the one that another implementation made")
  func known() throws {
    let code = try RecoveryCode(RecoveryCodeTests.knownText)
    #expect(code.key == SymmetricKey(data: Array<UInt8>(0x80..<0xA0)))
    #expect(code.text == RecoveryCodeTests.knownText)
  }

  @Test("a random code comes back from its text")
  func roundTrip() throws {
    for _ in 0..<200 {
      let code = RecoveryCode.random()
      #expect(try RecoveryCode(code.text).key == code.key)
      #expect(code.text.split(separator: "-").map(\.count) == Array(repeating: 4, count: 14))
    }
  }

  @Test("the way it is typed does not matter")
  func forgiving() throws {
    let text = RecoveryCodeTests.knownText
    let variants = [
      text.lowercased(), text.replacing("-", with: ""), text.replacing("-", with: " "),
      "  " + text.replacing("-", with: " - ") + "\n", text.replacing("0", with: "O"), text.replacing("0", with: "o"),
      text.replacing("-", with: "\u{2013}"), text.replacing("-", with: "\u{00A0}"), text.replacing("-", with: "\r\n"),
    ]
    for variant in variants {
      #expect(try RecoveryCode(variant).text == text)
    }
    var code = RecoveryCode.random()
    while !code.text.contains("1") { code = RecoveryCode.random() }
    for look in ["I", "l", "L", "i"] {
      #expect(try RecoveryCode(code.text.replacing("1", with: look)).text == code.text)
    }
  }

  @Test("every wrong character and every swap of neighbours is noticed")
  func typingErrors() {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZU?é")
    let characters = Array(RecoveryCodeTests.knownText)
    for place in characters.indices where characters[place] != "-" {
      for other in alphabet where other != characters[place] {
        var typed = characters
        typed[place] = other
        #expect {
          try RecoveryCode(String(typed))
        } throws: { error in
          (error as? Refusal)?.code == .invalidValue
            && (error as? Refusal)?.message == "the recovery code has a typing error"
        }
      }
    }
    let digits = characters.filter { $0 != "-" }
    for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
      var typed = digits
      typed.swapAt(place, place + 1)
      #expect(code { try RecoveryCode(String(typed)) } == .invalidValue, "swap at \(place)")
    }
  }

  @Test("a code of another length says so")
  func lengths() {
    for (text, count) in [
      ("", 0), ("G20R", 4), (String(RecoveryCodeTests.knownText.dropLast()), 55),
      (RecoveryCodeTests.knownText + "0", 57),
    ] {
      #expect {
        try RecoveryCode(text)
      } throws: { error in
        (error as? Refusal)?.message == "the recovery code has \(count) characters and should have 56"
      }
    }
    #expect(code { try RecoveryCode(String(repeating: "A", count: 1_000_000)) } == .invalidValue)
  }
}
