import Campaigns

/// Reads a text line by line, in memory that does not grow with the text.
struct LineReader: ~Copyable, @unchecked Sendable {
  /// The line that was read last, from 1.
  private(set) var line = 0

  private let name: String
  private var feed: TextFeed
  private var window: RecordWindow

  /// A line of more bytes is refused.
  static let longestLine = 1 << 20

  /// A reader of the text in this feed; `name` is what errors call it.
  init(_ feed: TextFeed, name: String, window size: Int = 1 << 16) {
    self.name = name
    self.feed = feed
    window = RecordWindow(capacity: size, largest: LineReader.longestLine)
  }

  /// The next line without its line break; nil at the end. The bytes are valid until the next line is read.
  mutating func next() throws -> UnsafeRawBufferPointer? {
    var scanned = 0
    while true {
      let start = window.start
      if let end = firstPlace(of: lineFeed, window.base, from: start + scanned, to: window.end) {
        window.start = end + 1
        return take(from: start, to: end)
      }
      if window.atEnd {
        guard start < window.end else { return nil }
        window.start = window.end
        return take(from: start, to: window.end)
      }
      scanned = window.end - start
      guard try window.refill(from: &feed) else {
        throw Refusal(
          .unusableFile, "a line is longer than 1 MiB", hint: "check that this is a list of signers",
          at: SourcePlace(file: name, line: line + 1))
      }
    }
  }

  private mutating func take(from start: Int, to end: Int) -> UnsafeRawBufferPointer {
    line += 1
    let bytes = UnsafeRawBufferPointer(start: window.base + start, count: end - start)
    return bytes.last == carriageReturn ? UnsafeRawBufferPointer(rebasing: bytes.dropLast()) : bytes
  }
}
