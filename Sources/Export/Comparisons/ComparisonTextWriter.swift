import Campaigns

/// Writes a comparison for a terminal: in red and green, or as `[-gone-]{+new+}`.
///
/// Every line of the statement is two columns in, behind a sign of what became of its paragraph; the document's own
/// lines begin at the edge. So no statement can write a note.
struct ComparisonTextWriter {
  private let document: ComparisonDocument
  private var lines: WrappedLines
  private let coloured: Bool

  init(_ document: ComparisonDocument, width: Int, coloured: Bool) {
    self.document = document
    self.coloured = coloured
    lines = WrappedLines(width: width)
  }

  mutating func write(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    writeOwn(SafeText.line(document.title))
    writeOwn("From \(SafeText.line(document.from.label)), to \(SafeText.line(document.to.label)).")
    if document.comparison.isUnchanged {
      writeOwn(ComparisonWording.unchanged)
    } else {
      lines.begin("")
      append([ShownRun(kind: .removed, text: "gone", isSpaced: true), ShownRun(kind: .added, text: "new")])
      lines.end()
    }
    let wording = ComparisonWording(document)
    let passages = document.comparison.passages
    for (index, passage) in passages.enumerated() {
      switch passage {
      case .same(let paragraphs):
        try writeSame(paragraphs, isFirst: index == 0, isLast: index == passages.count - 1, to: sink)
      case .removed(let paragraph): writeParagraph([WordRun(.removed, paragraph)], "- ")
      case .added(let paragraph): writeParagraph([WordRun(.added, paragraph)], "+ ")
      case .changed(let runs): writeParagraph(runs, "~ ")
      }
      for note in wording.notes(on: index) { writeOwn(note.line) }
      try lines.pieces.endLine(to: sink)
    }
    try lines.pieces.finish(to: sink)
  }

  /// Writes the paragraph before a change and the one after it; the others are only counted.
  private mutating func writeSame(
    _ paragraphs: [String], isFirst: Bool, isLast: Bool, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let after = isFirst ? 0 : 1
    let before = isLast ? 0 : 1
    guard paragraphs.count > after + before else {
      for paragraph in paragraphs { writeParagraph([WordRun(.same, paragraph)], "  ") }
      return
    }
    for paragraph in paragraphs.prefix(after) { writeParagraph([WordRun(.same, paragraph)], "  ") }
    lines.breakParagraph()
    writeOwn(ComparisonWording.folded(paragraphs.count - after - before))
    for paragraph in paragraphs.suffix(before) { writeParagraph([WordRun(.same, paragraph)], "  ") }
  }

  private mutating func writeParagraph(_ runs: [WordRun], _ sign: StaticString) {
    lines.breakParagraph()
    lines.begin(sign)
    append(ShownRun.runs(runs))
    lines.end()
  }

  /// Writes a paragraph of the document's own. What is quoted in it may be anything, and does not reach the edge.
  private mutating func writeOwn(_ text: String) {
    lines.begin("  ", first: "")
    lines.append(text, .plain)
    lines.end()
  }

  private mutating func append(_ runs: [ShownRun]) {
    for run in runs {
      switch run.kind {
      case .same: lines.append(coloured ? run.text : escaped(run.text), .plain)
      case .removed:
        if coloured { lines.append(run.text, .removed) } else { lines.append("[-\(escaped(run.text))-]", .plain) }
      case .added:
        if coloured { lines.append(run.text, .added) } else { lines.append("{+\(escaped(run.text))+}", .plain) }
      }
      if run.isSpaced { lines.append(" ", .plain) }
    }
  }

  /// The text with a backslash within what would look like a mark.
  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch (bytes.last, byte) {
      case (UInt8(ascii: "["), UInt8(ascii: "-")), (UInt8(ascii: "-"), UInt8(ascii: "]")),
        (UInt8(ascii: "{"), UInt8(ascii: "+")), (UInt8(ascii: "+"), UInt8(ascii: "}")):
        bytes.append(UInt8(ascii: "\\"))
      default: break
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
