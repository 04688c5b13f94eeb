import Campaigns

/// Writes a brief as Markdown.
struct BriefProse {
  private let brief: Brief

  init(_ brief: Brief) {
    self.brief = brief
  }

  func write(_ blocks: [BriefBlock], to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    var writer = ProseWriter(.markdown)
    writer.writeTitle(brief.title)
    for (place, block) in blocks.enumerated() {
      write(block, with: &writer)
      let next = place + 1 < blocks.count ? blocks[place + 1] : nil
      // An item stands right below another; a table and everything else end with an empty line.
      writer.pieces.append(next == nil || (block.isItem && next?.isItem == true) ? "\n" : "\n\n")
      try writer.pieces.endLine(to: sink)
    }
    try writer.pieces.finish(to: sink)
  }

  private func write(_ block: BriefBlock, with writer: inout ProseWriter) {
    switch block {
    case .heading(let level, let pieces):
      writer.pieces.append(String(repeating: "#", count: level) + " ")
      write(pieces, with: &writer)
    case .paragraph(let pieces): write(pieces, with: &writer)
    case .item(let pieces, let level):
      writer.pieces.append(String(repeating: "  ", count: level) + "- ")
      write(pieces, with: &writer)
    case .evidence(let number, let pieces):
      writer.pieces.append("- \\[\(number)\\] ")
      write(pieces, with: &writer)
    case .table(let table), .chart(_, let table): write(table, with: &writer)
    }
  }

  private func write(_ table: BriefTable, with writer: inout ProseWriter) {
    write(table.caption, with: &writer)
    writer.pieces.append("\n\n| " + table.columns.joined(separator: " | ") + " |\n|")
    writer.pieces.append(table.columns.enumerated().map { $0.offset == 0 ? " --- |" : " ---: |" }.joined())
    for row in table.rows {
      writer.pieces.append("\n|")
      for cell in row {
        writer.pieces.append(" ")
        write(cell, with: &writer)
        writer.pieces.append(" |")
      }
    }
  }

  private func write(_ pieces: [BriefPiece], with writer: inout ProseWriter) {
    for piece in pieces {
      switch piece {
      case .words(let words): writer.pieces.append(words)
      case .strong(let words): writer.pieces.append("**\(words)**")
      case .text(let text), .foreign(let text, _): writer.write(text)
      case .quote(let text), .removed(let text), .added(let text):
        writer.pieces.append("“")
        writer.write(text)
        writer.pieces.append("”")
      case .source(let text):
        let destination = destination(text)
        if destination != nil { writer.pieces.append("[") }
        writer.write(text)
        if let destination { writer.pieces.append("](<\(destination)>)") }
      case .cited(let evidence):
        let name = "\\[\(evidence.number)\\]"
        let destination = evidence.url.flatMap(destination)
        writer.pieces.append(destination.map { "[\(name)](<\($0)>)" } ?? name)
      }
    }
  }

  /// Where a link goes: the plain address that the text is, without what Markdown could take for the link's end.
  private func destination(_ text: String) -> String? {
    HTMLText.address(text).map { address in
      address.utf8.map { byte -> String in
        // What looks like an entity would be read as one.
        if byte == UInt8(ascii: "&") { return "&amp;" }
        return "<>()[]{}\\\"'`*|".utf8.contains(byte)
          ? "%" + String(byte, radix: 16, uppercase: true) : String(decoding: [byte], as: UTF8.self)
      }.joined()
    }
  }
}

extension BriefBlock {
  /// Whether it is an item of a list.
  fileprivate var isItem: Bool {
    switch self {
    case .item, .evidence: true
    default: false
    }
  }
}
