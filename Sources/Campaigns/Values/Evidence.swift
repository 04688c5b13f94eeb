/// Where something can be checked: an address or a description, and the day on which it was seen there.
public struct Evidence: Hashable, Sendable {
  /// A web address, or what a person would look for: a newspaper with its date, a letter with its number.
  public let source: String
  /// The day on which it was seen; nil where it was not said.
  public let seenOn: CalendarDate?

  /// A piece of evidence.
  public init(source: String, seenOn: CalendarDate? = nil) {
    self.source = source
    self.seenOn = seenOn
  }
}
