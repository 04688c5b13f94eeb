import Campaigns

extension ConformanceCase {
  private static func signed(
    _ signature: SealedSignature, on day: Int
  ) -> SealedSignature {
    SealedSignature(
      id: signature.id, petition: signature.petition, letter: signature.letter, origin: signature.origin,
      signedOn: CalendarDate(daysSinceEpoch: day), cohort: signature.cohort, state: signature.state,
      standing: signature.standing, tag: signature.tag, nameTag: signature.nameTag, contents: signature.contents)
  }

  static let verifiedByDay = [
    ConformanceCase("verified signatures are counted by the day of signing and by cohort") { repository in
      let ground = try Ground(in: repository)
      let kinds: [(Cohort, Int, Int)] = [
        (.employee, 20_000, 3), (.employee, 20_001, 1), (.alumni, 20_000, 2), (.organization, 0, 1),
        (.supporter, 2_932_896, 1), (.contractor, -719_162, 1),
      ]
      let signatures = kinds.flatMap { cohort, day, count in
        (0..<count).map { _ in signed(ground.signature(cohort: cohort, .verified), on: day) }
      }
      try repository.write { try $0.signatures.add(signatures.sorted { $0.id < $1.id }) }
      var expected: [CalendarDate: [Cohort: Int]] = [:]
      for (cohort, day, count) in kinds {
        expected[CalendarDate(daysSinceEpoch: day), default: [:]][cohort] = count
      }
      try requireEqual(try repository.read { try $0.signatures.verifiedByDay(of: ground.petition.id) }, expected)
    },

    ConformanceCase("only what is verified and not held is counted by day, and what was admitted is") { repository in
      let ground = try Ground(in: repository)
      var signatures: [SealedSignature] = []
      for (number, state) in Signature.State.allCases.enumerated() {
        signatures.append(ground.signature(state))
        signatures.append(
          ground.signature(state, .admitted, tag: try tag(UInt8(number)), nameTag: try tag(UInt8(number))))
        if state != .verified {
          signatures.append(
            ground.signature(state, .held, tag: try tag(UInt8(number)), nameTag: try tag(UInt8(100 + number))))
        }
      }
      try repository.write { try $0.signatures.add(signatures.sorted { $0.id < $1.id }) }
      try requireEqual(
        try repository.read { try $0.signatures.verifiedByDay(of: ground.petition.id) },
        [Ground.day: [.employee: 2]])
    },

    ConformanceCase("the count by day is that of the petition only, and of none where it has nobody") { repository in
      let ground = try Ground(in: repository)
      let other = ground.otherSignature().changed(state: .verified, tag: nil)
      try repository.write { try $0.signatures.add([ground.signature(), other].sorted { $0.id < $1.id }) }
      try repository.read { transaction in
        try requireEqual(try transaction.signatures.verifiedByDay(of: ground.petition.id), [:])
        try requireEqual(
          try transaction.signatures.verifiedByDay(of: ground.otherPetition.id), [Ground.day: [.employee: 1]])
        try requireEqual(try transaction.signatures.verifiedByDay(of: nobody()), [:])
      }
    },

    ConformanceCase("who is verified, withdrawn, moved or erased later is counted by day as it is then") {
      repository in
      let ground = try Ground(in: repository)
      let (first, second) = (ground.signature(), ground.signature(cohort: .alumni, .verified))
      func count() throws -> [CalendarDate: [Cohort: Int]] {
        try repository.read { try $0.signatures.verifiedByDay(of: ground.petition.id) }
      }
      try repository.write { try $0.signatures.add([first, second].sorted { $0.id < $1.id }) }
      try requireEqual(try count(), [Ground.day: [.alumni: 1]])
      let verified = signed(first, on: 20_003).changed(state: .verified, tag: nil)
      try repository.write { try $0.signatures.update([verified]) }
      try requireEqual(
        try count(), [Ground.day: [.alumni: 1], CalendarDate(daysSinceEpoch: 20_003): [.employee: 1]])
      try repository.write { try $0.signatures.update([verified.changed(state: .withdrawn, tag: nil)]) }
      try requireEqual(try count(), [Ground.day: [.alumni: 1]])
      try repository.write { transaction in
        try transaction.signatures.erase(
          leaving: Erasure(
            signature: second.id, petition: second.petition, cohort: .alumni, countedAs: .withdrawn, mark: nil))
      }
      try requireEqual(try count(), [:])
    },

    ConformanceCase("the days and cohorts together are the verified of the tally") { repository in
      let ground = try Ground(in: repository)
      let states = Signature.State.allCases
      let signatures = ground.signatures(60).enumerated().map { number, signature in
        signed(
          signature.changed(
            cohort: Cohort.allCases[number % 5], state: states[number * 7 % states.count], tag: nil),
          on: 20_000 + number % 4)
      }
      try repository.write { try $0.signatures.add(signatures) }
      try repository.read { transaction in
        let counts = try transaction.signatures.verifiedByDay(of: ground.petition.id)
        let tally = try transaction.petitions.tally(of: ground.petition.id)
        for cohort in Cohort.allCases {
          try requireEqual(
            counts.values.reduce(0) { $0 + $1[cohort, default: 0] }, tally.byCohort[cohort]?.verified ?? 0)
        }
        try require(tally.total.verified > 0, "anybody is verified")
      }
    },
  ]

  static let openings = [
    ConformanceCase("the day on which a petition was opened first is kept, also while it is closed") { repository in
      let ground = try Ground(in: repository)
      var petition = Petition(
        id: Identifier(on: Ground.day), slug: try Slug("draft"), campaign: ground.campaign.id,
        target: ground.target.id, title: "Draft", language: try Language("en"), createdOn: Ground.day)
      func found() throws -> Petition? { try repository.read { try $0.petitions.find(petition.slug) } }
      try repository.write { try $0.petitions.add(petition) }
      try requireEqual(try requireSome(try found()).openedOn, nil)
      let day = CalendarDate(daysSinceEpoch: 20_004)
      for next in [.open, .paused, .open, .closed] as [Petition.State] {
        try petition.move(to: next, on: next == .open && petition.openedOn == nil ? day : Ground.day)
        try repository.write { try $0.petitions.update(petition) }
        try requireEqual(try found(), petition)
        try requireEqual(try requireSome(try found()).openedOn, day)
      }
    },

    ConformanceCase("a petition is added with the day on which it was opened, and no other one gets it") {
      repository in
      let ground = try Ground(in: repository)
      let petition = Petition(
        id: Identifier(on: Ground.day), slug: try Slug("opened"), campaign: ground.campaign.id,
        target: ground.target.id, title: "Opened", language: try Language("en"), state: .paused,
        createdOn: Ground.day, openedOn: CalendarDate(daysSinceEpoch: -1))
      try repository.write { transaction in
        try transaction.petitions.add(petition)
        try transaction.petitions.update(petition)
      }
      try requireEqual(
        try repository.read { try $0.petitions.all() }, [ground.otherPetition, ground.petition, petition])
    },
  ]
}
