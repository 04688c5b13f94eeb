/// An amount of money, which is always more than nothing: where there is no value, there is no `Money`.
public struct Money: Hashable, Sendable, CustomStringConvertible {
  /// The amount in the currency's smaller unit, above 0: cents where there are cents, yen where there is yen only.
  public let minorUnits: Int64
  /// What is paid in.
  public let currency: Currency

  /// An amount of so many minor units.
  /// - Throws: `invalidValue` where the amount is not above 0.
  public init(minorUnits: Int64, in currency: Currency) throws {
    guard minorUnits > 0 else { throw Money.notAboveNothing }
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The amount as people write it, in major units: digits, then a point and decimals where there are some.
  /// Thousands may be set off, all by one sign: a comma, an apostrophe or a space.
  /// - Throws: `invalidValue` where the text is written otherwise, has more decimals than the currency, or the
  ///   amount is not above 0 or more than can be kept.
  public init(_ text: String, in currency: Currency) throws {
    let trimmed = text.trimmingWhitespace()
    guard !trimmed.hasPrefix("-"), !trimmed.hasPrefix("\u{2212}") else { throw Money.notAboveNothing }
    let parts = trimmed.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : ""
    guard let first = parts.first, let whole = Money.ungrouped(first), Money.isDigits(decimals),
      parts.count == 1 || !decimals.isEmpty
    else {
      throw Refusal(
        .invalidValue, "this is no amount of money",
        hint: "write it like 19400000.00 or 19,400,000.00, without the currency")
    }
    guard decimals.count <= currency.minorDigits else {
      let digits = currency.minorDigits == 0 ? "no" : "\(currency.minorDigits)"
      throw Refusal(
        .invalidValue, "\(currency) has \(digits) decimals, and the amount has \(decimals.count)",
        hint: "a point begins the decimals; thousands are set off by commas, apostrophes or spaces, or not at all")
    }
    let padding = String(repeating: "0", count: currency.minorDigits - decimals.count)
    guard let minorUnits = Int64(whole + decimals + padding) else {
      throw Refusal(.invalidValue, "the amount is more than can be kept", hint: "look for a digit too many")
    }
    try self.init(minorUnits: minorUnits, in: currency)
  }

  /// The amount with its thousands set off, and the currency: `19,400,000.00 USD`.
  public var description: String {
    let (whole, decimals) = parts
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return "\(grouped)\(decimals) \(currency)"
  }

  /// The amount in major units, with all decimals of its currency and nothing else: `19400000.00`.
  public var plainAmount: String {
    let (whole, decimals) = parts
    return whole + decimals
  }

  /// The major units, and the decimals with their point; empty where the currency has no decimals.
  private var parts: (whole: String, decimals: String) {
    let digits = String(minorUnits)
    let padded = String(repeating: "0", count: max(0, currency.minorDigits + 1 - digits.count)) + digits
    let decimals = padded.suffix(currency.minorDigits)
    return (String(padded.dropLast(currency.minorDigits)), decimals.isEmpty ? "" : ".\(decimals)")
  }

  /// The digits without what sets off thousands; nil where these are no digits or not set off in threes.
  private static func ungrouped(_ text: Substring) -> String? {
    guard let sign = text.first(where: { !$0.isASCII || !$0.isNumber }) else {
      return text.isEmpty ? nil : String(text)
    }
    // Of the spaces, also the narrow ones and those at which no line is broken.
    guard ",'\u{2019} \u{A0}\u{2009}\u{202F}".contains(sign) else { return nil }
    let groups = text.split(separator: sign, omittingEmptySubsequences: false)
    // "0,500" is a half somewhere, and five hundred nowhere.
    guard let first = groups.first, (1...3).contains(first.count), first.first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.allSatisfy(isDigits)
    else { return nil }
    return groups.joined()
  }

  private static func isDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static let notAboveNothing = Refusal(
    .invalidValue, "an amount is more than nothing", hint: "leave it out where there is none")
}
