/// How many slips of the hand turn one text into another.
enum EditDistance {
  /// The fewest insertions, deletions, replacements and swaps of neighbours that turn one into the other, where
  /// they are at most `limit`; nil where it takes more.
  static func between(_ left: String, _ right: String, atMost limit: Int) -> Int? {
    var (left, right) = (left, right)
    return left.withUTF8 { left in right.withUTF8 { between(left, $0, atMost: limit) } }
  }

  private static func between(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, atMost limit: Int
  ) -> Int? {
    // What both begin and end with takes nothing.
    var start = 0
    let shorter = min(left.count, right.count)
    while start < shorter, left[start] == right[start] { start += 1 }
    var (leftEnd, rightEnd) = (left.count, right.count)
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    let (rows, columns) = (leftEnd - start, rightEnd - start)
    guard abs(rows - columns) <= limit else { return nil }
    if rows == 0 || columns == 0 { return max(rows, columns) }
    // One slip leaves at most two characters that differ, and two slips apart in a long text leave much between them.
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * (columns + 1)) { room -> Int? in
      var (beforeLast, last, current) = (0, columns + 1, 2 * (columns + 1))
      for column in 0...columns { room[last + column] = column }
      for row in 0..<rows {
        room[current] = row + 1
        var least = row + 1
        for column in 0..<columns {
          let (one, other) = (left[start + row], right[start + column])
          var best = min(room[last + column] + (one == other ? 0 : 1), room[last + column + 1] + 1)
          best = min(best, room[current + column] + 1)
          if row > 0, column > 0, one == right[start + column - 1], left[start + row - 1] == other {
            best = min(best, room[beforeLast + column - 1] + 1)
          }
          room[current + column + 1] = best
          least = min(least, best)
        }
        // A swap reaches one row further back, and costs one.
        if least > limit { return nil }
        (beforeLast, last, current) = (last, current, beforeLast)
      }
      let distance = room[last + columns]
      return distance <= limit ? distance : nil
    }
  }
}
