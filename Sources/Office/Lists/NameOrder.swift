import Campaigns
import Foundation
import Synchronization
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
  /// - Parameter byAll: whether lines of one name are sorted by what else they show: where names are told by their
  ///   initials, many are the same, and the order in which they came would tell who signed first.
  func sorted(_ lines: consuming [ListLine], byAll: Bool = false) -> [ListLine] {
    var lines = lines
    sort(&lines, byAll: byAll)
    return lines
  }

  /// Puts the lines in order, as `sorted` does.
  func sort(_ lines: inout [ListLine], byAll: Bool = false) {
    var sources = places(of: lines, byAll: byAll)
    // Swapped where they stand, cycle by cycle: copying a line costs a count up and down for each text in it.
    for start in sources.indices where sources[start] != start {
      var hole = start
      while sources[hole] != start {
        let source = sources[hole]
        lines.swapAt(hole, source)
        sources[hole] = hole
        hole = source
      }
      sources[hole] = hole
    }
  }

  /// Whether the left text stands before the right one.
  func isBefore(_ left: String, _ right: String) -> Bool {
    var keys: (left: [UInt8], right: [UInt8]) = ([], [])
    collator.appendKey(for: left, to: &keys.left)
    collator.appendKey(for: right, to: &keys.right)
    return keys.left == keys.right ? left < right : keys.left.lexicographicallyPrecedes(keys.right)
  }

  /// The places of the lines, in their order.
  ///
  /// Every line's key is made once, in blocks on all cores; most pairs are told apart by their first bytes.
  func places(of lines: [ListLine], byAll: Bool = false) -> [Int] {
    let size = 16_384
    let count = (lines.count + size - 1) / size
    let made = Mutex<[Block?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let block = block(lines, number * size..<min((number + 1) * size, lines.count), byAll)
      made.withLock { $0[number] = block }
    }
    let blocks = made.withLock { $0.compactMap { $0 } }
    var entries = blocks.flatMap(\.entries)
    entries.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return NameOrder.isBefore(
        blocks[Int(left.place) / size].keys, Int(left.start), blocks[Int(right.place) / size].keys, Int(right.start))
    }
    return entries.map { Int($0.place) }
  }

  private struct Entry {
    let prefix: UInt64
    let place: UInt32
    let start: UInt32
  }

  /// The keys of some consecutive lines, one behind the other, each ended by a 0.
  private struct Block: Sendable {
    var keys: [UInt8] = []
    var entries: [Entry] = []
  }

  private func block(_ lines: [ListLine], _ places: Range<Int>, _ byAll: Bool) -> Block {
    var block = Block()
    block.keys.reserveCapacity(places.count * 40)
    block.entries.reserveCapacity(places.count)
    for place in places {
      let start = block.keys.count
      append(lines[place], byAll, to: &block.keys)
      block.keys.append(0)
      block.entries.append(
        Entry(prefix: NameOrder.prefix(block.keys[start...]), place: UInt32(place), start: UInt32(start)))
    }
    return block
  }

  private func append(_ line: ListLine, _ byAll: Bool, to keys: inout [UInt8]) {
    // No byte of a collation key is 0, so it keeps fields apart; and the lines with a name come first.
    keys.append(line.fullName == nil ? 2 : 1)
    for text in [line.fullName, line.jobTitle, line.affiliation, line.location] {
      if let text { collator.appendKey(for: text, to: &keys) }
      keys.append(1)
      if line.fullName != nil, !byAll { break }
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

  private static func isBefore(_ leftKeys: [UInt8], _ left: Int, _ rightKeys: [UInt8], _ right: Int) -> Bool {
    leftKeys.withUnsafeBufferPointer { leftKeys in
      rightKeys.withUnsafeBufferPointer { rightKeys in
        var left = left
        var right = right
        while leftKeys[left] == rightKeys[right] {
          if leftKeys[left] == 0 { return false }
          left += 1
          right += 1
        }
        return leftKeys[left] < rightKeys[right]
      }
    }
  }
}
