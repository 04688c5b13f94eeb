/// A contract that somebody ends over the issue, as organizers see it with the vault open.
///
/// All of it is sealed wherever it is kept, but for its slug, its campaign, its target and its stage.
public struct Termination: Hashable, Sendable {
  /// The termination's identifier.
  public let id: Identifier<Termination>
  /// Its name in commands, unique among terminations. Until it is published it names nobody.
  public var slug: Slug
  /// The campaign that it belongs to.
  public let campaign: Identifier<Campaign>
  /// Whom the contract is with.
  public var target: Identifier<Target>
  /// Who ends it: a person or an organization.
  public var party: Signatory
  /// Whether an organization ends it.
  public var isOrganization: Bool
  /// What the public may see of it once it is published.
  public var visibility: Visibility
  /// What of the contract itself the public never sees.
  public var withheld: Set<Detail>
  /// What the contract is about.
  public var kind: Kind
  /// The contract's number or title; nil where it was not said.
  public var reference: String?
  /// The day on which the contract was signed; nil where it was not said.
  public var signedOn: CalendarDate?
  /// When it ends; nil while that was not said.
  public private(set) var notice: Notice?
  /// What it is worth; nil where it was not said.
  public var value: Money?
  /// Why it is ended.
  public var reason: String?
  /// The number of the demand that it answers; nil where it answers none.
  public var demand: Int?
  /// What whoever ends it says in public; nil where they say nothing.
  public var statement: String?
  /// Where it can be checked.
  public var evidence: [Evidence]
  /// How far it has gone, as it was decided; see `state`.
  public private(set) var stage: Stage
  /// The day on which whoever ends it agreed to its publication; nil while they did not.
  public private(set) var consentedOn: CalendarDate?
  /// The day on which it was published; nil while it is not.
  public private(set) var publishedOn: CalendarDate?
  /// The day on which the notice was taken back; nil unless it was.
  public private(set) var rescindedOn: CalendarDate?
  /// Why it was taken back; nil where it was not said.
  public private(set) var rescindedBecause: String?
  /// What the public was told of it, each time that this changed; the last one stands.
  public private(set) var publications: [Published]

  /// A termination that is being considered.
  public init(
    id: Identifier<Termination>, slug: Slug, campaign: Identifier<Campaign>, target: Identifier<Target>,
    party: Signatory, visibility: Visibility = Visibility(.named), kind: Kind
  ) {
    self.id = id
    self.slug = slug
    self.campaign = campaign
    self.target = target
    self.party = party
    self.visibility = visibility
    self.kind = kind
    isOrganization = false
    withheld = []
    evidence = []
    stage = .considering
    publications = []
  }

  /// What a contract is about.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Somebody's work under another's direction.
    case employment
    /// Advice.
    case consulting
    /// Goods.
    case supply
    /// The use of software, patents or a name.
    case licence
    /// A talk.
    case speaking
    /// Money for an event or a cause.
    case sponsorship
    /// Money for a share.
    case investment

    /// The kind that a person or a sheet names; nil where there is none such.
    public init?(named text: some StringProtocol) {
      switch text.lowercased() {
      case "job", "employment contract": self = .employment
      case "license", "licensing": self = .licence
      case "consultancy", "consultant": self = .consulting
      case let word:
        guard let kind = Kind(rawValue: word) else { return nil }
        self = kind
      }
    }

    /// The order in which reports list the kinds.
    public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    private var rank: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What of a contract can be kept from the public one by one, besides the fields of its party.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    /// The contract's number or title, which the other side can look up.
    case reference
    /// What it is worth, which the contract itself may forbid to tell.
    case value
    /// Why it is ended.
    case reason
    /// Where it can be checked: a source may be a private paper.
    case evidence
  }

  /// When a contract ends.
  public struct Notice: Hashable, Sendable {
    /// The day on which notice is given, or is meant to be.
    public let givenOn: CalendarDate
    /// How long the contract lasts from then; nil where the day of its end was said instead.
    public let period: NoticePeriod?
    /// The day from which on the contract has ended; nil while nobody said.
    public let effectiveOn: CalendarDate?

    /// Notice on a day with a period; the end is worked out.
    /// - Throws: `invalidValue` where the end is beyond the calendar.
    public init(on day: CalendarDate, period: NoticePeriod, holidays: Holidays = .none) throws {
      givenOn = day
      self.period = period
      effectiveOn = try period.effectiveDate(for: day, holidays: holidays)
    }

    /// Notice on a day for a day that the contract or both sides named; nil where nobody did yet.
    /// - Throws: `invalidValue` where the end is before the notice.
    public init(on day: CalendarDate, effectiveOn: CalendarDate?, period: NoticePeriod? = nil) throws {
      if let effectiveOn, effectiveOn < day {
        throw Refusal(
          .invalidValue, "the contract would end on \(effectiveOn), before the notice of \(day)",
          hint: "give the day of the notice first, or a later end")
      }
      givenOn = day
      self.period = period
      self.effectiveOn = effectiveOn
    }
  }

  /// How far a termination has gone, as somebody decided it.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Being prepared: nobody was told.
    case considering
    /// Notice was given.
    case noticed
    /// The notice was taken back, or was never given after all.
    case rescinded
  }

  /// Where a termination stands on a day.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Being prepared: nobody was told.
    case considering
    /// Notice was given; the contract still runs.
    case noticed
    /// The contract has ended.
    case effective
    /// The notice was taken back.
    case rescinded
  }

  /// What the public was told.
  public struct Published: Hashable, Sendable {
    /// The day.
    public let day: CalendarDate
    /// The words, from which the leaf in the ledger is made.
    public let text: String
    /// What keeps the leaf from being made again by guessing the words.
    public let salt: Bytes32

    /// What was told on a day.
    public init(day: CalendarDate, text: String, salt: Bytes32) {
      self.day = day
      self.text = text
      self.salt = salt
    }
  }
}

