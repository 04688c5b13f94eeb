/// Which elements of two sequences are the same ones, in order.
///
/// It is the longest such selection where that is found with a bounded number of steps: Myers' algorithm, in linear
/// space. Where it is not, stretches that are the only ones of their kind on both sides part the sequences, and each
/// part has its own bound. What then takes too long counts as replaced as a whole: the selection is right, and
/// shorter than it could be. So the time grows with the length of the sequences, whatever is in them.
struct Alignment {
  /// A run of elements that are the same.
  struct Match: Hashable {
    /// Where it begins in the old sequence.
    let old: Int
    /// Where it begins in the new sequence.
    let new: Int
    /// How many elements it has.
    var count: Int
  }

  /// A stretch of the old sequence and the stretch of the new one that it is aligned with.
  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The runs, in order; no two of them touch on both sides.
  var matches: [Match] {
    var matches: [Match] = []
    for (index, partner) in partners.enumerated() where partner >= 0 {
      let new = Int(partner)
      if let last = matches.last, last.old + last.count == index, last.new + last.count == new {
        matches[matches.count - 1].count += 1
      } else {
        matches.append(Match(old: index, new: new, count: 1))
      }
    }
    return matches
  }

  private let old: [Int32]
  private let new: [Int32]
  /// For each old element the new one that it is; -1 where it is none.
  private var partners: [Int32]
  private var fromStart: WaySearch
  private var fromEnd: WaySearch

  /// Aligns the sequences.
  /// - Parameter anchor: how many elements make a stretch that parts long sequences.
  init(_ old: [Int32], _ new: [Int32], anchor: Int) {
    self.old = old
    self.new = new
    partners = Array(repeating: -1, count: old.count)
    fromStart = WaySearch(old, new)
    fromEnd = WaySearch(old.reversed(), new.reversed())
    let whole = trim(Box(old: 0..<old.count, new: 0..<new.count))
    var steps = Alignment.allowance(for: whole)
    align(whole, &steps)
    guard steps < 0 else { return }
    // What was found until then leaves out all that was given up.
    for index in whole.old { partners[index] = -1 }
    var low = (old: whole.old.lowerBound, new: whole.new.lowerBound)
    for place in Anchors.places(of: anchor, in: old, whole.old, and: new, whole.new) {
      // Anchors that follow one another overlap: what the next would add is found in the part after this one.
      guard place.old >= low.old, place.new >= low.new else { continue }
      alignPart(Box(old: low.old..<place.old, new: low.new..<place.new))
      for offset in 0..<anchor { partners[place.old + offset] = Int32(truncatingIfNeeded: place.new + offset) }
      low = (place.old + anchor, place.new + anchor)
    }
    alignPart(Box(old: low.old..<whole.old.upperBound, new: low.new..<whole.new.upperBound))
  }

  private mutating func alignPart(_ part: Box) {
    var steps = Alignment.allowance(for: part)
    align(part, &steps)
  }

  /// How many steps a part may take: all it needs where it is short, else in proportion to its length.
  private static func allowance(for box: Box) -> Int {
    max(1 << 16, 16 * (box.old.count + box.new.count))
  }

  /// Aligns what is in the box. Where the steps run out, it leaves the rest without partners.
  private mutating func align(_ box: Box, _ steps: inout Int) {
    let box = trim(box)
    guard !box.old.isEmpty, !box.new.isEmpty, let split = middle(of: box, &steps) else { return }
    align(Box(old: box.old.lowerBound..<split.old, new: box.new.lowerBound..<split.new), &steps)
    align(Box(old: split.old..<box.old.upperBound, new: split.new..<box.new.upperBound), &steps)
  }

  /// A place that a shortest way through the box passes in its middle; nil where the steps ran out.
  ///
  /// Neither the first nor the last elements in the box are the same: so the place is neither its start nor its end.
  private mutating func middle(of box: Box, _ steps: inout Int) -> (old: Int, new: Int)? {
    let (oldCount, newCount) = (box.old.count, box.new.count)
    let room = WaySearch.Room(
      oldStart: box.old.lowerBound, newStart: box.new.lowerBound, oldCount: oldCount, newCount: newCount)
    let mirrored = WaySearch.Room(
      oldStart: old.count - box.old.upperBound, newStart: new.count - box.new.upperBound, oldCount: oldCount,
      newCount: newCount)
    fromStart.enter(room)
    fromEnd.enter(mirrored)
    // Where the lengths differ by an odd number, so does what the two have spent when they meet.
    let isOdd = (oldCount - newCount) & 1 == 1
    for cost in 0...(oldCount + newCount + 1) / 2 {
      if let met = fromStart.advance(cost, in: room, towards: fromEnd, isOdd ? cost - 1 : nil, &steps) {
        return (box.old.lowerBound + met.old, box.new.lowerBound + met.new)
      }
      guard steps >= 0 else { return nil }
      if let met = fromEnd.advance(cost, in: mirrored, towards: fromStart, isOdd ? nil : cost, &steps) {
        return (box.old.upperBound - met.old, box.new.upperBound - met.new)
      }
      guard steps >= 0 else { return nil }
    }
    return nil
  }

  /// Pairs what is the same at the start and at the end of the box.
  /// - Returns: what lies between.
  private mutating func trim(_ box: Box) -> Box {
    var (oldLow, oldHigh) = (box.old.lowerBound, box.old.upperBound)
    var (newLow, newHigh) = (box.new.lowerBound, box.new.upperBound)
    while oldLow < oldHigh, newLow < newHigh, old[oldLow] == new[newLow] {
      partners[oldLow] = Int32(truncatingIfNeeded: newLow)
      oldLow += 1
      newLow += 1
    }
    while oldLow < oldHigh, newLow < newHigh, old[oldHigh - 1] == new[newHigh - 1] {
      oldHigh -= 1
      newHigh -= 1
      partners[oldHigh] = Int32(truncatingIfNeeded: newHigh)
    }
    return Box(old: oldLow..<oldHigh, new: newLow..<newHigh)
  }
}
