import Campaigns
import Testing

@testable import Intake

@Suite("Cells")
struct CellRuleTests {
  private func clean(_ text: String, limit: Int = 20, tabs: CellText.Tabs = .becomeSpaces) throws(CellFault) -> String
  {
    var cleaner = CellText()
    var result: Result<String, CellFault> = .success("")
    Array(text.utf8).withUnsafeBytes { cell in
      do throws(CellFault) {
        result = .success(
          try cleaner.clean(cell, .team, limit: limit, tabs: tabs) { String(decoding: $0, as: UTF8.self) })
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  @Test(
    "texts are trimmed and on one line",
    arguments: [
      ("", ""), (" ", ""), ("a", "a"), ("  a b  ", "a b"), ("12345678", "12345678"), ("  123456789  ", "123456789"),
      ("\t a\n", "a"), ("a\nb", "a b"), ("a\r\nb", "a b"), ("a \n\n\t b", "a b"), ("a  b", "a  b"), ("a\tb", "a b"),
      ("a\u{B}b\u{2028}c\u{85}d", "a b c d"), ("Zoë\nÅsa", "Zoë Åsa"), ("  李  娜 \n x ", "李  娜 x"),
      ("\u{A0}a\u{3000}", "a"), ("\u{200B}a\u{200B}", "a"), ("\u{FEFF}Zoë\u{200D}", "Zoë"),
      ("a\u{200D}b", "a\u{200D}b"), ("👩\u{200D}🚀", "👩\u{200D}🚀"), ("✊🏽", "✊🏽"), ("❤\u{FE0F}", "❤\u{FE0F}"),
      ("\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}", ""), ("\u{2066}\u{2069}", ""), ("\u{3164}", ""), ("\u{AD}", ""),
      ("\u{202E}", ""), ("\u{E0041}", ""), ("  \u{200B}  ", ""), ("نام\u{200C}ها", "نام\u{200C}ها"),
      ("\u{2068}abc\u{2069}", "\u{2068}abc\u{2069}"), ("=1+1", "=1+1"), ("\u{301}", "\u{301}"),
    ])
  func trimmed(_ text: String, _ expected: String) throws {
    #expect(Array(try clean(text).utf8) == Array(expected.utf8))
  }

  @Test("a pile of marks on one letter is refused, what languages write is not")
  func marks() throws {
    #expect(throws: CellFault.tooManyMarks) { try clean("a" + String(repeating: "\u{301}", count: 9)) }
    let vietnamese = "a\u{302}\u{301}e\u{323}\u{302}"
    #expect(Array(try clean(vietnamese).utf8) == Array(vietnamese.utf8))
  }

  @Test(
    "control characters are refused wherever they stand",
    arguments: [
      "\0", "a\0b", "12345678\u{1}", "\u{1}12345678", "1234567\u{7F}", "a\u{1B}[31m", "ä\u{9B}", "\u{80}", "Zoë\0",
      "a\u{8}b",
    ])
  func control(_ text: String) {
    #expect(throws: CellFault.controlCharacter) { try clean(text) }
  }

  @Test("a tabulator within a name is refused, a line break is not")
  func tabs() throws {
    #expect(throws: CellFault.controlCharacter) { try clean("a\tb", tabs: .areRefused) }
    #expect(try clean("\ta\nb\t", tabs: .areRefused) == "a b")
  }

  @Test("the length counts characters, not bytes")
  func length() throws {
    let fault = CellFault.tooLong(.team, limit: 20)
    #expect(try clean(String(repeating: "x", count: 20)).count == 20)
    #expect(try clean(String(repeating: "娜", count: 20)).count == 20)
    #expect(try clean(String(repeating: "🚀", count: 20)).count == 20)
    #expect(throws: fault) { try clean(String(repeating: "x", count: 21)) }
    #expect(throws: fault) { try clean(String(repeating: "娜", count: 21)) }
    #expect(throws: fault) { try clean(String(repeating: "ä", count: 10_000)) }
    #expect(throws: fault) { try clean(String(repeating: "e\u{301}", count: 15)) }
    #expect(try clean(String(repeating: " ", count: 100) + "x") == "x")
  }

  private func check(_ address: String) throws(CellFault) {
    var result: Result<Void, CellFault> = .success(())
    Array(address.utf8).withUnsafeBytes { cell in
      do throws(CellFault) { try MailAddress.check(cell) } catch { result = .failure(error) }
    }
    try result.get()
  }

  @Test(
    "addresses",
    arguments: [
      "anna@example.org", "a@b.co", "Anna.O'Brien+petition@Mail.Example.ORG", "\"quoted\"@example.org",
      "zoë@example.org", "anna@münchen.example", "用户@例え.テスト", "x!#$%&'*/=?^_`{|}~-@a-b.c_d.example",
      String(repeating: "a", count: 64) + "@example.org",
    ])
  func address(_ address: String) throws {
    try check(address)
  }

  @Test(
    "addresses that are none",
    arguments: [
      ("", CellFault.addressEmpty), ("anna", .addressWithoutAt), ("bad1.example.com", .addressWithoutAt),
      ("a@b@example.org", .addressWithSeveralAts), ("@example.org", .addressWithoutLocalPart),
      ("anna@localhost", .domainWithoutDot), ("anna@", .domainWithoutDot), ("anna@.org", .domainWithEmptyLabel),
      ("anna@example.", .domainWithEmptyLabel), ("anna@example..org", .domainWithEmptyLabel),
      ("a b@example.org", .addressWithSpace), ("anna@exam ple.org", .addressWithSpace),
      ("a\nb@example.org", .addressWithSpace), ("a\u{A0}b@example.org", .addressWithSpace),
      ("a\u{3000}b@example.org", .addressWithSpace), ("a\0b@example.org", .controlCharacter),
      ("a\u{9F}b@example.org", .controlCharacter), ("a\u{200B}b@example.org", .addressWithInvisible),
      ("anna@exa\u{AD}mple.org", .addressWithInvisible), ("a\u{202E}b@example.org", .addressWithInvisible),
      ("anna@example.org,", .domainWithOddCharacter), ("<anna@example.org>", .domainWithOddCharacter),
      ("anna@[192.0.2.1]", .domainWithOddCharacter),
      (String(repeating: "a", count: 65) + "@example.org", .addressLocalPartTooLong),
      ("a@" + String(repeating: "b.", count: 126) + "cc", .addressTooLong),
    ])
  func noAddress(_ address: String, _ fault: CellFault) {
    #expect(throws: fault) { try check(address) }
  }

  @Test("what words in a column about anonymity ask for")
  func anonymity() {
    #expect(VisibilityWord.visibility("anonymous", asksForAnonymity: false)??.level == .role)
    #expect(VisibilityWord.visibility("Yes", asksForAnonymity: true)??.level == .role)
    #expect(VisibilityWord.visibility("no", asksForAnonymity: true) == .some(nil))
    #expect(VisibilityWord.visibility("", asksForAnonymity: true) == .some(nil))
    #expect(VisibilityWord.visibility("perhaps", asksForAnonymity: true) == nil)
    #expect(VisibilityWord.visibility("yes", asksForAnonymity: false) == nil)
    #expect(QuestionText.asksForAnonymity("Anonymise"))
    #expect(!QuestionText.asksForAnonymity("Show my name or sign anonymously"))
    #expect(!QuestionText.asksForAnonymity("Sign as"))
  }
}
