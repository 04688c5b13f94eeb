import Testing
import Text

@Suite struct DomainNameTests {
  @Test(
    "a domain has one form",
    arguments: [
      ("example.org", "example.org"), ("EXAMPLE.Org", "example.org"), ("localhost", "localhost"),
      ("mail-2.example.co.uk", "mail-2.example.co.uk"), ("bücher.example", "xn--bcher-kva.example"),
      ("BÜCHER.example", "xn--bcher-kva.example"), ("bu\u{0308}cher.example", "xn--bcher-kva.example"),
      ("straße.example", "xn--strae-oqa.example"), ("faß.de", "xn--fa-hia.de"),
      ("xn--bcher-kva.example", "xn--bcher-kva.example"), ("XN--BCHER-KVA.example", "xn--bcher-kva.example"),
      ("例え.テスト", "xn--r8jz45g.xn--zckzah"), ("example。org", "example.org"), ("１.example", "1.example"),
      ("президент.рф", "xn--d1abbgf6aiiy.xn--p1ai"), ("exa\u{00AD}mple.org", "example.org"),
      ("a.b.c.d", "a.b.c.d"), ("1and1.com", "1and1.com"), ("x-.é", nil),
    ] as [(String, String?)])
  func form(domain: String, expected: String?) {
    #expect(DomainName.ascii(domain) == expected)
  }

  @Test(
    "what is not a domain has none",
    arguments: [
      "", ".", "..", ".org", "example.", "example..org", "-example.org", "example-.org", "under_score.org",
      "with space.org", "exam!ple.org", "ex@mple.org", "xn--.org", "xn--a.org", "xn--bcher-kva-.org", "ab--cd.org",
      "\u{0}.org", "bü_cher.example", "é..org", "é.", "\u{200B}", "a\u{200D}b.org", "http://example.org",
      "[192.168.1.1]", "exa\nmple.org", "\u{05D0}a.example",
    ])
  func invalid(domain: String) {
    #expect(DomainName.ascii(domain) == nil)
  }

  @Test("labels have at most 63 characters and names 253, in ASCII")
  func lengths() {
    let label = String(repeating: "a", count: 63)
    #expect(DomainName.ascii("\(label).org") == "\(label).org")
    #expect(DomainName.ascii("\(label)a.org") == nil)
    let longest = "\(label).\(label).\(label).\(String(repeating: "b", count: 61))"
    #expect(longest.utf8.count == 253)
    #expect(DomainName.ascii(longest) == longest)
    #expect(DomainName.ascii(longest + "b") == nil)
    #expect(DomainName.ascii(String(repeating: "ü", count: 64) + ".example") == nil)
    #expect(DomainName.ascii(String(repeating: "ü.", count: 40) + "example") == nil)
    #expect(DomainName.ascii(String(repeating: "ü", count: 10000)) == nil)
  }

  @Test("the form of a form is the form")
  func stable() {
    for domain in ["bücher.example", "faß.de", "例え.テスト", "EXAMPLE.org"] {
      let once = DomainName.ascii(domain)
      #expect(once.flatMap(DomainName.ascii) == once)
    }
  }
}
