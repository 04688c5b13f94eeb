import Campaigns
import Testing

@Suite("Money")
struct MoneyTests {
  @Test(
    "an amount is read as people write it",
    arguments: [
      ("19400000.00", "USD", 1_940_000_000), ("95,500", "USD", 9_550_000), ("12'000", "CHF", 1_200_000),
      ("12\u{2019}000.50", "CHF", 1_200_050), ("1 234 567.8", "EUR", 123_456_780),
      ("1\u{A0}234\u{202F}567", "EUR", nil), ("1\u{202F}234\u{202F}567", "EUR", 123_456_700),
      ("0.01", "USD", 1), ("0.5", "USD", 50), ("007", "USD", 700), ("5", "JPY", 5), ("95,500", "JPY", 95_500),
      ("95.500", "KWD", 95_500), ("1.2345", "CLF", 12_345), (" 7 \n", "USD", 700),
      ("92233720368547758.07", "USD", Int64.max), ("9,223,372,036,854,775,807", "JPY", Int64.max),
    ] as [(String, String, Int64?)])
  func amounts(text: String, code: String, minorUnits: Int64?) throws {
    let currency = try Currency(code)
    guard let minorUnits else {
      #expect(throws: Refusal.self) { try Money(text, in: currency) }
      return
    }
    let money = try Money(text, in: currency)
    #expect(money.minorUnits == minorUnits)
    #expect(money.currency == currency)
  }

  @Test(
    "what is no amount is refused",
    arguments: [
      "", " ", "abc", "1e5", "NaN", "inf", "0x10", "+5", "$5", "5 USD", "5.", ".5", ".", "1.2.3", "1,23", "1234,567",
      ",500", "500,", "1,,000", "1,0000", "1,000'000", "1,000 000", "0,500", "1.000,00", "12  000", "１２", "5\u{301}",
      "1,000.0,0", "1_000", "٣",
    ])
  func noAmount(text: String) throws {
    let currency = try Currency("USD")
    let refusal = try #require(#expect(throws: Refusal.self) { try Money(text, in: currency) })
    #expect(refusal.code == .invalidValue)
    #expect(refusal.message == "this is no amount of money")
  }

  @Test(
    "more decimals than the currency has are refused, whatever they are",
    arguments: [
      ("19.999", "USD", "USD has 2 decimals, and the amount has 3"),
      ("1.000", "EUR", "EUR has 2 decimals, and the amount has 3"),
      ("5.0", "JPY", "JPY has no decimals, and the amount has 1"),
      ("1.2345", "KWD", "KWD has 3 decimals, and the amount has 4"),
    ])
  func tooManyDecimals(text: String, code: String, message: String) throws {
    let currency = try Currency(code)
    let refusal = #expect(throws: Refusal.self) { try Money(text, in: currency) }
    #expect(refusal?.code == .invalidValue)
    #expect(refusal?.message == message)
  }

  @Test("nothing and less are refused", arguments: ["0", "0.00", "000", "-1", "-0", "\u{2212}5", "- 5"])
  func notAboveNothing(text: String) throws {
    let currency = try Currency("USD")
    let refusal = #expect(throws: Refusal.self) { try Money(text, in: currency) }
    #expect(refusal?.message == "an amount is more than nothing")
    #expect(throws: Refusal.self) { try Money(minorUnits: 0, in: currency) }
    #expect(throws: Refusal.self) { try Money(minorUnits: .min, in: currency) }
  }

  @Test(
    "what 64 bits cannot hold is refused",
    arguments: ["92233720368547758.08", "92233720368547759", String(repeating: "9", count: 5_000)])
  func tooMuch(text: String) throws {
    let currency = try Currency("USD")
    let refusal = #expect(throws: Refusal.self) { try Money(text, in: currency) }
    #expect(refusal?.message == "the amount is more than can be kept")
  }

  @Test(
    "an amount is shown with its thousands set off, or plain",
    arguments: [
      (1_940_000_000, "USD", "19,400,000.00 USD", "19400000.00"), (1, "USD", "0.01 USD", "0.01"),
      (100, "EUR", "1.00 EUR", "1.00"), (99_999, "EUR", "999.99 EUR", "999.99"),
      (100_000, "EUR", "1,000.00 EUR", "1000.00"), (5, "JPY", "5 JPY", "5"), (12_345, "JPY", "12,345 JPY", "12345"),
      (5, "KWD", "0.005 KWD", "0.005"), (12_345, "CLF", "1.2345 CLF", "1.2345"),
      (.max, "USD", "92,233,720,368,547,758.07 USD", "92233720368547758.07"),
    ] as [(Int64, String, String, String)])
  func shown(minorUnits: Int64, code: String, description: String, plain: String) throws {
    let money = try Money(minorUnits: minorUnits, in: Currency(code))
    #expect(money.description == description)
    #expect(money.plainAmount == plain)
  }

  @Test("each amount is read back from what is shown", arguments: ["USD", "JPY", "KWD", "CLF"])
  func roundTrip(code: String) throws {
    let currency = try Currency(code)
    var random = SeededRandom(seed: 3)
    for _ in 0..<2_000 {
      let bits = UInt64.random(in: 1...63, using: &random)
      let money = try Money(minorUnits: Int64.random(in: 1...Int64.max >> (63 - bits), using: &random), in: currency)
      #expect(try Money(money.plainAmount, in: currency) == money)
      #expect(try Money(String(money.description.dropLast(4)), in: currency) == money)
    }
  }
}
