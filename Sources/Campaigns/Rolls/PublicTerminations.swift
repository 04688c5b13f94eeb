/// The gate: what the public may see of a campaign's terminations, and nothing beyond it.
///
/// Rules, in the order in which they bind:
/// - What is only considered is never shown, and what was not published neither.
/// - A named one has a line with what is not hidden; one that was rescinded stands there as such.
/// - A role-only one has no line: it is in the number of its kind, and a kind has a number only in the steps of
///   `PublicCount`. Kinds with too few stand together, and where these are too few still, among the counted.
/// - A counted one is in the closing number only, in the same steps.
/// - Of those without names, one that was rescinded is in no number.
/// - Totals are of what has a line.
public struct PublicTerminations: Sendable {
  /// The lines, in no particular order.
  public private(set) var lines: [TerminationLine] = []
  /// The kinds of which there are enough role-only ones, and how many at least.
  public private(set) var kinds: [KindCount] = []
  /// How many role-only ones at least are of the other kinds; nil where they are too few.
  public private(set) var otherKinds: PublicCount?
  /// How many more at least are counted without being described; nil where they are too few.
  public private(set) var counted: PublicCount?

  /// What the lines are worth together.
  public var totals: TerminationTotals { TerminationTotals(of: lines) }

  /// What may be known of the number of one kind.
  public struct KindCount: Hashable, Sendable {
    /// The kind.
    public let kind: Termination.Kind
    /// The number.
    public let count: PublicCount
  }

  /// What may be seen of these terminations on a day.
  /// - Parameter target: the name of a target.
  public init(
    of terminations: some Sequence<Termination>, on day: CalendarDate, target: (Identifier<Target>) -> String
  ) {
    var roles: [Termination.Kind: Int] = [:]
    var others = 0
    for termination in terminations where termination.publishedOn != nil && termination.stage != .considering {
      if let line = TerminationLine(public: termination, target: target(termination.target), on: day) {
        lines.append(line)
      } else if termination.stage != .rescinded {
        switch termination.visibility.level {
        case .role: roles[termination.kind, default: 0] += 1
        case .named, .counted: others += 1
        }
      }
    }
    let known = PublicCount.parts(of: roles)
    kinds = known.parts.map { KindCount(kind: $0.part, count: $0.count) }
    otherKinds = known.others
    if known.others == nil {
      // Too few to be called anything: they are part of the rest.
      others += roles.values.filter { PublicCount(of: $0) == nil }.reduce(0, +)
    }
    counted = PublicCount(of: others)
  }
}
