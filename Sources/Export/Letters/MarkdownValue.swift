import Mustache

/// A value as it stands in the Markdown of a letter: every character shows as what it is.
struct MarkdownValue: MustacheCustomRenderable, MustacheParent {
  /// The value in Markdown.
  let renderText: String

  var isNull: Bool { false }

  /// A value has no parts that a template could name.
  func child(named: String) -> Any? { nil }

  /// The value of a field; nil where it would show nothing.
  /// - Parameter keepsLines: whether the line breaks stay; otherwise they become spaces.
  init?(_ text: String, keepsLines: Bool) {
    let lines = keepsLines ? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) : [text[...]]
    var written = lines.map { MarkdownValue.line(String($0)) }[...]
    while written.first?.isEmpty == true { written.removeFirst() }
    while written.last?.isEmpty == true { written.removeLast() }
    guard !written.isEmpty else { return nil }
    // Two spaces break a line in every Markdown. An empty line would end the paragraph, and the quotation or list
    // item that it stands in, so it gets a space that counts as text.
    renderText = written.map { $0.isEmpty ? "\u{A0}" : $0 }.joined(separator: "  \n")
  }

  private static func line(_ text: String) -> String {
    var writer = ProseWriter(.markdown)
    writer.write(text)
    let line = String(decoding: writer.pieces.bytes, as: UTF8.self)
    // Before a link in the template it would make a picture of it.
    return line.hasSuffix("!") ? line.dropLast() + "\\!" : line
  }
}
