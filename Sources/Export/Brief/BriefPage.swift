import Campaigns

/// Writes a brief as one page: nothing is loaded, nothing runs, and it can be printed.
struct BriefPage {
  private let brief: Brief
  private var html = ""
  private var level = -1
  private var isInSources = false
  private var charts = 0

  init(_ brief: Brief) {
    self.brief = brief
  }

  mutating func write(_ blocks: [BriefBlock], to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let title = HTMLText.escaped(brief.title)
    html = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title.isEmpty ? "A brief" : title)</title>
      <style>
      \(BriefStyle.sheet)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title.isEmpty ? "A brief" : HTMLText.isolated(brief.title))</h1>

      """
    for block in blocks { write(block) }
    closeLists()
    html += "</main>\n</body>\n</html>\n"
    try Array(html.utf8).withUnsafeBytes(sink)
  }

  private mutating func write(_ block: BriefBlock) {
    switch block {
    case .item(let pieces, let next): writeItem(pieces, next)
    case .evidence(let number, let pieces):
      close(to: -1)
      if !isInSources { html += "<ul class=\"sources\">\n" }
      isInSources = true
      html += "<li id=\"source-\(number)\">[\(number)] \(line(pieces))</li>\n"
    case .heading(let level, let pieces):
      closeLists()
      html += "<h\(level)>\(line(pieces))</h\(level)>\n"
    case .paragraph(let pieces):
      closeLists()
      html += "<p>\(line(pieces))</p>\n"
    case .table(let table):
      closeLists()
      write(table, captioned: line(table.caption))
    case .chart(let chart, let table):
      closeLists()
      charts += 1
      html += "<figure>\n<figcaption>\(line(table.caption))</figcaption>\n\(chart.svg(number: charts))"
      html += "<details\(table.rows.count <= 12 ? " open" : "")>\n<summary>The numbers as a table</summary>\n"
      write(table, captioned: "Verified signatures, summed up")
      html += "</details>\n</figure>\n"
    }
  }

  private mutating func writeItem(_ pieces: [BriefPiece], _ next: Int) {
    if next > level {
      while level < next {
        html += level < 0 ? "<ul>\n" : "\n<ul>\n"
        level += 1
        // A list holds items only: what stands deeper than its list is in one without words.
        if level < next { html += "<li>" }
      }
    } else {
      close(to: next)
      html += "</li>\n"
    }
    html += "<li>\(line(pieces))"
  }

  /// Closes the lists that are open beyond the level.
  private mutating func close(to last: Int) {
    while level > last {
      html += "</li>\n</ul>\n"
      level -= 1
    }
  }

  private mutating func closeLists() {
    close(to: -1)
    if isInSources { html += "</ul>\n" }
    isInSources = false
  }

  private mutating func write(_ table: BriefTable, captioned caption: String) {
    html += "<table>\n<caption>\(caption)</caption>\n<thead>\n<tr>"
    html += table.columns.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }.joined()
    html += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows {
      html += "<tr>"
      for (place, cell) in row.enumerated() {
        html += place == 0 ? "<th scope=\"row\">\(line(cell))</th>" : "<td>\(line(cell))</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n</table>\n"
  }

  /// Picket's own words. A time does not break at its hyphens.
  private func own(_ words: String) -> String {
    HTMLText.escaped(words).replacing(/\d{4}-\d\d-\d\d(?: \d\d:[\d:]+ UTC(?:[+-]\d\d:\d\d)?)?/) { time in
      "<span class=\"time\">\(time.0)</span>"
    }
  }

  private func line(_ pieces: [BriefPiece]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): own(words)
      case .strong(let words): "<strong>\(own(words))</strong>"
      case .text(let text): HTMLText.isolated(text)
      case .foreign(let text, let language):
        "<bdi lang=\"\(HTMLText.escaped(language.description))\">\(HTMLText.escaped(text))</bdi>"
      case .quote(let text): "<q>\(HTMLText.isolated(text))</q>"
      case .removed(let text): "<del>\(HTMLText.isolated(text))</del>"
      case .added(let text): "<ins>\(HTMLText.isolated(text))</ins>"
      case .source(let text): HTMLText.link(text)
      case .cited(let evidence): "<a href=\"#source-\(evidence.number)\">[\(evidence.number)]</a>"
      }
    }.joined()
  }
}
