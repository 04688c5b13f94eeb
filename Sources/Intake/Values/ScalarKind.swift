/// What a character means for a cell's text.
enum ScalarKind {
  /// Part of the text.
  case visible
  /// White space other than a line break: trimmed at the ends.
  case space
  /// A line break or a tabulator.
  case lineBreak
  case tab
  /// Takes no room: trimmed at the ends; within a text it may join or part letters.
  case zeroWidth
  /// Shows nothing, but may be one of a pair or stand for a letter: kept, yet alone it makes no name.
  case invisible
  case control

  /// The kind of the character.
  static func of(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x20: .space
    case 0x0A...0x0D, 0x85: .lineBreak
    case 0x09: .tab
    case 0..<0x20, 0x7F..<0xA0: .control
    case 0x21..<0xA0: .visible
    default: scalar < 0x034F && scalar != 0xA0 && scalar != 0xAD ? .visible : ofRare(scalar)
    }
  }

  private static func ofRare(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x2028, 0x2029: .lineBreak
    case 0xAD, 0x034F, 0x061C, 0x180B...0x180F, 0x200B...0x200F, 0x2060...0x2065, 0xFEFF: .zeroWidth
    case 0x202A...0x202E, 0x2066...0x206F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFE00...0xFE0F, 0xFFA0,
      0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      .invisible
    default: .visible
    }
  }
}
