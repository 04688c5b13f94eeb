/// Walks through the bytes of a date.
struct DigitCursor {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The next byte.
  @inline(__always)
  mutating func next() -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  /// Whether the next byte is this one, which is then passed.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Whether the next letters are these, in any case; they are then passed. `word` is in lower case.
  mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for place in 0..<count where bytes[position + place] | 0x20 != word.utf8Start[place] { return false }
    position += count
    return true
  }

  /// The number that the next digits make; nil where there is none or more digits than that.
  @inline(__always)
  mutating func number(atMost limit: Int) -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
      guard position - start < limit else { return nil }
      value = value * 10 + Int(digit)
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  /// Passes digits; how many they were.
  mutating func skipDigits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    return position - start
  }

  /// Passes spaces, also the narrow no-break space that newer systems write before AM and PM.
  mutating func skipSpaces() {
    while position < bytes.count {
      if bytes[position] == 0x20 {
        position += 1
      } else if position + 2 < bytes.count, bytes[position] == 0xE2, bytes[position + 1] == 0x80,
        bytes[position + 2] == 0xAF
      {
        position += 3
      } else {
        return
      }
    }
  }

  /// Passes what parts the day from the time: a `T`, or a space, a comma or both.
  mutating func takeTimeMark() -> Bool {
    if take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) { return true }
    let start = position
    _ = take(UInt8(ascii: ","))
    skipSpaces()
    return position > start
  }
}
