/// A collective refusal that people promise each other: a boycott, a walk-out, or ending their contracts together.
public struct Boycott: Hashable, Sendable {
  /// The boycott's identifier; keys are derived from it, never from the slug.
  public let id: Identifier<Boycott>
  /// Its name in commands, unique among boycotts.
  public let slug: Slug
  /// The campaign that it belongs to.
  public let campaign: Identifier<Campaign>
  /// What it is called in public.
  public var title: String
  /// What the refusal consists in.
  public let form: Form
  /// What those who take part refuse to do.
  public var scopes: Set<Scope>
  /// The day from which on it holds; nil means the day on which it is called.
  public var startsOn: CalendarDate?
  /// What is not meant, a sentence each.
  public var exceptions: [String]
  /// What people can do or use instead, a sentence each.
  public var alternatives: [String]
  /// The numbers of the demands that end it once they are met.
  public var untilDemands: [Int]
  /// The day by which a conditional pledge lapses unless it binds; nil where none does.
  public var pledgesLapseOn: CalendarDate?
  /// Counts the changes of what people promise: whoever pledged under an earlier number is asked again.
  public private(set) var terms: Int
  /// How far it has gone, as it was decided; see `state`.
  public private(set) var stage: Stage
  /// The day on which it was called; nil while it is not.
  public private(set) var calledOn: CalendarDate?
  /// The day on which the organizers let the binding pledges be known; nil while they did not.
  public private(set) var revealedOn: CalendarDate?
  /// The day on which it was set up.
  public let createdOn: CalendarDate

  /// A boycott that is being planned.
  public init(
    id: Identifier<Boycott>, slug: Slug, campaign: Identifier<Campaign>, title: String, form: Form = .boycott,
    scopes: Set<Scope>, createdOn: CalendarDate
  ) {
    self.id = id
    self.slug = slug
    self.campaign = campaign
    self.title = title
    self.form = form
    self.scopes = scopes
    self.createdOn = createdOn
    exceptions = []
    alternatives = []
    untilDemands = []
    terms = 1
    stage = .planned
  }

  /// A boycott as a repository keeps it.
  public init(
    id: Identifier<Boycott>, slug: Slug, campaign: Identifier<Campaign>, title: String, form: Form,
    scopes: Set<Scope>, startsOn: CalendarDate?, exceptions: [String], alternatives: [String], untilDemands: [Int],
    pledgesLapseOn: CalendarDate?, terms: Int, stage: Stage, calledOn: CalendarDate?, revealedOn: CalendarDate?,
    createdOn: CalendarDate
  ) {
    self.id = id
    self.slug = slug
    self.campaign = campaign
    self.title = title
    self.form = form
    self.scopes = scopes
    self.startsOn = startsOn
    self.exceptions = exceptions
    self.alternatives = alternatives
    self.untilDemands = untilDemands
    self.pledgesLapseOn = pledgesLapseOn
    self.terms = terms
    self.stage = stage
    self.calledOn = calledOn
    self.revealedOn = revealedOn
    self.createdOn = createdOn
  }

  /// What a refusal consists in.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Not dealing with the targets.
    case boycott
    /// Leaving work for a time.
    case walkOut = "walk-out"
    /// Ending one's contract with the targets.
    case termination

    /// The title of one against these targets, where nobody gave it another.
    public func title(against targets: String) -> String {
      switch self {
      case .boycott: "Boycott of \(targets)"
      case .walkOut: "Walk-out at \(targets)"
      case .termination: "Joint termination with \(targets)"
      }
    }

