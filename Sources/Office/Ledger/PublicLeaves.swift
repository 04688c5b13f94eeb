import Campaigns
import Ledger

/// The leaves of what a campaign has made public and keeps in the clear: anybody can make them again, so they are queued
/// without the key.
enum PublicLeaves {
  /// All of a campaign.
  static func all(of campaign: Identifier<Campaign>, _ transaction: any Transaction) throws -> [LedgerLeaf] {
    var leaves = try ofActions(in: campaign, transaction)
    for petition in try transaction.petitions.all() where petition.campaign == campaign {
      let book = try LeafBook(petition, transaction)
      leaves += try transaction.letters.all(of: petition.id).map(book.leaf)
      leaves += try transaction.deliveries.claims(for: petition.id).map(book.leaf)
    }
    return leaves
  }

  /// Those of boycotts and of responses to demands.
  static func ofActions(in campaign: Identifier<Campaign>, _ transaction: any Transaction) throws -> [LedgerLeaf] {
    var leaves = try transaction.demands.responses(in: campaign).map(leaf)
    for boycott in try transaction.boycotts.all() where boycott.campaign == campaign {
      leaves += try transaction.boycotts.events(of: boycott.id).map(leaf)
    }
    return leaves
  }

  /// The leaf of a boycott's event.
  static func leaf(of event: BoycottEvent) -> LedgerLeaf {
    leaf(.boycott, "\(event.boycott)\n\(event.id)\n\(event.kind.rawValue)\n\(event.day)\n\(event.text)")
  }

  /// The leaf of a response to a demand.
  static func leaf(of response: DemandResponse) -> LedgerLeaf {
    let texts = [response.summary, response.source, response.statement].map { $0 ?? "" }
    let text = "\(response.demand)\n\(response.id)\n\(response.outcome.rawValue)\n\(response.respondedOn)\n"
    return leaf(.demandResponse, text + texts.joined(separator: "\n"))
  }

  /// The leaf of what the public was told of a termination.
  static func leaf(of published: Termination.Published, _ termination: Identifier<Termination>) -> LedgerLeaf {
    leaf(.termination, "\(termination)\n\(published.day)\n\(published.text)")
  }

  private static func leaf(_ kind: LedgerLeaf.Kind, _ text: String) -> LedgerLeaf {
    LedgerLeaf(kind: kind, petition: nil, letter: nil, commitment: Commitment.of(kind, Array(text.utf8)))
  }
}
