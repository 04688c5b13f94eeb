extension SourceForm {
  /// The header is the one that a transcript of a git letter has, without the file's name; as CSV, such a list comes
  /// without a header: `--columns name,occupation_title,affiliation,link`.
  static let gitLetter = SourceForm(
    .gitLetter, shapes: [["name", "occupation_title"]], telling: ["link", "github"],
    meanings: [
      ("occupation_title", .jobTitle), ("organization", .affiliation), ("affiliation", .affiliation), ("link", nil),
      ("github", nil), ("file", nil),
    ])
}

/// The signers of a text of a git letter as records, one at a time: YAML front matter, a YAML list, or lines of a list.
struct LetterText: ~Copyable, Sendable {
  /// Whether a signer was found, or what was meant to be one.
  private(set) var metSigner = false

  private var lines: LineReader
  private let isYAML: Bool
  private let mayBeLines: Bool
  private var shape: Shape?
  private var hasRecord = false
  /// The first line of a YAML signer that was met while the one before was read.
  private var begun: (text: [UInt8], line: Int)?

  private enum Shape {
    case frontMatter, list, lines, mapping, ended
  }

  /// The signers of the text that these lines are. In YAML nothing is prose; in a folder, lines of a list are those of
  /// some other text, such as the letter itself.
  init(_ lines: consuming LineReader, isYAML: Bool, mayBeLines: Bool) {
    self.lines = lines
    self.isYAML = isYAML
    self.mayBeLines = mayBeLines
  }

  /// Writes the next signer; false at the end. A text without any is one refused record.
  mutating func next(_ record: inout TranscriptRecord, _ cells: LetterCells) throws -> Bool {
    let found: Bool
    switch try known() {
    case .frontMatter, .mapping: found = try mapping(&record, cells)
    case .list: found = try listEntry(&record, cells)
    case .lines: found = mayBeLines ? try listLine(&record, cells) : false
    case .ended: found = false
    }
    if found {
      hasRecord = true
      metSigner = true
      return true
    }
    shape = .ended
    guard !hasRecord else { return false }
    hasRecord = true
    record.place.line = 1
    record.refuse(.noSigner)
    return true
  }

  /// The shape, which the first lines tell.
  private mutating func known() throws -> Shape {
    if let shape { return shape }
    var found = Shape.ended
    var isMarked = false
    while let line = try lines.next() {
      let text = LetterText.trimmed(line)
      if text.isEmpty || text.first == UInt8(ascii: "#") && (isYAML || isMarked) { continue }
      if !isMarked, text.elementsEqual("---".utf8) {
        isMarked = true
        continue
      }
      if LetterText.beginsEntry(line, isCertain: isYAML || isMarked) {
        found = .list
      } else if isMarked {
        found = .frontMatter
      } else {
        found = isYAML ? .mapping : .lines
      }
      begun = (Array(line), lines.line)
      break
    }
    shape = found
    return found
  }

  // MARK: - YAML

  /// The one signer of front matter, which ends with its mark, or of a whole YAML file.
  private mutating func mapping(_ record: inout TranscriptRecord, _ cells: LetterCells) throws -> Bool {
    guard let first = begun else { return false }
    begun = nil
    var text: [UInt8] = []
    var line: [UInt8]? = first.text
    var isClosed = isYAML
    while let current = line {
      let trimmed = current.withUnsafeBytes { Array(LetterText.trimmed($0)) }
      if trimmed.elementsEqual("---".utf8) || trimmed.elementsEqual("...".utf8) {
        isClosed = true
        break
      }
      LetterText.append(current, to: &text)
      line = try lines.next().map { Array($0) }
    }
    shape = .ended
    record.place.line = first.line
    if isClosed { cells.write(text, to: &record) } else { cells.refuse(.frontMatterOpen, text, &record) }
    return true
  }

  /// The next signer of a YAML list: from one hyphen in the first column to the next.
  private mutating func listEntry(_ record: inout TranscriptRecord, _ cells: LetterCells) throws -> Bool {
    guard let first = begun else { return false }
    begun = nil
    var text: [UInt8] = []
    // Two spaces in place of the hyphen, then two columns less for all: the signer stands alone.
    LetterText.append(Array(first.text.dropFirst(first.text.count > 1 ? 2 : 1)), to: &text)
    while let line = try lines.next() {
      let trimmed = LetterText.trimmed(line)
      if line.first == UInt8(ascii: "-") {
        if trimmed.elementsEqual("---".utf8) { break }
        begun = (Array(line), lines.line)
        break
      }
      if trimmed.elementsEqual("...".utf8) { break }
      let isIndented = line.count > 1 && line[0] == 0x20 && line[1] == 0x20
      if trimmed.isEmpty || isIndented {
        LetterText.append(Array(line.dropFirst(isIndented ? 2 : line.count)), to: &text)
      } else if trimmed.first != UInt8(ascii: "#") {
        // Nothing of a list stands in the first column: the signer is refused with it.
        LetterText.append(Array(line), to: &text)
        record.refuse(.yamlUnreadable)
      }
    }
    record.place.line = first.line
    if let fault = record.place.fault { cells.refuse(fault, text, &record) } else { cells.write(text, to: &record) }
    return true
  }

  /// Whether the line begins a signer of a YAML list. Where prose may be too, a key or a brace has to follow.
  private static func beginsEntry(_ line: UnsafeRawBufferPointer, isCertain: Bool) -> Bool {
    guard line.first == UInt8(ascii: "-") else { return false }
    let rest = trimmed(UnsafeRawBufferPointer(rebasing: line.dropFirst()))
    if isCertain { return line.count == 1 || line[1] == 0x20 }
    guard line.count > 1, line[1] == 0x20, let first = rest.first else { return line.count == 1 }
    if first == UInt8(ascii: "{") { return true }
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon <= 30 else { return false }
    let isKey = rest[..<colon].allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
    }
    return isKey && (colon + 1 == rest.count || rest[colon + 1] == 0x20)
  }

  /// Appends a line; what is too long to be parsed is not kept whole.
  private static func append(_ line: [UInt8], to text: inout [UInt8]) {
    guard text.count <= YAMLGuard.mostBytes else { return }
    text.append(contentsOf: line)
    text.append(lineFeed)
  }

  // MARK: - Lines of a list

  private mutating func listLine(_ record: inout TranscriptRecord, _ cells: LetterCells) throws -> Bool {
    if let first = begun {
      begun = nil
      let isItem = first.text.withUnsafeBytes { cells.write($0, to: &record) }
      record.place.line = first.line
      if isItem { return true }
    }
    while let line = try lines.next() {
      guard cells.write(line, to: &record) else { continue }
      record.place.line = lines.line
      return true
    }
    return false
  }

  private static func trimmed(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    CellText.withoutSpaces(line)
  }
}
