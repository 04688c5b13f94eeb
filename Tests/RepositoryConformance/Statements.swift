import Campaigns

extension ConformanceCase {
  static let statements = [
    ConformanceCase("a statement is found as it was added, on each channel, with all it can have") { repository in
      let ground = try RecordGround(in: repository)
      for channel in PublicStatement.Channel.allCases {
        let statement = PublicStatement(
          id: Identifier(on: Ground.day), slug: try Slug("on-\(channel.rawValue)"), campaign: ground.otherCampaign,
          target: ground.otherTarget, title: "“Öffnung”\nfor all", channel: channel,
          url: "https://nimbus.example/blog?day=1", speaker: "Ria Vale, chief of staff",
          addedOn: CalendarDate(daysSinceEpoch: 17_700))
        try repository.write { try $0.statements.add(statement) }
        try requireEqual(try repository.read { try $0.statements.find(statement.slug) }, statement)
      }
    },

    ConformanceCase("a statement is found as it was added, with the least it can have, and another one is nil") {
      repository in
      let ground = try RecordGround(in: repository)
      try requireEqual(try repository.read { try $0.statements.find(ground.statement.slug) }, ground.statement)
      try requireEqual(try repository.read { try $0.statements.find(try Slug("nowhere")) }, nil)
    },

    ConformanceCase("statements come by slug, those of all campaigns") { repository in
      let ground = try RecordGround(in: repository)
      let more = try ["z", "a", "m-1", "m"].map {
        try RecordGround.statement($0, of: ground.campaign, by: ground.otherTarget)
      }
      try repository.write { transaction in for statement in more { try transaction.statements.add(statement) } }
      let expected = (more + [ground.statement, ground.otherStatement]).sorted {
        $0.slug.description < $1.slug.description
      }
      try requireEqual(try repository.read { try $0.statements.all() }, expected)
    },

    ConformanceCase("a statement's slug is taken once, in whatever campaign") { repository in
      let ground = try RecordGround(in: repository)
      for campaign in [ground.campaign, ground.otherCampaign] {
        try repository.requireRefusedWrite(.alreadyExists) {
          try $0.statements.add(try RecordGround.statement("blog-post", of: campaign, by: ground.otherTarget))
        }
      }
      try requireEqual(
        try repository.read { try $0.statements.all() }, [ground.statement, ground.otherStatement])
    },

    ConformanceCase("a statement needs its campaign and its target") { repository in
      let ground = try RecordGround(in: repository)
      try repository.requireRefusedWrite(.notFound) {
        try $0.statements.add(try RecordGround.statement("new", of: nobody(), by: ground.target))
      }
      try repository.requireRefusedWrite(.notFound) {
        try $0.statements.add(try RecordGround.statement("new", of: ground.campaign, by: nobody()))
      }
    },
  ]

  static let keptBytes = [
    ConformanceCase("bytes are found by their digest as they were given, and others are nil") { repository in
      _ = try RecordGround(in: repository)
      // Some are nothing when unpacked, and some are more than a page of any database.
      let all = try [(10, 0), (11, 1), (12, 300_000)].map { number, size in
        try RecordGround.bytes(
          UInt8(number), size: size, packed: (0...size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      }
      try repository.write { transaction in for bytes in all { try transaction.statements.keep(bytes) } }
      try repository.read { transaction in
        for bytes in all { try requireEqual(try transaction.statements.bytes(bytes.digest), bytes) }
        try requireEqual(try transaction.statements.bytes(try RecordGround.digest(13)), nil)
      }
    },

    ConformanceCase("bytes that are kept already may be given again, packed otherwise too: what was first stays") {
      repository in
      _ = try RecordGround(in: repository)
      let first = try RecordGround.bytes(10, packed: [1, 2, 3])
      try repository.write { transaction in
        try transaction.statements.keep(first)
        try transaction.statements.keep(first)
      }
      try repository.write { try $0.statements.keep(try RecordGround.bytes(10, packed: [4])) }
      try requireEqual(try repository.read { try $0.statements.bytes(first.digest) }, first)
    },

    ConformanceCase("a capture may refer to bytes that are kept in its own transaction") { repository in
      let ground = try RecordGround(in: repository)
      let capture = try ground.capture(raw: 20, text: 21)
      try repository.write { transaction in
        try transaction.statements.keep(try RecordGround.bytes(20))
        try transaction.statements.keep(try RecordGround.bytes(21))
        try transaction.statements.add(capture)
      }
      try requireEqual(try repository.read { try $0.statements.captures(of: ground.statement.id) }, [capture])
    },

    ConformanceCase("bytes that a refused transaction kept are not there") { repository in
      _ = try RecordGround(in: repository)
      let bytes = try RecordGround.bytes(30)
      try repository.requireRefusedWrite(.notFound) { transaction in
        try transaction.statements.keep(bytes)
        throw Refusal(.notFound, "something else is missing")
      }
      try requireEqual(try repository.read { try $0.statements.bytes(bytes.digest) }, nil)
    },
  ]
}
