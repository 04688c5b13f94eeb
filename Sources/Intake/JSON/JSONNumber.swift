/// The form of a JSON number.
enum JSONNumber {
  /// Whether the bytes are one, as RFC 8259 has it.
  static func isValid(_ text: UnsafeRawBufferPointer) -> Bool {
    // Most numbers are a digit.
    if text.count == 1 { return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[0]) }
    var place = 0
    func at(_ byte: UInt8) -> Bool { place < text.count && text[place] == byte }
    func digits() -> Int {
      let start = place
      while place < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[place]) { place += 1 }
      return place - start
    }
    if at(UInt8(ascii: "-")) { place += 1 }
    let leadsWithZero = at(UInt8(ascii: "0"))
    let whole = digits()
    guard whole > 0, !leadsWithZero || whole == 1 else { return false }
    if at(UInt8(ascii: ".")) {
      place += 1
      guard digits() > 0 else { return false }
    }
    if at(UInt8(ascii: "e")) || at(UInt8(ascii: "E")) {
      place += 1
      if at(UInt8(ascii: "+")) || at(UInt8(ascii: "-")) { place += 1 }
      guard digits() > 0 else { return false }
    }
    return place == text.count
  }
}
