import Foundation

/// How a sheet's bytes stand for characters.
public enum SheetEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, the low byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first.
  case utf16BigEndian = "utf-16be"
  /// Western European Windows. It is never guessed: nearly any bytes are valid in it.
  case windows1252 = "windows-1252"

  /// The encoding that a person names, whatever the case and the hyphens; nil where there is none such.
  ///
  /// `utf-16` without an order is taken as little-endian; a byte order mark in the sheet overrules that.
  public init?(named text: some StringProtocol) {
    switch text.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8": self = .utf8
    case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "win1252", "ansi": self = .windows1252
    default: return nil
    }
  }

  /// The encoding of a sheet that begins with these bytes, and the length of its byte order mark.
  ///
  /// A mark decides between the Unicode encodings, then the pattern of zero bytes. What the user said stands,
  /// except that a mark corrects the byte order of UTF-16.
  static func detect(_ prefix: [UInt8], asked: SheetEncoding?) -> (encoding: SheetEncoding, markLength: Int) {
    let marked: (encoding: SheetEncoding, markLength: Int)? =
      if prefix.starts(with: [0xEF, 0xBB, 0xBF]) {
        (.utf8, 3)
      } else if prefix.starts(with: [0xFF, 0xFE]) {
        (.utf16LittleEndian, 2)
      } else if prefix.starts(with: [0xFE, 0xFF]) {
        (.utf16BigEndian, 2)
      } else {
        nil
      }
    guard let asked else { return marked ?? (guess(byZeros: prefix), 0) }
    guard let marked, marked.encoding == asked || marked.encoding.isUTF16 && asked.isUTF16 else {
      return (asked, 0)
    }
    return marked
  }

  private var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// Latin text in UTF-16 has zeros in one half of its byte pairs and none in the other; UTF-8 has next to none.
  private static func guess(byZeros prefix: [UInt8]) -> SheetEncoding {
    var zeros = (even: 0, odd: 0)
    let pairs = min(prefix.count, 512) / 2
    for place in 0..<pairs * 2 where prefix[place] == 0 {
      if place.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.even == 0, zeros.odd >= 2, zeros.odd * 2 >= pairs { return .utf16LittleEndian }
    if zeros.odd == 0, zeros.even >= 2, zeros.even * 2 >= pairs { return .utf16BigEndian }
    return .utf8
  }
}
