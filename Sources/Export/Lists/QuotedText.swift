/// Writes texts between quotation marks with the escapes of JSON.
///
/// `SafeText` leaves no control character, so the quotation mark and the backslash are all that JSON has to escape.
/// Between quotation marks nothing means anything to YAML either, and its escapes are JSON's; it only forbids U+FFFE
/// and U+FFFF.
struct QuotedText {
  private var safe = SafeText()
  private let plain = PlainASCII(without: "\"\\")
  private let escapesNoncharacters: Bool

  init(forYAML: Bool = false) {
    escapesNoncharacters = forYAML
  }

  /// Writes the text.
  /// - Returns: whether there was something to write; of a text that shows nothing there is nothing.
  @inline(__always)
  mutating func write(_ text: String, to pieces: inout Pieces) -> Bool {
    let quote = UInt8(ascii: "\"")
    pieces.append(quote)
    let start = pieces.count
    text.withBytes { bytes in
      if plain.covers(bytes) { pieces.append(bytes) } else { writeWithCare(bytes, to: &pieces) }
    }
    guard pieces.count > start else {
      pieces.cut(to: start - 1)
      return false
    }
    pieces.append(quote)
    return true
  }

  private mutating func writeWithCare(_ text: UnsafeBufferPointer<UInt8>, to pieces: inout Pieces) {
    safe.take(text)
    for (place, byte) in safe.bytes.enumerated() {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { pieces.append(UInt8(ascii: "\\")) }
      pieces.append(byte)
      // The last byte of U+FFFE and U+FFFF in UTF-8.
      guard escapesNoncharacters, byte == 0xBE || byte == 0xBF, place >= 2,
        safe.bytes[place - 2] == 0xEF, safe.bytes[place - 1] == 0xBF
      else { continue }
      pieces.cut(to: pieces.count - 3)
      pieces.append(byte == 0xBE ? "\\uFFFE" : "\\uFFFF")
    }
  }
}
