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

  /// The campaign's demands by number, each with its target.
  /// - Throws: `notFound`.
  public func demands(of campaign: String) throws -> [(demand: Demand, target: Target)] {
    try repository.read { transaction in
      try transaction.demands.all(of: transaction.campaign(campaign).id).map { demand in
        (demand, try transaction.targetOf(demand))
      }
    }
  }

  /// The campaign's demand of this number with its target.
  /// - Throws: `notFound`.
  public func demand(_ number: Int, of campaign: String) throws -> (demand: Demand, target: Target) {
    try repository.read { transaction in
      let demand = try transaction.demand(number, of: transaction.campaign(campaign))
      return (demand, try transaction.targetOf(demand))
    }
  }

  /// Changes what is given of a demand. An answer carries the day on which it was given.
  /// - Throws: `notFound`, `invalidValue`; `usage` where an answer has no day or an open demand has one.
  public func editDemand(
    _ number: Int, of campaign: String, text: String?, state: Demand.State?, answeredOn: CalendarDate?,
    source: String?
  ) throws -> Demand {
    try repository.write { transaction in
      var demand = try transaction.demand(number, of: transaction.campaign(campaign))
      if let text { demand.text = try paragraph(text, "a demand") }
      if let state {
        demand.state = state
        demand.answeredOn = nil
        if state == .open { demand.source = nil }
      }
      if let answeredOn { demand.answeredOn = answeredOn }
      if let source { demand.source = try oneLine(source, "a source") }
      guard (demand.state == .open) == (demand.answeredOn == nil) else {
        throw Refusal(
          .usage,
          demand.state == .open ? "an open demand has no day" : "a demand that is \(demand.state.rawValue) has a day",
          hint: "give --state together with --on YYYY-MM-DD; an open demand has neither day nor source")
      }
      try transaction.demands.update(demand)
      return demand
    }
  }
}

extension Transaction {
  /// The target that a demand asks.
  fileprivate func targetOf(_ demand: Demand) throws -> Target {
    guard let target = try targets.find(demand.target) else {
      throw Refusal(.corrupt, "demand \(demand.number) has no target", hint: "go on with your newest backup")
    }
    return target
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
