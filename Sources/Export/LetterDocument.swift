import Campaigns

/// The letter with its signatories, as one Markdown document: what is handed to the target or put on a page.
public struct LetterDocument: Sendable {
  /// The letter; its text stands in the document byte for byte.
  public let letter: Letter
  /// The demands that the document repeats under the letter; may be empty.
  public let demands: [Demand]
  /// Other versions of the letter that some of the signatures were given for.
  public let otherSignedLetters: [Letter]
  /// Who signed.
  public let list: SignatoryList

  /// A document of this letter, under the title that the list names, to the target that it names.
  /// - Parameter demands: in the order in which they shall stand; each keeps its number in the campaign.
  public init(
    of letter: Letter, demands: [Demand] = [], otherSignedLetters: [Letter] = [], signedBy list: SignatoryList
  ) {
    self.letter = letter
    self.demands = demands
    self.otherSignedLetters = otherSignedLetters
    self.list = list
  }

  /// Hands the document to the sink, as UTF-8, in pieces of about 64 KiB: as Markdown.
  ///
  /// The letter is Markdown of the organizers' own and is not changed: what it opens and does not close, a fence or a
  /// comment, takes in what follows it.
  /// - Throws: what the sink throws, at once; what it took until then is no whole document.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try write(as: .markdown, to: sink)
  }

  func write(as markup: ProseWriter.Markup, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let text = markup == .markdown ? letter.text : PlainTextWriter.text(of: letter.text)
    var writer = ProseWriter(markup)
    writer.writeWarning(for: list.audience)
    writer.writeTitle(list.subject.title)
    writer.pieces.append("To " as StaticString)
    writer.write(list.subject.target)
    writer.pieces.append("\n\n" as StaticString)
    try writer.pieces.pass(text, to: sink)
    writer.pieces.append(text.utf8.last == UInt8(ascii: "\n") ? "\n" : "\n\n")
    if !demands.isEmpty {
      writer.writeHeading(own: "Demands")
      for demand in demands {
        // Markdown counts an ordered list itself, and a demand's number must stay when another is left out.
        writer.pieces.append("- \(markup == .markdown ? "**Demand \(demand.number)**" : "Demand \(demand.number)"): ")
        writer.write(demand.text)
        writer.pieces.append("\n" as StaticString)
        try writer.pieces.endLine(to: sink)
      }
      writer.pieces.append("\n" as StaticString)
    }
    writer.writeHeading(own: "Signatures")
    try writer.writeSignatories(of: list, groupsAtLevel: 3, to: sink)
    let mark = markup == .markdown ? "`" : ""
    writer.pieces.append("\n---\n\nLetter version \(letter.version), language ")
    writer.write(letter.language.description)
    writer.pieces.append(", SHA-256 \(mark)\(letter.hexDigest)\(mark). Signatures as of ")
    writer.pieces.append(list.asOf)
    writer.pieces.append(".\n" as StaticString)
    if !otherSignedLetters.isEmpty {
      writer.pieces.append(
        "\nSome of these signatures were given for another version or language of this letter:\n\n")
      for other in otherSignedLetters {
        writer.pieces.append("- version \(other.version), language ")
        writer.write(other.language.description)
        writer.pieces.append(", SHA-256 \(mark)\(other.hexDigest)\(mark)\n")
      }
    }
    try writer.pieces.finish(to: sink)
  }
}
