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

  /// Those of boycotts, of responses to demands, of statements, and of evidence and entered events.
  static func ofActions(in campaign: Identifier<Campaign>, _ transaction: any Transaction) throws -> [LedgerLeaf] {
    var leaves = try transaction.demands.responses(in: campaign).map(leaf)
    for boycott in try transaction.boycotts.all() where boycott.campaign == campaign {
      leaves += try transaction.boycotts.events(of: boycott.id).map(leaf)
    }
    for statement in try transaction.statements.all() where statement.campaign == campaign {
      leaves += try transaction.statements.captures(of: statement.id).map { leaf(of: $0.capture) }
      leaves += try transaction.statements.accounts(of: statement.id).map(leaf)
    }
    return try leaves + ofRecord(in: campaign, transaction)
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

  /// The leaf of what the public was told of a termination. It is salted: few people end contracts, and who has a list of
  /// them could try their names on it.
  static func leaf(of published: Termination.Published, _ termination: Identifier<Termination>) -> LedgerLeaf {
    let text = Array("\(termination)\n\(published.day)\n\(published.text)".utf8)
    return leaf(.termination, published.salt.bytes + text)
  }

  /// The leaf of a capture: what stood there or that it was gone, when that was seen, and how it was fetched.
  ///
  /// Every capture has one, not only those that begin a revision: the last one before a change bounds the interval of that
  /// change as the first one after it does.
  static func leaf(of capture: Capture) -> LedgerLeaf {
    let moment = capture.observedAt
    var lines = [
      capture.statement.description, capture.id.description, moment.utc,
      "\(moment.precision.rawValue) \(moment.offset)\(moment.isAbout ? " about" : "")",
      capture.wasGone ? "gone" : "captured", capture.content?.text.hexadecimal ?? "",
      capture.content?.raw.hexadecimal ?? "",
      capture.content.map { "\($0.byteCount) \($0.mediaType)" } ?? "",
    ]
    lines += (capture.fetch?.hops ?? []).map { "\($0.status) \($0.url)" }
    return leaf(.statementRevision, lines.joined(separator: "\n"))
  }

  /// The leaf of what a source reports of a statement.
  static func leaf(of account: AccountEvent) -> LedgerLeaf {
    let when = account.at.map { "\($0.utc) \($0.precision.rawValue) \($0.offset)\($0.isAbout ? " about" : "")" }
    let texts = [when, account.source, account.explanation, account.attributedTo, account.url].map { $0 ?? "" }
    return leaf(
      .statementRevision,
      "account\n\(account.statement)\n\(account.id)\n\(account.kind.rawValue)\n" + texts.joined(separator: "\n"))
  }

  static func leaf(_ kind: LedgerLeaf.Kind, _ text: String) -> LedgerLeaf {
    leaf(kind, Array(text.utf8))
  }

  static func leaf(_ kind: LedgerLeaf.Kind, _ bytes: [UInt8]) -> LedgerLeaf {
    LedgerLeaf(kind: kind, petition: nil, letter: nil, commitment: Commitment.of(kind, bytes))
  }
}
