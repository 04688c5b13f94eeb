import Campaigns

/// Signature sheets to print and sign by hand, one a page, on paper that lies across.
///
/// Each says what is signed: the title, who is asked, the beginning of the letter and the SHA-256 of its version; and
/// what is kept and shown of those who sign.
public struct SheetDocument: Sendable {
  private let sheets: [SignatureSheet]
  private let letter: Letter
  private let subject: SignatoryList.Subject
  private let width: Double
  private let height: Double

  /// Sheets of the letter's petition.
  public init(
    _ sheets: [SignatureSheet], of letter: Letter, _ subject: SignatoryList.Subject, on paper: ListLayout.Paper
  ) {
    self.sheets = sheets
    self.letter = letter
    self.subject = subject
    let upright = PaperGeometry(paper)
    (width, height) = (upright.height, upright.width)
  }

  /// Hands the document to the sink in pieces of about 64 KiB.
  /// - Throws: as `PDFList.write`.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let typesetter = try Typesetter(letter.language)
    let texts = SheetTexts(of: letter, subject, width: textWidth, typesetter)
    try typesetter.missing.requireNone()
    try withoutActuallyEscaping(sink) { sink in
      let file = try PDFFile(width: width, height: height, to: sink)
      file.describe(
        title: SafeText.line(subject.title), subject: SafeText.line("Signature sheets. To \(subject.target)"),
        keywords: "language: \(letter.language)", day: sheets.first?.printedOn ?? letter.addedOn)
      file.begin("Document")
      for sheet in sheets {
        let top = draw(texts, in: file, typesetter)
        drawTable(of: sheet, from: top, in: file, typesetter)
        drawFoot(of: sheet, in: file, typesetter)
        if sheet == sheets.last { file.end("Document") }
        try file.endPage()
      }
      try file.finish()
    }
  }

  // MARK: Where things stand

  private static let side = 40.0
  private static let top = 34.0
  private static let foot = 62.0
  private var textWidth: Double { width - 2 * SheetDocument.side }

  private struct Column {
    let title: String
    let hint: String
    /// The part of the page's width that it has.
    let part: Double
  }

  private static let columns = [
    Column(title: "No.", hint: "", part: 0.035),
    Column(title: "Name", hint: "in block letters", part: 0.20),
    Column(title: "Job title, team", hint: "may be left empty", part: 0.18),
    Column(title: "E-mail", hint: "may be left empty; never shown", part: 0.195),
    Column(title: "Show me as", hint: "mark one; no mark: counted", part: 0.17),
    Column(title: "Signature", hint: "", part: 0.14),
    Column(title: "Date", hint: "YYYY-MM-DD", part: 0.08),
  ]

  /// What a signer can mark.
  private static let choices = ["named", "role", "counted"]

  // MARK: Drawing

  /// Draws what stands above the table.
  /// - Returns: where the table begins.
  private func draw(_ texts: SheetTexts, in file: PDFFile, _ typesetter: Typesetter) -> Double {
    var top = SheetDocument.top
    for (place, block) in texts.blocks.enumerated() {
      file.tagged(place == 0 ? "H1" : "P") {
        typesetter.set(block.text, block.face, width: textWidth)
        typesetter.draw(in: file, x: SheetDocument.side, top: top, block.face, lines: 0..<block.lines)
      }
      top += Double(block.lines) * block.face.leading + 3
    }
    return top + 5
  }

  private func drawTable(of sheet: SignatureSheet, from top: Double, in file: PDFFile, _ typesetter: Typesetter) {
    let headHeight = 27.0
    let bottom = height - SheetDocument.foot
    let left = SheetDocument.side
    let right = width - SheetDocument.side
    let firstRow = top + headHeight
    let rowHeight = min(44, (bottom - firstRow) / Double(sheet.rowCount))
    var edges = [left]
    for column in SheetDocument.columns { edges.append(min(right, (edges.last ?? left) + column.part * textWidth)) }
    edges[edges.count - 1] = right
    let end = firstRow + rowHeight * Double(sheet.rowCount)
    file.line(from: (left, top), to: (right, top), width: 0.8, gray: 0.2)
    for row in 0...sheet.rowCount {
      let y = firstRow + rowHeight * Double(row)
      file.line(from: (left, y), to: (right, y), width: row == 0 ? 0.8 : 0.4, gray: row == 0 ? 0.2 : 0.5)
    }
    for edge in edges { file.line(from: (edge, top), to: (edge, end), width: 0.4, gray: 0.5) }
    for (place, column) in SheetDocument.columns.enumerated() {
      let room = edges[place + 1] - edges[place] - 8
      draw(column.title, .smallBold, x: edges[place] + 4, top: top + 2, width: room, in: file, typesetter)
      draw(column.hint, .tiny, x: edges[place] + 4, top: top + 14, width: room, in: file, typesetter)
    }
    for row in 0..<sheet.rowCount {
      let y = firstRow + rowHeight * Double(row)
      draw(String(row + 1), .small, x: edges[0] + 4, top: y + rowHeight / 2 - 6, width: 24, in: file, typesetter)
      drawChoices(from: edges[4], to: edges[5], middle: y + rowHeight / 2, in: file, typesetter)
    }
  }

  private func drawChoices(
    from left: Double, to right: Double, middle: Double, in file: PDFFile, _ typesetter: Typesetter
  ) {
    let step = (right - left - 6) / Double(SheetDocument.choices.count)
    for (place, choice) in SheetDocument.choices.enumerated() {
      let x = left + 5 + Double(place) * step
      let box = (left: x, top: middle - 4, right: x + 8, bottom: middle + 4)
      file.line(from: (box.left, box.top), to: (box.right, box.top), width: 0.6, gray: 0.2)
      file.line(from: (box.left, box.bottom), to: (box.right, box.bottom), width: 0.6, gray: 0.2)
      file.line(from: (box.left, box.top), to: (box.left, box.bottom), width: 0.6, gray: 0.2)
      file.line(from: (box.right, box.top), to: (box.right, box.bottom), width: 0.6, gray: 0.2)
      draw(choice, .tiny, x: x + 10, top: middle - 5.5, width: step - 10, in: file, typesetter)
    }
  }

  private func drawFoot(of sheet: SignatureSheet, in file: PDFFile, _ typesetter: Typesetter) {
    let left = SheetDocument.side
    let top = height - SheetDocument.foot + 10
    var number = StyledText(own: "Sheet \(sheet.number)")
    number.mark(.bold, from: 0)
    file.tagged("P") {
      typesetter.set(number, .group, width: textWidth, .right)
      typesetter.draw(in: file, x: left, top: top, .group, lines: 0..<1)
    }
    let digest = letter.hexDigest
    let words =
      "Letter version \(letter.version), language \(letter.language), \(digest.prefix(8)). SHA-256: \(digest)"
    draw(words, .tiny, x: left, top: top + 2, width: textWidth - 90, in: file, typesetter)
    draw(
      "The whole letter is with whoever brings this sheet; read it before you sign.", .tiny, x: left, top: top + 12,
      width: textWidth - 90, in: file, typesetter)
  }

  private func draw(
    _ words: String, _ face: Typeface, x: Double, top: Double, width: Double, in file: PDFFile,
    _ typesetter: Typesetter
  ) {
    guard !words.isEmpty else { return }
    file.tagged("P") {
      // The table is in English and runs from left to right, whatever the letter does.
      typesetter.set(StyledText(own: words), face, width: width, .left)
      typesetter.draw(in: file, x: x, top: top, face, lines: 0..<typesetter.lineCount)
    }
  }
}

