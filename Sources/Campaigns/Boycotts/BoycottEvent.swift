/// What happened to a boycott, with its day: its history, which only grows.
public struct BoycottEvent: Hashable, Sendable {
  /// The event's identifier.
  public let id: Identifier<BoycottEvent>
  /// The boycott.
  public let boycott: Identifier<Boycott>
  /// What happened.
  public let kind: Kind
  /// The day on which it happened.
  public let day: CalendarDate
  /// What the public is told of it; the leaf in the ledger is made from it. Empty where nothing needs saying.
  public let text: String

  /// An event as a repository keeps it.
  public init(
    id: Identifier<BoycottEvent>, boycott: Identifier<Boycott>, kind: Kind, day: CalendarDate, text: String
  ) {
    self.id = id
    self.boycott = boycott
    self.kind = kind
    self.day = day
    self.text = text
  }

  /// The kinds of events. All happen in public: what is only planned has none.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It was called, on the terms that the text says.
    case called
    /// What people promise has changed; the text says the new terms.
    case termsChanged = "terms-changed"
    /// It does not hold for a while.
    case suspended
    /// It goes on.
    case resumed
    /// It is over.
    case ended
    /// A target was listed later.
    case listed
    /// A wrong listing was withdrawn.
    case listingWithdrawn = "listing-withdrawn"
    /// Evidence for a listing was added.
    case evidenced
    /// An appeal against a listing was noted.
    case appealed
    /// An appeal was answered.
    case answered
    /// The organizers let the binding pledges be known.
    case revealed
  }
}
