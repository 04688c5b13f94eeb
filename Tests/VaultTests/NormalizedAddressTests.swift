import Testing

@testable import Vault

@Suite struct NormalizedAddressTests {
  @Test(
    "spellings of one address have one form",
    arguments: [
      ("ana@example.org", "ana@example.org"), ("Ana@Example.ORG", "ana@example.org"),
      ("  ana@example.org\r\n", "ana@example.org"), ("\u{FEFF}ana@example.org", "ana@example.org"),
      ("\u{00A0}ana@example.org\u{200B}", "ana@example.org"), ("ana+picket@example.org", "ana@example.org"),
      ("ana+a+b@example.org", "ana@example.org"), ("ana+@example.org", "ana@example.org"),
      ("a.n.a@example.org", "a.n.a@example.org"), ("a.n.a@gmail.com", "ana@gmail.com"),
      ("A.N.A+x.y@GoogleMail.com", "ana@gmail.com"), ("ana@googlemail.com", "ana@gmail.com"),
      ("a.na@gmail.com.example.org", "a.na@gmail.com.example.org"),
      ("a.na@mail.gmail.com", "a.na@mail.gmail.com"),
      ("ana@bücher.example", "ana@xn--bcher-kva.example"),
      ("ana@BU\u{0308}CHER.example", "ana@xn--bcher-kva.example"),
      ("ana@xn--bcher-kva.example", "ana@xn--bcher-kva.example"), ("ana@straße.example", "ana@xn--strae-oqa.example"),
      ("jo\u{0308}rg@example.org", "jörg@example.org"), ("JÖRG+x@example.org", "jörg@example.org"),
      ("用户@例え.テスト", "用户@xn--r8jz45g.xn--zckzah"), ("o'neil@example.org", "o'neil@example.org"),
      ("a_b-c=d@example.org", "a_b-c=d@example.org"), ("ana@sub.mail.example.co.uk", "ana@sub.mail.example.co.uk"),
      ("1@2.example", "1@2.example"), ("ana..b@example.org", "ana..b@example.org"), ("é.a@gmail.com", "éa@gmail.com"),
      ("ana@example。org", "ana@example.org"), ("x@1and1.com", "x@1and1.com"),
    ])
  func form(email: String, expected: String) throws {
    let normalized = try #require(NormalizedAddress(email))
    #expect(Array(normalized.text.utf8) == Array(expected.utf8))
    #expect(normalized.domain == expected.drop { $0 != "@" }.dropFirst())
    // The form of a form is the form.
    #expect(NormalizedAddress(normalized.text) == normalized)
  }

  @Test(
    "what mail cannot reach has no form",
    arguments: [
      "", " ", "ana", "@", "ana@", "@example.org", "ana@example", "ana@localhost", "ana@@example.org",
      "a@b@example.org",
      "\"a@b\"@example.org", "+tag@example.org", "+@example.org", "...@gmail.com", ".+x@gmail.com",
      "an a@example.org",
      "ana@exam ple.org", "ana@example..org", "ana@.example.org", "ana@example.org.", "ana@-example.org",
      "ana@under_score.org", "ana\u{0}@example.org", "ana\n@example.org", "ana@example.org\nbcc:x",
      "a\u{200B}na@example.org",
      "ana@exa\u{200B}mple.org", "ana@exa\u{00AD}mple.org", "a\u{202E}na@example.org", "ana\u{00A0}b@example.org",
      "Ana <ana@example.org>", "<ana@example.org>", "ana@example.org,bo@example.org", "ana,bo@example.org",
      "ana@example.org;bo", "mailto:ana@example.org", "ana@[192.168.1.1]", "ana@xn--a.example", "jörg@", "jörg@örg",
      "ö@b@example.org", "ana\u{7F}@example.org", "é\u{85}@example.org", "(x)ana@example.org", "a\\b@example.org",
    ])
  func noForm(email: String) {
    #expect(NormalizedAddress(email) == nil)
  }

  @Test("the local part has at most 64 bytes, the whole 254")
  func lengths() throws {
    let local = String(repeating: "a", count: 64)
    #expect(NormalizedAddress("\(local)@example.org")?.text == "\(local)@example.org")
    #expect(NormalizedAddress("\(local)a@example.org") == nil)
    #expect(NormalizedAddress(String(repeating: "é", count: 32) + "@example.org") != nil)
    #expect(NormalizedAddress(String(repeating: "é", count: 33) + "@example.org") == nil)
    let label = String(repeating: "b", count: 63)
    let domain = "\(label).\(label).\(String(repeating: "c", count: 61))"
    #expect(NormalizedAddress("\(local)@\(domain)")?.text.utf8.count == 254)
    #expect(NormalizedAddress("\(local)@\(domain)c") == nil)
    #expect(NormalizedAddress(String(repeating: "é", count: 100_000)) == nil)
    #expect(NormalizedAddress(String(repeating: " ", count: 100_000) + "ana@example.org") != nil)
  }

  @Test("the rules have a version, which changes with the forms above")
  func version() {
    #expect(NormalizedAddress.version == 1)
  }
}
