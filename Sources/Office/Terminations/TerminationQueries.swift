import Campaigns
import Export

extension Office {
  /// The terminations of a campaign, or of all, in this state; by the day of the notice, those without one last.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func terminations(of campaign: String?, in state: Termination.State?) throws -> [TerminationDetails] {
    try readUnlocked { transaction in
      let campaigns = try campaign.map { [try transaction.campaign($0)] } ?? transaction.campaigns.all()
      return try campaigns.flatMap { try openedTerminations(of: $0, transaction) }
        .filter { state == nil || $0.termination.state(on: .today) == state }
        .sorted { left, right in
          let days = [left, right].map { $0.termination.notice?.givenOn.daysSinceEpoch ?? .max }
          return (days[0], left.termination.slug) < (days[1], right.termination.slug)
        }
    }
  }

  /// The termination of this slug, whole.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func termination(_ slug: String) throws -> TerminationDetails {
    try readUnlocked { transaction in
      try transaction.details(of: TerminationSeal(vault()).open(transaction.termination(slug)))
    }
  }

  /// The campaign's terminations as a list: for the public what the gate lets through, for organizers all of them.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func endedContracts(of campaign: String, for audience: SignatoryList.Audience) throws -> EndedContracts {
    try readUnlocked { transaction in
      try endedContracts(of: transaction.campaign(campaign), for: audience, publishedOnly: false, transaction)
    }
  }

  /// The same within a transaction.
  /// - Parameter publishedOnly: whether organizers too see only what was published.
  func endedContracts(
    of campaign: Campaign, for audience: SignatoryList.Audience, publishedOnly: Bool, _ transaction: any Transaction
  ) throws -> EndedContracts {
    let opened = try openedTerminations(of: campaign, transaction)
    switch audience {
    case .public:
      let names = Dictionary(opened.map { ($0.target.id, $0.target.name) }) { first, _ in first }
      let gate = PublicTerminations(of: opened.map(\.termination), on: .today) { names[$0] ?? "" }
      return EndedContracts(public: gate, lines: try sorted(gate.lines), of: campaign.title, asOf: .today)
    case .organizers:
      let lines = opened.filter { !publishedOnly || $0.termination.publishedOn != nil }
        .map { TerminationLine(all: $0.termination, target: $0.target.name, on: .today) }
      return EndedContracts(forOrganizers: try sorted(lines), of: campaign.title, asOf: .today)
    }
  }

  /// The notice by which the contract is ended, as the template has it.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func noticeLetter(
    of slug: String, template: NoticeTemplate, language: Language
  ) throws -> (letter: NoticeLetter, kind: Termination.Kind) {
    try readUnlocked { transaction in
      let details = try transaction.details(of: TerminationSeal(vault()).open(transaction.termination(slug)))
      let termination = details.termination
      let demand = try termination.demand.map { try transaction.demand($0, of: details.campaign) }
      let fields = NoticeLetter.Fields(
        by: termination.party.name, target: details.target.name, campaign: details.campaign.title,
        kind: termination.kind.rawValue, reference: termination.reference,
        signedOn: termination.signedOn?.description, noticeDate: termination.notice?.givenOn.description,
        noticePeriod: termination.notice?.period?.description,
        effectiveDate: termination.notice?.effectiveOn?.description, value: termination.value?.description,
        reason: termination.reason, demand: demand?.text, statement: termination.statement)
      return (NoticeLetter(fields, template: template, language: language), termination.kind)
    }
  }

  private func openedTerminations(
    of campaign: Campaign, _ transaction: any Transaction
  ) throws -> [TerminationDetails] {
    let seal = TerminationSeal(try vault())
    return try transaction.terminations.all(of: campaign.id).map { try transaction.details(of: seal.open($0)) }
  }

  /// By name. A campaign has no language, and names come from many: the order is that of the root of all.
  private func sorted(_ lines: [TerminationLine]) throws -> [TerminationLine] {
    let names = lines.map { ListLine(fullName: $0.by, cohort: .supporter, visibility: .named) }
    return NameOrder(try Language("und")).places(of: names).map { lines[$0] }
  }
}
