import Campaigns

extension ConformanceCase {
  private static func demand(
    _ number: Int, _ ground: Ground, campaign: Identifier<Campaign>? = nil, target: Identifier<Target>? = nil
  ) -> Demand {
    Demand(
      id: Identifier(on: Ground.day), campaign: campaign ?? ground.campaign.id, target: target ?? ground.target.id,
      number: number, text: "Demand \(number)")
  }

  static let demands = [
    ConformanceCase("a demand is found by its number within its campaign") { repository in
      let ground = try Ground(in: repository)
      let demand = demand(3, ground)
      try repository.write { try $0.demands.add(demand) }
      try repository.read { transaction in
        try requireEqual(try transaction.demands.find(3, of: ground.campaign.id), demand)
        try requireEqual(try transaction.demands.find(4, of: ground.campaign.id), nil)
        try requireEqual(try transaction.demands.find(3, of: nobody()), nil)
        try requireEqual(try transaction.demands.all(of: nobody()), [])
      }
    },

    ConformanceCase("demands come by number, of their campaign only") { repository in
      let ground = try Ground(in: repository)
      let other = Campaign(
        id: Identifier(on: Ground.day), slug: try Slug("other"), title: "Other", createdOn: Ground.day)
      let demands = [10, 2, 1].map { demand($0, ground) }
      try repository.write { transaction in
        try transaction.campaigns.add(other)
        for demand in demands { try transaction.demands.add(demand) }
        try transaction.demands.add(demand(1, ground, campaign: other.id))
      }
      try requireEqual(try repository.read { try $0.demands.all(of: ground.campaign.id) }, demands.reversed())
    },

    ConformanceCase("a demand's number is given once in a campaign") { repository in
      let ground = try Ground(in: repository)
      try repository.write { try $0.demands.add(demand(1, ground)) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.demands.add(demand(1, ground)) }
    },

    ConformanceCase("a demand needs its campaign and its target") { repository in
      let ground = try Ground(in: repository)
      try repository.requireRefusedWrite(.notFound) { try $0.demands.add(demand(1, ground, campaign: nobody())) }
      try repository.requireRefusedWrite(.notFound) { try $0.demands.add(demand(1, ground, target: nobody())) }
    },

    ConformanceCase("a demand is answered in every way, and its answer can be taken back") { repository in
      let ground = try Ground(in: repository)
      var demand = demand(1, ground)
      try repository.write { try $0.demands.add(demand) }
      for state in Demand.State.allCases {
        demand.state = state
        demand.answeredOn = state == .open ? nil : Ground.day
        demand.source = state == .open ? nil : "https://acme.example/\(state.rawValue)"
        demand.text = "As of \(state.rawValue)"
        try repository.write { try $0.demands.update(demand) }
        try requireEqual(try repository.read { try $0.demands.find(1, of: ground.campaign.id) }, demand)
      }
    },

    ConformanceCase("a demand that is not there cannot be changed") { repository in
      let ground = try Ground(in: repository)
      try repository.requireRefusedWrite(.notFound) { try $0.demands.update(demand(1, ground)) }
    },
  ]
}
