import Campaigns
import Testing

@Suite("The gate: the ladder of descriptions")
struct PublicRollLadderTests {
  /// Four of a kind at each rung, then the fifth.
  private static let rungs: [(signer: @Sendable (Int) -> Signature, line: ListLine)] = [
    (
      { _ in Sample.signature(jobTitle: "Baker", team: "Night", location: "Leeds", .role) },
      ListLine(jobTitle: "Baker", affiliation: "Night", cohort: .employee, visibility: .role)
    ),
    (
      { Sample.signature(jobTitle: "Job \($0)", team: "Night", location: "Site \($0)", .role) },
      ListLine(affiliation: "Night", cohort: .employee, visibility: .role)
    ),
    (
      { Sample.signature(jobTitle: "Job \($0)", team: "Team \($0)", location: "Leeds", .role) },
      ListLine(location: "Leeds", cohort: .employee, visibility: .role)
    ),
    (
      { Sample.signature(jobTitle: "Job \($0)", team: "Team \($0)", location: "Site \($0)", .role) },
      ListLine(cohort: .employee, visibility: .role)
    ),
  ]

  @Test("at each rung five share the description that is shown, and four are counted", arguments: 0..<4)
  func rung(number: Int) {
    let (signer, line) = PublicRollLadderTests.rungs[number]
    let four = roll(of: (0..<4).map(signer))
    #expect(four.lines.isEmpty)
    #expect(four.counted == 4)
    let five = roll(of: (0..<5).map(signer))
    #expect(five.lines == Array(repeating: line, count: 5))
    #expect(five.counted == 0)
  }

  @Test("who shares a description with fewer than four others stands under the next coarser one")
  func coarser() {
    let signers =
      signers(5, .role, jobTitle: "Baker", team: "Night") + signers(3, .role, jobTitle: "Miller", team: "Night")
      + signers(2, .role, jobTitle: "Carter", team: "Night")
    let roll = roll(of: signers)
    #expect(roll.lines.count { $0.jobTitle == "Baker" && $0.affiliation == "Night" } == 5)
    #expect(roll.lines.count { $0.jobTitle == nil && $0.affiliation == "Night" } == 5)
    #expect(roll.counted == 0)
  }

  @Test("who has found a group does not help the rest over the limit: the difference would describe them")
  func residual() {
    let signers =
      signers(9, .role, jobTitle: "Baker", team: "Night") + signers(1, .role, jobTitle: "Miller", team: "Night")
    let roll = roll(of: signers)
    #expect(roll.lines.count == 9)
    #expect(roll.counted == 1)
  }

  @Test("named and counted signers do not help role-only ones over the limit")
  func otherLevels() {
    let signers =
      signers(4, .role, jobTitle: "Baker") + signers(9, .named, jobTitle: "Baker")
      + signers(9, .counted, jobTitle: "Baker")
    let roll = roll(of: signers)
    #expect(roll.lines.count == 9)
    #expect(roll.lines.allSatisfy { $0.visibility == .named })
    #expect(roll.counted == 13)
  }

  @Test("a description is shared within a cohort only")
  func cohortsApart() {
    let signers =
      signers(4, .role, jobTitle: "Baker") + signers(4, .role, jobTitle: "Baker", cohort: .contractor)
    #expect(roll(of: signers).lines.isEmpty)
    #expect(roll(of: signers).counted == 8)
  }

  @Test("who says nothing of their work stands under the site, else under the cohort")
  func nothingSaid() {
    let roll = roll(of: signers(5, .role, location: "Leeds") + signers(5, .role))
    #expect(
      Set(roll.lines) == [
        ListLine(location: "Leeds", cohort: .employee, visibility: .role),
        ListLine(cohort: .employee, visibility: .role),
      ])
    #expect(roll.lines.count == 10)
  }

  @Test("who hides the team is not described by it")
  func hiddenTeam() {
    let signers =
      signers(4, .role, jobTitle: "Baker", team: "Night")
      + signers(1, .role, jobTitle: "Baker", team: "Night", hiding: [.team])
    let roll = roll(of: signers)
    #expect(Set(roll.lines) == [ListLine(cohort: .employee, visibility: .role)])
    #expect(roll.lines.count == 5)
  }
}
