/// Writes Markdown as text for reading: without marks of emphasis, wrapped at 76 columns where it has spaces.
///
/// The main headings are underlined, quotations and lists keep their marks, a link is followed by its address in
/// parentheses. A character counts as one column.
struct PlainTextWriter {
  /// Most columns of a line.
  static let width = 76
  /// From how many columns of marks on what stands deeper, in quotations and lists, is not set in further.
  private static let widestMarks = 36

  /// A quotation or a list item that is open.
  private struct Container {
    /// What stands before its first line.
    var first: String
    /// What stands before all others.
    let others: String
    /// How many columns the marks take, those of what it stands in as well.
    let columns: Int
    /// Whether an empty line parts the blocks within.
    let isTight: Bool
  }

  /// A list that is open.
  private struct List {
    var number: Int?
    let isTight: Bool
  }

  private var text = ""
  private var containers: [Container] = []
  private var lists: [List] = []
  /// The paragraph or heading that is open, a line feed where its line has to break.
  private var words = ""
  /// The links that are open: where in `words` the text of each starts.
  private var links: [String.Index] = []
  private var gapIsDue = false

  /// The text of this Markdown.
  static func text(of markdown: String) -> String {
    var writer = PlainTextWriter()
    MarkdownRenderer.walk(markdown) { writer.take($0, isStart: $1) }
    return writer.text
  }

  private mutating func take(_ part: MarkdownRenderer.Part, isStart: Bool) {
    switch part {
    case .quotation:
      if isStart {
        open(first: "> ", others: "> ", isTight: false)
      } else {
        containers.removeLast()
        gapIsDue = !isInTightItem
      }
    case .list(let start, let isTight):
      if isStart {
        lists.append(List(number: start, isTight: isTight))
      } else {
        lists.removeLast()
        gapIsDue = !isInTightItem
      }
    case .item: isStart ? openItem() : closeItem()
    case .paragraph: if !isStart { writeBlock(wrapped()) }
    case .heading(let level): if !isStart { writeHeading(level: level) }
    case .code(let code):
      let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
      writeBlock(lines.dropLast(code.hasSuffix("\n") ? 1 : 0).map { PlainTextWriter.clean("    " + $0) })
    case .rule: writeBlock(["---"])
    case .text(let text), .inlineCode(let text): words += PlainTextWriter.clean(text)
    case .softBreak: words += " "
    case .lineBreak: words += "\n"
    case .link(let address): isStart ? links.append(words.endIndex) : closeLink(to: address)
    case .emphasis, .strong, .other: break
    }
  }

  // MARK: Quotations and lists

  private mutating func openItem() {
    guard let list = lists.last else { return }
    let mark = list.number.map { "\($0). " } ?? "- "
    if let number = list.number { lists[lists.count - 1].number = number + 1 }
    open(first: mark, others: String(repeating: " ", count: mark.count), isTight: list.isTight)
  }

  /// How many columns the marks before a line take.
  private var marks: Int { containers.last?.columns ?? 0 }

  private var isInTightItem: Bool { containers.last?.isTight ?? false }

  private mutating func open(first: String, others: String, isTight: Bool) {
    writeGap()
    let isDeep = marks >= PlainTextWriter.widestMarks
    containers.append(
      Container(
        first: isDeep ? "" : first, others: isDeep ? "" : others, columns: isDeep ? marks : marks + others.count,
        isTight: isTight))
  }

  private mutating func closeItem() {
    // An item without anything in it shows its mark.
    if let item = containers.last, item.first != item.others { writeLine("") }
    gapIsDue = !isInTightItem
    containers.removeLast()
  }

  // MARK: Blocks

  private mutating func writeHeading(level: Int) {
    var lines = wrapped()
    let longest = lines.map(PlainTextWriter.columns).max() ?? 0
    if level <= 2, longest > 0 { lines.append(String(repeating: level == 1 ? "=" : "-", count: longest)) }
    writeBlock(lines)
  }

  private mutating func writeBlock(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    writeGap()
    for line in lines { writeLine(line) }
    gapIsDue = !isInTightItem
  }

  private mutating func writeGap() {
    if gapIsDue { writeLine("") }
    gapIsDue = false
  }

  private mutating func writeLine(_ line: String) {
    var whole = ""
    for index in containers.indices {
      guard !containers[index].others.isEmpty else { break }
      whole += containers[index].first
      containers[index].first = containers[index].others
    }
    whole += line
    while whole.last == " " || whole.last == "\u{A0}" { whole.removeLast() }
    text += whole + "\n"
  }

  // MARK: Words

  private mutating func closeLink(to address: String) {
    guard let start = links.popLast() else { return }
    let shown = String(words[start...])
    let isSafe = ["https:", "http:", "mailto:"].contains { address.lowercased().hasPrefix($0) }
    guard isSafe, shown != address, "mailto:" + shown != address else { return }
    words += " (\(PlainTextWriter.clean(address)))"
  }

  /// Takes the words of the paragraph and breaks them into lines.
  private mutating func wrapped() -> [String] {
    let most = PlainTextWriter.width - marks
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false).flatMap { whole in
      PlainTextWriter.wrap(whole, at: most)
    }
    words = ""
    return lines.allSatisfy(\.isEmpty) ? [] : lines
  }

  private static func wrap(_ whole: Substring, at most: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    // What is isolated for its direction is so on each line for itself.
    var isIsolated = false
    for word in whole.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if columns(line) + 1 + columns(word) <= most {
        line += " \(word)"
      } else {
        lines.append(isIsolated ? line + "\u{2069}" : line)
        line = (isIsolated ? "\u{2068}" : "") + word
      }
      if let last = word.unicodeScalars.last(where: isIsolate) { isIsolated = last == "\u{2068}" }
    }
    return lines + [line]
  }

  private static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + ($1.unicodeScalars.allSatisfy(isIsolate) ? 0 : 1) }
  }

  private static func isIsolate(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2068}" || scalar == "\u{2069}"
  }

  /// The text with a space for every control character: Markdown can name them, and a terminal obeys them.
  private static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(SafeText.fate(of: scalar.value) == .becomesSpace ? " " : scalar)
    }
    return String(scalars)
  }
}
