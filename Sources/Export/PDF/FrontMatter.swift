import Campaigns

/// What stands before the signatures: the title, who is asked, the numbers, and the letter.
struct FrontMatter {
  private(set) var paragraphs: [Paragraph] = []

  /// How far the facts are set in, behind their labels.
  private static let factIndent = 92.0

  /// The front of a document of this list.
  init(_ list: SignatoryList, _ geometry: PaperGeometry, _ typesetter: Typesetter) {
    appendTitle(list.subject.title, width: geometry.textWidth, typesetter)
    var facts = [
      FrontMatter.fact("To", StyledText(list.subject.target)),
      FrontMatter.fact("Campaign", StyledText(list.subject.campaign)),
      FrontMatter.fact("Language", StyledText(list.subject.language.description)),
      FrontMatter.fact("As of", StyledText(own: list.asOf.description)),
      FrontMatter.fact("Signatures", FrontMatter.numbers(of: list)),
    ]
    facts[0].hasRule = true
    facts[0].before = 30
    paragraphs += facts
    for claim in list.claimed {
      var text = StyledText(own: "Beside this number, and not in it: ")
      text.append(claim.source)
      text.append(own: " reports \(english(claim.count)) \(claim.cohort.plural), without records.")
      var paragraph = Paragraph(text, .small)
      paragraph.indent = FrontMatter.factIndent
      paragraph.before = 4
      paragraphs.append(paragraph)
    }
    appendLetter(list.letter)
  }

  private mutating func appendTitle(_ title: String, width: Double, _ typesetter: Typesetter) {
    let text = StyledText(title)
    // As large as it can be in four lines, but never smaller than the headings under it.
    let face = [28.0, 24, 20, 17].map { Typeface.title(size: $0) }.first { face in
      typesetter.set(text, face, width: width)
      return typesetter.lineCount <= (face.size > 24 ? 2 : 4)
    }
    var paragraph = Paragraph(text.isEmpty ? StyledText(own: "Petition") : text, face ?? .title(size: 17))
    paragraph.tag = "H1"
    paragraph.keepsWithNext = true
    paragraphs.append(paragraph)
  }

  private static func fact(_ label: String, _ text: StyledText) -> Paragraph {
    var paragraph = Paragraph(text, .body)
    var mark = StyledText(own: label)
    mark.mark(.quiet, from: 0)
    paragraph.mark = mark
    paragraph.markFace = .small
    paragraph.indent = factIndent
    paragraph.before = 3
    return paragraph
  }

  private static func numbers(of list: SignatoryList) -> StyledText {
    let wording = ListWording(list)
    var text = StyledText(own: wording.total)
    text.mark(.bold, from: 0)
    if !wording.parts.isEmpty { text.append(own: ": \(wording.parts)") }
    return text
  }

  private mutating func appendLetter(_ letter: Letter?) {
    guard let letter else { return }
    var letterParagraphs = LetterParagraphs.of(letter.text)
    guard !letterParagraphs.isEmpty else { return }
    letterParagraphs[0].hasRule = true
    letterParagraphs[0].before = 36
    paragraphs += letterParagraphs
  }

  /// The heading above the signatures.
  static func signaturesHeading(hasLines: Bool) -> Paragraph {
    var paragraph = Paragraph(StyledText(own: "Signatures"), .heading(level: 1))
    paragraph.tag = "H2"
    paragraph.before = 30
    paragraph.hasRule = true
    return paragraph
  }
}

/// What stands behind the signatures: who is counted without a line, contracts, and which letter it was.
struct BackMatter {
  private(set) var paragraphs: [Paragraph] = []

  init(_ list: SignatoryList) {
    if let closing = ListWording(list).closing {
      var text = StyledText(own: closing)
      text.mark(.italic, from: 0)
      var paragraph = Paragraph(text, .body)
      paragraph.before = 14
      paragraphs.append(paragraph)
    }
    if let contracts = list.contracts, !contracts.isEmpty { appendSection(of: contracts) }
    guard let letter = list.letter else { return }
    var colophon = StyledText(own: "Letter version \(letter.version), language \(letter.language), SHA-256 ")
    let start = colophon.count
    colophon.append(own: letter.hexDigest)
    colophon.mark(.code, from: start)
    colophon.append(own: ". Signatures as of \(list.asOf).")
    colophon.mark(.quiet, from: 0)
    var paragraph = Paragraph(colophon, .small)
    paragraph.before = 30
    paragraph.hasRule = true
    paragraphs.append(paragraph)
  }

  /// The contracts in the words of the list for reading.
  private mutating func appendSection(of contracts: EndedContracts) {
    var writer = ProseWriter(.markdown)
    var markdown: [UInt8] = []
    writer.writeSection(of: contracts) { markdown += $0 }
    writer.pieces.finish { markdown += $0 }
    for var paragraph in LetterParagraphs.of(String(decoding: markdown, as: UTF8.self), below: 0) {
      paragraph.text.isEnglish = true
      paragraphs.append(paragraph)
    }
  }
}
