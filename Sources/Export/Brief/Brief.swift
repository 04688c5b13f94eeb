import Campaigns

/// The forms in which a brief leaves Picket.
public enum BriefFormat: String, Hashable, Sendable, CaseIterable {
  /// Markdown for web pages and mails.
  case markdown
  /// One page that needs nothing beside it.
  case html
}

/// A campaign on one page, as everybody may read it.
///
/// It holds nothing that a gate has not let out: numbers are of `PublicCount`, `PublicDays`, `PublicTerminations`,
/// `PublicPledges` and `PublicIncidents`, or were delivered. It writes what it is given and decides nothing.
public struct Brief: Sendable {
  /// The campaign's title.
  public let title: String
  /// The names of its targets.
  public let targets: [String]
  /// The day on which this is how it stands.
  public let asOf: CalendarDate
  /// The demands, by number.
  public var demands: [BriefDemand] = []
  /// The petitions that the public knows of.
  public var petitions: [BriefPetition] = []
  /// What was entered by hand, in the order of a timeline.
  public var events: [TimelineEntry] = []
  /// What the targets said.
  public var statements: [BriefStatement] = []
  /// The contracts that were ended; nil where there are none to tell of.
  public var contracts: EndedContracts?
  /// The boycotts that were called.
  public var boycotts: [BriefBoycott] = []
  /// What may be known of the acts of retaliation.
  public var incidents = PublicIncidents(of: [])
  /// The campaign's evidence, by number.
  public var evidence: [EvidenceRecord] = []

  /// A brief on a campaign of which nothing is told yet.
  public init(on title: String, targets: [String], asOf day: CalendarDate) {
    self.title = title
    self.targets = targets
    asOf = day
  }

  /// Hands the brief to the sink, as UTF-8.
  /// - Throws: what the sink throws, at once; what it took until then is no whole brief.
  public func write(as format: BriefFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let blocks = BriefWording(self).blocks
    switch format {
    case .markdown: try BriefProse(self).write(blocks, to: sink)
    case .html:
      var page = BriefPage(self)
      try page.write(blocks, to: sink)
    }
  }
}

/// A demand with what became of it.
public struct BriefDemand: Sendable {
  /// The demand.
  public let demand: Demand
  /// Who is asked.
  public let target: String
  /// The newest response; nil where there is none.
  public let newest: DemandResponse?
  /// What the response that counts made of the demand; nil where there is none.
  public let outcome: DemandResponse.Outcome?

  /// A demand with the responses to it, by day.
  public init(_ demand: Demand, of target: String, responses: [DemandResponse]) {
    self.demand = demand
    self.target = target
    newest = responses.last { $0.demand == demand.id }
    outcome = demand.outcome(among: responses)
  }
}

/// A petition with the numbers that the public may know.
public struct BriefPetition: Sendable {
  /// The petition.
  public let petition: Petition
  /// Who is asked.
  public let target: String
  /// How many verified signatures it has at least; nil where they are too few.
  public let verified: PublicCount?
  /// The same of each cohort that is large enough.
  public let cohorts: [(part: Cohort, count: PublicCount)]
  /// The same of the other cohorts together; nil where they are too few.
  public let otherCohorts: PublicCount?
  /// The verified signatures by day of signing.
  public let days: PublicDays
  /// What others report without records.
  public var claims: [ClaimedTally] = []
  /// What was delivered: by then public, to the last signature.
  public var deliveries: [Delivery] = []
  /// How the target answered, by day.
  public var responses: [Response] = []

  /// A delivery, as its manifest tells it.
  public struct Delivery: Sendable {
    /// The delivery's number within the petition.
    public let number: Int
    /// The day of the delivery.
    public let day: CalendarDate
    /// The delivered number.
    public let total: Int

    /// A delivery of so many signatures.
    public init(number: Int, on day: CalendarDate, total: Int) {
      self.number = number
      self.day = day
      self.total = total
    }
  }

  /// A petition with its verified signatures: only what may be known of them is kept.
  public init(
    _ petition: Petition, to target: String, verified: [Cohort: Int], byDay: [CalendarDate: [Cohort: Int]]
  ) {
    self.petition = petition
    self.target = target
    self.verified = PublicCount(of: verified.values.reduce(0, +))
    (cohorts, otherCohorts) = PublicCount.parts(of: verified)
    days = PublicDays(of: byDay)
  }
}

/// A statement with what became of it.
public struct BriefStatement: Sendable {
  /// The statement.
  public let statement: PublicStatement
  /// Whose it is.
  public let target: String
  /// Its revisions and what happened between them.
  public let history: RevisionHistory
  /// How often it was looked at.
  public let captures: Int
  /// Whether it was gone when it was looked for last.
  public let isGone: Bool
  /// What others report of it.
  public let accounts: [AccountEvent]
  /// How its newest revisions differ from the ones before them, in order.
  public let changes: [ComparisonDocument]

  /// A statement with its history.
  public init(
    _ statement: PublicStatement, of target: String, history: RevisionHistory, captures: Int, isGone: Bool,
    accounts: [AccountEvent], changes: [ComparisonDocument]
  ) {
    self.statement = statement
    self.target = target
    self.history = history
    self.captures = captures
    self.isGone = isGone
    self.accounts = accounts
    self.changes = changes
  }
}

/// A boycott that was called, with the pledges that the public may know of.
public struct BriefBoycott: Sendable {
  /// The boycott with what belongs to it.
  public let account: BoycottAccount
  /// Who is bound by a pledge; nil before a reveal.
  public let pledges: PublicPledges?

  /// A boycott with its pledges.
  public init(_ account: BoycottAccount, pledges: PublicPledges?) {
    self.account = account
    self.pledges = pledges
  }
}
