/// The text of a page in the order in which it is written: in pieces, each in a region.
struct PageOutline {
  /// A part of the page. Those that hold it come before it.
  struct Region {
    let kind: PageRegion
    /// The place of the region that holds it; the whole page holds itself.
    let parent: Int
    /// Whether one that holds it, or itself, is main content, an article or a section.
    let isInContent: Bool
    /// How many characters other than white space are in it and in no region within it.
    var letters = 0
  }

  /// Some text in one region.
  private struct Piece {
    /// Where it ends in the text; it begins where the piece before it ends.
    var end: Int32
    let region: Int32
    /// Whether it begins a paragraph.
    let isApart: Bool
  }

  /// All regions, the whole page first.
  private(set) var regions = [Region(kind: .whole, parent: 0, isInContent: false)]
  private var text: [UInt8] = []
  private var pieces: [Piece] = []
  private var region = 0
  private var partingIsDue = false
  /// Whether nothing but white space came since the last line break of the page's text.
  private var lineIsBlank = true

  /// Parts what comes from what came.
  mutating func part() {
    partingIsDue = true
    lineIsBlank = true
  }

  /// Ends a line; a blank one parts paragraphs.
  mutating func endLine() {
    if lineIsBlank { part() }
    append(space)
    lineIsBlank = true
  }

  /// Begins a region within the one that is open.
  mutating func begin(_ kind: PageRegion) {
    let isInContent = regions[region].isInContent
    // The header of an article is a part of it.
    let kind = kind == .edge && isInContent ? .section : kind
    let isContent = kind.isMain || kind == .section
    regions.append(Region(kind: kind, parent: region, isInContent: isInContent || isContent))
    region = regions.count - 1
  }

  /// Ends the region that was begun last and has not ended.
  mutating func end() {
    region = regions[region].parent
  }

  /// Appends text in well-formed UTF-8.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var letters = 0
    for byte in bytes where !byte.isBlank && byte & 0xC0 != 0x80 { letters += 1 }
    // Between two parts of a page there is mostly white space, and much of it.
    guard letters > 0 || !partingIsDue else { return }
    regions[region].letters += letters
    lineIsBlank = lineIsBlank && letters == 0
    text.append(contentsOf: bytes)
    if let last = pieces.indices.last, !partingIsDue, pieces[last].region == region {
      pieces[last].end = Int32(text.count)
    } else {
      pieces.append(Piece(end: Int32(text.count), region: Int32(region), isApart: partingIsDue))
      partingIsDue = false
    }
  }

  /// Appends text in well-formed UTF-8 in which blank lines part paragraphs.
  mutating func append(preformatted bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: lineFeed) {
      append(UnsafeBufferPointer(rebasing: rest[..<end]))
      endLine()
      rest = rest[(end + 1)...]
    }
    append(UnsafeBufferPointer(rebasing: rest))
  }

  /// The paragraphs of all regions but those at whose place there is a true, each as one line.
  func paragraphs(leavingOut isLeftOut: [Bool]) -> [String] {
    var paragraphs: [String] = []
    var line = CollapsedText()
    var start = 0
    for piece in pieces {
      if piece.isApart, let paragraph = line.take() { paragraphs.append(paragraph) }
      if !isLeftOut[Int(piece.region)] { line.append(text[start..<Int(piece.end)]) }
      start = Int(piece.end)
    }
    if let paragraph = line.take() { paragraphs.append(paragraph) }
    return paragraphs
  }

  private mutating func append(_ byte: UInt8) {
    withUnsafePointer(to: byte) { append(UnsafeBufferPointer(start: $0, count: 1)) }
  }
}

private let space = UInt8(ascii: " ")
private let lineFeed = UInt8(ascii: "\n")
