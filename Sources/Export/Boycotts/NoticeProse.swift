/// Writes a notice as Markdown or as plain text.
struct NoticeProse {
  private let markup: ProseWriter.Markup

  init(_ markup: ProseWriter.Markup) {
    self.markup = markup
  }

  func write(
    _ blocks: [NoticeBlock], titled title: String, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    var writer = ProseWriter(markup)
    writer.writeTitle(title)
    var isInList = false
    for (place, block) in blocks.enumerated() {
      if case .item(let pieces, let level) = block {
        writer.pieces.append(String(repeating: "  ", count: level) + "- ")
        write(pieces, with: &writer)
        isInList = true
      } else {
        // A list ends with an empty line, as everything else does.
        if isInList { writer.pieces.append("\n" as StaticString) }
        isInList = false
        write(block, with: &writer)
      }
      writer.pieces.append(isInList || place == blocks.count - 1 ? "\n" : "\n\n")
      try writer.pieces.endLine(to: sink)
    }
    try writer.pieces.finish(to: sink)
  }

  private func write(_ block: NoticeBlock, with writer: inout ProseWriter) {
    switch block {
    case .heading(let words):
      writer.pieces.append(
        markup == .markdown ? "## \(words)" : "\(words)\n" + String(repeating: "-", count: words.count))
    case .paragraph(let pieces), .item(let pieces, _): write(pieces, with: &writer)
    }
  }

  private func write(_ pieces: [NoticePiece], with writer: inout ProseWriter) {
    for piece in pieces {
      switch piece {
      case .words(let words): writer.pieces.append(words)
      case .text(let text), .source(let text): writer.write(text)
      }
    }
  }
}
