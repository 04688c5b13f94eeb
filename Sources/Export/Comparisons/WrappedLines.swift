/// Breaks paragraphs into lines of a terminal, at spaces; a word longer than a line is broken where the line ends.
struct WrappedLines {
  /// How a text looks; where there are no colours to see, struck out and underlined tell them apart.
  enum Look: Equatable {
    case plain
    /// Red and struck out.
    case removed
    /// Green and underlined.
    case added

    fileprivate var sequence: StaticString {
      switch self {
      case .plain: "\u{1B}[0m"
      case .removed: "\u{1B}[0;9;31m"
      case .added: "\u{1B}[0;4;32m"
      }
    }
  }

  var pieces = Pieces()
  private let width: Int
  private var sign: StaticString = ""
  /// The parts of the word that is not written yet: no space is in them.
  private var word: [(text: String, look: Look)] = []
  private var wordWidth = 0
  private var column = 0
  private var isEmptyLine = true
  private var spaceIsDue = false
  private var look = Look.plain

  /// Lines of this many columns, but of at least 20.
  init(width: Int) {
    self.width = max(20, width)
  }

  /// Begins a paragraph whose every line begins with this sign, or whose first line begins with another.
  mutating func begin(_ sign: StaticString, first: StaticString? = nil) {
    self.sign = first ?? sign
    beginLine()
    self.sign = sign
  }

  /// Appends clean text to the paragraph.
  mutating func append(_ text: String, _ look: Look) {
    for (index, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 {
        endWord()
        spaceIsDue = true
      }
      guard !part.isEmpty else { continue }
      word.append((String(part), look))
      wordWidth += TerminalColumns.width(of: part)
    }
  }

  /// Ends the paragraph.
  mutating func end() {
    endWord()
    spaceIsDue = false
    endLine()
  }

  /// Leaves a line empty.
  mutating func breakParagraph() {
    pieces.append(UInt8(ascii: "\n"))
  }

  private mutating func beginLine() {
    pieces.append(sign)
    column = sign.utf8CodeUnitCount
    isEmptyLine = true
  }

  private mutating func endLine() {
    turn(.plain)
    pieces.append(UInt8(ascii: "\n"))
  }

  private mutating func turn(_ next: Look) {
    guard next != look else { return }
    look = next
    pieces.append(next.sequence)
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let isLong = wordWidth > width - sign.utf8CodeUnitCount
    if spaceIsDue, !isEmptyLine {
      // A long word begins in this line, since no line would hold it.
      if column + 1 + wordWidth <= width || isLong && column + 2 < width {
        if word.first?.look != look { turn(.plain) }
        pieces.append(UInt8(ascii: " "))
        column += 1
      } else {
        endLine()
        beginLine()
      }
    }
    spaceIsDue = false
    for (text, look) in word {
      turn(look)
      if isLong { appendBroken(text, look) } else { pieces.append(text) }
    }
    if !isLong { column += wordWidth }
    isEmptyLine = false
    word.removeAll(keepingCapacity: true)
    wordWidth = 0
  }

  private mutating func appendBroken(_ text: String, _ look: Look) {
    for character in text {
      let character = String(character)
      let needed = TerminalColumns.width(of: character)
      if column + needed > width {
        endLine()
        beginLine()
        turn(look)
      }
      pieces.append(character)
      column += needed
    }
  }
}
