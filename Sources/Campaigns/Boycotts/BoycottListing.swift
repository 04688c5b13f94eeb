/// A target's place in a boycott. A wrong listing is withdrawn where everybody sees it, never deleted.
public struct BoycottListing: Hashable, Sendable {
  /// The boycott.
  public let boycott: Identifier<Boycott>
  /// The target.
  public let target: Identifier<Target>
  /// The day on which it was listed.
  public let listedOn: CalendarDate
  /// Why it is listed; nil where it was not said.
  public var reason: String?
  /// The day on which the listing was withdrawn; nil while it stands.
  public private(set) var withdrawnOn: CalendarDate?
  /// Why it was withdrawn; nil while it stands.
  public private(set) var withdrawnBecause: String?

  /// A listing as a repository keeps it.
  public init(
    boycott: Identifier<Boycott>, target: Identifier<Target>, listedOn: CalendarDate, reason: String? = nil,
    withdrawnOn: CalendarDate? = nil, withdrawnBecause: String? = nil
  ) {
    self.boycott = boycott
    self.target = target
    self.listedOn = listedOn
    self.reason = reason
    self.withdrawnOn = withdrawnOn
    self.withdrawnBecause = withdrawnBecause
  }

  /// Withdraws the listing.
  /// - Throws: `notAllowed` where it was withdrawn before.
  public mutating func withdraw(on day: CalendarDate, because reason: String) throws {
    if let withdrawnOn { throw Refusal(.notAllowed, "the listing was withdrawn on \(withdrawnOn) already") }
    withdrawnOn = day
    withdrawnBecause = reason
  }
}

/// What is noted of a listing, with its day: evidence for it, or an appeal against it.
public struct ListingNote: Hashable, Sendable {
  /// The note's identifier.
  public let id: Identifier<ListingNote>
  /// The boycott.
  public let boycott: Identifier<Boycott>
  /// The target whose listing is meant.
  public let target: Identifier<Target>
  /// What kind of note it is.
  public let kind: Kind
  /// The day of what is noted.
  public let day: CalendarDate
  /// What is noted.
  public let text: String
  /// Where it can be read; nil where it was not said.
  public let source: String?

  /// A note as a repository keeps it.
  public init(
    id: Identifier<ListingNote>, boycott: Identifier<Boycott>, target: Identifier<Target>, kind: Kind,
    day: CalendarDate, text: String, source: String?
  ) {
    self.id = id
    self.boycott = boycott
    self.target = target
    self.kind = kind
    self.day = day
    self.text = text
    self.source = source
  }

  /// The kinds of notes.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Why the target is listed.
    case evidence
    /// What the target, or somebody for it, holds against the listing.
    case appeal
    /// What the organizers answered to an appeal.
    case answer
  }
}
