import Campaigns
import Foundation

/// Reads JSON value by value from a source, in memory that does not grow with the text.
///
/// Whoever reads says what has to come: a member, an element, a text. Several values may follow each other. It is
/// strict: what is no JSON, or no UTF-8, is refused with its place, and so is nesting deeper than `mostLevels`.
struct JSONReader: ~Copyable, @unchecked Sendable {
  /// What a value is, before it is read.
  enum Kind {
    case object, array, text, number, boolean, null
  }

  /// The line of the value that was looked at last, from 1.
  private(set) var line = 1

  private let name: String
  private var feed: TextFeed
  private var window: RecordWindow
  private var position = 0
  /// What was read last: its place in the window, or the rewritten bytes of a text with escapes.
  private var tokenStart = 0
  private var tokenEnd = 0
  private var tokenIsRewritten = false
  private var rewritten = UnsafeRawBufferPointer(start: nil, count: 0)
  private var level = 0
  /// Whether the current object or array was just entered, so that no comma comes first.
  private var isFresh = false
  /// How many bytes went before the window, and where in the whole text the current line begins.
  private var passed = 0
  private var lineStart = 0

  /// How deep objects and arrays may nest. What signatures need is less than ten.
  static let mostLevels = 64
  /// A text of more bytes is refused.
  static let longestText = 16 << 20

  /// A reader of the text in this feed; `name` is what errors call it.
  init(_ feed: TextFeed, name: String, window size: Int = 1 << 18, longestText: Int = JSONReader.longestText) {
    self.name = name
    self.feed = feed
    self.window = RecordWindow(capacity: size, largest: max(size, longestText))
  }

  // MARK: - Going through values

  /// What the next value is; nil where the text ends before it. Only between values of the top level may it end.
  mutating func kindAtTop() throws -> Kind? {
    guard let byte = try peek() else { return nil }
    return try kind(byte)
  }

  /// What the next value is.
  mutating func kind() throws -> Kind {
    guard let byte = try peek() else { throw cut() }
    return try kind(byte)
  }

  private func kind(_ byte: UInt8) throws -> Kind {
    switch byte {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case quotationMark: .text
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: throw fault("no value begins with this character")
    }
  }

  /// Goes into the object or array that comes next, as `kind` has said.
  mutating func enter() throws {
    guard level < JSONReader.mostLevels else {
      throw fault("objects and arrays nest deeper than \(JSONReader.mostLevels) levels")
    }
    position += 1
    level += 1
    isFresh = true
  }

  /// Goes to the next member of the object and gives its key; nil at the object's end. The bytes are valid until the
  /// reader is used again.
  mutating func nextKey() throws -> UnsafeRawBufferPointer? {
    guard let byte = try peek() else { throw cut() }
    if byte == UInt8(ascii: "}") {
      leave()
      return nil
    }
    if isFresh {
      guard byte == quotationMark else { throw fault("a key in quotation marks has to stand here") }
    } else {
      guard byte == UInt8(ascii: ",") else { throw fault("a comma or the end of the object has to stand here") }
      position += 1
      guard let next = try peek() else { throw cut() }
      guard next == quotationMark else { throw fault("a key in quotation marks has to stand here") }
    }
    isFresh = false
    try takeText()
    guard let colon = try peek(keepingToken: true) else { throw cut() }
    guard colon == UInt8(ascii: ":") else { throw fault("a colon has to stand here") }
    position += 1
    return token
  }

  /// Goes to the next element of the array; false at the array's end.
  mutating func nextElement() throws -> Bool {
    guard let byte = try peek() else { throw cut() }
    if byte == UInt8(ascii: "]") {
      leave()
      return false
    }
    if !isFresh {
      guard byte == UInt8(ascii: ",") else { throw fault("a comma or the end of the array has to stand here") }
      position += 1
    }
    isFresh = false
    return true
  }

  private mutating func leave() {
    position += 1
    level -= 1
    isFresh = false
  }

  /// Reads a value that is no object and no array, and gives its text; no bytes for null. They are valid until the
  /// reader is used again.
  mutating func scalar() throws -> UnsafeRawBufferPointer {
    switch try kind() {
    case .text: try takeText()
    case .number: try takeNumber()
    case .boolean, .null: try takeWord()
    case .object, .array: throw fault("a text has to stand here")
    }
    return token
  }

  /// Reads past the next value.
  mutating func skip() throws {
    switch try kind() {
    case .object:
      try enter()
      while try nextKey() != nil { try skip() }
    case .array:
      try enter()
      while try nextElement() { try skip() }
    default: _ = try scalar()
    }
  }

  // MARK: - Bytes

  private var token: UnsafeRawBufferPointer {
    tokenIsRewritten
      ? rewritten : UnsafeRawBufferPointer(start: window.base + tokenStart, count: tokenEnd - tokenStart)
  }

