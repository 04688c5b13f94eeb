/// A number of people without names as the public may know it: nothing below `PublicRoll.k`, and from there in steps of
/// it, so that nobody is told by one more or one less.
public struct PublicCount: Hashable, Sendable {
  /// There are at least so many.
  public let atLeast: Int

  /// What may be known of a count; nil where it is too small.
  public init?(of count: Int) {
    guard count >= PublicRoll.k else { return nil }
    atLeast = count / PublicRoll.k * PublicRoll.k
  }

  /// What may be known of each part; parts that are too small stand together, where they are enough together.
  public static func parts<Part: Hashable & Comparable>(
    of counts: [Part: Int]
  ) -> (parts: [(part: Part, count: PublicCount)], others: PublicCount?) {
    var parts: [(part: Part, count: PublicCount)] = []
    var rest = 0
    for (part, count) in counts.sorted(by: { $0.key < $1.key }) {
      if let known = PublicCount(of: count) {
        parts.append((part, known))
      } else {
        rest += count
      }
    }
    return (parts, PublicCount(of: rest))
  }
}
