import Campaigns

extension ConformanceCase {
  private static func incident(_ campaign: Identifier<Campaign>, contents: [UInt8] = [1, 2, 3]) -> SealedIncident {
    SealedIncident(id: Identifier(on: Ground.day), campaign: campaign, contents: contents)
  }

  static let incidents = [
    ConformanceCase("incidents come as they were added, in the order of their identifiers, of their campaign only") {
      repository in
      let ground = try ActionGround(in: repository)
      let mine = (0..<9).map { incident(ground.campaign, contents: [UInt8](repeating: UInt8($0), count: $0)) }
      let other = incident(ground.otherCampaign)
      try repository.write { transaction in
        for incident in mine + [other] { try transaction.incidents.add(incident) }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.incidents.all(of: ground.campaign), mine.sorted { $0.id < $1.id })
        try requireEqual(try transaction.incidents.all(of: ground.otherCampaign), [other])
        try requireEqual(try transaction.incidents.all(of: nobody()), [])
      }
    },

    ConformanceCase("an incident needs its campaign, and its identifier is taken once in whatever campaign") {
      repository in
      let ground = try ActionGround(in: repository)
      let incident = incident(ground.campaign)
      try repository.requireRefusedWrite(.notFound) {
        try $0.incidents.add(ConformanceCase.incident(nobody()))
      }
      try repository.write { try $0.incidents.add(incident) }
      for campaign in [ground.campaign, ground.otherCampaign] {
        try repository.requireRefusedWrite(.alreadyExists) {
          try $0.incidents.add(SealedIncident(id: incident.id, campaign: campaign, contents: [4]))
        }
      }
    },

    ConformanceCase("a changed incident replaces the old one, and no other") { repository in
      let ground = try ActionGround(in: repository)
      let (old, bystander) = (incident(ground.campaign), incident(ground.campaign))
      let new = SealedIncident(id: old.id, campaign: old.campaign, contents: [9, 9, 9, 9])
      try repository.write { transaction in
        try transaction.incidents.add(old)
        try transaction.incidents.add(bystander)
        try transaction.incidents.update(new)
      }
      try requireEqual(
        try repository.read { try $0.incidents.all(of: ground.campaign) }, [new, bystander].sorted { $0.id < $1.id })
    },

    ConformanceCase("an incident that is not there cannot be changed or erased") { repository in
      let ground = try ActionGround(in: repository)
      let incident = incident(ground.campaign)
      try repository.requireRefusedWrite(.notFound) { try $0.incidents.update(incident) }
      try repository.requireRefusedWrite(.notFound) { try $0.incidents.erase(incident.id) }
    },

    ConformanceCase("an erased incident is gone, once and alone") { repository in
      let ground = try ActionGround(in: repository)
      let (gone, stays) = (incident(ground.campaign), incident(ground.campaign))
      try repository.write { transaction in
        try transaction.incidents.add(gone)
        try transaction.incidents.add(stays)
        try transaction.incidents.erase(gone.id)
      }
      try requireEqual(try repository.read { try $0.incidents.all(of: ground.campaign) }, [stays])
      try repository.requireRefusedWrite(.notFound) { try $0.incidents.erase(gone.id) }
    },
  ]
}
