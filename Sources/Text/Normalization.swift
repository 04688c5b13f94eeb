import ICU

/// The two forms of a text that are compared: composed, and folded.
public enum Normalization {
  /// The text in normalization form C: what looks the same and means the same is the same bytes.
  ///
  /// A text of more than 32 MiB comes back as it was.
  public static func nfc(_ text: String) -> String {
    var text = text
    // Everything below U+0300 is composed already; that is all of ASCII and nearly all of Latin script.
    if text.withUTF8({ bytes in bytes.allSatisfy { $0 < firstByteOfCombiningMarks } }) { return text }
    let composed = text.withUTF16 { units -> String? in
      if picket_is_nfc(units.baseAddress, Int32(units.count)) == 1 { return nil }
      // ICU gives 3 as the most that a text in UTF-16 grows in this form.
      return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 3 * units.count) { result in
        let count = picket_nfc(
          units.baseAddress, Int32(units.count), result.baseAddress, Int32(result.count))
        return count < 0 ? nil : String.decoding(utf16: UnsafeMutableBufferPointer(rebasing: result[..<Int(count)]))
      }
    }
    return composed.flatMap { $0 } ?? text
  }

  /// The text as it is compared where writing does not matter: composed, without case, with one space for every
  /// run of white space and none at the ends, and without characters that cannot be seen.
  ///
  /// It is for comparing, not for showing. Folding twice is folding once. A text of more than 32 MiB
  /// comes back as it was.
  public static func folded(_ text: String) -> String {
    var text = text
    let plain = text.withUTF8 { bytes -> ASCIIText in
      ASCIIText(bytes)
    }
    switch plain {
    case .folded: return text
    case .foldable: return text.withUTF8(foldASCII)
    case .notASCII: return text.withUTF16(fold)?.flatMap { $0 } ?? text
    }
  }
}

private let firstCombiningMark: UInt16 = 0x0300
/// Of U+0300 and some that follow it, in UTF-8.
private let firstByteOfCombiningMarks: UInt8 = 0xCC
private let space = UInt8(ascii: " ")

/// How much work a text is.
private enum ASCIIText {
  /// None: it is folded.
  case folded
  /// Lower case and white space.
  case foldable
  /// All of it.
  case notASCII

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var changes = false
    // As if a space stood before the text, so that a leading one is a run of two.
    var previous = space
    for byte in bytes {
      guard byte < 0x80 else {
        self = .notASCII
        return
      }
      changes =
        changes || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        || byte == space && previous == space || byte >= 0x09 && byte <= 0x0D
      previous = byte
    }
    self = changes || previous == space && !bytes.isEmpty ? .foldable : .folded
  }
}

private func foldASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  String(unsafeUninitializedCapacity: bytes.count) { result in
    var count = 0
    var spaceIsDue = false
    for byte in bytes {
      if byte == space || byte >= 0x09 && byte <= 0x0D {
        spaceIsDue = count > 0
        continue
      }
      if spaceIsDue {
        result[count] = space
        count += 1
        spaceIsDue = false
      }
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      result[count] = isUpper ? byte | 0x20 : byte
      count += 1
    }
    return count
  }
}

/// Nil where ICU fails.
private func fold(_ units: UnsafeBufferPointer<UInt16>) -> String? {
  // ICU gives 4 and 3 as the most that decomposing and folding make of one unit.
  let capacity = 12 * units.count
  return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 2 * capacity) { room -> String? in
    let first = UnsafeMutableBufferPointer(rebasing: room[..<capacity])
    let second = UnsafeMutableBufferPointer(rebasing: room[capacity...])
    // What cannot be seen goes first: it would keep a letter and its accent from composing.
    let visible = copyVisible(units, to: first)
    var count = Int32(visible)
    // Folding is stable under composition only from the decomposed form (Unicode, definition D145). Where there is
    // nothing to decompose into, below U+0300, it comes to the same without.
    var (source, result) = (first, second)
    if !first[..<visible].allSatisfy({ $0 < firstCombiningMark }) {
      count = picket_nfd(source.baseAddress, count, result.baseAddress, Int32(capacity))
      guard count >= 0 else { return nil }
      swap(&source, &result)
    }
    count = picket_fold_case(source.baseAddress, count, result.baseAddress, Int32(capacity))
    guard count >= 0 else { return nil }
    swap(&source, &result)
    if picket_is_nfc(source.baseAddress, count) == 0 {
      count = picket_nfc(source.baseAddress, count, result.baseAddress, Int32(capacity))
      guard count >= 0 else { return nil }
      swap(&source, &result)
    }
    return String.decoding(utf16: UnsafeMutableBufferPointer(rebasing: source[..<Int(count)]))
  }
}

/// Copies the text with its white space made single and without what cannot be seen; tells how much it copied.
private func copyVisible(
  _ units: UnsafeBufferPointer<UInt16>, to result: UnsafeMutableBufferPointer<UInt16>
) -> Int {
  var count = 0
  var spaceIsDue = false
  for unit in units {
    if isWhiteSpace(unit) {
      spaceIsDue = count > 0
      continue
    }
    if isInvisible(unit) { continue }
    if spaceIsDue {
      result[count] = UInt16(space)
      count += 1
      spaceIsDue = false
    }
    result[count] = unit
    count += 1
  }
  return count
}

/// White space as Unicode's property of that name has it; all of it is in the first plane.
private func isWhiteSpace(_ unit: UInt16) -> Bool {
  switch unit {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}
