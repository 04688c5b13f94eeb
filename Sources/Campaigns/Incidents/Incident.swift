/// An act of retaliation, as organizers see it with the vault open. All of it is sealed wherever it is kept.
public struct Incident: Hashable, Sendable {
  /// The incident's identifier.
  public let id: Identifier<Incident>
  /// The campaign that it is about.
  public let campaign: Identifier<Campaign>
  /// What was done.
  public var kind: Kind
  /// The day on which it was done.
  public var happenedOn: CalendarDate
  /// What happened, in a few sentences.
  public var account: String
  /// Whom it was done to, as organizers call them; nil where it was not said.
  public var person: String?
  /// Who did it, or had it done; nil where it was not said.
  public var by: String?
  /// Who told the organizers; nil where it was not said.
  public var reportedBy: String?
  /// Where it can be checked.
  public var evidence: [Evidence]

  /// An incident as it is kept.
  public init(
    id: Identifier<Incident>, campaign: Identifier<Campaign>, kind: Kind, happenedOn: CalendarDate, account: String,
    person: String? = nil, by: String? = nil, reportedBy: String? = nil, evidence: [Evidence] = []
  ) {
    self.id = id
    self.campaign = campaign
    self.kind = kind
    self.happenedOn = happenedOn
    self.account = account
    self.person = person
    self.by = by
    self.reportedBy = reportedBy
    self.evidence = evidence
  }

  /// What is done to people who speak up.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Called in and asked about it.
    case questioning
    /// Watched: mail, chats, devices, rooms.
    case surveillance
    /// Threatened.
    case threat
    /// Warned in writing.
    case warning
    /// Given worse work, hours or a worse place.
    case reassignment
    /// Given less pay, or none of what was promised.
    case pay
    /// Suspended.
    case suspension
    /// Dismissed, or a contract not renewed.
    case dismissal
    /// Taken to court, or threatened with it.
    case legal
    /// Harassed, by whomever.
    case harassment
    /// Something else.
    case other

    /// The order in which reports list the kinds.
    public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    private var rank: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
  }
}
