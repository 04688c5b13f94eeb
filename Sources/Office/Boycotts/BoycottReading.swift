import Campaigns
import Ledger

// Boycotts, their listings and their history: all of it is public once the boycott is called, so no key is needed.

extension Office {
  /// The boycotts with what belongs to them, by slug.
  /// - Parameter campaign: the slug of the campaign whose boycotts are meant; nil means all.
  /// - Throws: `notFound`.
  public func boycotts(of campaign: String?) throws -> [BoycottAccount] {
    try repository.read { transaction in
      let only = try campaign.map { try transaction.campaign($0).id }
      return try transaction.boycotts.all().filter { only == nil || $0.campaign == only }.map(transaction.account)
    }
  }

  /// The boycott of this slug with what belongs to it.
  /// - Throws: `notFound`.
  public func boycott(_ slug: String) throws -> BoycottAccount {
    try repository.read { try $0.account(of: $0.boycott(slug)) }
  }

  /// The boycott as the public may know it.
  /// - Throws: `notFound`; `notAllowed` where it was never called.
  public func publicBoycott(_ slug: String) throws -> BoycottAccount {
    let account = try boycott(slug)
    guard account.boycott.calledOn != nil else {
      throw Refusal(
        .notAllowed, "\(slug) was not called: the public knows nothing of it",
        hint: account.boycott.stage == .ended
          ? "picket boycott show \(slug) shows it to organizers" : "picket boycott call \(slug) calls it")
    }
    return account
  }
}

extension Transaction {
  /// The boycott with what belongs to it.
  /// - Throws: `corrupt` where something of it is gone.
  func account(of boycott: Boycott) throws -> BoycottAccount {
    let damaged = Refusal(
      .corrupt, "the campaign, a target or a demand of \(boycott.slug) is gone",
      hint: "go on with your newest backup")
    guard let campaign = try campaigns.find(boycott.campaign) else { throw damaged }
    let notes = Dictionary(grouping: try boycotts.notes(of: boycott.id), by: \.target)
    let listed = try boycotts.listings(of: boycott.id).map { listing in
      guard let target = try targets.find(listing.target) else { throw damaged }
      return BoycottAccount.Listed(listing: listing, target: target, notes: notes[target.id] ?? [])
    }
    let responses = boycott.untilDemands.isEmpty ? [] : try demands.responses(in: campaign.id)
    let tied = try boycott.untilDemands.map { number in
      guard let demand = try demands.find(number, of: campaign.id) else { throw damaged }
      return BoycottAccount.TiedDemand(demand: demand, outcome: demand.outcome(among: responses))
    }
    return BoycottAccount(
      boycott, of: campaign, listed: listed, demands: tied, events: try boycotts.events(of: boycott.id))
  }

  /// Adds to the history of a boycott and queues the leaf of what was added. What happens before the call is not
  /// public and leaves no event: it is part of what the call says.
  func record(_ kind: BoycottEvent.Kind, of boycott: Boycott, on day: CalendarDate, _ lines: [String]) throws {
    guard boycott.calledOn != nil else { return }
    let event = BoycottEvent(
      id: Identifier(on: .today), boycott: boycott.id, kind: kind, day: day, text: lines.joined(separator: "\n"))
    try boycotts.add(event)
    try Office.enqueue(PublicLeaves.leaf(of: event), boycott.campaign, self)
  }

  /// How many have promised what is asked no more, and have to be asked again.
  func outdatedPledges(of boycott: Boycott) throws -> Int {
    try pledges.groups(of: boycott.id).filter { $0.isOutdated(by: boycott.terms) }.map(\.count).reduce(0, +)
  }
}

/// A boycott after a change of it.
public struct ChangedBoycott: Sendable {
  /// The boycott with what belongs to it.
  public let account: BoycottAccount
  /// Whether people are asked for something else than before.
  public let hasNewTerms: Bool
  /// How many have pledged to earlier terms and have to be asked again.
  public let toAskAgain: Int
}

/// The text as one line of 1 to 2,000 characters; a break of a line becomes a space.
func sentence(_ text: String, _ what: String) throws -> String {
  let line = String(text.trimmingWhitespace().map { $0.isNewline || $0 == "\t" ? " " : $0 })
  guard (1...2000).contains(line.count),
    !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
  else {
    throw Refusal(.invalidValue, "\(what) has 1 to 2,000 characters, and none that steers a terminal")
  }
  return line
}

/// The day, which has begun somewhere on earth.
/// - Throws: `invalidValue`.
func past(_ day: CalendarDate, _ what: String) throws -> CalendarDate {
  guard day.daysSinceEpoch <= CalendarDate.today.daysSinceEpoch + 1 else {
    throw Refusal(.invalidValue, "the day of \(what) is in the future", hint: "write it as YYYY-MM-DD")
  }
  return day
}