  @inline(__always)
  private func byte(_ place: Int) -> UInt8 { window.base.load(fromByteOffset: place, as: UInt8.self) }

  /// The next byte that is no white space; nil at the end of the text.
  @inline(__always)
  private mutating func peek(keepingToken: Bool = false) throws -> UInt8? {
    while true {
      while position < window.end {
        let byte = byte(position)
        if byte > 0x20 { return byte }
        switch byte {
        case 0x20, 0x09, carriageReturn: break
        case lineFeed:
          line += 1
          lineStart = passed + position + 1
        default: throw fault("a control character stands here")
        }
        position += 1
      }
      guard try refill(keeping: keepingToken ? min(tokenStart, position) : position) else { return nil }
    }
  }

  /// Reads on; what stands before `start` makes room. False at the end of the text.
  private mutating func refill(keeping start: Int) throws -> Bool {
    if window.atEnd { return false }
    window.start = start
    guard try window.refill(from: &feed) else { throw fault("a text is longer than \(window.end >> 20) MiB") }
    passed += start
    position -= start
    tokenStart -= start
    tokenEnd -= start
    return position < window.end
  }

  // MARK: - Texts

  /// Reads the text that begins with the quotation mark at `position`.
  private mutating func takeText() throws {
    tokenStart = position + 1
    var place = tokenStart
    var isASCII = true
    var hasEscapes = false
    while true {
      place = endOfPlainText(from: place, &isASCII)
      if place >= window.end {
        let scanned = place - tokenStart
        position = window.end
        guard try refill(keeping: tokenStart) else { throw cut() }
        place = tokenStart + scanned
        continue
      }
      let found = byte(place)
      if found == quotationMark { break }
      guard found == UInt8(ascii: "\\") else {
        position = place
        throw fault("a control character stands in a text")
      }
      hasEscapes = true
      // What is escaped may be the quotation mark; the window may end before it.
      place += 2
    }
    tokenEnd = place
    position = place + 1
    let text = UnsafeRawBufferPointer(start: window.base + tokenStart, count: tokenEnd - tokenStart)
    if !isASCII, !UTF8Check.isValid(text) {
      position = tokenStart
      throw fault("this text is not UTF-8")
    }
    tokenIsRewritten = hasEscapes
    if hasEscapes {
      window.clearScratch()
      let room = window.scratchRoom(text.count)
      guard let count = JSONEscapes.resolve(text, into: room) else {
        position = tokenStart
        throw fault("this text holds an escape that JSON does not have")
      }
      rewritten = UnsafeRawBufferPointer(start: room, count: count)
    }
  }

  /// Where a quotation mark, a backslash or a control character stands; at the window's end or beyond where none does.
  @inline(__always)
  private func endOfPlainText(from start: Int, _ isASCII: inout Bool) -> Int {
    let base = UnsafeRawPointer(window.base)
    let end = window.end
    var place = start
    var odd: UInt64 = 0
    while place < end {
      let bytes = word(base, place)
      odd |= bytes
      let controls = (bytes &- eightTimes(0x20)) & ~bytes & topBits
      let hits =
        zeroBytes(bytes ^ eightTimes(quotationMark)) | zeroBytes(bytes ^ eightTimes(UInt8(ascii: "\\"))) | controls
      if hits != 0 {
        place = min(place + hits.trailingZeroBitCount >> 3, end)
        break
      }
      place += 8
    }
    if odd & topBits != 0 { isASCII = false }
    return max(min(place, end), start)
  }

  // MARK: - Numbers and words

  private mutating func takeNumber() throws {
    try takeRun { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard JSONNumber.isValid(token) else {
      position = tokenStart
      throw fault("this is no number")
    }
  }

  private mutating func takeWord() throws {
    try takeRun { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    if isToken("null") {
      tokenEnd = tokenStart
      return
    }
    guard isToken("true") || isToken("false") else {
      position = tokenStart
      throw fault("this is none of true, false and null")
    }
  }

  private func isToken(_ word: StaticString) -> Bool {
    tokenEnd - tokenStart == word.utf8CodeUnitCount
      && memcmp(window.base + tokenStart, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  private mutating func takeRun(_ belongs: (UInt8) -> Bool) throws {
    tokenStart = position
    tokenIsRewritten = false
    while true {
      while position < window.end, belongs(byte(position)) { position += 1 }
      if position < window.end { break }
      guard try refill(keeping: tokenStart) else { break }
    }
    tokenEnd = position
  }

  // MARK: - Refusals

  private func fault(_ message: String) -> Refusal {
    Refusal(
      .unusableFile, "\(message): this is no JSON that can be read",
      hint: "export it again, or mend it at that place",
      at: place)
  }

  private func cut() -> Refusal {
    Refusal(
      .unusableFile, "the file ends within a value: it was cut", hint: "export it or download it again", at: place)
  }

  private var place: SourcePlace {
    SourcePlace(file: name, line: line, column: passed + position - lineStart + 1)
  }
}
