import Campaigns
import Testing

@Suite("The gate: colleagues who have not signed")
struct HeadcountTests {
  /// So many colleagues who have not signed and are alike.
  private struct Some {
    var count: Int
    var jobTitle: String?
    var team: String?
    var site: String?
    var cohort = Cohort.employee
    var mayHaveSigned = false
  }

  private func headcount(_ groups: [Some]) -> Headcount {
    var headcount = Headcount { $0.lowercased() }
    for group in groups {
      for _ in 0..<group.count {
        headcount.add(
          RosterEntry(
            id: Identifier(on: Sample.day), name: "Colleague", jobTitle: group.jobTitle, team: group.team,
            site: group.site, cohort: group.cohort), mayHaveSigned: group.mayHaveSigned)
      }
    }
    return headcount
  }

  private func roll(
    of signatures: [Signature], since previous: Publication? = nil, _ groups: [Some]
  ) -> PublicRoll {
    PublicRoll(of: collected(signatures), isRevealed: true, since: previous, headcount: headcount(groups))
  }

  private func line(_ jobTitle: String? = nil, _ team: String? = nil, _ site: String? = nil) -> ListLine {
    ListLine(jobTitle: jobTitle, affiliation: team, location: site, cohort: .employee, visibility: .role)
  }

  @Test("five signers of one description have lines if five colleagues have not signed", arguments: [(4, 0), (5, 5)])
  func five(colleagues: Int, lines: Int) {
    let roll = roll(
      of: signers(5, .role, jobTitle: "Baker"),
      [Some(count: colleagues, jobTitle: "baker"), Some(count: 40, jobTitle: "Baker", mayHaveSigned: true)])
    #expect(roll.lines.count == lines)
    #expect(roll.counted == 5 - lines)
  }

  @Test("however many colleagues there are, four signers have no line: a roster only makes the gate stricter")
  func neverLooser() {
    let roll = roll(of: signers(4, .role, jobTitle: "Baker"), [Some(count: 400, jobTitle: "Baker")])
    #expect(roll.lines.isEmpty)
    #expect(roll.counted == 4)
  }

