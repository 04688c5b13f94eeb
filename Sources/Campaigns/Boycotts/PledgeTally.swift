/// Where a pledge is on a day: in exactly one of these.
public enum PledgeState: String, Hashable, Sendable, CaseIterable {
  /// Holds its pledger: nothing is asked that is not there, or it was binding when the pledges were revealed.
  case binding
  /// Stands and does not bind: it waits for others, or for somebody to make sure who pledged.
  case conditional
  /// Was kept.
  case kept
  /// Was broken.
  case broken
  /// Was taken back.
  case withdrawn
  /// Its day went by before it was revealed.
  case lapsed
  /// Was given for other terms than those of now: the pledger has to be asked again.
  case askedAgain = "asked-again"
}

/// How many have pledged, from what is clear of their pledges: no key is needed, and none is opened.
///
/// Only verified pledges count towards a condition, and only verified ones bind. Kept ones, and those that bind for
/// good, count whatever they had asked for.
public struct PledgeTally: Hashable, Sendable {
  /// The figures of all pledges.
  public private(set) var total = Figures()
  /// The figures of each cohort that has any.
  public private(set) var byCohort: [Cohort: Figures] = [:]
  /// How many bind since the last reveal: they stay unknown until the organizers confirm it.
  public private(set) var unrevealed = 0
  /// How many more pledges that bind at once it takes at least until one of the waiting verified ones binds; nil where
  /// none waits.
  public let nextThreshold: Int?

  private let terms: Int
  private let day: CalendarDate
  private let binding: PledgeCondition.Binding

  /// The tally of a boycott's pledges.
  /// - Parameters:
  ///   - groups: all of its pledges.
  ///   - terms: what is promised now; see `Boycott.terms`.
  ///   - day: the day that is asked about.
  public init(of groups: [PledgeGroup], terms: Int, on day: CalendarDate) {
    self.terms = terms
    self.day = day
    var thresholds: [Int] = []
    var already = 0
    for group in groups where group.isVerified && group.count > 0 {
      switch group.stage {
      case .bound, .kept: already += group.count
      case .standing where PledgeTally.exclusion(of: group, terms, day) == nil:
        thresholds += repeatElement(group.ifOthers ?? 0, count: group.count)
      default: break
      }
    }
    binding = PledgeCondition.binding(thresholds: thresholds, alreadyBinding: already)
    nextThreshold = PledgeTally.missing(until: thresholds, binding, already)
    for group in groups where group.count > 0 {
      let state = state(of: group)
      if state == .binding, group.stage == .standing { unrevealed += group.count }
      total.count(state, group)
      byCohort[group.cohort, default: Figures()].count(state, group)
    }
  }

  /// Where a pledge of this kind is; it is one of those that were counted.
  public func state(of pledge: PledgeGroup) -> PledgeState {
    switch pledge.stage {
    case .bound: return .binding
    case .kept: return .kept
    case .broken: return .broken
    case .withdrawn: return .withdrawn
    case .standing:
      if let exclusion = PledgeTally.exclusion(of: pledge, terms, day) { return exclusion }
      return pledge.isVerified && binding.binds(pledge.ifOthers ?? 0) ? .binding : .conditional
    }
  }

  /// Why a standing pledge counts for nothing; nil where it counts.
  private static func exclusion(of pledge: PledgeGroup, _ terms: Int, _ day: CalendarDate) -> PledgeState? {
    if let last = pledge.lapsesOn, last < day { return .lapsed }
    return pledge.terms < terms ? .askedAgain : nil
  }

  /// Each of the waiting asks for so many others, and finds those that bind and all that ask for no more than it does.
  private static func missing(
    until thresholds: [Int], _ binding: PledgeCondition.Binding, _ already: Int
  ) -> Int? {
    let waiting = thresholds.filter { !binding.binds($0) }.sorted()
    return waiting.enumerated().map { $1 - already - binding.count - $0 }.min()
  }

  /// How many pledges are where; each is in exactly one of the parts.
  public struct Figures: Hashable, Sendable {
    /// Those that bind.
    public private(set) var binding = 0
    /// Those that stand and do not bind, those that nobody verified among them.
    public private(set) var conditional = 0
    /// Those that were kept.
    public private(set) var kept = 0
    /// Those that were broken.
    public private(set) var broken = 0
    /// Those that were taken back, erased ones too.
    public private(set) var withdrawn = 0
    /// Those that lapsed.
    public private(set) var lapsed = 0
    /// Those that were given for other terms.
    public private(set) var askedAgain = 0
    /// Those among `pledged` that somebody verified.
    public private(set) var verified = 0

    /// Figures of nothing.
    public init() {}

    /// All that were given and neither taken back nor lapsed.
    public var pledged: Int { binding + conditional + kept + broken + askedAgain }

    fileprivate mutating func count(_ state: PledgeState, _ group: PledgeGroup) {
      switch state {
      case .binding: binding += group.count
      case .conditional: conditional += group.count
      case .kept: kept += group.count
      case .broken: broken += group.count
      case .withdrawn: withdrawn += group.count
      case .lapsed: lapsed += group.count
      case .askedAgain: askedAgain += group.count
      }
      if group.isVerified, state != .withdrawn, state != .lapsed { verified += group.count }
    }
  }
}

extension Pledge {
  /// What is clear of it, by which a tally tells where it is.
  public var kind: PledgeGroup {
    PledgeGroup(
      cohort: cohort, stage: stage, isVerified: isVerified, ifOthers: ifOthers, terms: terms, lapsesOn: lapsesOn,
      count: 1)
  }
}

extension SealedPledge {
  /// What is clear of it, by which a tally tells where it is.
  public var kind: PledgeGroup {
    PledgeGroup(
      cohort: cohort, stage: stage, isVerified: isVerified, ifOthers: ifOthers, terms: terms, lapsesOn: lapsesOn,
      count: 1)
  }
}
