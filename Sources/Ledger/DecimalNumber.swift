/// Sizes and indices as checkpoints and proofs write them.
enum DecimalNumber {
  /// The number that the ASCII digits write; nil where there is anything else, a sign, a leading zero, or more than
  /// `Int.max`.
  static func value(of digits: some Collection<UInt8>) -> Int? {
    guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else { return nil }
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      let (tens, tensOverflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      guard !tensOverflow, !overflow else { return nil }
      value = sum
    }
    return value
  }
}
