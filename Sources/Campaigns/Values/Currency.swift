/// A currency by its code in ISO 4217: `EUR`, `JPY`.
public struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code, three upper-case letters.
  public let code: String
  /// How many decimals an amount has: 2 where a hundred of the smaller unit make one, 0 where there is no smaller.
  public let minorDigits: Int

  /// The currency with this code, in upper or lower case.
  /// - Throws: `invalidValue` where no currency has it; the hint names those that differ by one slip of the fingers.
  public init(_ text: String) throws {
    let code = text.trimmingWhitespace().uppercased()
    guard let minorDigits = Currency.minorDigits[code] else {
      let isCode = code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) }
      let near = Currency.minorDigits.keys.filter { isOneSlip(from: code, to: $0) }.sorted()
      throw Refusal(
        .invalidValue, isCode ? "\(code) is the code of no currency" : "a currency is a code of three letters",
        hint: near.isEmpty ? "write it like USD, EUR or JPY" : "did you mean \(near.joined(separator: " or "))?")
    }
    self.code = code
    self.minorDigits = minorDigits
  }

  /// The code.
  public var description: String { code }

  /// Whether the left code sorts first.
  public static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }

  private static let minorDigits: [String: Int] = {
    var digits: [String: Int] = [:]
    for (count, codes) in [(0, withoutDecimals), (2, withTwo), (3, withThree), (4, withFour)] {
      for code in codes.split(separator: " ") { digits[String(code)] = count }
    }
    return digits
  }()

  // ISO 4217, list one, as of 1 January 2026, without what has no minor unit: metals, bond units, tests.
  // A code that is withdrawn later stays: what was entered with it has to be read.
  private static let withoutDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
  private static let withTwo = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF \
    CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL \
    HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU \
    MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR \
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED \
    VES WST XAD XCD XCG YER ZAR ZMW ZWG
    """
  private static let withThree = "BHD IQD JOD KWD LYD OMR TND"
  private static let withFour = "CLF UYW"
}

/// Whether one letter too many, too few or wrong, or two neighbours swapped, turn one into the other.
private func isOneSlip(from typed: String, to code: String) -> Bool {
  var (left, right) = (typed[...], code[...])
  while let first = left.first, first == right.first { (left, right) = (left.dropFirst(), right.dropFirst()) }
  while let last = left.last, last == right.last { (left, right) = (left.dropLast(), right.dropLast()) }
  return max(left.count, right.count) == 1 || (left.count == 2 && Array(left) == right.reversed())
}
