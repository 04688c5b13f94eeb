@testable import Campaigns

/// Three revisions of a statement: the paragraph on the contract goes and comes back.
enum Statement {
  static let contract = "We have told the Ministry of Parcels that we will not renew the contract for its cameras."
  static let first = """
    Nimbus Cloud writes software for people who deliver parcels.

    \(contract)

    Every team may ask what its work is used for, and will be answered within ten days.
    """
  static let second = """
    Nimbus Cloud writes software for people who deliver parcels.

    Every team may ask what its work is used for, and may be answered.
    """
}

extension TextComparison {
  /// The old text's paragraphs.
  var old: [String] { paragraphs(without: .added) }
  /// The new text's paragraphs.
  var new: [String] { paragraphs(without: .removed) }

  private func paragraphs(without kind: WordRun.Kind) -> [String] {
    passages.flatMap { passage -> [String] in
      switch passage {
      case .same(let paragraphs): paragraphs
      case .removed(let paragraph): kind == .removed ? [] : [paragraph]
      case .added(let paragraph): kind == .added ? [] : [paragraph]
      case .changed(let runs): [WordRun.paragraph(runs, without: kind)]
      }
    }
  }

  /// The passages in short: what went in square brackets, what came in braces.
  var inShort: [String] {
    passages.map { passage in
      switch passage {
      case .same(let paragraphs): paragraphs.joined(separator: "|")
      case .removed(let paragraph): "[" + paragraph + "]"
      case .added(let paragraph): "{" + paragraph + "}"
      case .changed(let runs):
        "~"
          + runs.map { run in
            switch run.kind {
            case .same: run.text
            case .removed: "[" + run.text + "]"
            case .added: "{" + run.text + "}"
            }
          }.joined()
      }
    }
  }
}

/// The text's paragraphs as they are compared.
func paragraphs(of text: String) -> [String] {
  let paragraphs = Paragraphs(text)
  return (0..<paragraphs.count).map(paragraphs.text)
}
