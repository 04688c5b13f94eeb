/// The colours and the style of a brief's page.
enum BriefStyle {
  /// A colour by its name, on light and on dark ground. A test computes their contrasts.
  struct Colour {
    let name: String
    let light: String
    let dark: String
  }

  static let colours = [
    Colour(name: "paper", light: "#ffffff", dark: "#161616"),
    Colour(name: "ink", light: "#1a1a1a", dark: "#e8e8e8"),
    Colour(name: "quiet", light: "#555555", dark: "#b4b4b4"),
    Colour(name: "line", light: "#767676", dark: "#8c8c8c"),
    Colour(name: "link", light: "#0b4f9e", dark: "#8ab8f5"),
    Colour(name: "bar", light: "#5b8fc7", dark: "#3f73ad"),
    Colour(name: "gone", light: "#9b1c1c", dark: "#ffb4ab"),
    Colour(name: "gone-ground", light: "#fdecec", dark: "#47191a"),
    Colour(name: "new", light: "#11592a", dark: "#a3e4b5"),
    Colour(name: "new-ground", light: "#e7f6ec", dark: "#123a20"),
  ]

  /// The whole style sheet.
  static var sheet: String {
    let light = colours.map { "--\($0.name): \($0.light);" }.joined(separator: " ")
    let dark = colours.map { "--\($0.name): \($0.dark);" }.joined(separator: " ")
    return """
      :root { color-scheme: light dark; \(light) }
      @media (prefers-color-scheme: dark) { :root { \(dark) } }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.55 system-ui, sans-serif; }
      main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
      h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; }
      h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
      h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
      p { margin: .5rem 0; }
      ul { padding-inline-start: 1.3rem; margin: .5rem 0; }
      li { margin: .35rem 0; }
      a { color: var(--link); }
      del { color: var(--gone); background: var(--gone-ground); text-decoration: line-through; padding: 0 .2em; }
      ins { color: var(--new); background: var(--new-ground); text-decoration: underline; padding: 0 .2em; }
      table { border-collapse: collapse; margin: 1rem 0; min-width: 50%; }
      caption, figcaption { text-align: start; color: var(--quiet); font-size: .92em; margin-bottom: .4rem; }
      th, td { text-align: start; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); }
      th { font-weight: 600; }
      tbody th { font-weight: 400; }
      td, thead th + th { text-align: end; padding-inline: 1rem 0; font-variant-numeric: tabular-nums; }
      figure { margin: 1.25rem 0; }
      summary { cursor: pointer; }
      .time { white-space: nowrap; }
      .sources { list-style: none; padding: 0; }
      .chart { display: block; overflow: visible; font-size: 13px; }
      .chart .bar { fill: var(--bar); shape-rendering: crispEdges; print-color-adjust: exact; }
      .chart .grid { stroke: var(--line); stroke-dasharray: 2 4; }
      .chart .axis { stroke: var(--ink); }
      .chart text { fill: var(--ink); stroke: var(--paper); stroke-width: 4px; paint-order: stroke; }
      .chart .end { text-anchor: end; }
      @media print {
      :root { \(light) }
      @page { margin: 18mm; }
      html { font-size: 9.5pt; }
      body { line-height: 1.4; }
      main { max-width: none; padding: 0; }
      h2, h3 { break-after: avoid; }
      h2 { margin-top: 1.5rem; }
      li, tr, figure svg { break-inside: avoid; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      summary { list-style: none; }
      }
      """
  }
}
