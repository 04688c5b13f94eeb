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
    try writeSignatories(of: list, to: sink)
  }

  /// Writes the numbers, the lines and the closing sentence.
  mutating func writeSignatories(
    of list: SignatoryList, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let wording = ListWording(list)
    pieces.append(markup == .markdown ? "**\(wording.total)**" : wording.total)
    pieces.append(wording.parts.isEmpty ? "\n" : ": \(wording.parts)\n")
    writeClaims(list.claimed)
    if !list.lines.isEmpty { pieces.append("\n" as StaticString) }
    var equals = EqualLines(among: list.lines)
    for line in list.lines {
      if line.fullName != nil {
        write(line, for: list.audience)
      } else if let count = equals.take(line) {
        write(line, standingFor: count)
      }
      try pieces.endLine(to: sink)
    }
    if let closing = wording.closing { pieces.append("\n\(closing)\n") }
    if let contracts = list.contracts, !contracts.isEmpty { try writeSection(of: contracts, to: sink) }
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
    if markup == .text {
      let length = String(decoding: pieces.bytes[start...], as: UTF8.self).count
      pieces.append("\n" + String(repeating: "=", count: max(1, length)))
    }
    pieces.append("\n\n" as StaticString)
  }

  private mutating func write(_ line: ListLine, for audience: SignatoryList.Audience) {
    pieces.append("- " as StaticString)
    if let name = line.styledName { write(name) }
    writeNext(line.jobTitle)
    writeNext(line.affiliation)
    writeNext(line.location)
    if audience == .organizers, line.visibility != .named {
      pieces.append(line.visibility == .role ? " (role only)" : " (counted only)")
    }
    pieces.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ line: ListLine, standingFor count: Int) {
    pieces.append("- " as StaticString)
    if let jobTitle = line.jobTitle {
      write(jobTitle)
    } else {
      pieces.append(count == 1 ? line.cohort.anyone : "\(english(count)) \(line.cohort.plural)")
    }
    writeNext(line.affiliation)
    writeNext(line.location)
    if line.jobTitle != nil, count > 1 { pieces.append(" (× \(english(count)))") }
    pieces.append(UInt8(ascii: "\n"))
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
