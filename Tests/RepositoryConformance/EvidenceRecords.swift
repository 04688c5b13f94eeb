import Campaigns

extension ConformanceCase {
  private static func evidence(
    _ number: Int, of campaign: Identifier<Campaign>, id: Identifier<EvidenceRecord> = Identifier(on: Ground.day),
    publishedAt: Moment? = nil, accessedAt: Moment? = nil, copy: Bytes32? = nil
  ) -> EvidenceRecord {
    EvidenceRecord(
      id: id, campaign: campaign, number: number, title: "“Nimbus”\nand the parcels", url: nil, publisher: nil,
      author: nil, publishedAt: publishedAt, accessedAt: accessedAt, quote: nil, place: nil, copy: copy, subject: nil)
  }

  static let evidenceRecords = [
    ConformanceCase("evidence is found as it was added, with all it can have and with the least") { repository in
      let ground = try RecordGround(in: repository)
      let full = EvidenceRecord(
        id: Identifier(on: Ground.day), campaign: ground.campaign, number: 1, title: "Minutes",
        url: "https://post.example/1", publisher: "The Parcel Post", author: "Ida Ferr",
        publishedAt: try Moment("about 2018-06"), accessedAt: try Moment("2018-06-18T09:50-07:00"),
        quote: "“We will not\nrenew.”", place: "p. 7", copy: ground.kept[2].digest, subject: "statement blog-post")
      let least = evidence(2, of: ground.campaign)
      try repository.write { transaction in
        try transaction.record.add(full)
        try transaction.record.add(least)
      }
      try requireEqual(try repository.read { try $0.record.evidence(of: ground.campaign) }, [full, least])
    },

    ConformanceCase("the times of evidence are kept as they were written, however well they are known") {
      repository in
      let ground = try RecordGround(in: repository)
      let times = try [
        "2018", "about 2018-06", "2018-06-18", "2018-06-18T09-07:00", "about 2018-06-18T09:50+05:45",
        "2018-06-18T09:50:30Z", "0001-01-01T00:00+14:00", "9999-12-31T23:59:59-14:00",
      ].map(Moment.init)
      let all = times.enumerated().map { number, time in
        evidence(
          number + 1, of: ground.campaign, publishedAt: time, accessedAt: number % 2 == 0 ? times[0] : nil)
      }
      try repository.write { transaction in for evidence in all { try transaction.record.add(evidence) } }
      try requireEqual(try repository.read { try $0.record.evidence(of: ground.campaign) }, all)
    },

    ConformanceCase("evidence comes by number, of its campaign only") { repository in
      let ground = try RecordGround(in: repository)
      let mine = [7, 1, 1_000_000, 3].map { evidence($0, of: ground.campaign) }
      let other = evidence(3, of: ground.otherCampaign)
      try repository.write { transaction in
        for evidence in mine + [other] { try transaction.record.add(evidence) }
      }
      try repository.read { transaction in
        try requireEqual(
          try transaction.record.evidence(of: ground.campaign), mine.sorted { $0.number < $1.number })
        try requireEqual(try transaction.record.evidence(of: ground.otherCampaign), [other])
        try requireEqual(try transaction.record.evidence(of: nobody()), [])
      }
    },

    ConformanceCase("evidence has a number of its own in its campaign, and an identifier of its own in all") {
      repository in
      let ground = try RecordGround(in: repository)
      let first = evidence(1, of: ground.campaign)
      try repository.write { try $0.record.add(first) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.record.add(evidence(1, of: ground.campaign)) }
      for campaign in [ground.campaign, ground.otherCampaign] {
        try repository.requireRefusedWrite(.alreadyExists) {
          try $0.record.add(evidence(2, of: campaign, id: first.id))
        }
      }
      try requireEqual(try repository.read { try $0.record.evidence(of: ground.campaign) }, [first])
    },

    ConformanceCase("evidence needs its campaign, and the copy that it refers to") { repository in
      let ground = try RecordGround(in: repository)
      try repository.requireRefusedWrite(.notFound) { try $0.record.add(evidence(1, of: nobody())) }
      try repository.requireRefusedWrite(.notFound) {
        try $0.record.add(evidence(1, of: ground.campaign, copy: try RecordGround.digest(99)))
      }
      // Two may share a copy.
      try repository.write { transaction in
        for number in [1, 2] {
          try transaction.record.add(evidence(number, of: ground.campaign, copy: ground.kept[0].digest))
        }
      }
    },
  ]
}
