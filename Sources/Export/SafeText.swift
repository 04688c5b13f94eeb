/// A cell without what could deceive its reader or drive the program that shows it.
///
/// Signers write the cells, and an infiltrator may sign. So, in every format:
/// - control characters (a terminal obeys them) and separators of lines and paragraphs (a list breaks at them) become
///   a space, a run of them one space; at the start and the end of the cell they go;
/// - characters that turn the direction of writing go: they could show a name as another;
/// - invisible format characters go: texts that differ in them alone look the same;
/// - the joiners U+200C and U+200D stay: Persian, Indic scripts and emoji are written with them. So do variation
///   selectors, which Japanese names need.
public struct SafeText {
  /// The text of one cell, fit for one line of a terminal or a document.
  public static func line(_ text: String) -> String {
    var safe = SafeText()
    var text = text
    text.withUTF8 { safe.take($0) }
    return String(decoding: safe.bytes, as: UTF8.self)
  }

  /// The cleaned text, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Whether it has a character of a script that is written from right to left.
  private(set) var hasRightToLeft = false

  /// What becomes of a scalar.
  enum Fate {
    case stays
    case becomesSpace
    case goes
  }

  /// Cleans the cell in place of the one before.
  mutating func take(_ cell: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    hasRightToLeft = false
    var spaceIsDue = false
    var scalars = UTF8Scalars(cell)
    while let (scalar, place) = scalars.next() {
      switch SafeText.fate(of: scalar) {
      case .goes: break
      case .becomesSpace: spaceIsDue = !bytes.isEmpty
      case .stays:
        if spaceIsDue { bytes.append(UInt8(ascii: " ")) }
        spaceIsDue = false
        hasRightToLeft = hasRightToLeft || SafeText.isRightToLeft(scalar)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: cell[place]))
      }
    }
  }

  /// What becomes of the scalar of this number.
  static func fate(of scalar: UInt32) -> Fate {
    switch scalar {
    case 0x20...0x7E: .stays
    // C0, DEL and C1; separators of lines and of paragraphs.
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: .becomesSpace
    // Marks, embeddings, overrides and isolates of direction.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .goes
    // Soft hyphen, Mongolian vowel separator, spaces of no width, invisible operators, deprecated format characters.
    case 0x00AD, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF: .goes
    // Interlinear annotations; shorthand and musical format controls; tags.
    case 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      // Among the tags' neighbours are the variation selectors of ideographs.
      (0xE0100...0xE01EF).contains(scalar) ? .stays : .goes
    default: .stays
    }
  }

  /// Whether the scalar lies in a block of a script that is written from right to left.
  static func isRightToLeft(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}

/// The scalars of valid UTF-8, with the place of each.
struct UTF8Scalars {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> (scalar: UInt32, place: Range<Int>)? {
    guard index < bytes.count else { return nil }
    let start = index
    let first = bytes[start]
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    index = min(start + length, bytes.count)
    var scalar = length == 1 ? UInt32(first) : UInt32(first) & (0x7F &>> UInt32(length))
    for byte in bytes[start..<index].dropFirst() { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return (scalar, start..<index)
  }
}
