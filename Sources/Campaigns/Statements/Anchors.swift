/// Stretches that part long sequences: each is the only one of its kind on both sides.
enum Anchors {
  /// Where an anchor begins on each side.
  struct Place: Hashable {
    let old: Int
    let new: Int
  }

  /// The most anchors of `length` elements, at most four, that are in the same order on both sides, in that order.
  static func places(
    of length: Int, in old: [Int32], _ oldRange: Range<Int>, and new: [Int32], _ newRange: Range<Int>
  ) -> [Place] {
    longestRise(in: common(length, in: old, oldRange, and: new, newRange))
  }

  /// The stretches that stand once in each sequence, by their place in the old one.
  private static func common(
    _ length: Int, in old: [Int32], _ oldRange: Range<Int>, and new: [Int32], _ newRange: Range<Int>
  ) -> [Place] {
    guard oldRange.count >= length, newRange.count >= length else { return [] }
    var found: [Stretch: (old: Int, new: Int)] = [:]
    found.reserveCapacity(oldRange.count)
    for start in oldRange.lowerBound...oldRange.upperBound - length {
      let stretch = Stretch(old[start..<start + length])
      found[stretch] = (found[stretch] == nil ? start : several, none)
    }
    for start in newRange.lowerBound...newRange.upperBound - length {
      let stretch = Stretch(new[start..<start + length])
      if let known = found[stretch] { found[stretch] = (known.old, known.new == none ? start : several) }
    }
    return found.values.filter { $0.old >= 0 && $0.new >= 0 }.map { Place(old: $0.old, new: $0.new) }
      .sorted { $0.old < $1.old }
  }

  /// Up to four elements in two numbers, so that looking one up needs no array.
  private struct Stretch: Hashable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    init(_ elements: ArraySlice<Int32>) {
      for element in elements {
        first = first << 32 | second >> 32
        second = second << 32 | UInt64(UInt32(bitPattern: element))
      }
    }
  }

  private static let none = -1
  private static let several = -2

  /// The most places that rise on the new side too.
  private static func longestRise(in places: [Place]) -> [Place] {
    // For each length, the place that ends a rise of that length lowest; for each place, the one before it.
    var ends: [Int] = []
    var before: [Int] = []
    before.reserveCapacity(places.count)
    for (index, place) in places.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if places[ends[middle]].new < place.new { low = middle + 1 } else { high = middle }
      }
      before.append(low == 0 ? none : ends[low - 1])
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var rise: [Place] = []
    var index = ends.last ?? none
    while index >= 0 {
      rise.append(places[index])
      index = before[index]
    }
    return rise.reversed()
  }
}
