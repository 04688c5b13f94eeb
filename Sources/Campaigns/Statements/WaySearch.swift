/// One of the two searches that meet in the middle of a shortest way through a box, as in Myers' algorithm.
///
/// A way leads from the box's start to its end. A step takes in an old element or a new one and costs one; where both
/// are the same they are taken in together, which costs nothing. The search goes as far as it can with one cost after
/// another. The one from the end is the same search in the sequences read backwards.
struct WaySearch {
  private let old: [Int32]
  private let new: [Int32]
  /// How far the search has come on each diagonal, in old elements. The room is used again for every box.
  private var reached: [Int32] = []

  /// The part of both sequences that a search goes through.
  struct Room {
    let oldStart: Int
    let newStart: Int
    let oldCount: Int
    let newCount: Int
  }

  /// A search in these sequences.
  init(_ old: [Int32], _ new: [Int32]) {
    self.old = old
    self.new = new
  }

  /// Makes ready for this room.
  mutating func enter(_ room: Room) {
    let needed = room.oldCount + room.newCount + 3
    if reached.count < needed { reached = Array(repeating: 0, count: needed) }
  }

  /// Goes as far as this cost leads, after all smaller costs.
  /// - Parameters:
  ///   - other: the search from the other end.
  ///   - otherCost: what that one has spent; nil where the two cannot meet now.
  ///   - steps: how many steps are left; below 0 where they ran out.
  /// - Returns: where it meets the other search, as the numbers of elements that it took in.
  mutating func advance(
    _ cost: Int, in room: Room, towards other: WaySearch, _ otherCost: Int?, _ steps: inout Int
  ) -> (old: Int, new: Int)? {
    // Diagonal d holds the places with d more old elements than new ones before them.
    let zero = room.newCount + 1
    let (oldCount, newCount) = (room.oldCount, room.newCount)
    let highest = cost - 2 * max(0, cost - oldCount)
    var diagonal = -cost + 2 * max(0, cost - newCount)
    // This is the innermost loop of every comparison.
    return old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        reached.withUnsafeMutableBufferPointer { reached in
          let old = UnsafeBufferPointer(rebasing: old[room.oldStart..<room.oldStart + oldCount])
          let new = UnsafeBufferPointer(rebasing: new[room.newStart..<room.newStart + newCount])
          while diagonal <= highest {
            let withOld = diagonal == -cost ? 0 : Int(reached[zero + diagonal - 1]) + 1
            let withNew = diagonal == cost ? 0 : Int(reached[zero + diagonal + 1])
            // A neighbour at the room's edge would lead out of it.
            let start = min(max(withOld, withNew), oldCount, newCount + diagonal)
            var place = start
            while place < oldCount, place - diagonal < newCount, old[place] == new[place - diagonal] { place += 1 }
            reached[zero + diagonal] = Int32(truncatingIfNeeded: place)
            let opposite = oldCount - newCount - diagonal
            if let otherCost, abs(opposite) <= otherCost, place + Int(other.reached[zero + opposite]) >= oldCount {
              return (place, place - diagonal)
            }
            steps -= 1 + place - start
            guard steps >= 0 else { return nil }
            diagonal += 2
          }
          return nil
        }
      }
    }
  }
}
