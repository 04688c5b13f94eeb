import Campaigns
import Intake
import Text
import Vault

/// What a roster has, in counts.
public struct RosterReport: Sendable {
  /// The campaign.
  public let campaign: Campaign
  /// How many people are on it.
  public let count: Int
  /// How many of them have an address.
  public let withAddress: Int
  /// How many are of each team, site, shift, cohort and job title, the largest first.
  public let groups: [Coverage.Grouping: [Coverage.Group]]
}

extension Office {
  /// What the campaign's roster has, in counts; nobody is named.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func roster(of slug: String) throws -> RosterReport {
    try readUnlocked { transaction in
      let campaign = try transaction.campaign(slug)
      let (entries, people) = try OpenedRoster(transaction: transaction, seal: rosterSeal(of: campaign.id)).all()
      var groups: [Coverage.Grouping: [Coverage.Group]] = [:]
      for grouping in Coverage.Grouping.allCases {
        groups[grouping] =
          Coverage(
            of: entries, people, signedBy: [], by: grouping, since: nil, folding: Normalization.folded
          ).groups
      }
      return RosterReport(
        campaign: campaign, count: entries.count, withAddress: entries.count { $0.email != nil }, groups: groups)
    }
  }

  /// Deletes the campaign's roster, without a trace in the file. No key is needed.
  /// - Parameter rehearsing: whether to change nothing.
  /// - Returns: how many people were on it.
  /// - Throws: `notFound` where the campaign is not there, or has none.
  public func removeRoster(of slug: String, rehearsing: Bool = false) throws -> Int {
    let work = { (transaction: any Transaction) throws -> Int in
      let campaign = try transaction.campaign(slug)
      let count = try transaction.roster.count(of: campaign.id)
      guard count > 0 else { throw Refusal(.notFound, "\(campaign.slug) has no roster") }
      if !rehearsing { try transaction.roster.eraseAll(of: campaign.id) }
      return count
    }
    return try rehearsing ? repository.read(work) : repository.write(work)
  }

  /// Deletes one person from the campaign's roster, without a trace in the file. What the person signed stays.
  /// - Parameter rehearsing: whether to change nothing.
  /// - Throws: `notFound` where nobody on it has the address; `invalidValue` where it is none.
  public func removeFromRoster(_ email: String, of slug: String, rehearsing: Bool = false) throws {
    guard let address = NormalizedAddress(email) else {
      throw Refusal(.invalidValue, "the address is none that mail could reach", hint: "check it letter by letter")
    }
    let work = { (transaction: any Transaction) throws in
      let campaign = try transaction.campaign(slug)
      let tag = try self.rosterSeal(of: campaign.id).tag(of: address)
      guard let entry = try transaction.roster.find(tagged: tag, of: campaign.id) else {
        throw Refusal(.notFound, "nobody on the roster of \(campaign.slug) has this address")
      }
      if !rehearsing { try transaction.roster.erase([entry.id], of: campaign.id) }
    }
    try rehearsing ? readUnlocked(work) : writeUnlocked(work)
  }
}