  @Test("a description with too few behind it gives way to the next coarser one, rung by rung")
  func ladder() {
    let five = signers(5, .role, jobTitle: "Baker", team: "Night", location: "Leeds")
    func shown(_ groups: [Some]) -> Set<ListLine> { Set(roll(of: five, groups).lines) }
    let bakers = Some(count: 4, jobTitle: "Baker", team: "Night", site: "Leeds")
    let others = Some(count: 1, jobTitle: "Cook", team: "Night", site: "Leeds")
    let elsewhere = Some(count: 1, jobTitle: "Cook", team: "Day", site: "Leeds")
    let far = Some(count: 1, jobTitle: "Cook", team: "Day", site: "York")
    #expect(
      shown([bakers, Some(count: 1, jobTitle: "Baker", team: "Night", site: "York")]) == [line("Baker", "Night")])
    #expect(shown([bakers, others]) == [line(nil, "Night")])
    #expect(shown([bakers, elsewhere]) == [line(nil, nil, "Leeds")])
    #expect(shown([bakers, far]) == [line()])
    #expect(shown([bakers]) == [])
  }

  @Test("who would stand under a finer description that is shown is no cover for a coarser one")
  func noCover() {
    let engineers = signers(5, .role, jobTitle: "Engineer", team: "Maps")
    let others = (0..<5).map { Sample.signature(jobTitle: "Job \($0)", team: "Maps", .role) }
    // All five who are no engineers have signed: "Maps" would be they, all of them.
    let all = roll(
      of: engineers + others,
      [
        Some(count: 40, jobTitle: "Engineer", team: "Maps"),
        Some(count: 5, jobTitle: "Other", team: "Maps", mayHaveSigned: true),
      ])
    #expect(Set(all.lines) == [line("Engineer", "Maps")])
    #expect(all.counted == 5)
    let some = roll(
      of: engineers + others,
      [Some(count: 40, jobTitle: "Engineer", team: "Maps"), Some(count: 5, jobTitle: "Other", team: "Maps")])
    #expect(Set(some.lines) == [line("Engineer", "Maps"), line(nil, "Maps")])
  }

  @Test("a value that nobody on the roster has is that of nobody; a field that it lacks is not compared")
  func unknown() {
    let five = signers(5, .role, jobTitle: "Baker", team: "Night")
    #expect(Set(roll(of: five, [Some(count: 9, jobTitle: "Backer", team: "Night")]).lines) == [line(nil, "Night")])
    #expect(Set(roll(of: five, [Some(count: 9, team: "Night")]).lines) == [line("Baker", "Night")])
    #expect(roll(of: five, [Some(count: 4, team: "Night")]).lines.isEmpty)
    #expect(Set(roll(of: five, [Some(count: 9)]).lines) == [line("Baker", "Night")])
  }

  @Test("a cohort that is not on the roster is judged by its signers alone")
  func otherCohorts() {
    let five = signers(5, .role, jobTitle: "Baker", cohort: .supporter)
    #expect(roll(of: five, [Some(count: 1, jobTitle: "Baker")]).lines.count == 5)
    let contractors = signers(5, .role, jobTitle: "Baker", cohort: .contractor)
    #expect(roll(of: contractors, [Some(count: 9, jobTitle: "Baker")]).lines.count == 5)
    #expect(roll(of: contractors, [Some(count: 4, jobTitle: "Baker", cohort: .contractor)]).lines.isEmpty)
  }

  @Test("what was shown stays as it is, whatever the roster says by now")
  func stays() {
    let five = signers(6, .role, jobTitle: "Baker")
    let first = roll(of: five, [Some(count: 5, jobTitle: "Baker")])
    for later in [[], [Some(count: 1, jobTitle: "Cook")], [Some(count: 9, jobTitle: "Baker", mayHaveSigned: true)]] {
      let next = roll(of: five, since: first.publication, later)
      #expect(next.publication == first.publication)
      #expect(next.heldBack == 0)
    }
    let without = PublicRoll(of: collected(five), isRevealed: true, since: first.publication)
    #expect(without.publication == first.publication)
  }

  @Test("newcomers join a group only while five colleagues have not signed, else a coarser one that has them")
  func newcomers() {
    let first = roll(
      of: signers(5, .role, jobTitle: "Baker", team: "Night"), [Some(count: 9, jobTitle: "Baker", team: "Night")])
    let ten = signers(10, .role, jobTitle: "Baker", team: "Night")
    func next(_ groups: [Some]) -> PublicRoll { roll(of: ten, since: first.publication, groups) }
    #expect(
      next([Some(count: 5, jobTitle: "Baker", team: "Night")]).lines
        == Array(repeating: line("Baker", "Night"), count: 10))
    let coarser = next([
      Some(count: 4, jobTitle: "Baker", team: "Night"), Some(count: 5, jobTitle: "Cook", team: "Night"),
    ])
    #expect(coarser.lines.count { $0 == line("Baker", "Night") } == 5)
    #expect(coarser.lines.count { $0 == line(nil, "Night") } == 5)
    // Where no description has five behind it, they are in the number, and not held back for ever.
    let counted = next([Some(count: 4, jobTitle: "Baker", team: "Night")])
    #expect(counted.lines.count == 5)
    #expect(counted.counted == 5)
    #expect(counted.heldBack == 0)
  }

  @Test("before a reveal a roster changes nothing")
  func beforeReveal() {
    let signers = signers(6, .role, jobTitle: "Baker")
    let roll = PublicRoll(
      of: collected(signers), isRevealed: false, since: nil,
      headcount: headcount([Some(count: 1, jobTitle: "Baker")]))
    #expect(roll.counted == 6)
  }
}
