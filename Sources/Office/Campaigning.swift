import Campaigns
import Foundation
import Text

// Campaigns, targets and demands: nothing here is sealed, so no key is needed.

extension Office {
  /// Sets up a campaign.
  /// - Throws: `invalidValue`, `alreadyExists`.
  public func createCampaign(_ slug: String, title: String) throws -> Campaign {
    let campaign = Campaign(
      id: Identifier(on: .today), slug: try Slug(slug), title: try oneLine(title, "a title"), createdOn: .today)
    try repository.write { try $0.campaigns.add(campaign) }
    return campaign
  }

  /// All campaigns, by slug.
  public func campaigns() throws -> [Campaign] {
    try repository.read { try $0.campaigns.all() }
  }

  /// The campaign of this slug.
  /// - Throws: `notFound`.
  public func campaign(_ slug: String) throws -> Campaign {
    try repository.read { try $0.campaign(slug) }
  }

  /// Changes a campaign's title.
  /// - Throws: `notFound`, `invalidValue`.
  public func editCampaign(_ slug: String, title: String) throws -> Campaign {
    try repository.write { transaction in
      var campaign = try transaction.campaign(slug)
      campaign.title = try oneLine(title, "a title")
      try transaction.campaigns.update(campaign)
      return campaign
    }
  }

  /// Adds a target.
  /// - Throws: `invalidValue`, `alreadyExists`.
  public func addTarget(_ slug: String, name: String, kind: Target.Kind, domains: [String]) throws -> Target {
    let target = Target(
      id: Identifier(on: .today), slug: try Slug(slug), name: try oneLine(name, "a name"), kind: kind,
      domains: try domains.map(mailDomain))
    try repository.write { try $0.targets.add(target) }
    return target
  }

  /// All targets, by slug.
  public func targets() throws -> [Target] {
    try repository.read { try $0.targets.all() }
  }

  /// The target of this slug.
  /// - Throws: `notFound`.
  public func target(_ slug: String) throws -> Target {
    try repository.read { try $0.target(slug) }
  }

  /// Changes what is given of a target; `domains` replaces all of its domains.
  /// - Throws: `notFound`, `invalidValue`.
  public func editTarget(_ slug: String, name: String?, kind: Target.Kind?, domains: [String]?) throws -> Target {
    try repository.write { transaction in
      var target = try transaction.target(slug)
      if let name { target.name = try oneLine(name, "a name") }
      if let kind { target.kind = kind }
      if let domains { target.domains = try domains.map(mailDomain) }
      try transaction.targets.update(target)
      return try transaction.target(slug)
    }
  }

  /// Adds a demand to a campaign, under its next number.
  /// - Throws: `notFound`, `invalidValue`.
  public func addDemand(_ text: String, campaign: String, target: String) throws -> Demand {
    try repository.write { transaction in
      let campaign = try transaction.campaign(campaign)
      let last = try transaction.demands.all(of: campaign.id).last?.number ?? 0
      let demand = Demand(
        id: Identifier(on: .today), campaign: campaign.id, target: try transaction.target(target).id,
        number: last + 1, text: try paragraph(text, "a demand"))
      try transaction.demands.add(demand)
      return demand
    }
  }

  /// Changes what is given of a demand. An answer carries the day on which it was given, and is added to the demand's
  /// responses: what was answered before can be read again.
  /// - Throws: `notFound`, `invalidValue`, also where the day is still to come; `usage` where an answer has no day or an
  ///   open demand has one; `notAllowed` where an answer is for a demand that was given up.
  public func editDemand(
    _ number: Int, of campaign: String, text: String?, state: Demand.State?, answeredOn: CalendarDate?,
    source: String?
  ) throws -> Demand {
    try repository.write { transaction in
      var demand = try transaction.demand(number, of: transaction.campaign(campaign))
      let outcome = try transaction.details(of: demand).outcome
      if let text {
        try transaction.requireUntied(demand)
        demand.text = try paragraph(text, "a demand")
      }
      if let state {
        if state.outcome != nil { try demand.requireAnswerable() }
        demand.state = state
        demand.answeredOn = nil
        // The source of the answer before is not that of this one.
        demand.source = nil
      }
      if let answeredOn { demand.answeredOn = try past(answeredOn, "the response") }
      if let source { demand.source = try oneLine(source, "a source") }
      guard (demand.state == .open) == (demand.answeredOn == nil) else {
        throw Refusal(
          .usage,
          demand.state == .open ? "an open demand has no day" : "a demand that is \(demand.state.rawValue) has a day",
          hint: "give --state together with --on YYYY-MM-DD; an open demand has neither day nor source")
      }
      try transaction.demands.update(demand)
      if state != nil || answeredOn != nil || source != nil {
        try transaction.recordEdit(of: demand, outcome: state == nil ? outcome : nil)
      }
      return demand
    }
  }
}

extension Transaction {
  /// Adds the answer that an edit gave a demand to its responses; does nothing where it has none.
  /// - Parameter outcome: what the answer makes of the demand, where its state says too little.
  fileprivate func recordEdit(of demand: Demand, outcome: DemandResponse.Outcome?) throws {
    guard let day = demand.answeredOn, let outcome = outcome ?? demand.state.outcome else { return }
    try record(
      DemandResponse(
        id: Identifier(on: .today), demand: demand.id, outcome: outcome, respondedOn: day, source: demand.source),
      to: demand)
  }

  /// The target that a demand asks.
  func targetOf(_ demand: Demand) throws -> Target {
    guard let target = try targets.find(demand.target) else {
      throw Refusal(.corrupt, "demand \(demand.number) has no target", hint: "go on with your newest backup")
    }
    return target
  }
}

extension Demand.State {
  /// What an answer makes of a demand that is in this state after it; nil where it is in none by an answer.
  fileprivate var outcome: DemandResponse.Outcome? {
    switch self {
    case .partlyMet: .partlyMet
    case .met: .met
    case .rejected: .rejected
    case .open, .withdrawn: nil
    }
  }
}

extension Transaction {
  /// Makes sure that no boycott that was called waits for the demand: people have pledged on its words.
  /// - Throws: `notAllowed`.
  fileprivate func requireUntied(_ demand: Demand) throws {
    let tied = try boycotts.all().first { boycott in
      boycott.campaign == demand.campaign && boycott.calledOn != nil && boycott.stage != .ended
        && boycott.untilDemands.contains(demand.number)
    }
    if let tied {
      throw Refusal(
        .notAllowed, "\(tied.slug) is called until demand \(demand.number) is met, in these words",
        hint: "add another demand, and tie the boycott to it: picket boycott edit \(tied.slug) --until-demands")
    }
  }
}

/// The text without space around it: one line, 1 to 300 characters.
func oneLine(_ text: String, _ what: String) throws -> String {
  let trimmed = text.trimmingWhitespace()
  guard (1...300).contains(trimmed.count),
    !trimmed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
  else {
    throw Refusal(.invalidValue, "\(what) is one line of 1 to 300 characters")
  }
  return trimmed
}

/// The text without space around it: 1 to 2,000 characters.
func paragraph(_ text: String, _ what: String) throws -> String {
  let trimmed = text.trimmingWhitespace()
  guard (1...2000).contains(trimmed.count) else {
    throw Refusal(.invalidValue, "\(what) has 1 to 2,000 characters")
  }
  return trimmed
}

private func mailDomain(_ text: String) throws -> MailDomain {
  let domain = text.hasPrefix("@") ? String(text.dropFirst()) : text
  return try MailDomain(DomainName.ascii(domain) ?? domain)
}
