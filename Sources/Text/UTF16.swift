import ICU

/// The longest text, in bytes, that is handed to ICU: its lengths are 32 bits wide, and a text may grow on the way.
let longestText = Int(Int32.max) / 64

extension String {
  /// Lends the text as UTF-16, which is what ICU reads. The memory is valid within the body only.
  /// - Returns: What the body returns; nil where the text is longer than `longestText`.
  func withUTF16<Result>(_ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result? {
    var text = self
    return text.withUTF8 { bytes -> Result? in
      guard bytes.count <= longestText else { return nil }
      // Never more UTF-16 units than bytes. One more, so that there is an address even for an empty text.
      return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: bytes.count + 1) { units -> Result? in
        var count = 0
        while count < bytes.count, bytes[count] < 0x80 {
          units[count] = UInt16(bytes[count])
          count += 1
        }
        if count < bytes.count {
          let rest = UnsafeBufferPointer(rebasing: bytes[count...])
          let written = rest.withMemoryRebound(to: CChar.self) {
            picket_utf16(
              $0.baseAddress, Int32($0.count), units.baseAddress.map { $0 + count },
              Int32(units.count - count))
          }
          guard written >= 0 else { return nil }
          count += Int(written)
        }
        return body(UnsafeBufferPointer(rebasing: units[..<count]))
      }
    }
  }

  /// The text that these UTF-16 units are; nil where it is longer than ICU counts.
  /// What is not well formed is replaced.
  static func decoding(utf16 units: UnsafeMutableBufferPointer<UInt16>) -> String? {
    var failed = false
    // No unit takes more than 3 bytes of UTF-8.
    let text = String(unsafeUninitializedCapacity: 3 * units.count) { bytes in
      let written = bytes.withMemoryRebound(to: CChar.self) {
        picket_utf8(units.baseAddress, Int32(units.count), $0.baseAddress, Int32($0.count))
      }
      failed = written < 0
      return written < 0 ? 0 : Int(written)
    }
    return failed ? nil : text
  }
}
