import Campaigns

extension ConformanceCase {
  private static let hops = [
    Capture.Fetch.Hop(url: "http://nimbus.example/blog", status: 301),
    Capture.Fetch.Hop(url: "https://nimbus.example/blog?q=\"a\"&b=%20é", status: 200),
  ]

  static let captures = [
    ConformanceCase("a capture is found as it was added, whatever of it is known and however its time is") {
      repository in
      let ground = try RecordGround(in: repository)
      let contents = [
        Capture.Content(
          raw: ground.kept[0].digest, text: ground.kept[1].digest, byteCount: 0, mediaType: "text/html"),
        // The bytes can be their own readable text.
        Capture.Content(
          raw: ground.kept[2].digest, text: ground.kept[2].digest, byteCount: 1 << 40,
          mediaType: "application/pdf"),
        nil,
      ]
      let fetches = [nil, Capture.Fetch(hops: []), Capture.Fetch(hops: hops)]
      let captures = RecordGround.moments.enumerated().map { number, moment in
        SealedCapture(
          Capture(
            id: Identifier(on: Ground.day), statement: ground.statement.id, observedAt: moment,
            content: contents[number % 3], fetch: fetches[number / 3 % 3]),
          observer: number % 2 == 0 ? nil : Array("sealed observer \(number)".utf8))
      }
      try repository.write { transaction in for capture in captures { try transaction.statements.add(capture) } }
      let found = try repository.read { try $0.statements.captures(of: ground.statement.id) }
      try requireEqual(Set(found), Set(captures))
      try requireEqual(found.count, captures.count)
    },

    ConformanceCase("captures come by when their times begin and then as they were added, of their statement only") {
      repository in
      let ground = try RecordGround(in: repository)
      // Neither the identifiers nor the times follow the order of adding.
      let mine = try [(30, 500), (10, 100), (90, 500), (20, 500), (5, 900), (40, 100), (50, -7)].map {
        try ground.capture(id: Identifier(rawValue: $0.0), at: $0.1)
      }
      let other = try ground.capture(id: Identifier(rawValue: 35), of: ground.otherStatement.id, at: 500)
      try repository.write { transaction in
        for capture in mine.prefix(3) { try transaction.statements.add(capture) }
        try transaction.statements.add(other)
      }
      try repository.write { transaction in
        for capture in mine.dropFirst(3) { try transaction.statements.add(capture) }
      }
      try repository.read { transaction in
        try requireEqual(
          try transaction.statements.captures(of: ground.statement.id),
          [mine[6], mine[1], mine[5], mine[0], mine[2], mine[3], mine[4]])
        try requireEqual(try transaction.statements.captures(of: ground.otherStatement.id), [other])
        try requireEqual(try transaction.statements.captures(of: nobody()), [])
      }
    },

    ConformanceCase("captures whose times begin together come as they were added, however well the times are known") {
      repository in
      let ground = try RecordGround(in: repository)
      let captures = try RecordGround.moments.filter { $0.seconds == 1_529_340_600 }.reversed().map { moment in
        SealedCapture(
          Capture(
            id: Identifier(on: Ground.day), statement: ground.statement.id, observedAt: moment,
            content: try ground.capture().capture.content, fetch: nil),
          observer: nil)
      }
      try repository.write { transaction in for capture in captures { try transaction.statements.add(capture) } }
      try requireEqual(try repository.read { try $0.statements.captures(of: ground.statement.id) }, captures)
    },

    ConformanceCase("the history that follows from the captures is that of the order in which they were added") {
      repository in
      let ground = try RecordGround(in: repository)
      let captures = try [(1, 3), (2, 1), (1, 2)].map { text, id in
        try ground.capture(id: Identifier(rawValue: id), raw: text, text: text)
      }
      try repository.write { transaction in for capture in captures { try transaction.statements.add(capture) } }
      let found = try repository.read { try $0.statements.captures(of: ground.statement.id) }
      try requireEqual(
        RevisionHistory(of: found.map(\.capture)).events.map(\.kind), [.published, .edited, .restored])
    },

    ConformanceCase("captures of the same bytes and of the same time are captures of their own") { repository in
      let ground = try RecordGround(in: repository)
      let captures = try (0..<3).map { _ in try ground.capture() } + [ground.absence(), ground.absence()]
      try repository.write { transaction in for capture in captures { try transaction.statements.add(capture) } }
      try requireEqual(try repository.read { try $0.statements.captures(of: ground.statement.id) }, captures)
    },

    ConformanceCase("a capture needs its statement, its bytes and its text") { repository in
      let ground = try RecordGround(in: repository)
      for absent in try [
        ground.capture(of: nobody()), ground.capture(raw: 99), ground.capture(text: 99),
        ground.capture(raw: 99, text: 98),
      ] {
        try repository.requireRefusedWrite(.notFound) { try $0.statements.add(absent) }
      }
      try requireEqual(try repository.read { try $0.statements.captures(of: ground.statement.id) }, [])
    },

    ConformanceCase("a capture's identifier is taken once, in whatever statement") { repository in
      let ground = try RecordGround(in: repository)
      let capture = try ground.capture()
      try repository.write { try $0.statements.add(capture) }
      for statement in [ground.statement.id, ground.otherStatement.id] {
        try repository.requireRefusedWrite(.alreadyExists) {
          try $0.statements.add(try ground.capture(id: capture.capture.id, of: statement, at: 7, raw: 3))
        }
      }
      try requireEqual(try repository.read { try $0.statements.captures(of: ground.statement.id) }, [capture])
    },

    ConformanceCase(
      "captures are counted statement by statement, with the time of the last one, also where it was gone"
    ) { repository in
      let ground = try RecordGround(in: repository)
      let empty = try RecordGround.statement("empty", of: ground.campaign, by: ground.target)
      let before = try repository.read { try $0.statements.captureCounts() }
      try require(before.isEmpty, "nothing was counted")
      let last = Moment(seconds: 1_529_359_200, precision: .day, isAbout: true, offset: -420)
      try repository.write { transaction in
        try transaction.statements.add(empty)
        try transaction.statements.add(try ground.capture(at: 5))
        try transaction.statements.add(
          SealedCapture(
            Capture(
              id: Identifier(on: Ground.day), statement: ground.statement.id, observedAt: last, content: nil,
              fetch: nil),
            observer: nil))
        try transaction.statements.add(try ground.capture(at: 9))
        try transaction.statements.add(try ground.capture(of: ground.otherStatement.id, at: -5))
      }
      let counts = try repository.read { try $0.statements.captureCounts() }
      try requireEqual(counts.mapValues(\.count), [ground.statement.id: 3, ground.otherStatement.id: 1])
      try requireEqual(
        counts.mapValues(\.last),
        [ground.statement.id: last, ground.otherStatement.id: Moment(seconds: -5, precision: .minute)])
    },
  ]
}
