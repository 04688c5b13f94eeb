import Campaigns
import Testing

@testable import Export

@Suite struct LetterDocumentTests {
  static func document(text: String, demands: Bool = true) throws -> LetterDocument {
    let campaign = Identifier<Campaign>(rawValue: 1)
    let target = Identifier<Target>(rawValue: 2)
    let letter = Letter(
      id: Identifier(rawValue: 3), petition: Identifier(rawValue: 4), language: try Language("de-CH"), version: 2,
      text: text, addedOn: Sample.day)
    let asked = [(1, "A bus at night"), (3, "No *reprisals*\nagainst signers")].map { number, text in
      Demand(id: Identifier(rawValue: 5), campaign: campaign, target: target, number: number, text: text)
    }
    return LetterDocument(
      of: letter, demands: demands ? asked : [],
      signedBy: try Sample.list(Sample.signers + Sample.roles, counted: 2, parts: [([.employee], 34)]))
  }

  private func written(_ document: LetterDocument) -> [UInt8] {
    var bytes: [UInt8] = []
    document.write { bytes.append(contentsOf: $0) }
    return bytes
  }

  @Test(arguments: ["a", "a\n", "a\r\n\r\n  b \u{202E} \u{200B}*x*\t<i>\n\n", "\u{FEFF}é"])
  func theTextStandsByteForByte(text: String) throws {
    let head = Array("# Keep the night bus\n\nTo Example Works\n\n".utf8) + Array(text.utf8)
    let whole = written(try LetterDocumentTests.document(text: text))
    #expect(Array(whole.prefix(head.count)) == head)
    let next = text.hasSuffix("\n") || text.hasSuffix("\r\n") ? "\n## Demands" : "\n\n## Demands"
    #expect(whole.dropFirst(head.count).starts(with: next.utf8))
  }

  @Test func demandsKeepTheirNumbers() throws {
    let whole = String(decoding: written(try LetterDocumentTests.document(text: "x")), as: UTF8.self)
    #expect(
      whole.contains(
        "## Demands\n\n- **Demand 1**: A bus at night\n- **Demand 3**: No \\*reprisals\\* against signers\n\n## Sig"))
    let bare = try LetterDocumentTests.document(text: "x", demands: false)
    let without = String(decoding: written(bare), as: UTF8.self)
    #expect(without.contains("\n\nx\n\n## Signatures\n"))
  }

  @Test func theFooterNamesTheVersion() throws {
    let document = try LetterDocumentTests.document(text: "x")
    #expect(
      String(decoding: written(document), as: UTF8.self).hasSuffix(
        "\n---\n\nLetter version 2, language de-CH, SHA-256 `\(document.letter.hexDigest)`. "
          + "Signatures as of 2025-01-01.\n"))
  }

  @Test func aLongLetterComesInPieces() throws {
    let document = try LetterDocumentTests.document(text: String(repeating: "we ask. ", count: 125_000))
    var largest = 0
    document.write { largest = max(largest, $0.count) }
    #expect(largest <= 65_536 + 200)
  }
}
