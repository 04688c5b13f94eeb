import Campaigns

/// A list whose lines have found their places.
struct PDFDocument {
  let geometry: PaperGeometry
  private let list: SignatoryList
  private let paragraphs: [Paragraph]
  private let entries: ListEntries
  private let frontCount: Int
  private let heads: RunningHeads
  private let flow: PageFlow
  private let signaturesPage: Int

  /// How far the lines of an entry but the first are set in.
  private static let hanging = 10.0

  /// Breaks everything into lines and finds their places.
  /// - Throws: `notAllowed` where no font shows a script.
  init(_ list: SignatoryList, _ typesetter: Typesetter) throws {
    self.list = list
    geometry = PaperGeometry(list.layout.paper)
    var front = FrontMatter(list, geometry, typesetter).paragraphs
    front.append(FrontMatter.signaturesHeading(hasLines: !list.lines.isEmpty || list.counted > 0))
    let back = BackMatter(list).paragraphs
    frontCount = front.count
    paragraphs = front + back
    entries = ListEntries(of: list)
    heads = RunningHeads(list, geometry, typesetter)

    let geometry = geometry
    func block(_ paragraph: Paragraph) -> PageFlow.Block {
      let lines = typesetter.measure(paragraph.text, paragraph.face, width: geometry.textWidth - paragraph.indent)
      if let mark = paragraph.mark { _ = typesetter.measure(mark, paragraph.markFace, width: geometry.textWidth) }
      return PageFlow.Block(
        lines: lines, leading: paragraph.face.leading, before: paragraph.before,
        keepsWithNext: paragraph.keepsWithNext)
    }
    var flow = PageFlow(geometry)
    flow.place(front.dropLast().map(block))
    // The heading of the signatures stands with at least some of them.
    let heading = front.suffix(1).map(block)
    flow.require(heading.reduce(0) { $0 + $1.height } + 5 * Typeface.entry.leading)
    signaturesPage = flow.page
    flow.place(heading)
    flow.skip(6)
    flow.place(PDFDocument.measured(entries, of: list, geometry, typesetter), columns: list.layout.nameColumns)
    let blocks = back.map(block)
    if let closing = blocks.first { flow.require(closing.height) }
    flow.place(blocks)
    self.flow = flow
    heads.measure(typesetter, pages: flow.pageCount)
    try typesetter.missing.requireNone()
  }

  private static func measured(
    _ entries: ListEntries, of list: SignatoryList, _ geometry: PaperGeometry, _ typesetter: Typesetter
  ) -> [PageFlow.Block] {
    let width = geometry.columnWidth(of: list.layout.nameColumns)
    var text = EntryText(of: list)
    var blocks: [PageFlow.Block] = []
    blocks.reserveCapacity(entries.all.count)
    for entry in entries.all {
      switch entry {
      case .group(let title):
        let lines = typesetter.measure(title, .group, width: width)
        blocks.append(
          PageFlow.Block(lines: lines, leading: Typeface.group.leading, before: 10, keepsWithNext: true))
      case .line(let place, let count):
        text.take(list.lines[place], standingFor: count)
        let lines = typesetter.measure(text.text, .entry, width: width, hanging: hanging)
        // An entry is broken only where a page has no room for it.
        blocks.append(PageFlow.Block(lines: lines, leading: Typeface.entry.leading, splitsFrom: 30))
      }
    }
    return blocks
  }

  /// How many pages there are.
  var pageCount: Int { flow.pageCount }

  // MARK: Drawing

  /// Draws all pages.
  /// - Throws: what the file throws.
  func draw(in file: PDFFile, _ typesetter: Typesetter) throws {
    let subject = list.subject
    file.describe(
      title: SafeText.line(subject.title),
      subject: SafeText.line("To \(subject.target). \(ListWording(list).total)"),
      keywords: "language: \(subject.language)", day: list.asOf)
    if list.letter != nil { file.outline("Letter", page: 1) }
    file.outline("Signatures", page: signaturesPage + 1)
    var next = 0
    var text = EntryText(of: list)
    file.begin("Document")
    for page in 0..<flow.pageCount {
      heads.draw(in: file, typesetter, page: page, of: flow.pageCount)
      while next < flow.placed.count, flow.placed[next].page == page {
        let placed = flow.placed[next]
        let entry = placed.block - frontCount
        if entry < 0 {
          draw(paragraphs[placed.block], placed, in: file, typesetter)
        } else if entry < entries.all.count {
          draw(entries.all[entry], placed, &text, in: file, typesetter)
        } else {
          draw(paragraphs[placed.block - entries.all.count], placed, in: file, typesetter)
        }
        next += 1
      }
      if page + 1 == flow.pageCount { file.end("Document") }
      try file.endPage()
    }
    try file.finish()
  }

  private func draw(_ paragraph: Paragraph, _ placed: PageFlow.Placed, in file: PDFFile, _ typesetter: Typesetter) {
    let isMirrored = typesetter.isRightToLeft
    let left = geometry.side
    let right = geometry.width - geometry.side
    let width = geometry.textWidth - paragraph.indent
    let leading = paragraph.face.leading
    let height = Double(placed.lines.count) * leading
    let isFirst = placed.lines.lowerBound == 0
    // At the top of a page the line of the running head is enough.
    if paragraph.hasRule, isFirst, placed.page == 0 || placed.top > geometry.top {
      let y = placed.top - max(8, paragraph.before / 2)
      file.line(from: (left, y), to: (right, y))
    }
    for bar in paragraph.bars {
      let x = isMirrored ? right - bar : left + bar
      file.line(from: (x, placed.top), to: (x, placed.top + height), width: 1.2, gray: 0.7)
    }
    file.tagged(paragraph.tag) {
      if let mark = paragraph.mark, isFirst {
        typesetter.set(mark, paragraph.markFace, width: geometry.textWidth - paragraph.markIndent)
        // On the baseline of the text beside it.
        let top = placed.top + paragraph.face.rise - paragraph.markFace.rise
        typesetter.draw(
          in: file, x: isMirrored ? left : left + paragraph.markIndent, top: top, paragraph.markFace, lines: 0..<1)
      }
      typesetter.set(paragraph.text, paragraph.face, width: width)
      typesetter.draw(
        in: file, x: isMirrored ? left : left + paragraph.indent, top: placed.top, paragraph.face,
        lines: placed.lines)
    }
  }

  private func draw(
    _ entry: ListEntries.Entry, _ placed: PageFlow.Placed, _ text: inout EntryText, in file: PDFFile,
    _ typesetter: Typesetter
  ) {
    let columns = list.layout.nameColumns
    let width = geometry.columnWidth(of: columns)
    let place = typesetter.isRightToLeft ? columns - 1 - placed.column : placed.column
    let x = geometry.side + Double(place) * (width + PaperGeometry.gutter)
    switch entry {
    case .group(let title):
      file.tagged("H3") {
        typesetter.set(title, .group, width: width)
        typesetter.draw(in: file, x: x, top: placed.top, .group, lines: placed.lines)
      }
    case .line(let line, let count):
      text.take(list.lines[line], standingFor: count)
      file.tagged("P") {
        typesetter.set(text.text, .entry, width: width, hanging: PDFDocument.hanging)
        typesetter.draw(in: file, x: x, top: placed.top, .entry, lines: placed.lines)
      }
    }
  }
}
