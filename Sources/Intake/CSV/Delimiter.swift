/// The character between the cells of a record.
public enum Delimiter: UInt8, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// `,`
  case comma = 0x2C
  /// `;`, what spreadsheets write where the comma is the decimal mark.
  case semicolon = 0x3B
  /// The tabulator.
  case tab = 0x09

  /// The delimiter that a person names: the character, its name or `\t`; nil where there is none such.
  public init?(named text: some StringProtocol) {
    switch text.lowercased() {
    case ",", "comma": self = .comma
    case ";", "semicolon": self = .semicolon
    case "\t", "\\t", "tab", "tsv": self = .tab
    default: return nil
    }
  }

  /// The delimiter in words.
  public var description: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    }
  }

  /// The delimiter that stands most often in the first record outside quotes; the comma where none does.
  ///
  /// Nil where the record does not end within these bytes, although the text goes on after them.
  static func detect(in text: UnsafeRawBufferPointer, isAll: Bool) -> Delimiter? {
    var counts = [0, 0, 0]
    var inQuotes = false
    var atCellStart = true
    var seen = false
    for byte in text {
      if byte == quotationMark {
        if inQuotes { inQuotes = false } else if atCellStart { inQuotes = true }
        seen = true
        continue
      }
      if inQuotes { continue }
      if byte == lineFeed || byte == carriageReturn {
        if seen { return mostFrequent(counts) }
        continue
      }
      seen = true
      atCellStart = false
      for (place, delimiter) in allCases.enumerated() where delimiter.rawValue == byte {
        counts[place] += 1
        atCellStart = true
      }
    }
    return isAll ? mostFrequent(counts) : nil
  }

  private static func mostFrequent(_ counts: [Int]) -> Delimiter {
    var best = Delimiter.comma
    var most = 0
    for (count, delimiter) in zip(counts, allCases) where count > most {
      (best, most) = (delimiter, count)
    }
    return best
  }
}

let quotationMark = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
