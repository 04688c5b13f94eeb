import Campaigns
import Testing

@Suite("Tallies")
struct TallyTests {
  @Test(
    "each state and standing is counted in exactly one place, or in none once a held one is gone",
    arguments: Signature.State.allCases, Signature.Standing.allCases)
  func onePlace(state: Signature.State, standing: Signature.Standing) {
    var tally = Tally()
    tally.count(state, standing)
    var expected = Tally()
    switch (standing, state) {
    case (.held, .pending), (.held, .verified): expected.held = 1
    case (.held, _): break
    case (_, .pending): expected.pending = 1
    case (_, .verified): expected.verified = 1
    case (_, .withdrawn): expected.withdrawnBeforeDelivery = 1
    case (_, .withdrawnAfterDelivery): expected.withdrawnAfterDelivery = 1
    case (_, .invalidated): expected.invalidated = 1
    }
    #expect(tally == expected)
    tally.count(state, standing, -1)
    #expect(tally == Tally())
  }

  @Test("gross and net are the sums that the design names; held and claimed stand beside")
  func sums() {
    var tally = Tally()
    tally.pending = 1
    tally.verified = 20
    tally.withdrawnBeforeDelivery = 300
    tally.withdrawnAfterDelivery = 4_000
    tally.invalidated = 50_000
    tally.held = 600_000
    tally.claimed = 7_000_000
    #expect(tally.net == 21)
    #expect(tally.withdrawn == 4_300)
    #expect(tally.gross == 54_321)
    let double = tally + tally
    #expect(double.gross == 108_642)
    #expect(double.net == 42)
    #expect(double.held == 1_200_000)
    #expect(double.claimed == 14_000_000)
  }

  @Test("a total is the sum of its cohorts")
  func parts() {
    var tally = PetitionTally()
    tally.count(.employee, .verified, .sole, 3)
    tally.count(.employee, .pending, .admitted)
    tally.count(.alumni, .withdrawn, .sole, 2)
    tally.count(.supporter, .pending, .held)
    #expect(tally.byCohort[.employee]?.net == 4)
    #expect(tally.byCohort[.alumni]?.withdrawnBeforeDelivery == 2)
    #expect(tally.byCohort[.contractor] == nil)
    #expect(tally.total.gross == 6)
    #expect(tally.total.held == 1)
  }

  @Test("after any life of any signers every gross one is in exactly one part", arguments: 0..<20)
  func property(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var signers = (0..<60).map { number in
      Sample.signature(state: .pending, standing: number % 4 == 0 ? .held : .sole)
    }
    var kept = Tally()
    for signer in signers { kept.count(signer.state, signer.standing) }
    for _ in 0..<400 {
      let place = Int.random(in: signers.indices, using: &random)
      let before = signers[place]
      try TallyTests.live(&signers[place], &random)
      kept.count(before.state, before.standing, -1)
      kept.count(signers[place].state, signers[place].standing)
      try #require(kept.gross == signers.count { $0.standing != .held })
      try #require(kept.held == signers.count { $0.standing == .held && $0.state.isNet })
      try #require(kept.net == signers.count { $0.standing != .held && $0.state.isNet })
      try #require(kept.gross == kept.pending + kept.verified + kept.withdrawn + kept.invalidated)
    }
    #expect(kept.verified == signers.count { $0.state == .verified })
  }

  /// Lets one signer do one thing that is allowed now.
  private static func live(_ signer: inout Signature, _ random: inout SeededRandom) throws {
    guard signer.state.isNet else {
      return try signer.signAgain(
        Sample.letter, on: Sample.day, as: signer.signatory, cohort: signer.cohort, visibility: signer.visibility)
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: try signer.verify(Verification(method: .known, on: Sample.day))
    case 1: try signer.withdraw(afterDelivery: false)
    case 2: try signer.withdraw(afterDelivery: true)
    default: try signer.invalidate(because: "a test entry")
    }
  }
}
