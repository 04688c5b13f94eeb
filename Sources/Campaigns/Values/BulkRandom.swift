import Foundation

/// Random bytes from the operating system, drawn many at a time.
///
/// The standard generator asks the kernel once a number, which an import of a million rows would feel.
public struct BulkRandom: RandomNumberGenerator {
  private var pool: [UInt64] = []

  /// A generator with an empty pool.
  public init() {}

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    if pool.isEmpty { refill() }
    return pool.removeLast()
  }

  private mutating func refill() {
    pool = [UInt64](repeating: 0, count: 512)
    pool.withUnsafeMutableBytes { bytes in
      if let start = bytes.baseAddress { arc4random_buf(start, bytes.count) }
    }
  }
}
