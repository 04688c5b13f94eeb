import Campaigns
import Testing

@Suite("Currencies")
struct CurrencyTests {
  @Test(
    "a currency knows how many decimals its amounts have",
    arguments: [
      ("USD", 2), ("EUR", 2), ("GBP", 2), ("CHF", 2), ("JPY", 0), ("KRW", 0), ("ISK", 0), ("CLP", 0), ("UGX", 0),
      ("XOF", 0), ("XPF", 0), ("UYI", 0), ("KWD", 3), ("BHD", 3), ("IQD", 3), ("TND", 3), ("CLF", 4), ("UYW", 4),
      ("MGA", 2), ("MRU", 2), ("HUF", 2), ("VES", 2), ("VED", 2), ("ZWG", 2), ("SLE", 2), ("XCG", 2), ("XAD", 2),
      ("CHE", 2), ("USN", 2),
    ])
  func decimals(code: String, digits: Int) throws {
    let currency = try Currency(code)
    #expect(currency.code == code && currency.description == code)
    #expect(currency.minorDigits == digits)
  }

  @Test("the list is whole: 165 codes, 17 without decimals, 7 with three, 2 with four")
  func wholeList() {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    let codes = letters.flatMap { first in letters.flatMap { second in letters.map { first + second + $0 } } }
    let digits = codes.compactMap { try? Currency($0).minorDigits }
    #expect(digits.count == 165)
    #expect([0, 2, 3, 4].map { count in digits.count { $0 == count } } == [17, 139, 7, 2])
  }

  @Test("lower case is the same currency", arguments: ["usd", "Usd", " USD\n"])
  func lowerCase(text: String) throws {
    #expect(try Currency(text) == Currency("USD"))
  }

  @Test(
    "what has no smaller unit or is no longer paid in is refused",
    arguments: ["XAU", "XAG", "XDR", "XTS", "XXX", "DEM", "HRK", "BGN", "ANG", "ZWL", "SLL", "VEF", "CUC"])
  func leftOut(code: String) {
    let refusal = #expect(throws: Refusal.self) { try Currency(code) }
    #expect(refusal?.code == .invalidValue)
    #expect(refusal?.message == "\(code) is the code of no currency")
  }

  @Test("what has not the form of a code is refused and not repeated", arguments: ["", "US", "$", "Dollar", "EUROS"])
  func noCode(text: String) {
    let refusal = #expect(throws: Refusal.self) { try Currency(text) }
    #expect(refusal?.message == "a currency is a code of three letters")
  }

  @Test(
    "a refusal names the codes that are one slip away",
    arguments: [
      ("USX", "did you mean UGX or USD or USN?"), ("EU", "did you mean EUR?"), ("EURO", "did you mean EUR?"),
      ("UDS", "did you mean USD or UZS?"), ("JYP", "did you mean JPY or SYP?"), ("KWX", "did you mean KWD?"),
      ("Ж", "write it like USD, EUR or JPY"), ("QQQ", "write it like USD, EUR or JPY"),
    ])
  func near(typed: String, hint: String) {
    #expect(#expect(throws: Refusal.self) { try Currency(typed) }?.hint == hint)
  }

  @Test("currencies are sorted by their codes")
  func order() throws {
    #expect(try ["USD", "CHF", "EUR"].map(Currency.init).sorted().map(\.code) == ["CHF", "EUR", "USD"])
  }
}
