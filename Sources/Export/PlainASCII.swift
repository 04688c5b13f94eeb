/// The ASCII characters that a format copies as they are: no controls, and none that mean something to it.
struct PlainASCII {
  private let low: UInt64
  private let high: UInt64

  /// The printing characters and the space, without these.
  init(without special: StaticString) {
    var low = ~UInt64(0) << 32
    var high = ~UInt64(0) >> 1
    special.withUTF8Buffer { special in
      for byte in special where byte < 128 {
        if byte < 64 { low &= ~(1 << UInt64(byte)) } else { high &= ~(1 << UInt64(byte - 64)) }
      }
    }
    self.low = low
    self.high = high
  }

  /// Whether all of the cell can be copied.
  @inline(__always)
  func covers(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in cell {
      let word = byte < 64 ? low : high
      guard byte < 128, (word &>> UInt64(byte)) & 1 == 1 else { return false }
    }
    return true
  }
}
