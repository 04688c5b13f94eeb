/// How many addresses stand in more than one list: the lists of one run, and those that came before it.
///
/// Each address counts once for each two lists in which it stands, however often either holds it. Lists of the run
/// are numbered from 0 in the order in which they are read, earlier ones from 0 in an order of their own.
public struct ListOverlaps: Sendable {
  /// Most lists of one run.
  public static let mostLists = 64

  private struct Places {
    /// A bit for each list of the run.
    var lists: UInt64 = 0
    /// The earlier list that brought the standing signature; -1 where none did.
    var earlier: Int32 = -1
  }

  private let listCount: Int
  private var places: [BlindTag: Places] = [:]

  /// Two lists with addresses in common.
  public struct Pair: Hashable, Sendable {
    /// The number of a list of the run.
    public let list: Int
    /// The other list.
    public let other: Other
    /// How many addresses stand in both.
    public let count: Int

    /// What a list is compared with.
    public enum Other: Hashable, Sendable {
      /// A list of the same run, read later than the one.
      case list(Int)
      /// A list that came before the run.
      case earlier(Int)
    }
  }

  /// Overlaps of a run of this many lists, at most `mostLists`.
  public init(of listCount: Int) {
    self.listCount = min(listCount, ListOverlaps.mostLists)
  }

  /// Enters an address that stood before the run, with the earlier list that brought it.
  public mutating func enter(_ address: BlindTag, earlier list: Int) {
    places[address, default: Places()].earlier = Int32(list)
  }

  /// Notes that the list of this number holds the address.
  ///
  /// A run of one list keeps nothing of addresses that did not stand before it.
  /// - Returns: whether the same list has held an address before that stood already; nil where nothing is known of
  ///   it.
  @discardableResult
  public mutating func note(_ address: BlindTag, in list: Int) -> Bool? {
    guard list < listCount else { return nil }
    let bit: UInt64 = 1 << UInt64(list)
    if listCount == 1 {
      guard let index = places.index(forKey: address) else { return nil }
      let before = places.values[index].lists & bit != 0
      places.values[index].lists |= bit
      return before
    }
    let before = places[address, default: Places()].lists & bit != 0
    if !before { places[address, default: Places()].lists |= bit }
    return before
  }

  /// Every two lists that have an address in common, by the first list, earlier ones after those of the run.
  public var pairs: [Pair] {
    var together = [[Int]](repeating: [Int](repeating: 0, count: listCount), count: listCount)
    var earlier: [[Int: Int]] = Array(repeating: [:], count: listCount)
    for place in places.values {
      var rest = place.lists
      while rest != 0 {
        let list = rest.trailingZeroBitCount
        rest &= rest - 1
        if place.earlier >= 0 { earlier[list][Int(place.earlier), default: 0] += 1 }
        var others = rest
        while others != 0 {
          together[list][others.trailingZeroBitCount] += 1
          others &= others - 1
        }
      }
    }
    return (0..<listCount).flatMap { list in
      (0..<listCount).filter { together[list][$0] > 0 }
        .map { Pair(list: list, other: .list($0), count: together[list][$0]) }
        + earlier[list].sorted { $0.key < $1.key }
        .map { Pair(list: list, other: .earlier($0.key), count: $0.value) }
    }
  }
}
