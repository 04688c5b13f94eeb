/// Whether bytes are valid UTF-8.
enum UTF8Check {
  /// Whether all of the bytes are: no overlong forms, no surrogates, nothing cut off.
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let count = bytes.count
    var place = 0
    while place < count {
      if place + 8 <= count, word(base, place) & topBits == 0 {
        place += 8
        continue
      }
      let length = sequenceLength(base + place, atMost: count - place)
      if length == 0 { return false }
      place += length
    }
    return true
  }

  /// The length of the character that begins here; 0 where none does.
  @inline(__always)
  private static func sequenceLength(_ start: UnsafeRawPointer, atMost room: Int) -> Int {
    let lead = start.load(as: UInt8.self)
    if lead < 0x80 { return 1 }
    guard room > 1 else { return 0 }
    let second = start.load(fromByteOffset: 1, as: UInt8.self)
    switch lead {
    case 0xC2...0xDF: return isTail(second) ? 2 : 0
    case 0xE0...0xEF:
      guard room > 2, isTail(start.load(fromByteOffset: 2, as: UInt8.self)) else { return 0 }
      let allowed: ClosedRange<UInt8> = lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
      return allowed ~= second ? 3 : 0
    case 0xF0...0xF4:
      guard room > 3, isTail(start.load(fromByteOffset: 2, as: UInt8.self)),
        isTail(start.load(fromByteOffset: 3, as: UInt8.self))
      else { return 0 }
      let allowed: ClosedRange<UInt8> = lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return allowed ~= second ? 4 : 0
    default: return 0
    }
  }

  @inline(__always)
  private static func isTail(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80
  }
}
