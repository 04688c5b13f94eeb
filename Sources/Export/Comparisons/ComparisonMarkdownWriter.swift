import Campaigns

/// Writes a comparison as Markdown: what went is struck out, what came is bold, notes are quoted.
struct ComparisonMarkdownWriter {
  private let document: ComparisonDocument
  private var pieces = Pieces()

  init(_ document: ComparisonDocument) {
    self.document = document
  }

  mutating func write(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    pieces.append("# " as StaticString)
    append(SafeText.line(document.title))
    pieces.append("\n\nFrom " as StaticString)
    append(SafeText.line(document.from.label))
    pieces.append(", to " as StaticString)
    append(SafeText.line(document.to.label))
    pieces.append(".\n\n" as StaticString)
    if document.comparison.isUnchanged {
      pieces.append("\(ComparisonWording.unchanged)\n\n")
    } else {
      pieces.append("~~Struck out~~ is gone, **bold** is new.\n\n" as StaticString)
    }
    pieces.append("---\n" as StaticString)
    let wording = ComparisonWording(document)
    for (index, passage) in document.comparison.passages.enumerated() {
      for paragraph in passage.paragraphs {
        pieces.append("\n" as StaticString)
        append(ShownRun.runs(paragraph))
        pieces.append("\n" as StaticString)
        try pieces.endLine(to: sink)
      }
      for note in wording.notes(on: index) {
        pieces.append("\n> " as StaticString)
        if let words = note.words {
          pieces.append("\(note.happened): “")
          append(words)
          pieces.append("”")
        } else {
          pieces.append(note.sentence)
        }
        pieces.append("\n" as StaticString)
      }
    }
    try pieces.finish(to: sink)
  }

  private mutating func append(_ runs: [ShownRun]) {
    for (index, run) in runs.enumerated() {
      let mark =
        switch run.kind {
        case .same: ""
        case .removed: "~~"
        case .added: "**"
        }
      // Markdown takes a mark for one only where its outside is no letter. What stands there has no width.
      if index > 0, !runs[index - 1].isSpaced, (run.kind == .same) != (runs[index - 1].kind == .same) {
        pieces.append("&#8203;" as StaticString)
      }
      pieces.append(mark)
      append(run.text)
      pieces.append(mark)
      if run.isSpaced { pieces.append(UInt8(ascii: " ")) }
    }
  }

  /// Appends a clean text so that it shows as it is.
  private mutating func append(_ text: String) {
    text.withBytes { MarkdownEscape.append($0, to: &pieces) }
  }
}
