/// The paragraphs of a letter in Markdown.
///
/// Headings, paragraphs, emphasis, lists, quotations and code show as what they are; a link is underlined and followed
/// by its address, since paper leads nowhere. Raw HTML and pictures are left out.
struct LetterParagraphs {
  private(set) var paragraphs: [Paragraph] = []
  private var text = StyledText()
  private var indent = 0.0
  private var bars: [Double] = []
  private var lists: [List] = []
  private var mark: (text: StyledText, indent: Double)?
  private var openRuns: [Int] = []
  private var links: [Int] = []
  private var rule = false
  /// The level under which the letter's own headings stand.
  private let topLevel: Int

  private struct List {
    var number: Int?
    let isTight: Bool
    var isFirst = true
  }

  private static let step = 18.0

  /// The paragraphs of this letter.
  /// - Parameter topLevel: the level under which its headings stand.
  static func of(_ markdown: String, below topLevel: Int = 1) -> [Paragraph] {
    var reader = LetterParagraphs(topLevel: topLevel)
    MarkdownRenderer.walk(markdown) { reader.take($0, isStart: $1) }
    return reader.paragraphs
  }

  private init(topLevel: Int) {
    self.topLevel = topLevel
  }

  private mutating func take(_ part: MarkdownRenderer.Part, isStart: Bool) {
    switch part {
    case .quotation:
      if isStart { bars.append(indent + 3) } else { bars.removeLast() }
      indent += isStart ? LetterParagraphs.step : -LetterParagraphs.step
    case .list(let start, let isTight):
      if isStart { lists.append(List(number: start, isTight: isTight)) } else { lists.removeLast() }
    case .item: isStart ? openItem() : closeItem()
    case .paragraph: if !isStart { end(.body, tag: lists.isEmpty ? "P" : "LBody") }
    case .heading(let level):
      if !isStart { end(.heading(level: level), tag: "H\(min(6, level + topLevel))", keeps: true) }
    case .code(let code):
      let start = text.count
      let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
      for (place, line) in lines.dropLast(code.hasSuffix("\n") ? 1 : 0).enumerated() {
        if place > 0 { text.breakLine() }
        text.append(part: String(line))
      }
      text.mark(.code, from: start)
      end(.body, tag: "Code")
    case .rule: rule = true
    case .text(let words): text.append(part: words)
    case .inlineCode(let words):
      let start = text.count
      text.append(part: words)
      text.mark(.code, from: start)
    case .softBreak: text.append(own: " ")
    case .lineBreak: text.breakLine()
    case .emphasis: run(.italic, isStart)
    case .strong: run(.bold, isStart)
    case .link(let address):
      if isStart { links.append(text.count) } else { closeLink(to: address) }
    case .other: break
    }
  }

  private mutating func run(_ look: StyledText.Look, _ isStart: Bool) {
    if isStart { return openRuns.append(text.count) }
    if let start = openRuns.popLast() { text.mark(look, from: start) }
  }

  private mutating func openItem() {
    guard let list = lists.last else { return }
    mark = (StyledText(own: list.number.map { "\($0)." } ?? "•"), indent)
    if let number = list.number { lists[lists.count - 1].number = number + 1 }
    indent +=
      list.number.map { $0 > 99 ? LetterParagraphs.step + 8 : LetterParagraphs.step + 2 } ?? LetterParagraphs.step
  }

  private mutating func closeItem() {
    // An item without anything in it shows its mark.
    if mark != nil { end(.body, tag: "LBody") }
    guard let list = lists.last else { return }
    let number = list.number.map { $0 - 1 }
    indent -= number.map { $0 > 99 ? LetterParagraphs.step + 8 : LetterParagraphs.step + 2 } ?? LetterParagraphs.step
    lists[lists.count - 1].isFirst = false
  }

  private mutating func closeLink(to address: String) {
    guard let start = links.popLast() else { return }
    let shown = String(decoding: text.bytes[start...], as: UTF8.self)
    text.mark(.underlined, from: start)
    let isSafe = ["https:", "http:", "mailto:"].contains { address.lowercased().hasPrefix($0) }
    guard isSafe, shown != address, "mailto:" + shown != address else { return }
    let more = text.count
    text.append(part: " (\(address))")
    text.mark(.quiet, from: more)
  }

  private mutating func end(_ face: Typeface, tag: String, keeps: Bool = false) {
    defer {
      text = StyledText()
      openRuns = []
      links = []
    }
    guard !text.isEmpty || mark != nil else { return }
    var paragraph = Paragraph(text.isEmpty ? StyledText(own: " ") : text, face)
    paragraph.tag = tag
    paragraph.indent = indent
    paragraph.keepsWithNext = keeps
    paragraph.bars = bars
    let isTight = lists.last.map { $0.isTight && !($0.isFirst && lists.count == 1) } ?? false
    paragraph.before = rule ? 28 : keeps ? 18 : isTight ? 3 : 9
    paragraph.hasRule = rule
    rule = false
    if let mark {
      paragraph.mark = mark.text
      paragraph.markIndent = mark.indent
    }
    mark = nil
    paragraphs.append(paragraph)
  }
}
