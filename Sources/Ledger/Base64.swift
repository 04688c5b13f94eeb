/// Base64 with the alphabet of RFC 4648 §4 and its padding; of all ways to write some bytes only the one is read.
enum Base64 {
  /// The bytes in base64.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity((bytes.underestimatedCount + 2) / 3 * 4)
    var pending: UInt32 = 0
    var pendingBits = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      pendingBits += 8
      while pendingBits >= 6 {
        pendingBits -= 6
        characters.append(alphabet[Int(pending >> UInt32(pendingBits) & 63)])
      }
    }
    if pendingBits > 0 { characters.append(alphabet[Int(pending << UInt32(6 - pendingBits) & 63)]) }
    while !characters.count.isMultiple(of: 4) { characters.append(padding) }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The bytes that the text stands for; nil where it holds anything else, lacks its padding, or has bits in its
  /// last digit that stand for nothing.
  static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
    text.withContiguousStorageIfAvailable { bytes(ofContiguous: UnsafeRawBufferPointer($0)) }
      ?? Array(text).withUnsafeBytes { bytes(ofContiguous: $0) }
  }

  private static func bytes(ofContiguous text: UnsafeRawBufferPointer) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    let paddingCount = text.suffix(2).reduce(0) { $1 == padding ? $0 + 1 : 0 }
    let digitCount = text.count - paddingCount
    return values.withUnsafeBufferPointer { values in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(digitCount * 3 / 4)
      var pending: UInt32 = 0
      var pendingBits: UInt32 = 0
      for place in 0..<digitCount {
        let value = values[Int(text[place])]
        guard value < 64 else { return nil }
        pending = pending << 6 | UInt32(value)
        pendingBits += 6
        if pendingBits >= 8 {
          pendingBits -= 8
          bytes.append(UInt8(truncatingIfNeeded: pending >> pendingBits))
        }
      }
      return pending & (1 << pendingBits - 1) == 0 ? bytes : nil
    }
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// What each byte stands for as a digit; 255 where it is none.
  private static let values: [UInt8] = (0...UInt8.max).map { byte in
    alphabet.firstIndex(of: byte).map(UInt8.init) ?? 255
  }
  private static let padding = UInt8(ascii: "=")
}
