import Campaigns
import Text

/// Puts list lines in the order of their names by the rules of a language.
///
/// Lines without a name come last, by what they show. Lines that are equal to the eye keep no particular order.
struct NameOrder {
  private let collator: Collator

  init(_ language: Language) {
    collator = Collator(language: language.description)
  }

  /// The lines in order.
  func sorted(_ lines: [ListLine]) -> [ListLine] {
    places(of: lines).map { lines[$0] }
  }

  /// The places of the lines, in their order.
  ///
  /// Every line's key is made once and stands in one block of memory; most pairs are told apart by their first bytes.
  func places(of lines: [ListLine]) -> [Int] {
    var keys: [UInt8] = []
    keys.reserveCapacity(lines.count * 32)
    var entries: [Entry] = []
    entries.reserveCapacity(lines.count)
    for (place, line) in lines.enumerated() {
      let start = keys.count
      append(line, to: &keys)
      keys.append(0)
      entries.append(Entry(place: UInt32(place), start: start, prefix: NameOrder.prefix(keys[start...])))
    }
    keys.withUnsafeBufferPointer { keys in
      entries.sort { left, right in
        if left.prefix != right.prefix { return left.prefix < right.prefix }
        return NameOrder.isBefore(keys, left.start, right.start)
      }
    }
    return entries.map { Int($0.place) }
  }

  private struct Entry {
    let place: UInt32
    let start: Int
    let prefix: UInt64
  }

  private func append(_ line: ListLine, to keys: inout [UInt8]) {
    // No byte of a collation key is 0, so it keeps fields apart; and the lines with a name come first.
    keys.append(line.fullName == nil ? 2 : 1)
    for text in [line.fullName, line.jobTitle, line.affiliation, line.location] {
      if let text { collator.appendKey(for: text, to: &keys) }
      keys.append(1)
      if line.fullName != nil { break }
    }
  }

  /// The first 8 bytes of a key as a number that orders as they do.
  private static func prefix(_ key: ArraySlice<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    var count = 0
    for byte in key.prefix(8) {
      prefix = prefix << 8 | UInt64(byte)
      count += 1
    }
    return prefix << UInt64(8 * (8 - count))
  }

  private static func isBefore(_ keys: UnsafeBufferPointer<UInt8>, _ left: Int, _ right: Int) -> Bool {
    var left = left
    var right = right
    while keys[left] == keys[right] {
      if keys[left] == 0 { return false }
      left += 1
      right += 1
    }
    return keys[left] < keys[right]
  }
}
