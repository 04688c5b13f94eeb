import Campaigns

/// The bytes of an export that are written and not yet handed on. The buffer is used again for every piece.
struct Pieces {
  /// From how many bytes on a piece is handed on.
  static let size = 65_536

  private(set) var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(Pieces.size + Pieces.size / 4)
  }

  var count: Int { bytes.count }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  @inline(__always)
  mutating func append(_ buffer: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: buffer)
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a text that needs no care: one of our own words.
  mutating func append(_ text: String) {
    text.withBytes { bytes.append(contentsOf: $0) }
  }

  mutating func insert(_ more: StaticString, at index: Int) {
    more.withUTF8Buffer { bytes.insert(contentsOf: $0, at: index) }
  }

  /// Takes back what was appended since the buffer had this many bytes.
  mutating func cut(to count: Int) {
    bytes.removeLast(bytes.count - count)
  }

  /// Appends the day as `YYYY-MM-DD`.
  mutating func append(_ day: CalendarDate) {
    let (year, month, dayOfMonth) = day.components
    guard (0...9999).contains(year) else { return append(day.description) }
    func digit(_ number: Int) -> UInt8 { 48 + UInt8(truncatingIfNeeded: number % 10) }
    let hyphen = UInt8(ascii: "-")
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { digits in
      digits[0] = digit(year / 1000)
      digits[1] = digit(year / 100)
      digits[2] = digit(year / 10)
      digits[3] = digit(year)
      digits[4] = hyphen
      digits[5] = digit(month / 10)
      digits[6] = digit(month)
      digits[7] = hyphen
      digits[8] = digit(dayOfMonth / 10)
      digits[9] = digit(dayOfMonth)
      append(UnsafeBufferPointer(digits))
    }
  }

  /// Hands on what is there if it is enough for a piece. Asked at the end of a line.
  @inline(__always)
  mutating func endLine(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    if bytes.count >= Pieces.size { try finish(to: sink) }
  }

  /// Hands on whatever is there.
  mutating func finish(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    guard !bytes.isEmpty else { return }
    try bytes.withUnsafeBytes(sink)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands on what is there, then a long text byte for byte.
  mutating func pass(_ text: String, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try finish(to: sink)
    try text.withBytes { whole in
      var rest = UnsafeRawBufferPointer(whole)[...]
      while !rest.isEmpty {
        try sink(UnsafeRawBufferPointer(rebasing: rest.prefix(Pieces.size)))
        rest = rest.dropFirst(Pieces.size)
      }
    }
  }
}

extension String {
  /// Lends the text's UTF-8, without a copy where the string holds it in one stretch.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
    return try Array(utf8).withUnsafeBufferPointer(body)
  }
}
