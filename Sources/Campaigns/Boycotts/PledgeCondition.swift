/// The condition that people put on a pledge: it binds them if at least so many others are bound.
///
/// The number of others is the pledge's threshold; a threshold of 0 binds in any case. Of all sets of pledges in
/// which each has the others that it asks for, the one that counts is the largest, of which each of them is a part:
/// who said "if 99 others join" is bound once 100 people have said so.
public enum PledgeCondition {
  /// Which pledges bind: all those up to a threshold.
  public struct Binding: Hashable, Sendable {
    /// How many of the pledges bind, those that were binding already not among them.
    public let count: Int
    /// The highest threshold that is met, which is how many others each bound person has beside them; nil where
    /// none of the pledges binds.
    public let cutoff: Int?

    /// Whether a pledge with this threshold binds; the pledge is one of those that were asked about.
    public func binds(_ threshold: Int) -> Bool {
      cutoff.map { threshold <= $0 } ?? false
    }
  }

  /// The largest set of pledges in which each has the others that it asks for.
  ///
  /// A further pledge never frees anyone: the set of before still has all it asks for.
  /// - Parameters:
  ///   - thresholds: The threshold of each verified pledge, in any order; a negative one counts as 0.
  ///   - alreadyBinding: How many pledges besides these bind for good, whatever they asked for.
  public static func binding(thresholds: [Int], alreadyBinding: Int = 0) -> Binding {
    let total = thresholds.count
    let already = min(max(alreadyBinding, 0), Int.max - total)
    // How many pledges ask for so many others out of this list. Nobody finds as many others as there are pledges.
    var asking = [Int](repeating: 0, count: total)
    for threshold in thresholds {
      let others = max(threshold, 0) - already
      if others < total { asking[max(others, 0)] += 1 }
    }
    var count = 0
    var reached = 0
    for others in 0..<total {
      reached += asking[others]
      // So many people are each other's others, and at least so many are content with them.
      if reached > others { count = others + 1 }
    }
    return Binding(count: count, cutoff: count == 0 ? nil : already + count - 1)
  }
}
