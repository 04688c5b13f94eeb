import Text

/// One line of readable text in the making.
///
/// Every run of white space is one space, there is none at the ends, and there are no control characters: what a page
/// says cannot move the cursor of whoever reads it in a terminal. Soft hyphens, zero-width spaces and word joiners,
/// which only say where a line may break, are left out, and so are combining marks beyond 30 in a row: no writing has
/// so many (UAX #15, stream-safe text), and sorting very many of them takes hours.
struct CollapsedText {
  private var bytes: [UInt8] = []
  private var spaceIsDue = false
  /// How many combining marks were written last.
  private var marks = 0

  /// Appends well-formed UTF-8.
  mutating func append(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { text in
      var place = 0
      while place < text.count {
        let byte = text[place]
        if byte < 0x80 {
          place += 1
          append(ascii: byte)
        } else {
          // A character that is cut off ends with the text.
          let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, text.count - place)
          append(UnsafeBufferPointer(rebasing: text[place..<place + length]))
          place += length
        }
      }
    }
  }

  /// Ends the line: its text in normalization form C, nil where there is none. What is appended next begins another.
  mutating func take() -> String? {
    defer {
      bytes.removeAll(keepingCapacity: true)
      spaceIsDue = false
    }
    return bytes.isEmpty ? nil : Normalization.nfc(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func append(ascii byte: UInt8) {
    switch byte {
    case 0x09...0x0D, 0x20: spaceIsDue = true
    case 0x00...0x1F, 0x7F: break
    default:
      writeSpace()
      bytes.append(byte)
      marks = 0
    }
  }

  /// Appends one character of several bytes.
  private mutating func append(_ character: UnsafeBufferPointer<UInt8>) {
    switch (character[0], character.dropFirst().first ?? 0, character.dropFirst(2).first ?? 0) {
    // No-break space; those of other widths, the line and paragraph separators among them; the ideographic one.
    case (0xC2, 0xA0, _), (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      spaceIsDue = true
    // Soft hyphen, zero-width space, word joiner, byte order mark.
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): break
    // Nobody means the control characters: `&#150;` is a dash to every browser.
    case (0xC2, let second, _) where second < 0xA0:
      guard let meant = windows1252[second] else { break }
      writeSpace()
      bytes.append(contentsOf: meant)
    default:
      marks = Self.isMark(character) ? marks + 1 : 0
      guard marks <= 30 else { break }
      writeSpace()
      bytes.append(contentsOf: character)
    }
  }

  private static func isMark(_ character: UnsafeBufferPointer<UInt8>) -> Bool {
    // There are none below U+0300.
    guard character[0] >= 0xCC else { return false }
    let lead = UInt32(character[0]) & (0x7F >> UInt32(character.count))
    let value = character.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
    return Unicode.Scalar(value).map { $0.properties.canonicalCombiningClass != .notReordered } ?? false
  }

  private mutating func writeSpace() {
    if spaceIsDue, !bytes.isEmpty { bytes.append(0x20) }
    spaceIsDue = false
  }
}

/// What the bytes from 0x80 to 0x9F are in Windows-1252, in UTF-8, without the five that are nothing.
private let windows1252: [UInt8: [UInt8]] = {
  var characters: [UInt8: [UInt8]] = [:]
  for byte in UInt8(0x80)...0x9F {
    let character = Charset.windows1252.utf8(of: [byte])
    if character.first != 0xC2 { characters[byte] = character }
  }
  return characters
}()
