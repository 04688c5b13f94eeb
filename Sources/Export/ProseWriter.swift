import Campaigns

/// Writes a list for reading: as Markdown, or as plain text.
///
/// Every text of a signer stands in a list item of its own, escaped, and isolated where it is written from right to
/// left: it can neither become markup nor reorder what stands beside it.
struct ProseWriter {
  /// How headings, emphasis and special characters are written.
  enum Markup {
    case markdown
    case text
  }

  var pieces = Pieces()
  private var safe = SafeText()
  let markup: Markup
  private let plain: PlainASCII

  init(_ markup: Markup) {
    self.markup = markup
    switch markup {
    case .markdown: plain = PlainASCII(without: "\\`*_{}[]()<>&#+-.:@|~^=$")
    case .text: plain = PlainASCII(without: "")
    }
  }

  /// Writes the list as a document of its own.
  mutating func write(_ list: SignatoryList, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    writeWarning(for: list.audience)
    writeTitle(list.subject.title)
    pieces.append("To " as StaticString)
    write(list.subject.target)
    pieces.append("\n\nCampaign: " as StaticString)
    write(list.subject.campaign)
    pieces.append("\n\nLanguage of the petition: " as StaticString)
    write(list.subject.language.description)
    pieces.append("\n\nAs of " as StaticString)
    pieces.append(list.asOf)
    pieces.append("\n\n" as StaticString)
    try writeSignatories(of: list, groupsAtLevel: 2, to: sink)
  }

  /// Writes the numbers, the lines and the closing sentence.
  mutating func writeSignatories(
    of list: SignatoryList, groupsAtLevel level: Int, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let wording = ListWording(list)
    pieces.append(markup == .markdown ? "**\(wording.total)**" : wording.total)
    pieces.append(wording.parts.isEmpty ? "\n" : ": \(wording.parts)\n")
    writeClaims(list.claimed)
    if list.sections.isEmpty {
      if !list.lines.isEmpty { pieces.append("\n" as StaticString) }
      try write(list.lines[...], of: list, isUnderHeading: false, to: sink)
    }
    for section in list.sections {
      pieces.append("\n" as StaticString)
      writeHeading(level, of: section)
      try write(list.lines[section.lines], of: list, isUnderHeading: section.heading != nil, to: sink)
    }
    if let closing = wording.closing { pieces.append("\n\(closing)\n") }
    if let contracts = list.contracts, !contracts.isEmpty { try writeSection(of: contracts, to: sink) }
  }

  /// Writes some of the list's lines: an item each, or in columns.
  private mutating func write(
    _ lines: ArraySlice<ListLine>, of list: SignatoryList, isUnderHeading: Bool,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let cells = ListCells(of: list, isUnderHeading: isUnderHeading)
    var equals = EqualLines(among: lines, as: list.layout)
    var columns = list.layout.nameColumns > 1 && markup == .text ? TextColumns(list.layout.nameColumns) : nil
    for line in lines {
      let start = pieces.count
      if columns == nil { pieces.append("- " as StaticString) }
      if line.fullName != nil {
        var isFirst = true
        cells.forEach(of: line) { write($0, isFirst: &isFirst) }
      } else if let count = equals.take(line) {
        var isFirst = true
        cells.forEach(of: line, standingFor: count) { write($0, isFirst: &isFirst) }
      } else {
        pieces.cut(to: start)
        continue
      }
      if columns == nil {
        pieces.append(UInt8(ascii: "\n"))
      } else {
        columns?.append(String(decoding: pieces.bytes[start...], as: UTF8.self))
        pieces.cut(to: start)
        if let row = columns?.row() { pieces.append(row) }
      }
      try pieces.endLine(to: sink)
    }
    if let row = columns?.lastRow() { pieces.append(row) }
  }

