/// Writes a text into Markdown so that it shows as it is: no emphasis, link, picture, code, HTML, heading or list.
///
/// Holds for CommonMark and what GitHub, pandoc and Jekyll add. HTML's own characters become entities, which also
/// holds where a backslash before them would not. What is harmless where it stands is left readable: "C++", "J. Doe".
enum MarkdownEscape {
  /// Appends the text, which is one line of valid UTF-8 without control characters.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to pieces: inout Pieces) {
    let backslash = UInt8(ascii: "\\")
    // Up to nine digits, then a full stop or a parenthesis, start a list.
    let digits = text.prefix { isDigit($0) }.count
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): pieces.append("&lt;" as StaticString)
      case UInt8(ascii: ">"): pieces.append("&gt;" as StaticString)
      case UInt8(ascii: "&"): pieces.append("&amp;" as StaticString)
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        if index == 0 { pieces.append(backslash) }
        pieces.append(byte)
      case UInt8(ascii: ")"):
        if index == digits, digits > 0 { pieces.append(backslash) }
        pieces.append(byte)
      case UInt8(ascii: "."):
        // Within a word it may part a host name, and programs make links of those.
        let partsWord = index + 1 < text.count && isInWord(text[index + 1])
        if partsWord || (index == digits && digits > 0) { pieces.append(backslash) }
        pieces.append(byte)
      case let byte where isSpecial(byte):
        pieces.append(backslash)
        pieces.append(byte)
      default: pieces.append(byte)
      }
    }
  }

  /// Whether the character means something wherever it stands.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"): true
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "|"): true
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "="), UInt8(ascii: "$"): true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
  }
}
