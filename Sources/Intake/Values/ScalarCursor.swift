/// Walks through the characters of a text that is valid UTF-8.
struct ScalarCursor {
  private let text: UnsafeRawBufferPointer
  /// Where the character stands that was passed last.
  private(set) var range = 0..<0

  init(_ text: UnsafeRawBufferPointer) {
    self.text = text
  }

  /// The next character.
  @inline(__always)
  mutating func next() -> UInt32? {
    let start = range.upperBound
    guard start < text.count else { return nil }
    let lead = text[start]
    if lead < 0x80 {
      range = start..<start + 1
      return UInt32(lead)
    }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for place in start + 1..<min(start + length, text.count) {
      scalar = scalar << 6 | UInt32(text[place] & 0x3F)
    }
    range = start..<min(start + length, text.count)
    return scalar
  }
}
