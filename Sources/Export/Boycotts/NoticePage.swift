import Foundation

/// Writes a notice as one page: nothing is loaded, nothing runs, and it can be printed.
struct NoticePage {
  private var html = ""

  mutating func write(
    _ blocks: [NoticeBlock], titled title: String, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    html = NoticePage.head.replacing("TITLE", with: HTMLText.escaped(title), maxReplacements: 1)
    html += "<h1>\(HTMLText.isolated(title))</h1>\n"
    var level = -1
    for block in blocks {
      guard case .item(let pieces, let next) = block else {
        close(&level, to: -1)
        write(block)
        continue
      }
      if next > level {
        while level < next {
          html += level < 0 ? "<ul>\n" : "\n<ul>\n"
          level += 1
        }
      } else {
        close(&level, to: next)
        html += "</li>\n"
      }
      html += "<li>\(line(pieces))"
    }
    close(&level, to: -1)
    html += "</main>\n</body>\n</html>\n"
    try Array(html.utf8).withUnsafeBytes(sink)
  }

  /// Closes the lists that are open beyond the level.
  private mutating func close(_ level: inout Int, to last: Int) {
    while level > last {
      html += "</li>\n</ul>\n"
      level -= 1
    }
  }

  private mutating func write(_ block: NoticeBlock) {
    switch block {
    case .heading(let words): html += "<h2>\(HTMLText.escaped(words))</h2>\n"
    case .paragraph(let pieces), .item(let pieces, _): html += "<p>\(line(pieces))</p>\n"
    }
  }

  private func line(_ pieces: [NoticePiece]) -> String {
    pieces.map(HTMLText.piece).joined()
  }

  /// The beginning of a page, with `TITLE` where its title belongs.
  static let head = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>TITLE</title>
    <style>
    :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --link: #0b4f9e; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #161616; --link: #8ab8f5; } }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.55 system-ui, sans-serif; }
    main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.8rem; line-height: 1.25; }
    h2 { font-size: 1.25rem; margin-top: 2rem; }
    li { margin: .3rem 0; }
    a { color: var(--link); }
    @media print {
    :root { --ink: #000; --paper: #fff; --link: #000; }
    main { max-width: none; padding: 0; }
    h2 { break-after: avoid; }
    li { break-inside: avoid; }
    }
    </style>
    </head>
    <body>
    <main>

    """
}

/// Texts as they stand in a page.
enum HTMLText {
  /// The text on one line, as nothing but text, also within an attribute's quotes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in SafeText.line(text).unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// Somebody else's text: whatever way it is written, it does not reorder what stands beside it.
  static func isolated(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }

  /// A piece of a line.
  static func piece(_ piece: NoticePiece) -> String {
    switch piece {
    case .words(let words): escaped(words)
    case .text(let text): isolated(text)
    case .source(let text): link(text)
    }
  }

  /// The address as a link that tells nobody where it was clicked; what is no plain address on the web is a text.
  static func link(_ text: String) -> String {
    guard let address = address(text) else { return isolated(text) }
    let escaped = escaped(address)
    return "<a href=\"\(escaped)\" rel=\"noreferrer nofollow\"><bdi>\(escaped)</bdi></a>"
  }

  /// The plain address on the web that the text is; nil where it is none.
  static func address(_ text: String) -> String? {
    let address = text.trimmingCharacters(in: .whitespaces)
    let form = /https?:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?([\/?#][!-~]*)?/
    return address.wholeMatch(of: form) == nil ? nil : address
  }
}
