import Campaigns

extension ConformanceCase {
  private static func response(
    _ number: Int64, to demand: Identifier<Demand>, _ outcome: DemandResponse.Outcome = .rejected,
    on day: Int = 20_000
  ) -> DemandResponse {
    DemandResponse(
      id: Identifier(rawValue: number), demand: demand, outcome: outcome,
      respondedOn: CalendarDate(daysSinceEpoch: day))
  }

  static let demandResponses = [
    ConformanceCase("a response to a demand comes as it was added, with all or the least it can have") { repository in
      let ground = try ActionGround(in: repository)
      let demand = ground.demands[1].id
      let full = DemandResponse.Outcome.allCases.map { outcome in
        DemandResponse(
          id: Identifier(on: Ground.day), demand: demand, outcome: outcome, respondedOn: Ground.day,
          summary: "“\(outcome.words)”,\nthey said", source: "https://acme.example/\(outcome.rawValue)",
          statement: "town-hall")
      }
      let least = response(7, to: demand)
      try repository.write { transaction in
        for response in full + [least] { try transaction.demands.add(response) }
      }
      try requireEqual(try repository.read { try $0.demands.responses(in: ground.campaign) }, full + [least])
    },

    ConformanceCase("responses to demands come by day and then as they were added, of their campaign only") {
      repository in
      let ground = try ActionGround(in: repository)
      let (one, two) = (ground.demands[0].id, ground.demands[1].id)
      // The identifiers run against the order of adding, and the demands take turns.
      let mine = [
        response(90, to: two, on: 20_005), response(80, to: one, on: 20_003), response(70, to: two, on: 20_005),
        response(60, to: one, on: 20_003), response(50, to: one, on: 20_005),
      ]
      let other = response(85, to: ground.otherDemand.id, on: 20_004)
      try repository.write { transaction in
        for response in mine.prefix(2) + [other] + mine.dropFirst(2) { try transaction.demands.add(response) }
      }
      try repository.read { transaction in
        try requireEqual(
          try transaction.demands.responses(in: ground.campaign), [mine[1], mine[3], mine[0], mine[2], mine[4]])
        try requireEqual(try transaction.demands.responses(in: ground.otherCampaign), [other])
        try requireEqual(try transaction.demands.responses(in: nobody()), [])
      }
    },

    ConformanceCase("a response leaves its demand as it is, and a changed demand leaves its responses") {
      repository in
      let ground = try ActionGround(in: repository)
      let response = response(7, to: ground.demands[0].id, .met)
      try repository.write { try $0.demands.add(response) }
      try requireEqual(try repository.read { try $0.demands.all(of: ground.campaign) }, ground.demands)
      var demand = ground.demands[0]
      demand.take(response)
      try repository.write { try $0.demands.update(demand) }
      try requireEqual(try repository.read { try $0.demands.find(1, of: ground.campaign) }, demand)
      try requireEqual(try repository.read { try $0.demands.responses(in: ground.campaign) }, [response])
    },

    ConformanceCase("a response needs its demand, and its identifier is taken once in whatever campaign") {
      repository in
      let ground = try ActionGround(in: repository)
      try repository.requireRefusedWrite(.notFound) { try $0.demands.add(response(7, to: nobody())) }
      try repository.write { try $0.demands.add(response(7, to: ground.demands[0].id)) }
      for demand in [ground.demands[0], ground.otherDemand] {
        try repository.requireRefusedWrite(.alreadyExists) { try $0.demands.add(response(7, to: demand.id, .met)) }
      }
    },
  ]
}
