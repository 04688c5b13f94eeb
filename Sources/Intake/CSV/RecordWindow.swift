import Foundation

/// The part of a text that is in memory: it begins with the current record and grows until that is whole.
///
/// Every byte up to `end` can be read, and eight more beyond it that mean nothing.
struct RecordWindow: ~Copyable, @unchecked Sendable {
  /// The bytes; `start..<end` of them are text that is not consumed yet.
  private(set) var base: UnsafeMutableRawPointer
  /// Where the next record begins.
  var start = 0
  /// Where the text that was read so far ends.
  private(set) var end = 0
  /// Whether the text ends at `end`.
  private(set) var atEnd = false
  private var capacity: Int
  private let largest: Int
  /// Where cells are rewritten that do not stand in the text as they are meant.
  private var scratch: UnsafeMutableRawPointer?
  private var scratchCapacity = 0
  private var scratchUsed = 0

  /// An empty window of `capacity` bytes, which grows up to `largest` where a record needs it.
  init(capacity: Int, largest: Int) {
    self.capacity = min(capacity, largest)
    self.largest = largest
    self.base = RecordWindow.allocate(self.capacity)
  }

  deinit {
    base.deallocate()
    scratch?.deallocate()
  }

  /// Reads on until the window is full or the text ends; what was consumed makes room first.
  ///
  /// - Returns: false where the window holds one unfinished record and may not grow any further.
  /// - Throws: what the source throws.
  mutating func refill(from feed: inout TextFeed) throws -> Bool {
    if start > 0 {
      memmove(base, base + start, end - start)
      end -= start
      start = 0
    } else if end == capacity {
      guard capacity < largest else { return false }
      grow(to: min(capacity * 2, largest))
    }
    while end < capacity, !atEnd {
      let count = try feed.read(into: UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end))
      end += count
      atEnd = count == 0
    }
    return true
  }

  /// Forgets the rewritten cells of the record before.
  @inline(__always)
  mutating func clearScratch() {
    scratchUsed = 0
  }

  /// Room for a rewritten cell of at most that many bytes, valid as long as the record.
  mutating func scratchRoom(_ count: Int) -> UnsafeMutableRawPointer {
    // All rewritten cells of a record together are no longer than the record, so what has room for the window never
    // moves within one.
    if scratchCapacity < capacity {
      scratch?.deallocate()
      scratch = RecordWindow.allocate(capacity)
      scratchCapacity = capacity
    }
    defer { scratchUsed += count }
    return (scratch ?? base) + scratchUsed
  }

  private mutating func grow(to size: Int) {
    let larger = RecordWindow.allocate(size)
    larger.copyMemory(from: base, byteCount: end)
    base.deallocate()
    base = larger
    capacity = size
  }

  /// Memory of that size and the bytes beyond it, all of it zero.
  private static func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size + overrun, alignment: 16)
    memset(memory, 0, size + overrun)
    return memory
  }
}

/// How far beyond the text a scan of eight bytes at a time may look.
private let overrun = 16
