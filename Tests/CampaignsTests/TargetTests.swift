import Campaigns
import Testing

@Suite("Targets")
struct TargetTests {
  @Test(
    "a target reads the mail of its domains and of those below them",
    arguments: [
      ("acme.example", true), ("ACME.example", true), ("mail.acme.example", true), ("a.b.acme.example", true),
      ("notacme.example", false), ("acme.example.org", false), ("example", false), ("", false),
      ("acme-labs.example", true),
    ])
  func controls(domain: String, expected: Bool) throws {
    let target = Target(
      id: Identifier(rawValue: 1), slug: try Slug("acme"), name: "Acme", kind: .company,
      domains: try ["acme.example", "acme-labs.example"].map(MailDomain.init))
    #expect(target.controls(mailDomain: domain) == expected)
  }

  @Test(
    "a mail domain is kept in lower case and without the sign before it",
    arguments: [
      ("acme.example", "acme.example"), ("@Acme.Example", "acme.example"),
      ("xn--bcher-kva.example", "xn--bcher-kva.example"),
      ("1.example", "1.example"),
    ])
  func domains(text: String, written: String) throws {
    #expect(try MailDomain(text).description == written)
  }

  @Test(
    "what is no mail domain is refused",
    arguments: [
      "", "@", "acme", "acme.", ".acme", "acme..example", "-acme.example", "acme-.example", "ac me.example",
      "bücher.example", "ada@acme.example", "acme_.example", String(repeating: "a", count: 64) + ".example",
      String(repeating: "abcdefg.", count: 32) + "example",
    ])
  func badDomains(text: String) {
    let refusal = #expect(throws: Refusal.self) { try MailDomain(text) }
    #expect(refusal?.code == .invalidValue)
  }
}
