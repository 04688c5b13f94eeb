import Campaigns

/// Two made-up campaigns with two targets, some demands, and a boycott each.
struct ActionGround {
  let campaign: Identifier<Campaign>
  let otherCampaign: Identifier<Campaign>
  let target: Identifier<Target>
  let otherTarget: Identifier<Target>
  /// The demands 1, 2 and 3 of the first campaign.
  let demands: [Demand]
  /// The demand 9 of the other campaign.
  let otherDemand: Demand
  let boycott: Boycott
  let otherBoycott: Boycott

  /// Lays the ground in a repository.
  init(in repository: any Repository) throws {
    let campaigns = try ["fair-work", "cool-halls"].map { slug in
      Campaign(id: Identifier(on: Ground.day), slug: try Slug(slug), title: "Title", createdOn: Ground.day)
    }
    let targets = try ["acme", "bolt"].map { slug in
      Target(id: Identifier(on: Ground.day), slug: try Slug(slug), name: "Name", kind: .company, domains: [])
    }
    let (first, other) = (campaigns[0].id, campaigns[1].id)
    func demand(_ number: Int, of campaign: Identifier<Campaign>) -> Demand {
      Demand(
        id: Identifier(on: Ground.day), campaign: campaign, target: targets[0].id, number: number,
        text: "Demand \(number)")
    }
    campaign = first
    otherCampaign = other
    target = targets[0].id
    otherTarget = targets[1].id
    demands = [1, 2, 3].map { demand($0, of: first) }
    otherDemand = demand(9, of: other)
    boycott = try ActionGround.boycott("no-acme", of: first)
    otherBoycott = try ActionGround.boycott("walk-out", of: other)
    try repository.write { transaction in
      for campaign in campaigns { try transaction.campaigns.add(campaign) }
      for target in targets { try transaction.targets.add(target) }
      for demand in demands + [otherDemand] { try transaction.demands.add(demand) }
      try transaction.boycotts.add(boycott)
      try transaction.boycotts.add(otherBoycott)
    }
  }

  /// A boycott that is not in the repository yet, with the least it can have.
  static func boycott(_ slug: String, of campaign: Identifier<Campaign>, untilDemands: [Int] = []) throws -> Boycott {
    var boycott = Boycott(
      id: Identifier(on: Ground.day), slug: try Slug(slug), campaign: campaign, title: "Title of \(slug)",
      scopes: [], createdOn: Ground.day)
    boycott.untilDemands = untilDemands
    return boycott
  }

  /// A pledge of the first boycott that is not in the repository yet.
  func pledge(
    id: Identifier<Pledge> = Identifier(on: Ground.day), _ cohort: Cohort = .employee,
    _ stage: Pledge.Stage = .standing, isVerified: Bool = false, ifOthers: Int? = nil, terms: Int = 1,
    lapsesOn: CalendarDate? = nil, tag: BlindTag? = nil, of boycott: Identifier<Boycott>? = nil,
    contents: [UInt8]? = [1, 2, 3]
  ) -> SealedPledge {
    SealedPledge(
      id: id, boycott: boycott ?? self.boycott.id, cohort: cohort, stage: stage, isVerified: isVerified,
      ifOthers: ifOthers, terms: terms, lapsesOn: lapsesOn, tag: tag, contents: contents)
  }

  /// Pledges of the first boycott with ascending identifiers.
  func pledges(_ count: Int) -> [SealedPledge] {
    Identifier.batch(of: count, in: Identifier.range(on: Ground.day, group: 5), besides: []).map { pledge(id: $0) }
  }
}

/// The boycott's pledges, in the order of their identifiers.
func allPledges(of boycott: Identifier<Boycott>, in transaction: any Transaction) throws -> [SealedPledge] {
  var all: [SealedPledge] = []
  try transaction.pledges.forEachBatch(of: boycott, limit: 1_000) { all += $0 }
  return all
}
