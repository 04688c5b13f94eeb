/// How a target responded to a demand. A record of its own: a later response is added and overwrites nothing.
public struct DemandResponse: Hashable, Sendable {
  /// The response's identifier.
  public let id: Identifier<DemandResponse>
  /// The demand that was responded to.
  public let demand: Identifier<Demand>
  /// What became of the demand by it.
  public let outcome: Outcome
  /// The day of the response.
  public let respondedOn: CalendarDate
  /// What the target said or did, in a few sentences; nil where only the outcome was recorded.
  public let summary: String?
  /// Where it can be read; nil where it was not said.
  public let source: String?
  /// The statement that it came in, as the organizers call it; nil where it came otherwise.
  public let statement: String?

  /// A response as it is kept.
  public init(
    id: Identifier<DemandResponse>, demand: Identifier<Demand>, outcome: Outcome, respondedOn: CalendarDate,
    summary: String? = nil, source: String? = nil, statement: String? = nil
  ) {
    self.id = id
    self.demand = demand
    self.outcome = outcome
    self.respondedOn = respondedOn
    self.summary = summary
    self.source = source
    self.statement = statement
  }

  /// What a response makes of a demand.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// A part of the demand is met.
    case partlyMet = "partly-met"
    /// All of it is met, as it was asked.
    case met
    /// What was wanted has come about in another way than the one that was asked.
    case metOtherwise = "met-otherwise"
    /// The target said no.
    case rejected

    /// Where the demand stands after it.
    public var state: Demand.State {
      switch self {
      case .partlyMet: .partlyMet
      case .met, .metOtherwise: .met
      case .rejected: .rejected
      }
    }

    /// The outcome in a sentence.
    public var words: String {
      switch self {
      case .partlyMet: "partly met"
      case .met: "met"
      case .metOtherwise: "met by another way than the one asked"
      case .rejected: "rejected"
      }
    }
  }
}

extension Demand {
  /// Takes in a response: the demand stands as the newest one says; an older one found later changes nothing.
  public mutating func take(_ response: DemandResponse) {
    if let answeredOn, state != .withdrawn, response.respondedOn < answeredOn { return }
    state = response.outcome.state
    answeredOn = response.respondedOn
    source = response.source
  }

  /// What the response that counts made of the demand; nil where the demand is open or withdrawn, or was answered
  /// without one.
  /// - Parameter responses: those to the demand, by day and then in the order in which they were added.
  public func outcome(among responses: [DemandResponse]) -> DemandResponse.Outcome? {
    responses.last { $0.demand == id && $0.respondedOn == answeredOn && $0.outcome.state == state }?.outcome
  }

  /// Makes sure that a response can be recorded.
  /// - Throws: `notAllowed` where the campaign gave the demand up.
  public func requireAnswerable() throws {
    guard state != .withdrawn else {
      throw Refusal(
        .notAllowed, "demand \(number) was given up and takes no response",
        hint: "picket demand edit \(number) --campaign CAMPAIGN --state open opens it again")
    }
  }

  /// Where the demand stands, in a sentence, after a response with this outcome.
  public func words(_ outcome: DemandResponse.Outcome?) -> String {
    switch state {
    case .open: "not met"
    case .withdrawn: "given up"
    case .partlyMet, .met, .rejected: outcome?.words ?? state.words
    }
  }
}

extension Demand.State {
  /// The state in a sentence.
  public var words: String { self == .partlyMet ? "partly met" : rawValue }
}