  private mutating func write(_ cell: ListCells.Cell, isFirst: inout Bool) {
    switch cell {
    case .text(let text):
      if isFirst { write(text) } else { writeNext(text) }
    case .words(let words):
      if !isFirst { pieces.append(", " as StaticString) }
      pieces.append(words)
    case .note(let words):
      pieces.append(" " as StaticString)
      pieces.append(words)
    }
    isFirst = false
  }

  /// Writes what a group shares, and how many lines it has.
  private mutating func writeHeading(_ level: Int, of section: ListSection) {
    if markup == .markdown { pieces.append(String(repeating: "#", count: level) + " ") }
    let start = pieces.count
    switch section.heading {
    case .text(let text): write(text)
    case .cohort, nil: pieces.append(section.heading?.words ?? ListSection.others)
    }
    pieces.append(" (\(english(section.lines.count)))")
    underline(from: start, with: "-")
    pieces.append("\n\n" as StaticString)
  }

  /// Writes what others report, each in a paragraph of its own and with its source.
  private mutating func writeClaims(_ claims: [SignatoryList.Claim]) {
    for claim in claims {
      pieces.append("\nBeside this number, and not in it: " as StaticString)
      write(claim.source)
      pieces.append(" reports \(english(claim.count)) \(claim.cohort.plural), without records.\n")
    }
  }

  mutating func writeWarning(for audience: SignatoryList.Audience) {
    guard audience == .organizers else { return }
    pieces.append(markup == .markdown ? "**\(ListWording.warning)**\n\n" : "\(ListWording.warning)\n\n")
  }

  mutating func writeTitle(_ title: String) {
    if markup == .markdown { pieces.append("# " as StaticString) }
    let start = pieces.count
    write(title)
    underline(from: start, with: "=")
    pieces.append("\n\n" as StaticString)
  }

  /// Writes a heading of Picket's own below the title.
  mutating func writeHeading(own words: String) {
    if markup == .markdown { pieces.append("## " as StaticString) }
    let start = pieces.count
    pieces.append(words)
    underline(from: start, with: "-")
    pieces.append("\n\n" as StaticString)
  }

  /// Underlines a heading of a text.
  private mutating func underline(from start: Int, with mark: String) {
    guard markup == .text else { return }
    let length = String(decoding: pieces.bytes[start...], as: UTF8.self).count
    pieces.append("\n" + String(repeating: mark, count: max(1, length)))
  }

  /// Writes a comma and the cell, or neither where the cell shows nothing.
  private mutating func writeNext(_ cell: String?) {
    guard let cell else { return }
    let before = pieces.count
    pieces.append(", " as StaticString)
    let start = pieces.count
    write(cell)
    if pieces.count == start { pieces.cut(to: before) }
  }

  /// Writes a text of somebody else's so that it shows as what it is.
  mutating func write(_ cell: String) {
    let space = UInt8(ascii: " ")
    cell.withBytes { bytes in
      if plain.covers(bytes), bytes.first != space, bytes.last != space {
        pieces.append(bytes)
      } else {
        writeWithCare(bytes)
      }
    }
  }

  private mutating func writeWithCare(_ cell: UnsafeBufferPointer<UInt8>) {
    let space = UInt8(ascii: " ")
    safe.take(cell)
    safe.bytes.withUnsafeBufferPointer { bytes in
      // Four spaces at the start of an item would make code of it; at the end, two break the line.
      var text = bytes[...]
      while text.first == space { text = text.dropFirst() }
      while text.last == space { text = text.dropLast() }
      guard !text.isEmpty else { return }
      // The first strong character of the text decides its direction, and the text has no say beyond its end.
      if safe.hasRightToLeft { pieces.append("\u{2068}" as StaticString) }
      switch markup {
      case .markdown: MarkdownEscape.append(UnsafeBufferPointer(rebasing: text), to: &pieces)
      case .text: pieces.append(UnsafeBufferPointer(rebasing: text))
      }
      if safe.hasRightToLeft { pieces.append("\u{2069}" as StaticString) }
    }
  }
}
