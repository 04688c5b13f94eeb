import Campaigns

/// A letter as one HTML file that needs no other: no script, nothing that is fetched.
struct LetterPage {
  private let markdown: String
  private let language: Language
  private let nameWithoutHeading: String

  /// The page of this letter, called by its first heading, or by the name where it has none.
  init(_ markdown: String, language: Language, nameWithoutHeading: String) {
    self.markdown = markdown
    self.language = language
    self.nameWithoutHeading = nameWithoutHeading
  }

  /// The whole file.
  var html: String {
    let title = firstHeading ?? SafeText.line(nameWithoutHeading)
    return """
      <!doctype html>
      <html lang="\(LetterPage.escaped(language.description))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(LetterPage.policy)">
      <title>\(LetterPage.escaped(title))</title>
      <style>
      \(LetterPage.style)
      </style>
      </head>
      <body>
      \(MarkdownRenderer.html(of: markdown))</body>
      </html>

      """
  }

  private var firstHeading: String? {
    var heading = ""
    var isWithin = false
    var isFound = false
    MarkdownRenderer.walk(markdown) { part, isStart in
      guard !isFound else { return }
      switch part {
      case .heading:
        isFound = !isStart && !heading.isEmpty
        isWithin = isStart
      case .text(let text) where isWithin, .inlineCode(let text) where isWithin: heading += text
      case .softBreak where isWithin, .lineBreak where isWithin: heading += " "
      default: break
      }
    }
    let shown = SafeText.line(heading)
    return shown.isEmpty ? nil : shown
  }

  /// Pictures stand in the file itself or are not shown: one that is fetched would tell who reads the letter.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  /// Each paragraph runs in the direction of its own first letter.
  private static let style = """
    :root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --line: #8a8a8a; }
    @media (prefers-color-scheme: dark) { :root { --paper: #191919; --ink: #e8e8e8; } }
    body {
      max-width: 38rem; margin: 3rem auto; padding: 0 1.25rem; overflow-wrap: break-word;
      background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Georgia, "Times New Roman", serif;
    }
    h1 { font-size: 1.35rem; margin: 2rem 0 1.25rem; }
    h2, h3, h4, h5, h6 { font-size: 1.1rem; }
    p, li, h1, h2, h3, h4, h5, h6 { unicode-bidi: plaintext; text-align: start; }
    blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
    pre { white-space: pre-wrap; }
    img { max-width: 100%; }
    @page { margin: 2.2cm; }
    @media print {
      :root { color-scheme: light; --paper: #fff; --ink: #000; }
      body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
      blockquote, li { break-inside: avoid; }
    }
    """

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // Scalar by scalar: with an accent behind it, a bracket is another character to Swift, and none to a browser.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
