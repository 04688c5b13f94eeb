/// Bytes as characters that a person can read out and type: Crockford's base 32, which has no I, L, O and U.
enum CrockfordBase32 {
  /// The bytes as capital letters and digits, 5 bits each; the last one is filled up with zeros.
  static func text(of bytes: [UInt8]) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity((bytes.count * 8 + 4) / 5)
    var pending = 0
    var pendingBits = 0
    for byte in bytes {
      pending = (pending << 8 | Int(byte)) & 0xFFF
      pendingBits += 8
      while pendingBits >= 5 {
        pendingBits -= 5
        characters.append(alphabet[pending >> pendingBits & 31])
      }
    }
    if pendingBits > 0 { characters.append(alphabet[pending << (5 - pendingBits) & 31]) }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The bytes that the digits stand for; nil where the bits that fill the last one up are not zero.
  static func bytes(of digits: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count * 5 / 8)
    var pending = 0
    var pendingBits = 0
    for digit in digits {
      pending = (pending << 5 | Int(digit)) & 0xFFF
      pendingBits += 5
      if pendingBits >= 8 {
        pendingBits -= 8
        bytes.append(UInt8(truncatingIfNeeded: pending >> pendingBits))
      }
    }
    return pendingBits < 5 && pending & (1 << pendingBits - 1) == 0 ? bytes : nil
  }

  /// The digits, 0 to 31, that a person typed, in any case and in groups; letters that look like a digit stand
  /// for it. Nil where a character is none of the alphabet.
  static func digits(typed text: some StringProtocol) -> [UInt8]? {
    var digits: [UInt8] = []
    for character in text.unicodeScalars {
      if character.properties.isWhitespace || character.properties.generalCategory == .dashPunctuation { continue }
      guard character.isASCII else { return nil }
      switch UInt8(ascii: character) {
      case UInt8(ascii: "o"), UInt8(ascii: "O"): digits.append(0)
      case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"): digits.append(1)
      case let byte:
        let capital = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte & 0xDF : byte
        guard let digit = alphabet.firstIndex(of: capital) else { return nil }
        digits.append(UInt8(digit))
      }
    }
    return digits
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
