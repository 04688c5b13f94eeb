import Foundation

/// The paragraphs of a text, as they are compared.
///
/// - Paragraphs are parted by blank lines, or by U+2029. An empty one is none.
/// - A line break within a paragraph, like every run of white space, is one space; none stands at the ends.
/// - The text is in normalization form C, except for a character with more than 30 marks in a row. No language has
///   those, and composing them would take time that grows with their square.
struct Paragraphs {
  /// All paragraphs in UTF-8, one right after the other.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Most marks in a row that are brought into their order: the limit of Unicode's stream-safe text.
  private static let mostMarks = 30
  /// Of U+0300 and some that follow it; what lies below is composed already.
  private static let firstByteOfCombiningMarks: UInt8 = 0xCC

  /// The paragraphs of the text.
  init(_ text: String) {
    let source = Array(text.utf8)
    bytes.reserveCapacity(source.count)
    var paragraphStart = 0
    var wordStart: Int?
    var breaks = 0
    var place = 0
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if Paragraphs.isWhiteSpace(scalar) {
        if let start = wordStart { append(source[start..<place]) }
        wordStart = nil
        switch scalar {
        case "\n": breaks += previous == "\r" ? 0 : 1
        case "\r", "\u{85}", "\u{2028}": breaks += 1
        case "\u{2029}": breaks += 2
        default: break
        }
      } else if wordStart == nil {
        wordStart = place
        if bytes.count > paragraphStart {
          if breaks >= 2 {
            ends.append(bytes.count)
            paragraphStart = bytes.count
          } else {
            bytes.append(UInt8(ascii: " "))
          }
        }
        breaks = 0
      }
      previous = scalar
      place += UTF8.width(scalar)
    }
    if let start = wordStart { append(source[start...]) }
    if bytes.count > paragraphStart { ends.append(bytes.count) }
  }

  /// How many there are.
  var count: Int { ends.count }

  /// A paragraph's bytes; they begin where those of the one before end.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  /// A paragraph as a text.
  func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  private mutating func append(_ word: ArraySlice<UInt8>) {
    guard word.contains(where: { $0 >= Paragraphs.firstByteOfCombiningMarks }) else {
      return bytes.append(contentsOf: word)
    }
    var text = String(decoding: word, as: UTF8.self)
    var marks = 0
    var hasFinalConsonant = false
    for scalar in text.unicodeScalars {
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      guard marks <= Paragraphs.mostMarks else { return bytes.append(contentsOf: word) }
      hasFinalConsonant = hasFinalConsonant || (0x11A8...0x11C2).contains(scalar.value)
    }
    // Foundation composes no final consonant of Hangul with a syllable that is composed already.
    if hasFinalConsonant { text = text.decomposedStringWithCanonicalMapping }
    bytes.append(contentsOf: text.precomposedStringWithCanonicalMapping.utf8)
  }

  /// White space as Unicode's property of that name has it.
  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E: false
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
