import Campaigns
import Ledger

extension PublicLeaves {
  /// Those of evidence, of entered events, and of what is left of withdrawn ones.
  static func ofRecord(in campaign: Identifier<Campaign>, _ transaction: any Transaction) throws -> [LedgerLeaf] {
    try transaction.record.evidence(of: campaign).map(leaf) + transaction.record.events(of: campaign).map(leaf)
      + transaction.record.withdrawnEvents(of: campaign).flatMap(leaves)
  }

  /// The leaf of evidence.
  static func leaf(of evidence: EvidenceRecord) -> LedgerLeaf {
    leaf(
      .evidence,
      fields([
        ("id", evidence.id.description), ("number", String(evidence.number)), ("title", evidence.title),
        ("url", evidence.url), ("publisher", evidence.publisher), ("author", evidence.author),
        ("published", evidence.publishedAt?.description), ("accessed", evidence.accessedAt?.description),
        ("quote", evidence.quote), ("place", evidence.place),
        ("copy", evidence.copy.flatMap { LedgerHash($0.bytes)?.hex }), ("for", evidence.subject),
      ]))
  }

  /// The leaf of an entered event.
  static func leaf(of event: CampaignEvent) -> LedgerLeaf {
    leaf(
      .event,
      fields([
        ("id", event.id.description), ("at", event.at.description), ("text", event.text),
        ("evidence", event.evidence.map(String.init)),
      ]))
  }

  /// The leaves of an event that was withdrawn: its own, and that of the withdrawal.
  static func leaves(of event: WithdrawnEvent) -> [LedgerLeaf] {
    let own = LedgerHash(event.commitment.bytes).map { commitment in
      LedgerLeaf(kind: .event, petition: nil, letter: nil, commitment: commitment)
    }
    return [own, withdrawal(of: event)].compactMap { $0 }
  }

  /// The leaf of an event's withdrawal.
  static func withdrawal(of event: WithdrawnEvent) -> LedgerLeaf {
    leaf(.event, fields([("id", event.id.description), ("withdrawn", event.withdrawnOn.description)]))
  }

  /// A line for each field that is said. The leaves are made from it, so its form never changes.
  private static func fields(_ fields: [(name: String, value: String?)]) -> String {
    fields.compactMap { name, value in
      value.map { value in
        let line = value.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
          .replacing("\r", with: "\\n")
        return "\(name): \(line)"
      }
    }.joined(separator: "\n")
  }
}
