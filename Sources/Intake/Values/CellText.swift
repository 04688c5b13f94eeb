/// Makes the text of a cell fit to keep: trimmed, on one line, without control characters, within its length.
///
/// Most cells are printable ASCII: eight bytes are looked at a time, and nothing is copied.
struct CellText {
  /// What becomes of a tabulator within a text; a line break becomes a space.
  enum Tabs {
    case becomeSpaces
    case areRefused
  }

  private var rewritten: [UInt8] = []

  /// Hands over the text of a cell, which is valid UTF-8; no bytes where nothing visible is in it.
  ///
  /// A run of line breaks and tabulators, with the spaces around it, becomes one space. The length counts Unicode
  /// scalars. The bytes are valid within `body`.
  /// - Throws: `controlCharacter` or `tooLong`.
  @inline(__always)
  mutating func clean<Result>(
    _ cell: UnsafeRawBufferPointer, _ field: SheetField?, limit: Int, tabs: Tabs = .becomeSpaces,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(CellFault) -> Result {
    let text = CellText.withoutSpaces(cell)
    if CellText.isPrintableASCII(text) {
      guard text.count <= limit else { throw .tooLong(field, limit: limit) }
      return body(text)
    }
    return try cleanRare(text, field, limit: limit, tabs: tabs, body)
  }

  /// The cell without the spaces around it.
  @inline(__always)
  static func withoutSpaces(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard var start = cell.baseAddress else { return cell }
    var count = cell.count
    while count > 0, start.load(as: UInt8.self) == 0x20 {
      start += 1
      count -= 1
    }
    while count > 0, start.load(fromByteOffset: count - 1, as: UInt8.self) == 0x20 { count -= 1 }
    return UnsafeRawBufferPointer(start: start, count: count)
  }

  /// Whether every byte is a printable ASCII character.
  @inline(__always)
  static func isPrintableASCII(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let base = text.baseAddress else { return true }
    var odd: UInt64 = 0
    var place = 0
    while place + 8 <= text.count {
      odd |= oddBytes(word(base, place))
      place += 8
    }
    while place < text.count {
      let byte = base.load(fromByteOffset: place, as: UInt8.self)
      if byte < 0x20 || byte > 0x7E { return false }
      place += 1
    }
    return odd == 0
  }

  /// Not zero where one of the eight bytes is no printable ASCII character.
  @inline(__always)
  private static func oddBytes(_ bytes: UInt64) -> UInt64 {
    let belowSpace = (bytes &- eightTimes(0x20)) & ~bytes & topBits
    return bytes & topBits | belowSpace | zeroBytes(bytes ^ eightTimes(0x7F))
  }

  // MARK: - Other texts

  private mutating func cleanRare<Result>(
    _ cell: UnsafeRawBufferPointer, _ field: SheetField?, limit: Int, tabs: Tabs,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(CellFault) -> Result {
    let text = CellText.trimmed(cell)
    // A scalar has four bytes at most: what is longer need not be looked at.
    guard text.count <= limit * 4 else { throw .tooLong(field, limit: limit) }
    var scalars = ScalarCursor(text)
    var length = 0
    var isVisible = false
    var needsRewriting = false
    var marks = 0
    while let scalar = scalars.next() {
      length += 1
      marks = CellText.isCombiningMark(scalar) ? marks + 1 : 0
      guard marks <= CellText.mostMarks else { throw .tooManyMarks }
      switch ScalarKind.of(scalar) {
      case .visible: isVisible = true
      case .control: throw .controlCharacter
      case .tab where tabs == .areRefused: throw .controlCharacter
      case .tab, .lineBreak: needsRewriting = true
      case .space, .zeroWidth, .invisible: continue
      }
    }
    guard length <= limit else { throw .tooLong(field, limit: limit) }
    guard isVisible else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    guard needsRewriting else { return body(text) }
    joinLines(of: text)
    return rewritten.withUnsafeBytes(body)
  }

  /// No language puts more marks on one letter; a pile of them would be drawn over the lines of others.
  private static let mostMarks = 8

  /// Whether the scalar is drawn over or under the letter before it, in whatever script.
  private static func isCombiningMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0300...0x036F, 0x0483...0x0489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default: false
    }
  }

  /// Replaces each run of line breaks, tabulators and the spaces around it by one space.
  private mutating func joinLines(of text: UnsafeRawBufferPointer) {
    rewritten.removeAll(keepingCapacity: true)
    var scalars = ScalarCursor(text)
    var gap: Range<Int>?
    var gapHasBreak = false
    while let scalar = scalars.next() {
      let place = scalars.range
      switch ScalarKind.of(scalar) {
      case .lineBreak, .tab:
        gapHasBreak = true
        gap = (gap?.lowerBound ?? place.lowerBound)..<place.upperBound
      case .space:
        gap = (gap?.lowerBound ?? place.lowerBound)..<place.upperBound
      default:
        if let gap { rewritten.append(contentsOf: gapHasBreak ? [0x20] : Array(text[gap])) }
        gap = nil
        gapHasBreak = false
        rewritten.append(contentsOf: text[place])
      }
    }
  }

  /// The text without white space, line breaks and characters of no width at its ends.
  static func trimmed(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var forward = ScalarCursor(cell)
    var start = 0
    while let scalar = forward.next(), isTrimmed(scalar) { start = forward.range.upperBound }
    var end = cell.count
    while end > start {
      var first = end - 1
      while first > start, cell[first] & 0xC0 == 0x80 { first -= 1 }
      var last = ScalarCursor(UnsafeRawBufferPointer(rebasing: cell[first..<end]))
      guard let scalar = last.next(), isTrimmed(scalar) else { break }
      end = first
    }
    return UnsafeRawBufferPointer(rebasing: cell[start..<end])
  }

  private static func isTrimmed(_ scalar: UInt32) -> Bool {
    switch ScalarKind.of(scalar) {
    case .space, .lineBreak, .tab, .zeroWidth: true
    case .visible, .invisible, .control: false
    }
  }
}
