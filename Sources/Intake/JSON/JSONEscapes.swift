/// The escapes of a JSON text.
enum JSONEscapes {
  /// Writes the text with its escapes resolved, which is never longer, and gives its length; nil where one is none.
  ///
  /// Half of a surrogate pair on its own comes out as three bytes that every UTF-8 check refuses, so that it refuses
  /// its row.
  static func resolve(_ text: UnsafeRawBufferPointer, into room: UnsafeMutableRawPointer) -> Int? {
    var place = 0
    var count = 0
    func write(_ byte: UInt8) {
      room.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
      count += 1
    }
    while place < text.count {
      let byte = text[place]
      guard byte == UInt8(ascii: "\\") else {
        write(byte)
        place += 1
        continue
      }
      guard place + 1 < text.count else { return nil }
      let escaped = text[place + 1]
      place += 2
      guard escaped == UInt8(ascii: "u") else {
        guard let plain = plain(escaped) else { return nil }
        write(plain)
        continue
      }
      guard let unit = unit(text, at: place) else { return nil }
      place += 4
      var scalar = UInt32(unit)
      if unit & 0xFC00 == 0xD800, place + 6 <= text.count, text[place] == UInt8(ascii: "\\"),
        text[place + 1] == UInt8(ascii: "u"), let low = self.unit(text, at: place + 2), low & 0xFC00 == 0xDC00
      {
        scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
        place += 6
      }
      encode(scalar, write)
    }
    return count
  }

  private static func plain(_ escaped: UInt8) -> UInt8? {
    switch escaped {
    case quotationMark, UInt8(ascii: "\\"), UInt8(ascii: "/"): escaped
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): lineFeed
    case UInt8(ascii: "r"): carriageReturn
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  private static func unit(_ text: UnsafeRawBufferPointer, at place: Int) -> UInt16? {
    guard place + 4 <= text.count else { return nil }
    var unit: UInt16 = 0
    for byte in text[place..<place + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private static func encode(_ scalar: UInt32, _ write: (UInt8) -> Void) {
    func tail(_ shift: UInt32) { write(UInt8(0x80 | (scalar >> shift) & 0x3F)) }
    switch scalar {
    case 0..<0x80:
      return write(UInt8(scalar))
    case 0x80..<0x800:
      write(UInt8(0xC0 | scalar >> 6))
    case 0x800..<0x10000:
      write(UInt8(0xE0 | scalar >> 12))
      tail(6)
    default:
      write(UInt8(0xF0 | scalar >> 18))
      tail(12)
      tail(6)
    }
    tail(0)
  }
}
