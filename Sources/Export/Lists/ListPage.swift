import Campaigns

/// Writes a list as one page, with the letter above it where there is one: nothing is loaded, nothing runs, and it
/// can be printed.
///
/// Every text of a signer's is escaped, and isolated where it could reorder what stands beside it. The letter is
/// rendered without raw HTML and without links that run something.
struct ListPage {
  private let list: SignatoryList
  private let wording: ListWording
  private var pieces = Pieces()
  private var safe = SafeText()
  private let plain = PlainASCII(without: "&<>\"'")
  /// Whether the lines run from right to left, so that a Latin text in them has to be isolated.
  private let isRightToLeft: Bool

  /// Pictures stand in the file itself or are not shown: one that is fetched would tell who reads the letter.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  init(_ list: SignatoryList) {
    self.list = list
    wording = ListWording(list)
    isRightToLeft = list.subject.language.isRightToLeft
  }

  mutating func write(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    writeHead()
    if let letter = list.letter { try write(letter, to: sink) }
    writeDemands()
    pieces.append("<section aria-labelledby=\"signatures\">\n<h2 id=\"signatures\">Signatures</h2>\n" as StaticString)
    pieces.append("<p><strong>\(wording.total)</strong>")
    pieces.append(wording.parts.isEmpty ? "</p>\n" : ": \(wording.parts)</p>\n")
    writeClaims()
    if list.sections.isEmpty { try write(list.lines[...], isUnderHeading: false, to: sink) }
    for section in list.sections {
      writeHeading(of: section)
      try write(list.lines[section.lines], isUnderHeading: section.heading != nil, to: sink)
    }
    if let closing = wording.closing { pieces.append("<p>\(closing)</p>\n") }
    pieces.append("</section>\n" as StaticString)
    writeContracts()
    writeFooter()
    pieces.append("</main>\n</body>\n</html>\n" as StaticString)
    try pieces.finish(to: sink)
  }

  // MARK: - Around the lines

  private mutating func writeHead() {
    let subject = list.subject
    let title = HTMLText.escaped(subject.title)
    pieces.append(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="\(ListPage.policy)">
      <title>\(title.isEmpty ? "Signatures" : title)</title>
      <style>
      \(ListPageStyle.sheet(for: list.layout))
      </style>
      </head>
      <body>
      <main>
      <header>

      """)
    if list.audience == .organizers { pieces.append("<p class=\"warning\">\(ListWording.warning)</p>\n") }
    let attributes = subject.language.attributes
    pieces.append(title.isEmpty ? "<h1>Signatures</h1>\n" : "<h1\(attributes)>\(title)</h1>\n")
    pieces.append("<p>To \(HTMLText.isolated(subject.target))</p>\n")
    pieces.append("<p class=\"about\">Campaign: \(HTMLText.isolated(subject.campaign)). Language of the petition: ")
    pieces.append("\(HTMLText.escaped(subject.language.description)). As of \(list.asOf).</p>\n</header>\n")
  }

  private mutating func write(
    _ letter: Letter, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    pieces.append("<article class=\"letter\"\(letter.language.attributes)>\n")
    try pieces.pass(MarkdownRenderer.html(of: letter.text, headingsFrom: 2), to: sink)
    pieces.append("</article>\n" as StaticString)
  }

  private mutating func writeDemands() {
    guard !list.demands.isEmpty else { return }
    pieces.append("<section aria-labelledby=\"demands\">\n<h2 id=\"demands\">Demands</h2>\n<ul>\n" as StaticString)
    for demand in list.demands {
      pieces.append("<li><strong>Demand \(demand.number)</strong>: \(HTMLText.isolated(demand.text))</li>\n")
    }
    pieces.append("</ul>\n</section>\n" as StaticString)
  }

  private mutating func writeClaims() {
    for claim in list.claimed {
      pieces.append("<p>Beside this number, and not in it: \(HTMLText.isolated(claim.source)) reports ")
      pieces.append("\(english(claim.count)) \(claim.cohort.plural), without records.</p>\n")
    }
  }

  private mutating func writeContracts() {
    guard let contracts = list.contracts, !contracts.isEmpty else { return }
    // As Markdown it is escaped and isolated already.
    var writer = ProseWriter(.markdown)
    var markdown: [UInt8] = []
    writer.writeSection(of: contracts) { markdown += $0 }
    markdown += writer.pieces.bytes
    pieces.append("<section>\n" as StaticString)
    pieces.append(MarkdownRenderer.html(of: String(decoding: markdown, as: UTF8.self), headingsFrom: 2))
    pieces.append("</section>\n" as StaticString)
  }

  private mutating func writeFooter() {
    guard let letter = list.letter else { return }
    pieces.append("<footer>\n<p>\(words(letter)). Signatures as of \(list.asOf).</p>\n")
    if !list.otherSignedLetters.isEmpty {
      pieces.append(
        "<p>Some of these signatures were given for another version or language of this letter:</p>\n<ul>\n")
      for other in list.otherSignedLetters { pieces.append("<li>\(words(other))</li>\n") }
      pieces.append("</ul>\n" as StaticString)
    }
    pieces.append("</footer>\n" as StaticString)
  }

  private func words(_ letter: Letter) -> String {
    "Letter version \(letter.version), language \(HTMLText.escaped(letter.language.description)), SHA-256 "
      + "<code>\(letter.hexDigest)</code>"
  }

  // MARK: - Lines

  /// What a group shares, and how many lines it has.
  private mutating func writeHeading(of section: ListSection) {
    pieces.append("<h3>" as StaticString)
    switch section.heading {
    case .text(let text): pieces.append(HTMLText.isolated(text))
    case .cohort, nil: pieces.append(section.heading?.words ?? ListSection.others)
    }
    pieces.append(" <span class=\"count\">(\(english(section.lines.count)))</span></h3>\n")
  }

  private mutating func write(
    _ lines: ArraySlice<ListLine>, isUnderHeading: Bool, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    guard !lines.isEmpty else { return }
    let cells = ListCells(of: list, isUnderHeading: isUnderHeading)
    var equals = EqualLines(among: lines, as: list.layout)
    pieces.append(isRightToLeft ? "<ul class=\"signatories\" dir=\"rtl\">\n" : "<ul class=\"signatories\">\n")
    for line in lines {
      let start = pieces.count
      var isFirst = true
      pieces.append("<li>" as StaticString)
      if line.fullName != nil {
        cells.forEach(of: line) { write($0, isFirst: &isFirst) }
      } else if let count = equals.take(line) {
        cells.forEach(of: line, standingFor: count) { write($0, isFirst: &isFirst) }
      } else {
        pieces.cut(to: start)
        continue
      }
      pieces.append("</li>\n" as StaticString)
      try pieces.endLine(to: sink)
    }
    pieces.append("</ul>\n" as StaticString)
  }

  private mutating func write(_ cell: ListCells.Cell, isFirst: inout Bool) {
    let before = pieces.count
    switch cell {
    case .text(let text):
      if !isFirst { pieces.append(", " as StaticString) }
      let start = pieces.count
      write(text)
      if pieces.count == start { pieces.cut(to: before) }
    case .words(let words):
      if !isFirst { pieces.append(", " as StaticString) }
      pieces.append(isRightToLeft ? "<bdi>\(words)</bdi>" : words)
    case .note(let words): pieces.append(isRightToLeft ? " <bdi dir=\"ltr\">\(words)</bdi>" : " \(words)")
    }
    isFirst = false
  }

  /// Writes a text of somebody else's so that it shows as what it is.
  private mutating func write(_ text: String) {
    text.withBytes { bytes in
      guard isRightToLeft || !plain.covers(bytes) else { return pieces.append(bytes) }
      safe.take(bytes)
      guard !safe.bytes.isEmpty else { return }
      // Without a `dir` of its own, its first strong character decides.
      let isIsolated = isRightToLeft || safe.hasRightToLeft
      if isIsolated { pieces.append("<bdi>" as StaticString) }
      for byte in safe.bytes {
        switch byte {
        case UInt8(ascii: "&"): pieces.append("&amp;" as StaticString)
        case UInt8(ascii: "<"): pieces.append("&lt;" as StaticString)
        case UInt8(ascii: ">"): pieces.append("&gt;" as StaticString)
        case UInt8(ascii: "\""): pieces.append("&quot;" as StaticString)
        case UInt8(ascii: "'"): pieces.append("&#39;" as StaticString)
        default: pieces.append(byte)
        }
      }
      if isIsolated { pieces.append("</bdi>" as StaticString) }
    }
  }
}

extension Language {
  /// Whether it is written from right to left, as far as its script is named or the usual one is.
  var isRightToLeft: Bool {
    let parts = description.lowercased().split(separator: "-")
    let scripts: Set<Substring> = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa", "mand", "samr"]
    if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
      return scripts.contains(script)
    }
    let languages: Set<Substring> = [
      "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
    return languages.contains(parts.first ?? "")
  }

  /// The attributes of an element in this language.
  fileprivate var attributes: String {
    " lang=\"\(HTMLText.escaped(description))\" dir=\"\(isRightToLeft ? "rtl" : "auto")\""
  }
}
