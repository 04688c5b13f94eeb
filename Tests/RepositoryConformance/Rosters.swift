import Campaigns

extension ConformanceCase {
  private static func entry(
    _ campaign: Identifier<Campaign>, _ number: UInt8, id: Identifier<RosterEntry> = Identifier(on: Ground.day),
    contents: [UInt8] = [1, 2, 3]
  ) throws -> SealedRosterEntry {
    SealedRosterEntry(id: id, campaign: campaign, tag: try tag(number), contents: contents)
  }

  private static func entries(_ campaign: Identifier<Campaign>, _ count: Int) throws -> [SealedRosterEntry] {
    try Identifier<RosterEntry>.batch(of: count, in: Identifier.range(on: Ground.day, group: 7), besides: [])
      .enumerated().map { try entry(campaign, UInt8($0), id: $1, contents: [UInt8](repeating: 7, count: $0)) }
  }

  private static func roster(
    of campaign: Identifier<Campaign>, in transaction: any Transaction
  ) throws -> [SealedRosterEntry] {
    var all: [SealedRosterEntry] = []
    try transaction.roster.forEachBatch(of: campaign, limit: 1_000) { all += $0 }
    return all
  }

  static let rosters = [
    ConformanceCase("roster entries come as they were added, in full batches, of their campaign only") { repository in
      let ground = try ActionGround(in: repository)
      let mine = try entries(ground.campaign, 23)
      let other = try entry(ground.otherCampaign, 0)
      try repository.write { transaction in
        try transaction.roster.add(mine)
        try transaction.roster.add([other])
      }
      try repository.read { transaction in
        for (limit, sizes) in [(10, [10, 10, 3]), (23, [23]), (100, [23])] {
          var batches: [[SealedRosterEntry]] = []
          try transaction.roster.forEachBatch(of: ground.campaign, limit: limit) { batches.append($0) }
          try requireEqual(batches.map(\.count), sizes)
          try requireEqual(Array(batches.joined()), mine)
        }
        try requireEqual(try transaction.roster.count(of: ground.campaign), 23)
        try requireEqual(try roster(of: ground.otherCampaign, in: transaction), [other])
        try requireEqual(try roster(of: nobody(), in: transaction), [])
        try requireEqual(try transaction.roster.count(of: nobody()), 0)
        let range = Identifier<RosterEntry>.range(on: Ground.day, group: 7)
        try requireEqual(try transaction.roster.taken(in: range), Set(mine.map(\.id)))
      }
    },

    ConformanceCase("a roster entry is found by its tag, in its campaign only") { repository in
      let ground = try ActionGround(in: repository)
      let there = try entry(ground.campaign, 1)
      try repository.write { try $0.roster.add([there]) }
      try repository.read { transaction in
        try requireEqual(try transaction.roster.find(tagged: try tag(1), of: ground.campaign), there)
        try requireEqual(try transaction.roster.find(tagged: try tag(2), of: ground.campaign), nil)
        try requireEqual(try transaction.roster.find(tagged: try tag(1), of: ground.otherCampaign), nil)
      }
    },

    ConformanceCase("a tag stands on a roster once, an identifier once in all, and the campaign has to be there") {
      repository in
      let ground = try ActionGround(in: repository)
      let there = try entry(ground.campaign, 1)
      try repository.write { try $0.roster.add([there]) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.roster.add([entry(ground.campaign, 1)]) }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.roster.add([entry(ground.otherCampaign, 2, id: there.id)])
      }
      try repository.requireRefusedWrite(.notFound) { try $0.roster.add([entry(nobody(), 1)]) }
      try repository.write { try $0.roster.add([entry(ground.otherCampaign, 1)]) }
      try requireEqual(try repository.read { try roster(of: ground.campaign, in: $0) }, [there])
    },

    ConformanceCase("a changed roster entry replaces the old one, and no other") { repository in
      let ground = try ActionGround(in: repository)
      let (old, bystander) = (try entry(ground.campaign, 1), try entry(ground.campaign, 2))
      let new = try entry(ground.campaign, 3, id: old.id, contents: [9, 9])
      try repository.write { transaction in
        try transaction.roster.add([old, bystander].sorted { $0.id < $1.id })
        try transaction.roster.update([new])
      }
      try requireEqual(
        try repository.read { try roster(of: ground.campaign, in: $0) }, [new, bystander].sorted { $0.id < $1.id })
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.roster.update([entry(ground.campaign, 2, id: old.id)])
      }
      try repository.requireRefusedWrite(.notFound) { try $0.roster.update([entry(ground.campaign, 5)]) }
      try repository.requireRefusedWrite(.notFound) {
        try $0.roster.update([entry(ground.otherCampaign, 5, id: old.id)])
      }
    },

    ConformanceCase("erased roster entries are gone, alone or all of a campaign") { repository in
      let ground = try ActionGround(in: repository)
      let mine = try entries(ground.campaign, 4)
      let other = try entry(ground.otherCampaign, 0)
      try repository.write { transaction in
        try transaction.roster.add(mine)
        try transaction.roster.add([other])
        try transaction.roster.erase([mine[1].id, mine[2].id], of: ground.campaign)
      }
      try requireEqual(try repository.read { try roster(of: ground.campaign, in: $0) }, [mine[0], mine[3]])
      try repository.requireRefusedWrite(.notFound) {
        try $0.roster.erase([mine[0].id, mine[1].id], of: ground.campaign)
      }
      try repository.requireRefusedWrite(.notFound) { try $0.roster.erase([other.id], of: ground.campaign) }
      try repository.write { transaction in
        try transaction.roster.eraseAll(of: ground.campaign)
        try transaction.roster.eraseAll(of: nobody())
      }
      try requireEqual(try repository.read { try roster(of: ground.campaign, in: $0) }, [])
      try requireEqual(try repository.read { try roster(of: ground.otherCampaign, in: $0) }, [other])
    },
  ]
}
