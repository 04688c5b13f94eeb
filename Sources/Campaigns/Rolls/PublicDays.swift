/// The gate: what the public may see of how many had signed by which day, and nothing beyond it.
///
/// Rules:
/// - A point is a day of signing with how many verified signatures at least there were by its end, in the steps of
///   `PublicCount`. So two points differ by `PublicRoll.k` or more, and the numbers only grow.
/// - A day is a point only where, with the days before it since the last point, `PublicRoll.k` people or more came:
///   fewer are merged into the next day on which they are enough, and wait where there is none yet.
/// - No point tells a cohort: days and cohorts together would describe people too finely.
///
/// A reveal threshold hides who signed, not how many did: the points stand before a reveal too, as the count does.
public struct PublicDays: Hashable, Sendable {
  /// The points, by day.
  public let points: [Point]

  /// How many there were at least by the end of a day.
  public struct Point: Hashable, Sendable {
    /// The day.
    public let day: CalendarDate
    /// The number.
    public let count: PublicCount
  }

  /// What may be seen of these verified signatures by day of signing.
  public init(of counts: [CalendarDate: Int]) {
    var points: [Point] = []
    var sum = 0
    var sumAtLast = 0
    for (day, count) in counts.sorted(by: { $0.key < $1.key }) where count > 0 {
      sum += count
      guard sum - sumAtLast >= PublicRoll.k, let known = PublicCount(of: sum) else { continue }
      // Whoever came since the last point are at least k, so the step is a new one.
      points.append(Point(day: day, count: known))
      sumAtLast = sum
    }
    self.points = points
  }

  /// The same of cohorts that are told together.
  public init(of counts: [CalendarDate: [Cohort: Int]]) {
    self.init(of: counts.mapValues { $0.values.reduce(0, +) })
  }

  private init(points: [Point]) {
    self.points = points
  }

  /// At most so many of the points, at even distances, the first and the last among them.
  public func thinned(to most: Int) -> PublicDays {
    guard points.count > most, most > 1 else { return self }
    return PublicDays(points: (0..<most).map { points[$0 * (points.count - 1) / (most - 1)] })
  }
}
