import Campaigns

/// Writes a comparison as one HTML page.
///
/// What went is struck out and what came is underlined, besides their colours; a screen reader is told in words. The
/// page loads nothing and runs nothing.
struct ComparisonHTMLWriter {
  private let document: ComparisonDocument
  private var pieces = Pieces()
  /// The attribute that names the statement's language; empty where it is not known, as HTML wants it.
  private let lang: String

  init(_ document: ComparisonDocument) {
    self.document = document
    lang = "lang=\"\(document.language?.description ?? "")\""
  }

  mutating func write(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    writeHead()
    let wording = ComparisonWording(document)
    for (index, passage) in document.comparison.passages.enumerated() {
      for paragraph in passage.paragraphs {
        pieces.append("<p dir=\"auto\">" as StaticString)
        append(ShownRun.runs(paragraph))
        pieces.append("</p>\n" as StaticString)
        try pieces.endLine(to: sink)
      }
      for note in wording.notes(on: index) {
        pieces.append("<p class=\"note\" lang=\"en\">" as StaticString)
        if let words = note.words {
          pieces.append("\(note.happened): <q \(lang) dir=\"auto\">")
          append(words)
          pieces.append("</q>" as StaticString)
        } else {
          pieces.append(note.sentence)
        }
        pieces.append("</p>\n" as StaticString)
      }
    }
    pieces.append("</main>\n</body>\n</html>\n" as StaticString)
    try pieces.finish(to: sink)
  }

  private mutating func writeHead() {
    pieces.append(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>
      """ as StaticString)
    append(SafeText.line(document.title))
    pieces.append("</title>\n<style>\n\(ComparisonHTMLWriter.style)\n</style>\n</head>\n<body>\n")
    pieces.append("<header>\n<h1 \(lang) dir=\"auto\">")
    append(SafeText.line(document.title))
    pieces.append("</h1>\n<p>From <bdi>" as StaticString)
    append(SafeText.line(document.from.label))
    pieces.append("</bdi>, to <bdi>" as StaticString)
    append(SafeText.line(document.to.label))
    pieces.append("</bdi>.</p>\n" as StaticString)
    if document.comparison.isUnchanged {
      pieces.append("<p>\(ComparisonWording.unchanged)</p>\n")
    } else {
      pieces.append(
        "<p><del>Struck out</del> is gone, <ins>underlined</ins> is new.</p>\n" as StaticString)
    }
    pieces.append("</header>\n<main \(lang)>\n")
  }

  private mutating func append(_ runs: [ShownRun]) {
    for run in runs {
      switch run.kind {
      case .same: append(run.text)
      case .removed:
        pieces.append("<del>" as StaticString)
        append(run.text)
        pieces.append("</del>" as StaticString)
      case .added:
        pieces.append("<ins>" as StaticString)
        append(run.text)
        pieces.append("</ins>" as StaticString)
      }
      if run.isSpaced { pieces.append(UInt8(ascii: " ")) }
    }
  }

  /// Appends a clean text so that it shows as it is.
  private mutating func append(_ text: String) {
    text.withBytes { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "<"): pieces.append("&lt;" as StaticString)
        case UInt8(ascii: ">"): pieces.append("&gt;" as StaticString)
        case UInt8(ascii: "&"): pieces.append("&amp;" as StaticString)
        case UInt8(ascii: "\""): pieces.append("&quot;" as StaticString)
        case UInt8(ascii: "'"): pieces.append("&#39;" as StaticString)
        default: pieces.append(byte)
        }
      }
    }
  }

  private static let style = """
    :root { color-scheme: light dark; --gone: #9b1c1c; --gone-ground: #fdecec; --new: #11592a; --new-ground: #e7f6ec; }
    @media (prefers-color-scheme: dark) {
      :root { --gone: #ffb4ab; --gone-ground: #47191a; --new: #a3e4b5; --new-ground: #123a20; }
    }
    body { font: 1rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
    header { border-bottom: 1px solid; margin-bottom: 2rem; }
    p { overflow-wrap: anywhere; }
    del { color: var(--gone); background: var(--gone-ground); text-decoration: line-through; }
    ins { color: var(--new); background: var(--new-ground); text-decoration: underline; font-weight: bold; }
    .note { border-inline-start: 4px solid; padding-inline-start: 1rem; font-family: sans-serif; }
    del::before { content: " [gone: "; }
    ins::before { content: " [new: "; }
    del::after, ins::after { content: "] "; }
    del::before, del::after, ins::before, ins::after {
      clip-path: inset(50%); height: 1px; width: 1px; overflow: hidden; position: absolute; white-space: nowrap;
    }
    @media print { body { margin: 0; max-width: none; } p { orphans: 3; widows: 3; } }
    """
}
