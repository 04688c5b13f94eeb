/// How many have signed, by where their signatures stand.
///
/// Each gross signature is in exactly one of pending, verified, withdrawn and invalidated. Held and claimed ones
/// stand beside these and are in no sum. The number that is published is `verified`.
public struct Tally: Hashable, Sendable {
  /// Not yet verified.
  public var pending = 0
  /// Verified: the number that is published.
  public var verified = 0
  /// Left before the first delivery that would have listed them.
  public var withdrawnBeforeDelivery = 0
  /// Left after a delivery had listed them.
  public var withdrawnAfterDelivery = 0
  /// Taken out by the organizers.
  public var invalidated = 0
  /// Same address as another, other name: waiting for an organizer.
  public var held = 0
  /// Reported by partners without records.
  public var claimed = 0

  /// A tally of nothing.
  public init() {}

  /// All who left.
  public var withdrawn: Int { withdrawnBeforeDelivery + withdrawnAfterDelivery }
  /// All who ever signed and were not held.
  public var gross: Int { pending + verified + withdrawn + invalidated }
  /// Those who stand: pending and verified.
  public var net: Int { pending + verified }

  /// Counts `count` more (or, where negative, fewer) signatures of this state and standing.
  ///
  /// A held signature is in `held` while it waits and in no count once it has left or was taken out.
  public mutating func count(_ state: Signature.State, _ standing: Signature.Standing, _ count: Int = 1) {
    guard standing != .held else {
      if state.isNet { held += count }
      return
    }
    switch state {
    case .pending: pending += count
    case .verified: verified += count
    case .withdrawn: withdrawnBeforeDelivery += count
    case .withdrawnAfterDelivery: withdrawnAfterDelivery += count
    case .invalidated: invalidated += count
    }
  }

  /// The sums of both, figure by figure.
  public static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.pending += right.pending
    sum.verified += right.verified
    sum.withdrawnBeforeDelivery += right.withdrawnBeforeDelivery
    sum.withdrawnAfterDelivery += right.withdrawnAfterDelivery
    sum.invalidated += right.invalidated
    sum.held += right.held
    sum.claimed += right.claimed
    return sum
  }
}

/// A petition's tally with its parts: a total is never shown without them.
public struct PetitionTally: Hashable, Sendable {
  /// The tally of each cohort that has one.
  public var byCohort: [Cohort: Tally]

  /// A tally of these parts.
  public init(byCohort: [Cohort: Tally] = [:]) {
    self.byCohort = byCohort
  }

  /// All cohorts together.
  public var total: Tally {
    byCohort.values.reduce(Tally(), +)
  }

  /// Counts signatures of a cohort; see `Tally.count`.
  public mutating func count(
    _ cohort: Cohort, _ state: Signature.State, _ standing: Signature.Standing, _ count: Int = 1
  ) {
    byCohort[cohort, default: Tally()].count(state, standing, count)
  }
}
