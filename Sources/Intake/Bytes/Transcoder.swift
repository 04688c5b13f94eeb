/// Turns a stream in another encoding into UTF-8, piece by piece.
///
/// What is no valid text becomes bytes that are no valid UTF-8, never U+FFFD: a replacement character would pass
/// for what the signer wrote, while invalid bytes refuse their row.
struct Transcoder {
  private let encoding: SheetEncoding
  /// The first byte of a unit whose second has not come yet.
  private var halfUnit: UInt8?
  /// A high surrogate whose low one has not come yet.
  private var highSurrogate: UInt16?

  init(from encoding: SheetEncoding) {
    self.encoding = encoding
  }

  /// Appends the text of the next bytes; what is incomplete waits for the bytes that follow.
  mutating func append(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
    switch encoding {
    case .utf8: text.append(contentsOf: bytes)
    case .windows1252: for byte in bytes { append(scalar: windows1252(byte), to: &text) }
    case .utf16LittleEndian, .utf16BigEndian: appendUTF16(bytes, to: &text)
    }
  }

  /// Appends what the end of the stream left incomplete.
  mutating func finish(to text: inout [UInt8]) {
    if let high = highSurrogate { append(scalar: UInt32(high), to: &text) }
    if halfUnit != nil { text.append(0xFF) }
    highSurrogate = nil
    halfUnit = nil
  }

  private mutating func appendUTF16(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
    var place = 0
    while place < bytes.count {
      if halfUnit == nil, highSurrogate == nil { appendASCII(bytes, from: &place, to: &text) }
      guard place < bytes.count else { return }
      let byte = bytes[place]
      place += 1
      guard let first = halfUnit else {
        halfUnit = byte
        continue
      }
      halfUnit = nil
      let unit =
        encoding == .utf16LittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
      append(unit: unit, to: &text)
    }
  }

  /// Appends the ASCII characters that come next, four at a time: most sheets are little else.
  private func appendASCII(_ bytes: UnsafeRawBufferPointer, from place: inout Int, to text: inout [UInt8]) {
    guard let base = bytes.baseAddress else { return }
    let isLittle = encoding == .utf16LittleEndian
    let others: UInt64 = isLittle ? 0xFF80_FF80_FF80_FF80 : 0x80FF_80FF_80FF_80FF
    while place + 8 <= bytes.count {
      let start = place
      withUnsafeTemporaryAllocation(byteCount: pieceLength, alignment: 8) { room in
        var count = 0
        while count + 4 <= pieceLength, place + 8 <= bytes.count {
          let units = word(base, place)
          guard units & others == 0 else { break }
          let ascii = isLittle ? units : units >> 8
          let pairs = (ascii | ascii >> 8) & 0x0000_FFFF_0000_FFFF
          room.storeBytes(of: UInt32(truncatingIfNeeded: pairs | pairs >> 16), toByteOffset: count, as: UInt32.self)
          count += 4
          place += 8
        }
        text.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
      }
      if place == start || place - start < pieceLength * 2 { return }
    }
  }

  private mutating func append(unit: UInt16, to text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if unit & 0xFC00 == 0xDC00 {
        let scalar = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        return append(scalar: scalar, to: &text)
      }
      append(scalar: UInt32(high), to: &text)
    }
    if unit & 0xFC00 == 0xD800 {
      highSurrogate = unit
    } else {
      append(scalar: UInt32(unit), to: &text)
    }
  }

  /// A surrogate on its own comes out as three bytes that every UTF-8 check refuses.
  private func append(scalar: UInt32, to text: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
    switch scalar {
    case 0..<0x80:
      text.append(UInt8(scalar))
      return
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
    case 0x800..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(tail(6))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(tail(12))
      text.append(tail(6))
    }
    text.append(tail(0))
  }

  /// The five bytes without a meaning stay control characters, which refuse the cell that holds them.
  private func windows1252(_ byte: UInt8) -> UInt32 {
    0x80...0x9F ~= byte ? windows1252High[Int(byte - 0x80)] : UInt32(byte)
  }
}

private let windows1252High: [UInt32] = [
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
  0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0x009D, 0x017E, 0x0178,
]
/// How many characters are put together before they are appended.
private let pieceLength = 1024
