import Campaigns
import Export

extension Office {
  /// What the public may see of the boycott's pledges.
  /// - Throws: `notFound`; `notAllowed` before a reveal was confirmed; `altered`, and as `vault`.
  public func publicPledges(of slug: String) throws -> PledgeDocument {
    // Before the key is asked for.
    _ = try repository.read { try Office.requireRevealed($0.boycott(slug)) }
    return try readUnlocked { transaction in
      let boycott = try Office.requireRevealed(transaction.boycott(slug))
      let pledges = try publicPledges(of: boycott, transaction)
      return PledgeDocument(
        public: try Office.order.sorted(pledges.lines), withoutNames: pledges.withoutNames.parts,
        others: pledges.withoutNames.others, of: try transaction.subject(boycott), asOf: .today)
    }
  }

  /// Who is bound by a pledge of a boycott that was revealed, as the gate has it.
  /// - Throws: `altered`, and as `vault`.
  func publicPledges(of boycott: Boycott, _ transaction: any Transaction) throws -> PublicPledges {
    let seal = try seal(for: boycott)
    var pledges = PublicPledges()
    try transaction.pledges.forEachBatch(of: boycott.id, limit: 8192) { batch in
      for row in batch where row.stage == .bound || row.stage == .kept { pledges.add(try seal.open(row)) }
    }
    return pledges
  }

  /// All of the boycott's pledges, whole: for organizers only.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func organizersPledges(of slug: String) throws -> PledgeDocument {
    try readUnlocked { transaction in
      let boycott = try transaction.boycott(slug)
      var rows: [PledgeDocument.Row] = []
      try forEachPledge(of: boycott, transaction) { rows.append(PledgeDocument.Row(pledge: $0, state: $1)) }
      let names = rows.map { row in
        ListLine(fullName: row.pledge.signatory.name, cohort: row.pledge.cohort, visibility: .named)
      }
      return PledgeDocument(
        forOrganizers: try Office.order.places(of: names).map { rows[$0] }, of: try transaction.subject(boycott),
        asOf: .today)
    }
  }

  /// A boycott has no language of its own.
  private static var order: NameOrder { get throws { NameOrder(try Language("en")) } }

  private static func requireRevealed(_ boycott: Boycott) throws -> Boycott {
    guard boycott.revealedOn != nil else {
      throw Refusal(
        .notAllowed, "the pledges of \(boycott.slug) are not revealed: the public may know nothing of them",
        hint: "picket pledge reveal \(boycott.slug) does it once enough bind; --for organizers shows them to you")
    }
    return boycott
  }
}

extension Transaction {
  /// The boycott, as a list names it.
  fileprivate func subject(_ boycott: Boycott) throws -> PledgeDocument.Subject {
    PledgeDocument.Subject(
      title: boycott.title, targets: try targets(of: boycott).map(\.name),
      campaign: try campaigns.find(boycott.campaign)?.title ?? "")
  }
}