extension Termination {
  /// Where it stands on the day: what was noticed becomes effective by date.
  public func state(on day: CalendarDate) -> State {
    switch stage {
    case .considering: .considering
    case .rescinded: .rescinded
    case .noticed: notice?.effectiveOn.map { day >= $0 } ?? false ? .effective : .noticed
    }
  }

  /// Sets when the contract ends; nil where that is open again.
  /// - Parameter today: the day on which this is set.
  /// - Throws: `invalidValue` where the contract was signed after the notice; `notAllowed` where notice was given, and
  ///   this would take it back or put it off.
  public mutating func set(_ notice: Notice?, today: CalendarDate) throws {
    guard stage != .rescinded || notice == self.notice else {
      throw Refusal(.notAllowed, "\(slug) is rescinded: its days stay as they are", hint: "add it anew")
    }
    guard let notice else {
      guard stage != .noticed else {
        throw Refusal(
          .notAllowed, "notice of \(slug) was given: its day can be corrected and not taken away",
          hint: "picket termination rescind \(slug) takes the notice back")
      }
      self.notice = nil
      return
    }
    if stage == .noticed, notice.givenOn > today {
      throw Refusal(
        .notAllowed, "notice of \(slug) was given, and \(notice.givenOn) is still to come",
        hint: "picket termination rescind \(slug) takes the notice back")
    }
    if let signedOn, signedOn > notice.givenOn {
      throw Refusal(
        .invalidValue, "the contract was signed on \(signedOn), after the notice of \(notice.givenOn)",
        hint: "check both days")
    }
    self.notice = notice
  }

  /// Records that notice was given.
  /// - Throws: `notAllowed` where it was given before, was taken back, or is for a day that is still to come.
  public mutating func giveNotice(today: CalendarDate) throws {
    guard stage == .considering else {
      throw Refusal(.notAllowed, "\(slug) is \(state(on: today).rawValue): notice cannot be given again")
    }
    guard let notice else {
      throw Refusal(
        .notAllowed, "\(slug) has no notice date", hint: "give --notice-date and --notice-period or --effective-date")
    }
    guard notice.givenOn <= today else {
      throw Refusal(
        .notAllowed, "the notice of \(slug) is for \(notice.givenOn), which is still to come",
        hint: "give notice on that day, or name the day on which it was given with --on")
    }
    stage = .noticed
  }

  /// Records that the notice was taken back, or that nothing came of the plan.
  /// - Throws: `notAllowed` where that was recorded before; `invalidValue` where the day is before that of a notice
  ///   that was given.
  public mutating func rescind(on day: CalendarDate, because reason: String?) throws {
    guard stage != .rescinded else { throw Refusal(.notAllowed, "\(slug) was rescinded already") }
    if stage == .noticed, let notice, day < notice.givenOn {
      throw Refusal(
        .invalidValue, "\(slug) would be rescinded on \(day), before the notice of \(notice.givenOn)",
        hint: "name the day on which the notice was taken back with --on")
    }
    // A plan of which nothing came leaves no notice behind.
    if stage == .considering { notice = nil }
    stage = .rescinded
    rescindedOn = day
    rescindedBecause = reason
  }

  /// Records that whoever ends the contract agreed to its publication.
  public mutating func consent(on day: CalendarDate) {
    if consentedOn == nil { consentedOn = day }
  }

  /// Lets the public see what the visibility allows.
  /// - Throws: `notAllowed` where no consent is on record, or where it is not further than considered.
  public mutating func publish(on day: CalendarDate) throws {
    guard consentedOn != nil else {
      throw Refusal(
        .notAllowed, "\(slug) has no consent on record, so it cannot be published",
        hint: "ask whoever ends the contract; if they agree, repeat with --consent")
    }
    guard stage != .considering else {
      throw Refusal(
        .notAllowed, "\(slug) is only considered: whoever reads of it would know before notice is given",
        hint: "picket termination give-notice \(slug) comes first")
    }
    guard notice != nil else {
      throw Refusal(
        .notAllowed, "\(slug) was only considered, and notice was never given: there is nothing to publish")
    }
    publishedOn = publishedOn ?? day
  }

  /// Keeps what the public is told from now on.
  /// - Returns: whether that is something new.
  public mutating func tell(_ text: String, on day: CalendarDate) -> Bool {
    guard publications.last?.text != text else { return false }
    var random = BulkRandom()
    publications.append(Published(day: day, text: text, salt: Bytes32(random: &random)))
    return true
  }

  /// Puts back what was kept; for repositories and seals only.
  public mutating func restore(
    stage: Stage, notice: Notice?, consentedOn: CalendarDate?, publishedOn: CalendarDate?, rescindedOn: CalendarDate?,
    rescindedBecause: String?, publications: [Published]
  ) {
    self.stage = stage
    self.notice = notice
    self.consentedOn = consentedOn
    self.publishedOn = publishedOn
    self.rescindedOn = rescindedOn
    self.rescindedBecause = rescindedBecause
    self.publications = publications
  }
}
