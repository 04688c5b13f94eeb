import Campaigns

extension ConformanceCase {
  private static func campaign(_ slug: String) throws -> Campaign {
    Campaign(id: Identifier(on: Ground.day), slug: try Slug(slug), title: "Title, “\(slug)”", createdOn: Ground.day)
  }

  static let campaigns = [
    ConformanceCase("a campaign is found by its slug and by its identifier as it was added") { repository in
      let campaign = try campaign("heat")
      try repository.write { try $0.campaigns.add(campaign) }
      try repository.read { transaction in
        try requireEqual(try transaction.campaigns.find(campaign.slug), campaign)
        try requireEqual(try transaction.campaigns.find(campaign.id), campaign)
      }
    },

    ConformanceCase("a campaign that is not there is nil") { repository in
      try repository.read { transaction in
        try requireEqual(try transaction.campaigns.find(try Slug("nowhere")), nil)
        try requireEqual(try transaction.campaigns.find(nobody()), nil)
        try requireEqual(try transaction.campaigns.all(), [])
      }
    },

    ConformanceCase("a campaign's slug is taken once") { repository in
      try repository.write { try $0.campaigns.add(try campaign("heat")) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.campaigns.add(try campaign("heat")) }
    },

    ConformanceCase("campaigns come by slug, whatever the order of adding") { repository in
      let campaigns = try ["m", "a-b", "z", "a1", "a"].map(campaign)
      try repository.write { transaction in for campaign in campaigns { try transaction.campaigns.add(campaign) } }
      let all = try repository.read { try $0.campaigns.all() }
      try requireEqual(all, campaigns.sorted { $0.slug < $1.slug })
    },

    ConformanceCase("a changed campaign replaces the old one and no other") { repository in
      var campaign = try campaign("heat")
      let other = try ConformanceCase.campaign("shifts")
      try repository.write { transaction in
        try transaction.campaigns.add(campaign)
        try transaction.campaigns.add(other)
        campaign.title = "Hitzefrei für alle 🌡"
        try transaction.campaigns.update(campaign)
      }
      try requireEqual(try repository.read { try $0.campaigns.all() }, [campaign, other])
    },

    ConformanceCase("a campaign that is not there cannot be changed") { repository in
      try repository.requireRefusedWrite(.notFound) { try $0.campaigns.update(try campaign("heat")) }
    },
  ]
}