    /// The form, in a sentence.
    public var noun: String {
      switch self {
      case .boycott: "boycott"
      case .walkOut: "walk-out"
      case .termination: "joint termination"
      }
    }
  }

  /// What is refused.
  public enum Scope: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Buying from the targets.
    case buying
    /// Selling to them.
    case selling
    /// Working for them.
    case workingFor = "working-for"
    /// Recruiting for them.
    case recruiting
    /// Speaking at their events.
    case speaking
    /// Sponsoring them, or being sponsored by them.
    case sponsoring
    /// Investing in them.
    case investing

    /// The scope that a person names; spaces, hyphens and case do not matter. Nil where there is none such.
    public init?(named text: some StringProtocol) {
      switch text.lowercased().filter(\.isLetter) {
      case "buying", "buy": self = .buying
      case "selling", "sell": self = .selling
      case "workingfor", "working", "work": self = .workingFor
      case "recruiting", "recruit", "hiring": self = .recruiting
      case "speaking", "speakingat", "speak": self = .speaking
      case "sponsoring", "sponsor": self = .sponsoring
      case "investing", "invest": self = .investing
      default: return nil
      }
    }

    /// What those who take part do not do, in a sentence.
    public var words: String {
      switch self {
      case .buying: "buying from them"
      case .selling: "selling to them"
      case .workingFor: "working for them"
      case .recruiting: "recruiting for them"
      case .speaking: "speaking at their events"
      case .sponsoring: "sponsoring them, or being sponsored by them"
      case .investing: "investing in them"
      }
    }

    /// The order in which reports list the scopes.
    public static func < (left: Scope, right: Scope) -> Bool { left.rank < right.rank }

    private var rank: Int { Scope.allCases.firstIndex(of: self) ?? 0 }
  }

  /// How far a boycott has gone, as somebody decided it.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Being prepared.
    case planned
    /// Called; it holds from its start on.
    case active
    /// Does not hold for a while.
    case suspended
    /// Over.
    case ended

    /// The stages that may follow.
    public var successors: Set<Stage> {
      switch self {
      case .planned: [.active, .ended]
      case .active: [.suspended, .ended]
      case .suspended: [.active, .ended]
      case .ended: []
      }
    }
  }
}

extension Boycott {
  /// Where it stands on the day: one that is called for a later day is planned until then.
  public func state(on day: CalendarDate) -> Stage {
    guard stage == .active, let startsOn, day < startsOn else { return stage }
    return .planned
  }

  /// Calls the boycott.
  /// - Throws: `notAllowed` where it was called before or has ended.
  public mutating func call(on day: CalendarDate) throws {
    guard stage == .planned else {
      throw Refusal(
        .notAllowed, "\(slug) is \(stage.rawValue) and cannot be called",
        hint: stage == .suspended ? "picket boycott resume \(slug) lets it go on" : nil)
    }
    stage = .active
    calledOn = day
    startsOn = startsOn ?? day
  }

  /// Moves it to another stage.
  /// - Throws: `notAllowed` where that may not follow.
  public mutating func move(to next: Stage) throws {
    guard stage.successors.contains(next), stage != .planned || next == .ended else {
      let hint: String? =
        switch stage {
        case .planned: "picket boycott call \(slug) calls it"
        case .ended: "create a new one"
        default: nil
        }
      throw Refusal(.notAllowed, "\(slug) is \(stage.rawValue) and cannot become \(next.rawValue)", hint: hint)
    }
    stage = next
  }

  /// Makes sure that people can promise to take part.
  /// - Throws: `notAllowed` where it has ended.
  public func requireTakingPledges() throws {
    guard stage != .ended else {
      throw Refusal(.notAllowed, "\(slug) has ended and takes no pledges", hint: "create a new one")
    }
  }

  /// Whether those who pledged for the one have promised the same as those who pledged for the other.
  public func promisesSame(as other: Boycott) -> Bool {
    scopes == other.scopes && exceptions == other.exceptions && startsOn == other.startsOn
      && Set(untilDemands) == Set(other.untilDemands) && pledgesLapseOn == other.pledgesLapseOn
  }

  /// Makes sure that what it asks can be changed.
  /// - Throws: `notAllowed` where it has ended.
  public func requireChangeable() throws {
    guard stage != .ended else {
      throw Refusal(
        .notAllowed, "\(slug) has ended and is not changed any more",
        hint: "a listing of it can still be withdrawn, appealed against and answered for")
    }
  }

  /// Notes that what people promise has changed.
  public mutating func changeTerms() { terms = terms == .max ? terms : terms + 1 }

  /// Notes that the organizers let the binding pledges be known.
  public mutating func reveal(on day: CalendarDate) { revealedOn = revealedOn ?? day }
}

/// How far the demands that end a boycott are met.
public enum EndingCondition: String, Hashable, Sendable {
  /// The boycott is tied to no demand.
  case none
  /// None of them is met.
  case open
  /// Some are met, or some in part.
  case partlyMet = "partly-met"
  /// All are met: it is time to end.
  case met

  /// The condition of these demands; those that the campaign gave up are left out.
  public init(of demands: [Demand]) {
    let standing = demands.map(\.state).filter { $0 != .withdrawn }
    if standing.isEmpty {
      self = .none
    } else if standing.allSatisfy({ $0 == .met }) {
      self = .met
    } else {
      self = standing.contains { $0 == .met || $0 == .partlyMet } ? .partlyMet : .open
    }
  }
}
