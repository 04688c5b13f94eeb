import Campaigns
import Testing

@Suite("The gate: numbers of the cohorts")
struct PublicRollCohortTests {
  private func cohorts(_ sizes: KeyValuePairs<Cohort, Int>) -> [String] {
    let signatures = sizes.flatMap { cohort, size in signers(size, .named, cohort: cohort) }
    return roll(of: signatures).cohorts.map { part in
      part.cohorts.map(\.rawValue).joined(separator: "+") + "=\(part.count)"
    }
  }

  @Test("cohorts of five or more stand alone, in the order of the reports")
  func alone() {
    #expect(cohorts([.supporter: 9, .employee: 5, .alumni: 7]) == ["employee=5", "alumni=7", "supporter=9"])
  }

  @Test("cohorts under five stand together")
  func merge() {
    #expect(cohorts([.employee: 50, .contractor: 3, .alumni: 2]) == ["employee=50", "contractor+alumni=5"])
  }

  @Test("where all small ones together are under five, they take in the smallest other")
  func takesIn() {
    #expect(cohorts([.employee: 50, .contractor: 2, .alumni: 6]) == ["employee=50", "contractor+alumni=8"])
    #expect(cohorts([.employee: 50, .contractor: 2]) == ["employee+contractor=52"])
  }

  @Test("a cohort that is alone is the total and stands as it is")
  func only() {
    #expect(cohorts([.employee: 3]) == ["employee=3"])
    #expect(cohorts([:]) == [])
  }

  @Test(
    "each of the cohorts' numbers is of five at least wherever the total is, and none is lost", arguments: 0..<200)
  func property(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var signatures: [Signature] = []
    for cohort in Cohort.allCases {
      let size = Int.random(in: 0...8, using: &random)
      signatures += signers(size, Bool.random(using: &random) ? .named : .counted, cohort: cohort)
    }
    let roll = roll(of: signatures)
    #expect(roll.cohorts.map(\.count).reduce(0, +) == roll.total)
    let told = roll.cohorts.filter { !$0.cohorts.isEmpty }
    #expect(told.map(\.count).reduce(0, +) < 5 || told.allSatisfy { $0.count >= 5 })
    let named = roll.cohorts.flatMap(\.cohorts)
    #expect(Set(named).count == named.count)
    #expect(Set(named).isSubset(of: Set(signatures.map(\.cohort))))
    // Whose cohort would follow from subtracting the names is in the last part, which names none.
    let hidden = Dictionary(grouping: signatures.filter { $0.visibility.level == .counted }, by: \.cohort)
      .values.map(\.count).filter { $0 < 5 }.reduce(0, +)
    #expect(roll.cohorts.first { $0.cohorts.isEmpty }?.count ?? 0 == (hidden < 5 ? hidden : 0))
  }
}
