/// The colours and the style of a list's page.
enum ListPageStyle {
  /// A colour by its name, on light and on dark ground. A test computes their contrasts.
  static let colours = [
    BriefStyle.Colour(name: "paper", light: "#ffffff", dark: "#161616"),
    BriefStyle.Colour(name: "ink", light: "#1a1a1a", dark: "#e8e8e8"),
    BriefStyle.Colour(name: "quiet", light: "#555555", dark: "#b4b4b4"),
    BriefStyle.Colour(name: "line", light: "#767676", dark: "#8c8c8c"),
    BriefStyle.Colour(name: "link", light: "#0b4f9e", dark: "#8ab8f5"),
    BriefStyle.Colour(name: "warning", light: "#9b1c1c", dark: "#ffb4ab"),
  ]

  /// The whole style sheet.
  static func sheet(for layout: ListLayout) -> String {
    let light = colours.map { "--\($0.name): \($0.light);" }.joined(separator: " ")
    let dark = colours.map { "--\($0.name): \($0.dark);" }.joined(separator: " ")
    // On a narrow page there are as many columns as have room.
    let columns =
      layout.nameColumns > 1 ? "\n.signatories { columns: \(layout.nameColumns) 11rem; column-gap: 2rem; }" : ""
    let printed = layout.nameColumns > 1 ? "\n.signatories { columns: \(layout.nameColumns) auto; }" : ""
    let paper = layout.paper == .a4 ? "A4" : "letter"
    return """
      :root { color-scheme: light dark; \(light) }
      @media (prefers-color-scheme: dark) { :root { \(dark) } }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--paper); color: var(--ink); }
      body { font: 1.0625rem/1.55 Georgia, "Times New Roman", serif; }
      main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
      h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
      h2 { font-size: 1.3rem; margin: 2.25rem 0 .75rem; }
      h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
      h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
      p { margin: .65rem 0; }
      a { color: var(--link); }
      .about, .count, footer { color: var(--quiet); }
      .about, footer { font-size: .92em; }
      .count { font-weight: 400; }
      .warning { color: var(--warning); border: 1px solid; padding: .5rem .75rem; font-weight: 700; }
      .letter { margin: 2rem 0; padding-top: 1rem; border-top: 1px solid var(--line); }
      .letter p, .letter li, .letter h2, .letter h3, .letter h4 { unicode-bidi: plaintext; text-align: start; }
      .letter img { max-width: 100%; }
      blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
      pre { white-space: pre-wrap; }
      section { border-top: 1px solid var(--line); margin-top: 2rem; }
      ul, ol { padding-inline-start: 1.4rem; }
      li { margin: .3rem 0; }
      .letter > :first-child { margin-top: .5rem; }
      .signatories { list-style: none; padding: 0; margin: .5rem 0; }
      .signatories li { margin: 0; padding-block: .15rem; break-inside: avoid; }
      .signatories li { padding-inline-start: 1rem; text-indent: -1rem; }\(columns)
      footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .5rem; }
      @page { size: \(paper); margin: 20mm 18mm; }
      @page { @bottom-center { content: counter(page) " / " counter(pages); font: 9pt serif; } }
      @media print {
      :root { color-scheme: light; \(light) }
      body { font-size: 10.5pt; line-height: 1.4; }
      main { max-width: none; padding: 0; }
      h1, h2, h3 { break-after: avoid; }
      .letter, section { border: 0; }
      a { color: inherit; }\(printed)
      }
      """
  }
}
