import CMark

/// Markdown as cmark reads it, the reference implementation of CommonMark. All calls into C are here.
///
/// cmark ends the process where memory runs out, so that a document is never missing.
enum MarkdownRenderer {
  /// Raw HTML is left out, and so are links that would run a script.
  private static let options = CMARK_OPT_SAFE | CMARK_OPT_VALIDATE_UTF8

  /// A part of a document.
  enum Part {
    case paragraph
    case heading(level: Int)
    case quotation
    /// `start` is the first number; nil where the items have none. A tight list has no empty lines.
    case list(start: Int?, isTight: Bool)
    case item
    case code(String)
    case rule
    case text(String)
    case inlineCode(String)
    case emphasis
    case strong
    case softBreak
    case lineBreak
    case link(to: String)
    /// Raw HTML, pictures: what only stands around other parts, or is not shown.
    case other
  }

  /// The document in HTML, without what surrounds it on a page.
  /// - Parameter top: the level of its highest headings, where the page has headings of its own above them; the
  ///   others go down from there by one level at a time. Nil leaves all as they are.
  static func html(of markdown: String, headingsFrom top: Int? = nil) -> String {
    withDocument(markdown) { document in
      if let top { setHeadings(of: document, from: top) }
      guard let html = cmark_render_html(document, options) else { return "" }
      defer { cmark_get_default_mem_allocator().pointee.free(html) }
      return String(cString: html)
    } ?? ""
  }

  private static func setHeadings(of document: OpaquePointer, from top: Int) {
    let iterator = cmark_iter_new(document)
    defer { cmark_iter_free(iterator) }
    // The levels as they were written of the headings that the one at hand stands under.
    var written: [Int32] = []
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      guard event == CMARK_EVENT_ENTER, cmark_node_get_type(node) == CMARK_NODE_HEADING else { continue }
      let level = cmark_node_get_heading_level(node)
      while let last = written.last, last >= level { written.removeLast() }
      cmark_node_set_heading_level(node, Int32(min(6, top + written.count)))
      written.append(level)
    }
  }

  /// Visits the parts of the document in their order: those that hold others twice, at their start and at their end.
  static func walk(_ markdown: String, visit: (_ part: Part, _ isStart: Bool) -> Void) {
    _ = withDocument(markdown) { document in
      let iterator = cmark_iter_new(document)
      defer { cmark_iter_free(iterator) }
      while true {
        let event = cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
        visit(part(node), event == CMARK_EVENT_ENTER)
      }
    }
  }

  private static func withDocument<Result>(_ markdown: String, _ body: (OpaquePointer) -> Result) -> Result? {
    var markdown = markdown
    let parsed = markdown.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, options) }
    }
    guard let document = parsed else { return nil }
    defer { cmark_node_free(document) }
    return body(document)
  }

  private static func part(_ node: OpaquePointer) -> Part {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_BLOCK_QUOTE: .quotation
    case CMARK_NODE_LIST:
      .list(
        start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code(literal(node))
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: .text(literal(node))
    case CMARK_NODE_CODE: .inlineCode(literal(node))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_LINK: .link(to: cmark_node_get_url(node).map { String(cString: $0) } ?? "")
    default: .other
    }
  }

  private static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
}
