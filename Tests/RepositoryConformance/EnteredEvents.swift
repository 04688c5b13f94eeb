import Campaigns

extension ConformanceCase {
  private static func event(
    _ number: Int64, of campaign: Identifier<Campaign>, at moment: Moment = Moment(seconds: 500, precision: .minute),
    evidence: Int? = nil
  ) -> CampaignEvent {
    CampaignEvent(
      id: Identifier(rawValue: number), campaign: campaign, at: moment, text: "They met\nthe “board” (\(number)).",
      evidence: evidence)
  }

  private static func evidence(_ number: Int, of campaign: Identifier<Campaign>) -> EvidenceRecord {
    EvidenceRecord(
      id: Identifier(on: Ground.day), campaign: campaign, number: number, title: "Minutes", url: nil, publisher: nil,
      author: nil, publishedAt: nil, accessedAt: nil, quote: nil, place: nil, copy: nil, subject: nil)
  }

  private static func withdrawn(
    _ id: Identifier<CampaignEvent>, of campaign: Identifier<Campaign>
  ) throws -> WithdrawnEvent {
    WithdrawnEvent(
      id: id, campaign: campaign, withdrawnOn: Ground.day,
      commitment: try requireSome(Bytes32([UInt8](repeating: 1, count: 32))))
  }

  static let enteredEvents = [
    ConformanceCase("an entered event is found as it was added, however well its time is known") { repository in
      let ground = try RecordGround(in: repository)
      let events = RecordGround.moments.enumerated().map { number, moment in
        event(Int64(100 - number), of: ground.campaign, at: moment, evidence: number % 2 == 0 ? 3 : nil)
      }
      try repository.write { transaction in
        try transaction.record.add(evidence(3, of: ground.campaign))
        for event in events { try transaction.record.add(event) }
      }
      let found = try repository.read { try $0.record.events(of: ground.campaign) }
      try requireEqual(Set(found), Set(events))
      try requireEqual(found.count, events.count)
    },

    ConformanceCase(
      "entered events come by when their times begin and then as they were added, of their campaign only"
    ) { repository in
      let ground = try RecordGround(in: repository)
      // Neither the identifiers nor the precisions decide among those that begin together.
      let mine = [
        (30, 500, .second), (10, 100, .day), (90, 500, .year), (20, 500, .minute), (5, -9, .hour),
      ].map { (number: Int64, seconds: Int64, precision: Moment.Precision) in
        event(number, of: ground.campaign, at: Moment(seconds: seconds, precision: precision))
      }
      let other = event(35, of: ground.otherCampaign)
      try repository.write { transaction in
        for event in [mine[0], mine[1], other] { try transaction.record.add(event) }
      }
      try repository.write { transaction in
        for event in mine.dropFirst(2) { try transaction.record.add(event) }
      }
      try repository.read { transaction in
        try requireEqual(
          try transaction.record.events(of: ground.campaign), [mine[4], mine[1], mine[0], mine[2], mine[3]])
        try requireEqual(try transaction.record.events(of: ground.otherCampaign), [other])
        try requireEqual(try transaction.record.events(of: nobody()), [])
      }
    },

    ConformanceCase("an entered event needs its campaign and its campaign's evidence, and an identifier of its own") {
      repository in
      let ground = try RecordGround(in: repository)
      try repository.write { transaction in
        try transaction.record.add(evidence(1, of: ground.campaign))
        try transaction.record.add(evidence(2, of: ground.otherCampaign))
        try transaction.record.add(event(7, of: ground.campaign, evidence: 1))
      }
      // The evidence 2 is another campaign's.
      for absent in [
        event(8, of: nobody()), event(8, of: ground.campaign, evidence: 9),
        event(8, of: ground.campaign, evidence: 2), event(8, of: ground.otherCampaign, evidence: 1),
      ] {
        try repository.requireRefusedWrite(.notFound) { try $0.record.add(absent) }
      }
      for campaign in [ground.campaign, ground.otherCampaign] {
        try repository.requireRefusedWrite(.alreadyExists) { try $0.record.add(event(7, of: campaign)) }
      }
    },

    ConformanceCase("a withdrawn event is gone, once and alone, and its evidence stays") { repository in
      let ground = try RecordGround(in: repository)
      let evidence = evidence(1, of: ground.campaign)
      let (gone, stays) = (event(7, of: ground.campaign, evidence: 1), event(8, of: ground.campaign, evidence: 1))
      try repository.write { transaction in
        try transaction.record.add(evidence)
        try transaction.record.add(gone)
        try transaction.record.add(stays)
        try transaction.record.withdraw(leaving: withdrawn(gone.id, of: ground.campaign))
      }
      try repository.read { transaction in
        try requireEqual(try transaction.record.events(of: ground.campaign), [stays])
        try requireEqual(try transaction.record.evidence(of: ground.campaign), [evidence])
      }
      try repository.requireRefusedWrite(.notFound) {
        try $0.record.withdraw(leaving: withdrawn(gone.id, of: ground.campaign))
      }
      // An event that is added after a withdrawn one comes behind those that are left.
      let later = event(2, of: ground.campaign)
      try repository.write { try $0.record.add(later) }
      try requireEqual(try repository.read { try $0.record.events(of: ground.campaign) }, [stays, later])
    },

    ConformanceCase("an event is withdrawn from its own campaign only") { repository in
      let ground = try RecordGround(in: repository)
      let event = event(7, of: ground.campaign)
      try repository.write { try $0.record.add(event) }
      for campaign in [ground.otherCampaign, nobody()] {
        try repository.requireRefusedWrite(.notFound) {
          try $0.record.withdraw(leaving: withdrawn(event.id, of: campaign))
        }
      }
      try requireEqual(try repository.read { try $0.record.events(of: ground.campaign) }, [event])
    },
  ]
}
