import Campaigns
import Testing

@Suite("The gate: who has a line")
struct PublicRollTests {
  @Test("k is 5")
  func k() {
    #expect(PublicRoll.k == 5)
  }

  @Test("only verified signatures that are not held are in the roll", arguments: Signature.State.allCases)
  func onlyVerified(state: Signature.State) {
    for level in Visibility.Level.allCases {
      for standing in Signature.Standing.allCases {
        let isIn = state == .verified && standing != .held
        let roll = roll(of: signers(5, level, state: state, standing: standing))
        #expect(roll.total == (isIn ? 5 : 0))
        #expect(roll.cohorts.map(\.count) == (isIn ? [5] : []))
        #expect(roll.heldBack == 0)
      }
    }
  }

  @Test("lines that look alike stand in an order of chance, so that none says who came first")
  func order() {
    let signers = (0..<40).map { number in
      var signature = Sample.signature()
      signature.signedOn = CalendarDate(daysSinceEpoch: 20_000 + number)
      return signature
    }
    let days = roll(of: signers).lines.map { $0.signedOn ?? .today }
    #expect(days.count == 40)
    #expect(days != days.sorted())
  }

  @Test("a named signer's line has what is not hidden")
  func named() {
    let signer = Sample.signature(
      "Ada Quill", jobTitle: "Baker", team: "Night", affiliation: "Mill Co", location: "Leeds", cohort: .contractor)
    #expect(
      roll(of: [signer]).lines == [
        ListLine(
          fullName: "Ada Quill", jobTitle: "Baker", affiliation: "Night, Mill Co", location: "Leeds",
          cohort: .contractor, visibility: .named, signedOn: Sample.day)
      ])
  }

  @Test("a field that a named signer hides is not shown", arguments: Visibility.Field.allCases)
  func namedHiding(field: Visibility.Field) {
    let signer = Sample.signature(
      "Ada Quill", jobTitle: "Baker", team: "Night", affiliation: "Mill Co", location: "Leeds", hiding: [field])
    var expected = ListLine(
      fullName: "Ada Quill", jobTitle: "Baker", affiliation: "Night, Mill Co", location: "Leeds",
      cohort: .employee, visibility: .named, signedOn: Sample.day)
    switch field {
    case .jobTitle: expected.jobTitle = nil
    case .team: expected.affiliation = "Mill Co"
    case .affiliation: expected.affiliation = "Night"
    case .location: expected.location = nil
    case .day: expected.signedOn = nil
    }
    #expect(roll(of: [signer]).lines == [expected])
  }

  @Test("a counted signer has no line, however many they are")
  func counted() {
    let roll = roll(of: signers(30, .counted, jobTitle: "Baker", team: "Night"))
    #expect(roll.lines.isEmpty)
    #expect(roll.counted == 30)
    #expect(roll.total == 30)
  }

  @Test("role-only signers have lines without a name and without a day")
  func roleOnly() {
    let roll = roll(of: signers(5, .role, jobTitle: "Baker", team: "Night", location: "Leeds"))
    let line = ListLine(jobTitle: "Baker", affiliation: "Night", cohort: .employee, visibility: .role)
    #expect(roll.lines == Array(repeating: line, count: 5))
    #expect(roll.counted == 0)
  }

  @Test(
    "a role-only signer's hidden field is at no rung of the ladder",
    arguments: [
      (Visibility.Field.jobTitle, ListLine(affiliation: "Night, Mill Co", cohort: .employee, visibility: .role)),
      (.team, ListLine(jobTitle: "Baker", affiliation: "Mill Co", cohort: .employee, visibility: .role)),
      (.affiliation, ListLine(jobTitle: "Baker", affiliation: "Night", cohort: .employee, visibility: .role)),
      (
        .location, ListLine(jobTitle: "Baker", affiliation: "Night, Mill Co", cohort: .employee, visibility: .role)
      ),
      (.day, ListLine(jobTitle: "Baker", affiliation: "Night, Mill Co", cohort: .employee, visibility: .role)),
    ])
  func roleHiding(field: Visibility.Field, line: ListLine) {
    let roll = roll(
      of: signers(
        5, .role, jobTitle: "Baker", team: "Night", affiliation: "Mill Co", location: "Leeds", hiding: [field]))
    #expect(roll.lines == Array(repeating: line, count: 5))
  }

  @Test("a hidden site is no rung: who shares nothing else stands under the cohort")
  func hiddenSite() {
    let signers = (0..<5).map {
      Sample.signature(jobTitle: "Job \($0)", location: "Leeds", .role, hiding: [.location])
    }
    #expect(Set(roll(of: signers).lines) == [ListLine(cohort: .employee, visibility: .role)])
  }

  @Test("until the organizers confirm a reveal, everybody is counted")
  func revealThreshold() {
    let signers = signers(9, .named) + signers(6, .role, jobTitle: "Baker")
    let before = PublicRoll(of: collected(signers), isRevealed: false, since: nil)
    #expect(before.lines.isEmpty)
    #expect(before.counted == 15)
    #expect(before.cohorts.map(\.count) == [15])
    let after = PublicRoll(of: collected(signers), isRevealed: true, since: nil)
    #expect(after.lines.count == 15)
    #expect(after.counted == 0)
  }

  @Test("a signer who waits for more verified signatures than the confirmed reveal had is counted")
  func ownThreshold() {
    let patient = Sample.signature("Ada Quill", .named, revealAt: 200)
    let eager = Sample.signature("Bo Lind", .named, revealAt: 20)
    for (revealedAt, lines) in [(0, 0), (19, 0), (20, 1), (199, 1), (200, 2)] {
      var collector = PublicRoll.Collector(revealedAt: revealedAt)
      for signature in [patient, eager] { collector.add(signature) }
      let roll = PublicRoll(of: collector, isRevealed: true, since: nil)
      #expect(roll.lines.count == lines)
      #expect(roll.counted == 2 - lines)
    }
  }
}
