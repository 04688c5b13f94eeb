import Campaigns
import Ledger

/// A demand with how its target answered.
public struct DemandDetails: Sendable {
  /// The demand.
  public let demand: Demand
  /// Who is asked.
  public let target: Target
  /// The responses, by day and then in the order in which they were added.
  public let responses: [DemandResponse]

  /// What the response that counts made of the demand; nil where there is none.
  public var outcome: DemandResponse.Outcome? { demand.outcome(among: responses) }

  /// Where the demand stands, in a sentence.
  public var words: String { demand.state == .open ? "open" : demand.words(outcome) }
}

/// What an organizer says of a response to a demand.
public struct ResponseDraft: Sendable {
  /// What became of the demand by it.
  public var outcome: DemandResponse.Outcome
  /// The day of the response.
  public var day: CalendarDate
  /// What the target said or did.
  public var summary: String?
  /// Where it can be read.
  public var source: String?
  /// The statement that it came in, as the organizers call it.
  public var statement: String?

  /// A response of which only the outcome is said.
  public init(_ outcome: DemandResponse.Outcome, on day: CalendarDate) {
    self.outcome = outcome
    self.day = day
  }
}

extension Office {
  /// Records how a target responded to a demand. It is added to what was recorded before; the demand stands as the
  /// newest response says.
  /// - Throws: `notFound`, `invalidValue`, also where the day is still to come; `notAllowed` where the demand was given
  ///   up.
  public func respond(toDemand number: Int, of campaign: String, _ draft: ResponseDraft) throws -> DemandDetails {
    let day = try past(draft.day, "the response")
    let summary = try draft.summary.map { try paragraph($0, "a summary") }
    let source = try draft.source.map { try oneLine($0, "a source") }
    let statement = try draft.statement.map { try oneLine($0, "a statement") }
    return try repository.write { transaction in
      let campaign = try transaction.campaign(campaign)
      var demand = try transaction.demand(number, of: campaign)
      try demand.requireAnswerable()
      let response = DemandResponse(
        id: Identifier(on: .today), demand: demand.id, outcome: draft.outcome, respondedOn: day, summary: summary,
        source: source, statement: statement)
      demand.take(response)
      try transaction.demands.update(demand)
      try transaction.record(response, to: demand)
      return try transaction.details(of: demand)
    }
  }

  /// The campaign's demands by number, each with how its target answered.
  /// - Throws: `notFound`.
  public func demandDetails(of campaign: String) throws -> [DemandDetails] {
    try repository.read { transaction in
      try transaction.demands.all(of: transaction.campaign(campaign).id).map(transaction.details)
    }
  }

  /// The campaign's demand of this number with how its target answered.
  /// - Throws: `notFound`.
  public func demandDetails(_ number: Int, of campaign: String) throws -> DemandDetails {
    try repository.read { transaction in
      try transaction.details(of: transaction.demand(number, of: transaction.campaign(campaign)))
    }
  }
}

extension Transaction {
  /// The demand with how its target answered.
  func details(of demand: Demand) throws -> DemandDetails {
    let responses = try demands.responses(in: demand.campaign).filter { $0.demand == demand.id }
    return DemandDetails(demand: demand, target: try targetOf(demand), responses: responses)
  }

  /// Adds a response to the history and queues its leaf.
  func record(_ response: DemandResponse, to demand: Demand) throws {
    try demands.add(response)
    try Office.enqueue(PublicLeaves.leaf(of: response), demand.campaign, self)
  }
}
