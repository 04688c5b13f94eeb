/// What the public may know of incidents: how many there are of which kind, from `PublicRoll.k` on and in steps of it.
public struct PublicIncidents: Hashable, Sendable {
  /// How many there are in all; nil where they are too few.
  public let total: PublicCount?
  /// How many there are of each kind that has enough.
  public let kinds: [(kind: Incident.Kind, count: PublicCount)]

  /// What may be known of these incidents.
  ///
  /// What is not of a kind with enough is not told apart: it is somewhere in the total.
  public init(of incidents: [Incident]) {
    var counts: [Incident.Kind: Int] = [:]
    for incident in incidents { counts[incident.kind, default: 0] += 1 }
    total = PublicCount(of: incidents.count)
    kinds = PublicCount.parts(of: counts).parts.map { ($0.part, $0.count) }
  }

  /// Whether both tell the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.total == right.total && left.kinds.elementsEqual(right.kinds) { $0 == $1 }
  }

  /// Feeds what is told into the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(total)
    for (kind, count) in kinds {
      hasher.combine(kind)
      hasher.combine(count)
    }
  }
}
