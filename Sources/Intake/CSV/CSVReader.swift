import Campaigns

/// Reads a CSV text record by record, in memory that does not grow with the text.
///
/// It takes RFC 4180 and what the world adds: comma, semicolon or tab; CRLF, LF or CR, also mixed; UTF-8 and UTF-16;
/// line breaks and doubled quotation marks within quotes; records of any number of cells. Blank lines are skipped.
/// A quotation mark within an unquoted cell is text, and so is what follows a closing one up to the delimiter.
public struct CSVReader: ~Copyable, @unchecked Sendable {
  /// The character between cells, as given or found.
  public let delimiter: Delimiter
  /// The line on which the current record begins, from 1; a line break within quotes counts too.
  public private(set) var line = 0
  /// The encoding, as asked for or found.
  public let encoding: SheetEncoding
  /// What errors call the text.
  public let name: String

  private var feed: TextFeed
  private var window: RecordWindow
  private var cells: [Cell] = []
  private let delimiters: UInt64
  private var nextLine = 1
  private var recordStart = 0
  private var recordEnd = 0

  /// A record of more bytes than this is taken for an unclosed quotation mark.
  public static let largestRecord = 64 << 20

  /// A reader of the source's text. A delimiter that is not given is found in the first record.
  ///
  /// - Throws: what the source throws.
  public init(
    _ source: any ByteSource, delimiter: Delimiter? = nil, encoding: SheetEncoding? = nil
  ) throws {
    try self.init(source, delimiter: delimiter, encoding: encoding, window: 1 << 18)
  }

  /// A reader that holds `size` bytes of the text at a time where records are no longer.
  init(
    _ source: any ByteSource, delimiter: Delimiter?, encoding: SheetEncoding?, window size: Int,
    largest: Int = CSVReader.largestRecord
  ) throws {
    try self.init(
      try TextFeed(source, encoding: encoding), name: source.name, delimiter: delimiter, window: size,
      largest: largest)
  }

  /// A reader of the text in the feed, of which nothing was read yet.
  init(
    _ text: TextFeed, name: String, delimiter: Delimiter?, window size: Int = 1 << 18,
    largest: Int = CSVReader.largestRecord
  ) throws {
    var feed = text
    var window = RecordWindow(capacity: size, largest: largest)
    var found = delimiter
    while found == nil {
      let isFull = try !window.refill(from: &feed)
      let text = UnsafeRawBufferPointer(start: window.base, count: window.end)
      found = Delimiter.detect(in: text, isAll: window.atEnd || isFull || window.end >= farthestLook)
    }
    self.name = name
    self.encoding = feed.encoding
    self.delimiter = found ?? .comma
    self.delimiters = eightTimes(self.delimiter.rawValue)
    self.feed = feed
    self.window = window
  }

  /// The first bytes of the text, before the first record is read.
  var beginning: [UInt8] {
    window.end > 0
      ? Array(UnsafeRawBufferPointer(start: window.base, count: min(window.end, 16))) : Array(feed.beginning)
  }

  /// Goes to the next record that is not blank; false at the end of the text.
  ///
  /// - Throws: `unusableFile` where a quotation mark is never closed, with the place where it stands: the cell's
  ///   number is the column. The same where a record is longer than `largestRecord` or has more than 16,384 cells.
  ///   Otherwise what the source throws.
  public mutating func next() throws -> Bool {
    while true {
      switch scan() {
      case .record: return true
      case .end: return false
      case .tooManyCells:
        throw Refusal(
          .unusableFile, "a record has more than \(mostCells) cells", hint: "check that this is a CSV file",
          at: SourcePlace(file: name, line: nextLine))
      case .unfinished(let quote):
        guard !window.atEnd else { throw unclosed(quote, "a quotation mark opens here and is never closed") }
        guard try window.refill(from: &feed) else {
          throw unclosed(quote, "a record begins here that is longer than \(window.end >> 20) MiB")
        }
      }
    }
  }

  /// The number of cells in the current record, at least 1.
  public var cellCount: Int { cells.count }

  /// The cell of that number, from 0: its text without the quotation marks around it. Empty where the record is
  /// shorter. The bytes are valid until the next record is read.
  @inline(__always)
  public func cell(_ number: Int) -> UnsafeRawBufferPointer {
    guard number < cells.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let cell = cells[number]
    return UnsafeRawBufferPointer(start: cell.start, count: cell.count)
  }

