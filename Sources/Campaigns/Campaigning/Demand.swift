/// One answerable request to a target, numbered within its campaign.
public struct Demand: Hashable, Sendable {
  /// The demand's identifier.
  public let id: Identifier<Demand>
  /// The campaign that makes the demand.
  public let campaign: Identifier<Campaign>
  /// Who is asked.
  public let target: Identifier<Target>
  /// The demand's number within the campaign, from 1; never given twice.
  public let number: Int
  /// What is asked, in one sentence or a few.
  public var text: String
  /// How the target has answered so far.
  public var state: State
  /// The day of that answer; nil while the demand is open.
  public var answeredOn: CalendarDate?
  /// Where the answer can be read; nil where it was not said.
  public var source: String?

  /// A demand as a repository keeps it.
  public init(
    id: Identifier<Demand>, campaign: Identifier<Campaign>, target: Identifier<Target>, number: Int, text: String,
    state: State = .open, answeredOn: CalendarDate? = nil, source: String? = nil
  ) {
    self.id = id
    self.campaign = campaign
    self.target = target
    self.number = number
    self.text = text
    self.state = state
    self.answeredOn = answeredOn
    self.source = source
  }

  /// How far a demand is answered.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Not answered.
    case open
    /// A part of it is met.
    case partlyMet = "partly-met"
    /// All of it is met.
    case met
    /// The target said no.
    case rejected
    /// The campaign gave it up.
    case withdrawn
  }
}
