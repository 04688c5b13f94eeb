import Campaigns

extension ConformanceCase {
  private static func event(_ campaign: Identifier<Campaign>, _ time: String, _ text: String) throws -> CampaignEvent
  {
    CampaignEvent(id: Identifier(on: Ground.day), campaign: campaign, at: try Moment(time), text: text, evidence: nil)
  }

  private static func left(of event: CampaignEvent) throws -> WithdrawnEvent {
    guard let commitment = Bytes32([UInt8](repeating: 7, count: 32)) else { throw Refusal(.corrupt, "32 bytes") }
    return WithdrawnEvent(
      id: event.id, campaign: event.campaign, withdrawnOn: Ground.day, commitment: commitment)
  }

  static let recordedEvents = [
    ConformanceCase("events come by time, of their campaign only, with all that was said of the time") { repository in
      let ground = try ActionGround(in: repository)
      let mine = try ["2018-06-19", "2018", "about 2018-06-18T09:50-07:00", "2018-06-18T09+05:30"].map {
        try event(ground.campaign, $0, "It happened.")
      }
      let other = try event(ground.otherCampaign, "2018", "Elsewhere.")
      try repository.write { transaction in
        for event in mine + [other] { try transaction.record.add(event) }
      }
      try repository.read { transaction in
        try requireEqual(
          try transaction.record.events(of: ground.campaign), [mine[1], mine[3], mine[2], mine[0]])
        try requireEqual(try transaction.record.events(of: ground.otherCampaign), [other])
      }
    },

    ConformanceCase("a withdrawn event is no event any more; what is left of it stays, once") { repository in
      let ground = try ActionGround(in: repository)
      let (gone, stays) = try (event(ground.campaign, "2018", "A mistake."), event(ground.campaign, "2019", "It."))
      let left = try left(of: gone)
      try repository.write { transaction in
        try transaction.record.add(gone)
        try transaction.record.add(stays)
        try transaction.record.withdraw(leaving: left)
      }
      try repository.read { transaction in
        try requireEqual(try transaction.record.events(of: ground.campaign), [stays])
        try requireEqual(try transaction.record.withdrawnEvents(of: ground.campaign), [left])
        try requireEqual(try transaction.record.withdrawnEvents(of: ground.otherCampaign), [])
      }
      try repository.requireRefusedWrite(.notFound) { try $0.record.withdraw(leaving: left) }
    },

    ConformanceCase("an event of another campaign, or none, cannot be withdrawn") { repository in
      let ground = try ActionGround(in: repository)
      let event = try event(ground.campaign, "2018", "It.")
      let left = try left(of: event)
      try repository.requireRefusedWrite(.notFound) { try $0.record.withdraw(leaving: left) }
      try repository.write { try $0.record.add(event) }
      try repository.requireRefusedWrite(.notFound) {
        try $0.record.withdraw(
          leaving: WithdrawnEvent(
            id: left.id, campaign: ground.otherCampaign, withdrawnOn: left.withdrawnOn, commitment: left.commitment))
      }
    },
  ]
}
