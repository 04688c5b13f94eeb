import Campaigns
import Export
import Ledger

extension Office {
  /// The campaign on one page, as everybody may read it.
  ///
  /// No signature is opened: numbers come from what is clear. A key is asked for only where a termination or an
  /// incident is on record, or pledges were revealed. Nothing is published by it: the public list keeps its own steps.
  /// - Throws: `notFound`; `altered` where a record, the copy of a statement or a delivery's manifest does not fit; and
  ///   as `vault` where a key is needed.
  public func brief(of slug: String) throws -> Brief {
    let isSealed = try repository.read { transaction in
      let campaign = try transaction.campaign(slug).id
      return try !transaction.terminations.all(of: campaign).isEmpty
        || !transaction.incidents.all(of: campaign).isEmpty
        || transaction.boycotts.all().contains { $0.campaign == campaign && $0.revealedOn != nil }
    }
    if isSealed { _ = try vault() }
    return try repository.read { transaction in
      try brief(of: transaction.campaign(slug), isSealed: isSealed, transaction)
    }
  }

  private func brief(of campaign: Campaign, isSealed: Bool, _ transaction: any Transaction) throws -> Brief {
    let demands = try transaction.demands.all(of: campaign.id)
    let responses = try transaction.demands.responses(in: campaign.id)
    let petitions = try transaction.petitions.all().filter { $0.campaign == campaign.id && $0.state != .draft }
    let statements = try transaction.statements.all().filter { $0.campaign == campaign.id }
    // The public knows of a boycott from its call on.
    let boycotts = try transaction.boycotts.all().filter { $0.campaign == campaign.id && $0.calledOn != nil }
      .map(transaction.account)
    let asked =
      demands.map(\.target) + petitions.map(\.target) + statements.map(\.target)
      + boycotts.flatMap(\.standing).map(\.target.id)
    let names = try transaction.names(of: asked)
    func name(_ target: Identifier<Target>) -> String { names.first { $0.target == target }?.name ?? "" }

    var brief = Brief(on: campaign.title, targets: names.map(\.name), asOf: .today)
    brief.demands = demands.map { BriefDemand($0, of: name($0.target), responses: responses) }
    let verifier =
      isSealed ? try CampaignLog(campaign: campaign.id, transaction: transaction).signer(vault()).verifier : nil
    brief.petitions = try petitions.map { petition in
      try transaction.numbers(of: petition, to: name(petition.target), signedBy: verifier)
    }
    brief.statements = try statements.map { try transaction.brief(of: $0, by: name($0.target)) }
    brief.boycotts = try boycotts.map { account in
      let isRevealed = account.boycott.revealedOn != nil
      return BriefBoycott(account, pledges: isRevealed ? try publicPledges(of: account.boycott, transaction) : nil)
    }
    brief.events = try events(of: campaign, transaction)
    brief.evidence = try transaction.record.evidence(of: campaign.id)
    guard isSealed else { return brief }
    let contracts = try endedContracts(of: campaign, for: .public, publishedOnly: true, transaction)
    brief.contracts = contracts.isEmpty ? nil : contracts
    let seal = IncidentSeal(try vault())
    brief.incidents = PublicIncidents(of: try transaction.incidents.all(of: campaign.id).map(seal.open))
    return brief
  }

  /// What was entered by hand, as the timeline has it.
  private func events(of campaign: Campaign, _ transaction: any Transaction) throws -> [TimelineEntry] {
    var gathering = try TimelineGathering(campaign, transaction, on: .today)
    try gathering.takeEvents()
    return gathering.timeline().entries
  }
}

extension Transaction {
  /// The targets with their names, each once, in the order in which they come.
  fileprivate func names(
    of ids: [Identifier<Target>]
  ) throws -> [(target: Identifier<Target>, name: String)] {
    var seen: Set<Identifier<Target>> = []
    return try ids.filter { seen.insert($0).inserted }.map { id in
      guard let target = try targets.find(id) else {
        throw Refusal(.corrupt, "a target of the campaign is gone", hint: "go on with your newest backup")
      }
      return (id, target.name)
    }
  }

  /// The petition with the numbers that the public may know.
  fileprivate func numbers(
    of petition: Petition, to target: String, signedBy verifier: NoteVerifier?
  ) throws -> BriefPetition {
    var brief = BriefPetition(
      petition, to: target, verified: try petitions.tally(of: petition.id).byCohort.mapValues(\.verified),
      byDay: try signatures.verifiedByDay(of: petition.id))
    brief.claims = try deliveries.claims(for: petition.id)
    brief.responses = try deliveries.responses(to: petition.id)
    brief.deliveries = try deliveries.all(of: petition.id).map { delivery in
      let manifest = try signedManifest(of: delivery, to: petition, by: verifier)
      return BriefPetition.Delivery(number: delivery.number, on: delivery.deliveredOn, total: manifest.total)
    }
    return brief
  }
}
