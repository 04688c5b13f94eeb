import Testing

@testable import Campaigns

/// What a chart of days may show: in steps of k, never a day on which fewer than k came.
struct PublicDaysTests {
  private func day(_ number: Int) -> CalendarDate { CalendarDate(daysSinceEpoch: 17_000 + number) }

  private func points(_ counts: [Int: Int]) -> [[Int]] {
    PublicDays(of: Dictionary(uniqueKeysWithValues: counts.map { (day($0), $1) })).points
      .map { [$0.day.daysSinceEpoch - 17_000, $0.count.atLeast] }
  }

  @Test func `nothing is shown of fewer than five`() {
    #expect(points([:]) == [])
    #expect(points([1: 4]) == [])
    #expect(points([1: 2, 5: 2]) == [])
    #expect(points([1: 5]) == [[1, 5]])
  }

  @Test func `days with too few are merged into the next`() {
    #expect(points([1: 2, 2: 2, 3: 2]) == [[3, 5]])
    #expect(points([1: 7, 2: 4, 3: 1]) == [[1, 5], [3, 10]])
  }

  @Test func `one newcomer shows no step, even where the sum would reach it`() {
    // 9 and 1 are 10, but the second day has one person.
    #expect(points([1: 9, 2: 1]) == [[1, 5]])
    #expect(points([1: 9, 2: 1, 3: 4]) == [[1, 5], [3, 10]])
  }

  @Test func `cohorts are told together`() {
    let days = PublicDays(of: [day(1): [.employee: 3, .supporter: 3], day(2): [.alumni: 5]])
    #expect(days.points.map(\.count.atLeast) == [5, 10])
  }

  @Test func `whatever the days, two points differ by five or more in number and in people`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var counts: [Int: Int] = [:]
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        counts[Int.random(in: 0...60, using: &generator)] = Int.random(in: 0...11, using: &generator)
      }
      let points = points(counts)
      var (lastDay, lastNumber) = (-1, 0)
      for point in points {
        #expect(point[0] > lastDay, "\(counts)")
        #expect(point[1] - lastNumber >= PublicRoll.k, "\(counts)")
        #expect(point[1] % PublicRoll.k == 0, "\(counts)")
        let since = counts.filter { $0.key > lastDay && $0.key <= point[0] }.values.reduce(0, +)
        #expect(since >= PublicRoll.k, "\(counts)")
        let until = counts.filter { $0.key <= point[0] }.values.reduce(0, +)
        #expect(point[1] <= until && until < point[1] + PublicRoll.k, "\(counts)")
        (lastDay, lastNumber) = (point[0], point[1])
      }
      // Fewer than k are left for another day.
      #expect(counts.filter { $0.key > lastDay }.values.reduce(0, +) < PublicRoll.k, "\(counts)")
    }
  }

  @Test func `any one person more or less moves no point by a single person`() {
    for count in 0..<60 {
      let (less, more) = (points([1: 12, 2: count]), points([1: 12, 2: count + 1]))
      for (left, right) in zip(less, more) { #expect(abs(left[1] - right[1]) % PublicRoll.k == 0) }
    }
  }

  @Test func `thinning leaves out points and makes none`() {
    let all = PublicDays(of: Dictionary(uniqueKeysWithValues: (0..<500).map { (day($0), 7) }))
    let thin = all.thinned(to: 60)
    #expect(thin.points.count == 60)
    #expect(thin.points.first == all.points.first)
    #expect(thin.points.last == all.points.last)
    #expect(Set(thin.points).isSubset(of: Set(all.points)))
    #expect(all.thinned(to: 500) == all)
  }
}
