import Campaigns

extension ConformanceCase {
  private static func claim(
    _ count: Int, _ cohort: Cohort = .supporter, evidence: String? = nil, of petition: Identifier<Petition>
  ) -> ClaimedTally {
    ClaimedTally(
      id: Identifier(on: Ground.day), petition: petition, source: "Partner “\(count)”", count: count, cohort: cohort,
      evidence: evidence, claimedOn: Ground.day)
  }

  private static func response(
    _ day: Int, _ summary: String, source: String? = nil, to petition: Identifier<Petition>
  ) -> Response {
    Response(
      id: Identifier(on: Ground.day), petition: petition, respondedOn: CalendarDate(daysSinceEpoch: day),
      summary: summary, source: source)
  }

  static let claims = [
    ConformanceCase("claims come as they were added, in the order of their identifiers, of their petition only") {
      repository in
      let ground = try Ground(in: repository)
      let mine = Cohort.allCases.map { cohort in
        claim(7, cohort, evidence: cohort == .alumni ? "https://partner.example/count" : nil, of: ground.petition.id)
      }
      let other = claim(1, of: ground.otherPetition.id)
      try repository.write { transaction in
        for claim in mine + [other] { try transaction.deliveries.add(claim) }
      }
      try repository.read { transaction in
        try requireEqual(
          try transaction.deliveries.claims(for: ground.petition.id), mine.sorted { $0.id < $1.id })
        try requireEqual(try transaction.deliveries.claims(for: ground.otherPetition.id), [other])
        try requireEqual(try transaction.deliveries.claims(for: nobody()), [])
      }
    },

    ConformanceCase("a claim's identifier is taken once, and a claim needs its petition") { repository in
      let ground = try Ground(in: repository)
      let claim = claim(1, of: ground.petition.id)
      try repository.write { try $0.deliveries.add(claim) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.deliveries.add(claim) }
      try repository.requireRefusedWrite(.notFound) { try $0.deliveries.add(ConformanceCase.claim(1, of: nobody())) }
    },

    ConformanceCase("claims stand in the tally beside the signatures, in each cohort, and in no sum") { repository in
      let ground = try Ground(in: repository)
      try repository.write { transaction in
        try transaction.signatures.add([ground.signature(cohort: .employee, .verified)])
        for (count, cohort) in [(40, Cohort.supporter), (2, .supporter), (5, .employee)] {
          try transaction.deliveries.add(claim(count, cohort, of: ground.petition.id))
        }
        try transaction.deliveries.add(claim(900, of: ground.otherPetition.id))
      }
      let tally = try repository.read { try $0.petitions.tally(of: ground.petition.id) }
      try requireEqual(tally.byCohort[.supporter]?.claimed, 42)
      try requireEqual(tally.byCohort[.employee]?.claimed, 5)
      try requireEqual(tally.total.claimed, 47)
      try requireEqual(tally.total.verified, 1)
      try requireEqual(tally.total.net, 1)
      try requireEqual(tally.total.gross, 1)
    },

    ConformanceCase("a petition that only others report on has a tally of claims alone") { repository in
      let ground = try Ground(in: repository)
      try repository.write { try $0.deliveries.add(claim(3, of: ground.petition.id)) }
      var expected = Tally()
      expected.claimed = 3
      try requireEqual(
        try repository.read { try $0.petitions.tally(of: ground.petition.id) },
        PetitionTally(byCohort: [.supporter: expected]))
    },
  ]

  static let responses = [
    ConformanceCase("responses come by day as they were added, of their petition only") { repository in
      let ground = try Ground(in: repository)
      let mine = [
        response(20_010, "They met us.", to: ground.petition.id),
        response(20_001, "They refused:\nno talks.", source: "https://acme.example/news", to: ground.petition.id),
        response(20_005, "They wait.", to: ground.petition.id),
      ]
      let other = response(20_000, "Nothing yet.", to: ground.otherPetition.id)
      try repository.write { transaction in
        for response in mine + [other] { try transaction.deliveries.add(response) }
      }
      try repository.read { transaction in
        try requireEqual(
          try transaction.deliveries.responses(to: ground.petition.id), [mine[1], mine[2], mine[0]])
        try requireEqual(try transaction.deliveries.responses(to: ground.otherPetition.id), [other])
        try requireEqual(try transaction.deliveries.responses(to: nobody()), [])
      }
    },

    ConformanceCase("a response's identifier is taken once, and a response needs its petition") { repository in
      let ground = try Ground(in: repository)
      let response = response(20_000, "They wait.", to: ground.petition.id)
      try repository.write { try $0.deliveries.add(response) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.deliveries.add(response) }
      try repository.requireRefusedWrite(.notFound) {
        try $0.deliveries.add(ConformanceCase.response(20_000, "None.", to: nobody()))
      }
    },
  ]
}
