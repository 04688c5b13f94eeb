/// Looks at YAML before it is parsed: nobody's list of signers nests deep or refers to itself again and again.
enum YAMLGuard {
  /// YAML of one signer, or of a mapping, of more bytes is not parsed.
  static let mostBytes = 1 << 16

  /// Why the text is not parsed; nil where it is harmless.
  ///
  /// A few references stay harmless however they are nested; a few levels need no more stack than there is.
  static func fault(_ text: some Collection<UInt8>) -> CellFault? {
    guard text.count <= mostBytes else { return .yamlTooLong }
    var references = 0
    var brackets = 0
    var indent = 0
    var marks = 0
    var isAtStart = true
    var before: UInt8 = lineFeed
    for byte in text {
      if before == UInt8(ascii: "*"), isWord(byte) { references += 1 }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
      if byte == lineFeed || byte == carriageReturn {
        isAtStart = true
        indent = 0
        marks = 0
      } else if isAtStart {
        switch byte {
        case 0x20: indent += 1
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): marks += 1
        default: isAtStart = false
        }
        guard indent <= mostIndent, marks <= mostMarks else { return .yamlTooDeep }
      }
      before = byte
    }
    if references > mostReferences { return .yamlReferences }
    return brackets > mostBrackets ? .yamlTooDeep : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }

  private static let mostReferences = 16
  private static let mostBrackets = 64
  private static let mostIndent = 48
  private static let mostMarks = 8
}
