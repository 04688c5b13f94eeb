import Campaigns
import Testing

@testable import Captures

@Suite("Addresses of pages")
struct PageAddressTests {
  @Test(
    "are shown without what may be a secret",
    arguments: [
      ("https://nimbus.example/a?token=x#y", "https://nimbus.example/a?token=x", "https://nimbus.example/a"),
      ("HTTP://Nimbus.example:8080", "http://Nimbus.example:8080/", "http://Nimbus.example:8080/"),
      ("https://[2001:db8::1]/", "https://[2001:db8::1]/", "https://[2001:db8::1]/"),
    ])
  func shown(_ given: String, _ text: String, _ shown: String) throws {
    let address = try PageAddress(given)
    #expect(address.text == text)
    #expect(address.shown == shown)
  }

  @Test(
    "that are none",
    arguments: [
      "", "nimbus.example", "file:///etc/passwd", "ftp://nimbus.example", "javascript:alert(1)", "https://",

      "https://nimbus.example/\0", "gopher://127.0.0.1", "https://ana:secret@nimbus.example/",
      "https://ana@nimbus.example",
      "https://nimbus.example:99999/", "https://" + String(repeating: "a", count: 9000),
      "https://nimbus.example/\u{1B}[2J",
    ])
  func none(_ text: String) throws {
    let given = try refusal { _ = try PageAddress(text) }
    #expect(given.code == .invalidValue)
    #expect(!given.message.contains("secret") && !(given.hint ?? "").contains("secret"))
    let from = try PageAddress("https://nimbus.example/a?token=b")
    let redirected = try refusal { _ = try PageAddress(text, from: from) }
    #expect(redirected.code == .notAllowed)
    #expect(redirected.message.hasPrefix("https://nimbus.example/a redirects to "))
    #expect(!redirected.message.contains("token") && !redirected.message.contains("secret"))
  }
}