  /// The current record as it stands in the text (in UTF-8), without the line break that ends it. The bytes are valid
  /// until the next record is read.
  public var record: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: window.base + recordStart, count: recordEnd - recordStart)
  }

  /// The current record from the cell of that number on, from 0; empty where it has no such cell.
  func record(fromCell number: Int) -> UnsafeRawBufferPointer {
    var position = recordStart
    for _ in 0..<number {
      if position < recordEnd, byte(position) == quotationMark {
        position = (closingQuote(from: position + 1)?.place ?? recordEnd) + 1
      }
      position = endOfCell(window.base, from: position, to: recordEnd, delimiters: delimiters) + 1
      guard position <= recordEnd else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    }
    return UnsafeRawBufferPointer(start: window.base + position, count: recordEnd - position)
  }

  /// The line break that ends the current record; empty at the end of the text.
  var lineBreak: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: window.base + recordEnd, count: window.start - recordEnd)
  }

  // MARK: - One record

  private struct Cell {
    var start: UnsafeRawPointer
    var count: Int
  }

  private enum Scan {
    case record
    case end
    case tooManyCells
    /// The text in the window ends within a record; at the quotation mark of an open quote, where one is open.
    case unfinished(OpenQuote?)
  }

  private struct OpenQuote {
    var line: Int
    var cell: Int
  }

  /// Takes the next record apart, from its beginning: what the window does not hold yet is scanned again later.
  private mutating func scan() -> Scan {
    guard skipBlankLines() else { return window.atEnd ? .end : .unfinished(nil) }
    let base = UnsafeRawPointer(window.base)
    let end = window.end
    var position = window.start
    var breaksInQuotes = 0
    recordStart = position
    cells.removeAll(keepingCapacity: true)
    window.clearScratch()
    while true {
      let cellEnd: Int
      if position < end, byte(position) == quotationMark {
        guard let close = closingQuote(from: position + 1) else {
          return .unfinished(OpenQuote(line: nextLine + breaksInQuotes, cell: cells.count + 1))
        }
        cellEnd = endOfCell(base, from: close.place + 1, to: end, delimiters: delimiters)
        appendQuoted(from: position + 1, close, to: cellEnd)
        breaksInQuotes += lineBreaks(base, from: position, to: close.place)
      } else {
        cellEnd = endOfCell(base, from: position, to: end, delimiters: delimiters)
        cells.append(Cell(start: base + position, count: cellEnd - position))
      }
      if cellEnd < end, byte(cellEnd) == delimiter.rawValue {
        guard cells.count < mostCells else { return .tooManyCells }
        position = cellEnd + 1
        continue
      }
      guard let next = afterLineBreak(cellEnd) else { return .unfinished(nil) }
      recordEnd = cellEnd
      window.start = next
      line = nextLine
      nextLine += breaksInQuotes + 1
      return .record
    }
  }

  @inline(__always)
  private func byte(_ position: Int) -> UInt8 {
    window.base.load(fromByteOffset: position, as: UInt8.self)
  }

  /// Where the text goes on after the record that ends at `position`; nil where the window does not tell yet.
  @inline(__always)
  private func afterLineBreak(_ position: Int) -> Int? {
    if position == window.end { return window.atEnd ? position : nil }
    if byte(position) == lineFeed { return position + 1 }
    if position + 1 < window.end { return byte(position + 1) == lineFeed ? position + 2 : position + 1 }
    return window.atEnd ? position + 1 : nil
  }

  /// Goes to the first byte of a record; false where the window ends before it.
  @inline(__always)
  private mutating func skipBlankLines() -> Bool {
    while window.start < window.end {
      let first = byte(window.start)
      guard first == lineFeed || first == carriageReturn else { return true }
      guard let next = afterLineBreak(window.start) else { return false }
      window.start = next
      nextLine += 1
    }
    return false
  }

  // MARK: - Quoted cells

  private struct ClosingQuote {
    var place: Int
    /// Whether quotation marks are doubled before it.
    var afterDoubled: Bool
  }

  /// The quotation mark that closes a cell; nil where the window does not tell yet.
  @inline(__always)
  private func closingQuote(from start: Int) -> ClosingQuote? {
    var position = start
    var doubled = false
    while let place = firstPlace(of: quotationMark, window.base, from: position, to: window.end) {
      if place + 1 == window.end {
        return window.atEnd ? ClosingQuote(place: place, afterDoubled: doubled) : nil
      }
      guard byte(place + 1) == quotationMark else { return ClosingQuote(place: place, afterDoubled: doubled) }
      doubled = true
      position = place + 2
    }
    return nil
  }

  @inline(__always)
  private mutating func appendQuoted(from start: Int, _ close: ClosingQuote, to cellEnd: Int) {
    if close.afterDoubled || cellEnd > close.place + 1 {
      appendRewritten(from: start, close, to: cellEnd)
    } else {
      cells.append(Cell(start: UnsafeRawPointer(window.base) + start, count: close.place - start))
    }
  }

  /// The cell with each doubled quotation mark once, and with what stands between the closing one and the delimiter.
  private mutating func appendRewritten(from start: Int, _ close: ClosingQuote, to cellEnd: Int) {
    let room = window.scratchRoom(cellEnd - start)
    let base = UnsafeRawPointer(window.base)
    var count = 0
    func copy(_ from: Int, _ to: Int) {
      (room + count).copyMemory(from: base + from, byteCount: to - from)
      count += to - from
    }
    var position = start
    while let place = firstPlace(of: quotationMark, base, from: position, to: close.place) {
      copy(position, place + 1)
      position = place + 2
    }
    if position < close.place { copy(position, close.place) }
    copy(close.place + 1, cellEnd)
    cells.append(Cell(start: room, count: count))
  }

  // MARK: - Refusals

  private func unclosed(_ quote: OpenQuote?, _ message: String) -> Refusal {
    Refusal(
      .unusableFile, message,
      hint: "close the quotation mark, or double it where it belongs to the text",
      at: SourcePlace(file: name, line: quote?.line ?? nextLine, column: quote?.cell))
  }
}

/// As many columns as the largest spreadsheets have.
private let mostCells = 16_384
/// How far the delimiter is looked for where the first record does not end.
private let farthestLook = 1 << 16
