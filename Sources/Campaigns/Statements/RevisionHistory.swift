/// What follows from the captures of one statement: its revisions, and what happened between them.
///
/// A revision is a maximal run of consecutive captures with equal text; the same bytes are the same revision, however
/// they were read. That something happened is known only to lie between two observations.
public struct RevisionHistory: Hashable, Sendable {
  /// The revisions, from the first.
  public let revisions: [Revision]
  /// What happened, in order.
  public let events: [Event]

  /// A run of captures with equal text.
  public struct Revision: Hashable, Sendable {
    /// The revision's number, from 1.
    public let number: Int
    /// SHA-256 of its text.
    public let text: Bytes32
    /// When it was seen first and last.
    public let firstSeen, lastSeen: Moment
    /// How many captures show it.
    public let captures: Int
  }

  /// That something happened to a statement, and the interval in which it did.
  public struct Event: Hashable, Sendable {
    /// What happened.
    public let kind: Kind
    /// The last observation before it; nil where there is none.
    public let after: Moment?
    /// The first observation that shows it.
    public let before: Moment
    /// The number of the revision that it led to; nil where it led to none.
    public let revision: Int?

    /// What happens to a statement.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// It was seen for the first time.
      case published
      /// Its text is another one.
      case edited
      /// It is gone as a whole.
      case removed
      /// It is back, or what had gone from its text is.
      case restored
    }
  }

  /// The history of these captures, by when their times of observation begin; those that begin together stand as they
  /// are given, which is how they were added where a repository gives them.
  /// - Parameter isReturn: whether something that stood in an earlier revision and had gone is back in the last of these
  ///   texts; asked only where the text equals no earlier one.
  public init(of captures: [Capture], isReturn: ([Bytes32]) -> Bool = { _ in false }) {
    var revisions: [Revision] = []
    var events: [Event] = []
    var last: Capture?
    let ordered = captures.enumerated().sorted {
      ($0.element.observedAt.seconds, $0.offset) < ($1.element.observedAt.seconds, $1.offset)
    }
    for (_, capture) in ordered {
      defer { last = capture }
      guard let content = capture.content else {
        if let last, !last.wasGone {
          events.append(Event(kind: .removed, after: last.observedAt, before: capture.observedAt, revision: nil))
        }
        continue
      }
      if let current = revisions.last, let before = last?.content,
        current.text == content.text || before.raw == content.raw
      {
        revisions[revisions.count - 1] = Revision(
          number: current.number, text: current.text, firstSeen: current.firstSeen, lastSeen: capture.observedAt,
          captures: current.captures + 1)
        continue
      }
      let stoodBefore = revisions.contains { $0.text == content.text }
      let kind: Event.Kind =
        revisions.isEmpty
        ? .published
        : last?.wasGone == true || stoodBefore || isReturn(revisions.map(\.text) + [content.text])
          ? .restored : .edited
      revisions.append(
        Revision(
          number: revisions.count + 1, text: content.text, firstSeen: capture.observedAt,
          lastSeen: capture.observedAt,
          captures: 1))
      events.append(
        Event(kind: kind, after: last?.observedAt, before: capture.observedAt, revision: revisions.count))
    }
    self.revisions = revisions
    self.events = events
  }
}