/// What stands above the table of every sheet.
struct SheetTexts {
  /// A text with as many of its lines as there is room for.
  struct Block {
    let text: StyledText
    let face: Typeface
    let lines: Int
  }

  private(set) var blocks: [Block] = []

  /// What is kept and what is shown, in the words of the promises.
  private static let promise =
    "What you write here is typed into a sealed record that only the organizers can open, and the sheet stays with "
    + "them. The public sees, if you mark named: your name, job title and team; role: your job title and team without "
    + "your name, once at least five share it; counted: nothing but the number. Your e-mail address is never shown. "
    + "You can leave at any time by asking an organizer."

  init(of letter: Letter, _ subject: SignatoryList.Subject, width: Double, _ typesetter: Typesetter) {
    let title = StyledText(subject.title)
    let face = [17.0, 14, 12].map { Typeface.title(size: $0) }.first { face in
      typesetter.set(title, face, width: width)
      return typesetter.lineCount <= 2
    }
    append(title, face ?? .title(size: 11), atMost: 3, width, typesetter)
    var target = StyledText(own: "To ")
    target.append(subject.target)
    append(target, .group, atMost: 1, width, typesetter)
    append(SheetTexts.beginning(of: letter, width: width, typesetter), .small, atMost: 5, width, typesetter)
    append(StyledText(own: SheetTexts.promise), .tiny, atMost: 3, width, typesetter)
  }

  private mutating func append(
    _ text: StyledText, _ face: Typeface, atMost most: Int, _ width: Double, _ typesetter: Typesetter
  ) {
    let lines = typesetter.measure(text, face, width: width)
    blocks.append(Block(text: text, face: face, lines: min(lines, most)))
  }

  /// As much of the letter as stands on five lines; three dots say that it goes on.
  private static func beginning(of letter: Letter, width: Double, _ typesetter: Typesetter) -> StyledText {
    var words: [Substring] = []
    // Enough for five lines of any script: the rest need not be looked at.
    for paragraph in LetterParagraphs.of(letter.text) where words.count < 300 {
      let text = String(decoding: paragraph.text.bytes, as: UTF8.self)
      words += text.replacing("\u{2028}", with: " ").split(separator: " ")
    }
    let all = words.joined(separator: " ")
    var count = all.count
    func cut(_ count: Int) -> StyledText {
      var text = StyledText()
      text.append(part: count == all.count ? all : all.prefix(count).trimmingSuffix { $0 == " " } + " …")
      return text
    }
    func fits(_ count: Int) -> Bool {
      typesetter.set(cut(count), .small, width: width)
      return typesetter.lineCount <= 5
    }
    if fits(count) { return cut(count) }
    var least = 0
    while least + 1 < count {
      let middle = (least + count) / 2
      if fits(middle) { least = middle } else { count = middle }
    }
    return cut(least)
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isGone: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isGone(last) { rest.removeLast() }
    return rest
  }
}
