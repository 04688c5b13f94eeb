import Campaigns
import Export

extension Office {
  /// The campaign as one row of the collective-action data set: what is public of it.
  ///
  /// The number of workers is the verified employees of the petition that has most of them, in the steps of
  /// `PublicCount`; those of one whose signers are not shown yet are left out.
  /// - Throws: `notFound`; `notAllowed` where nothing of the campaign is public.
  public func collectiveAction(of campaign: String) throws -> CollectiveActionRow {
    try repository.read { transaction in
      let campaign = try transaction.campaign(campaign)
      let petitions = try transaction.petitions.all().filter { $0.campaign == campaign.id && $0.openedOn != nil }
      let boycotts = try transaction.boycotts.all().filter { $0.campaign == campaign.id && $0.calledOn != nil }
      let events = try transaction.record.events(of: campaign.id)
      let demands = try transaction.demands.all(of: campaign.id).filter { $0.state != .withdrawn }
      let days = (petitions.compactMap(\.openedOn) + boycotts.compactMap(\.calledOn)).map { Moment($0) }
      guard let begin = (days + events.map(\.at)).min() else {
        throw Refusal(
          .notAllowed, "nothing of \(campaign.slug) is public yet",
          hint: "open a petition, call a boycott or enter an event: picket event add")
      }
      var row = CollectiveActionRow(([campaign.title] + demands.map(\.text)).joined(separator: ". "))
      row.begin = begin
      row.sources = try transaction.record.evidence(of: campaign.id).compactMap(\.url)
      if !petitions.isEmpty { row.actions.append("open_letter") }
      row.actions += Boycott.Form.allCases.filter { form in boycotts.contains { $0.form == form } }.map(\.dataSetWord)
      let targets = Set(petitions.map(\.target) + demands.map(\.target))
      row.companies = try transaction.targets.all().filter { targets.contains($0.id) }.map(\.name)
      let counts = try petitions.filter(\.isRevealed).map { petition in
        try transaction.petitions.tally(of: petition.id).byCohort[.employee]?.verified ?? 0
      }
      row.workers = PublicCount(of: counts.max() ?? 0)
      return row
    }
  }
}

extension Boycott.Form {
  /// The form in the data set's word.
  fileprivate var dataSetWord: String {
    switch self {
    case .boycott: "boycott"
    case .walkOut: "walkout"
    case .termination: "resignation"
    }
  }
}
