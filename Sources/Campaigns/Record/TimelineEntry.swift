/// One thing that happened, as a timeline tells it to the public.
public struct TimelineEntry: Hashable, Sendable {
  /// What kind of thing it is.
  public let kind: Kind
  /// When it happened; with `until`, after what it happened. Nil where that is not known or must not be told.
  public let from: Moment?
  /// Before what it happened, where only an interval is known.
  public let until: Moment?
  /// What happened, in one sentence or a few.
  public let text: String
  /// What has to be said beside it: that another account, or an observation, says otherwise. Nil where nothing has.
  public let note: String?
  /// The numbers of the evidence for it.
  public let evidence: [Int]
  /// Where it can be read, besides.
  public let sources: [String]
  /// What names it from one timeline to the next; it identifies no person.
  public let key: String

  /// An entry.
  public init(
    _ kind: Kind, from: Moment?, until: Moment? = nil, text: String, note: String? = nil, evidence: [Int] = [],
    sources: [String] = [], key: String
  ) {
    self.kind = kind
    self.from = from
    self.until = until
    self.text = text
    self.note = note
    self.evidence = evidence
    self.sources = sources
    self.key = key
  }

  /// Whether the time is only about right, as whoever says it says.
  public var isAbout: Bool { from?.isAbout == true || until?.isAbout == true }

  /// Whether it is known to the day, the month or the year only.
  public var hasNoTime: Bool {
    switch from?.precision {
    case .year, .month, .day, nil: true
    case .hour, .minute, .second: false
    }
  }

  /// Where an entry comes from.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A version of a petition's letter.
    case letter
    /// A petition was opened for signing.
    case opened
    /// A petition reached the number that it was to reach.
    case threshold
    /// A petition was handed to its target.
    case delivery
    /// A target answered a petition.
    case answer
    /// A target responded to a demand.
    case demandResponse = "demand-response"
    /// Somebody ended a contract.
    case termination
    /// Something happened to a boycott.
    case boycott
    /// A statement was seen, changed, gone or back: what was observed.
    case statement
    /// What a source reports of a statement: an account, never a fact.
    case account
    /// What was entered by hand.
    case event
    /// Acts of retaliation: by number only, and without a day.
    case incidents

    /// The kind in words.
    public var words: String {
      switch self {
      case .demandResponse: "response to a demand"
      case .incidents: "retaliation"
      default: rawValue
      }
    }
  }
}
