/// A termination as a repository keeps it: what is clear, and the sealed rest.
public struct SealedTermination: Hashable, Sendable {
  /// The termination's identifier.
  public let id: Identifier<Termination>
  /// Its name in commands.
  public let slug: Slug
  /// The campaign that it belongs to.
  public let campaign: Identifier<Campaign>
  /// Whom the contract is with.
  public let target: Identifier<Target>
  /// How far it has gone.
  public let stage: Termination.Stage
  /// Whether it was published.
  public let isPublished: Bool
  /// All else, sealed and bound to everything above.
  public let contents: [UInt8]

  /// A termination with these columns.
  public init(
    id: Identifier<Termination>, slug: Slug, campaign: Identifier<Campaign>, target: Identifier<Target>,
    stage: Termination.Stage, isPublished: Bool, contents: [UInt8]
  ) {
    self.id = id
    self.slug = slug
    self.campaign = campaign
    self.target = target
    self.stage = stage
    self.isPublished = isPublished
    self.contents = contents
  }
}

/// A pledge as a repository keeps it: what is clear, the tag, and the sealed rest.
public struct SealedPledge: Hashable, Sendable {
  /// The pledge's identifier.
  public let id: Identifier<Pledge>
  /// The boycott that is promised.
  public let boycott: Identifier<Boycott>
  /// What ties the pledger to the targets.
  public let cohort: Cohort
  /// Where it stands.
  public let stage: Pledge.Stage
  /// Whether somebody made sure who pledged.
  public let isVerified: Bool
  /// How many others it waits for; nil where it binds at once.
  public let ifOthers: Int?
  /// The terms that were promised.
  public let terms: Int
  /// The day by which it lapses; nil where it does not.
  public let lapsesOn: CalendarDate?
  /// The tag of its address; nil where it has none any more.
  public let tag: BlindTag?
  /// All else, sealed and bound to everything above; nil where the pledger was erased.
  public let contents: [UInt8]?

  /// A pledge with these columns.
  public init(
    id: Identifier<Pledge>, boycott: Identifier<Boycott>, cohort: Cohort, stage: Pledge.Stage, isVerified: Bool,
    ifOthers: Int?, terms: Int, lapsesOn: CalendarDate?, tag: BlindTag?, contents: [UInt8]?
  ) {
    self.id = id
    self.boycott = boycott
    self.cohort = cohort
    self.stage = stage
    self.isVerified = isVerified
    self.ifOthers = ifOthers
    self.terms = terms
    self.lapsesOn = lapsesOn
    self.tag = tag
    self.contents = contents
  }
}

/// Pledges that share what is clear of them.
public struct PledgeGroup: Hashable, Sendable {
  /// Their cohort.
  public let cohort: Cohort
  /// Where they stand.
  public let stage: Pledge.Stage
  /// Whether they are verified.
  public let isVerified: Bool
  /// How many others they wait for; nil where they bind at once.
  public let ifOthers: Int?
  /// The terms that were promised.
  public let terms: Int
  /// The day by which they lapse; nil where they do not.
  public let lapsesOn: CalendarDate?
  /// How many they are.
  public let count: Int

  /// Pledges of this kind.
  public init(
    cohort: Cohort, stage: Pledge.Stage, isVerified: Bool, ifOthers: Int?, terms: Int, lapsesOn: CalendarDate?,
    count: Int
  ) {
    self.cohort = cohort
    self.stage = stage
    self.isVerified = isVerified
    self.ifOthers = ifOthers
    self.terms = terms
    self.lapsesOn = lapsesOn
    self.count = count
  }

  /// Whether their pledgers have to be asked again where what is promised has this number by now; those that bind for
  /// good need not.
  public func isOutdated(by terms: Int) -> Bool {
    self.terms < terms && stage == .standing
  }
}

extension PledgeGroup {
  /// A single pledge of this kind.
  public var one: PledgeGroup { times(1) }

  fileprivate func times(_ count: Int) -> PledgeGroup {
    PledgeGroup(
      cohort: cohort, stage: stage, isVerified: isVerified, ifOthers: ifOthers, terms: terms, lapsesOn: lapsesOn,
      count: count)
  }
}

extension [PledgeGroup] {
  /// The groups once pledges of the one kinds have become pledges of the other kinds.
  public func exchanging(_ old: [PledgeGroup], for new: [PledgeGroup]) -> [PledgeGroup] {
    var counts: [PledgeGroup: Int] = [:]
    for group in self + new { counts[group.one, default: 0] += group.count }
    for group in old { counts[group.one, default: 0] -= group.count }
    return counts.filter { $0.value > 0 }.map { $0.times($1) }
  }
}

/// An incident as a repository keeps it.
public struct SealedIncident: Hashable, Sendable {
  /// The incident's identifier.
  public let id: Identifier<Incident>
  /// The campaign that it is about.
  public let campaign: Identifier<Campaign>
  /// All else, sealed and bound to both.
  public let contents: [UInt8]

  /// An incident with these columns.
  public init(id: Identifier<Incident>, campaign: Identifier<Campaign>, contents: [UInt8]) {
    self.id = id
    self.campaign = campaign
    self.contents = contents
  }
}
