import Campaigns

extension ConformanceCase {
  private static func account(
    _ number: Int64, of statement: Identifier<PublicStatement>, _ kind: RevisionHistory.Event.Kind = .edited,
    at moment: Moment? = nil, explanation: String? = nil, url: String? = nil
  ) throws -> AccountEvent {
    try AccountEvent(
      id: Identifier(rawValue: number), statement: statement, source: "The Parcel Post", kind: kind, at: moment,
      explanation: explanation, attributedTo: explanation == nil ? nil : "A spokesperson", url: url)
  }

  static let accounts = [
    ConformanceCase("an account is found as it was added, of each kind, with a time of any precision or none") {
      repository in
      let ground = try RecordGround(in: repository)
      let times = [nil] + RecordGround.moments.map(Optional.some)
      let kinds = RevisionHistory.Event.Kind.allCases
      let accounts = try times.enumerated().map { number, time in
        try account(
          Int64(100 - number), of: ground.statement.id, kinds[number % kinds.count], at: time,
          explanation: number % 3 == 0 ? "“A mistake”\nof the editor" : nil,
          url: number % 2 == 0 ? "https://post.example/1" : nil)
      }
      try repository.write { transaction in for account in accounts { try transaction.statements.add(account) } }
      try requireEqual(try repository.read { try $0.statements.accounts(of: ground.statement.id) }, accounts)
    },

    ConformanceCase(
      "accounts come in the order in which they were added, whatever their times, of their statement only"
    ) { repository in
      let ground = try RecordGround(in: repository)
      let times: [(Int64, Int64?)] = [(30, 900), (10, nil), (20, 100), (90, 500)]
      let mine = try times.map { number, seconds in
        try account(
          number, of: ground.statement.id, at: seconds.map { Moment(seconds: $0, precision: .minute) })
      }
      let other = try account(15, of: ground.otherStatement.id, .removed)
      try repository.write { transaction in
        for account in [mine[0], mine[1], other] { try transaction.statements.add(account) }
      }
      try repository.write { transaction in
        for account in mine.dropFirst(2) { try transaction.statements.add(account) }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.statements.accounts(of: ground.statement.id), mine)
        try requireEqual(try transaction.statements.accounts(of: ground.otherStatement.id), [other])
        try requireEqual(try transaction.statements.accounts(of: nobody()), [])
      }
    },

    ConformanceCase("two sources may say the same, and what they say stands beside the captures") { repository in
      let ground = try RecordGround(in: repository)
      let accounts = try [1, 2].map { try account($0, of: ground.statement.id, .removed) }
      let capture = try ground.capture()
      try repository.write { transaction in
        for account in accounts { try transaction.statements.add(account) }
        try transaction.statements.add(capture)
      }
      try repository.read { transaction in
        try requireEqual(try transaction.statements.accounts(of: ground.statement.id), accounts)
        try requireEqual(try transaction.statements.captures(of: ground.statement.id), [capture])
      }
    },

    ConformanceCase("an account needs its statement, and its identifier is taken once in whatever statement") {
      repository in
      let ground = try RecordGround(in: repository)
      try repository.requireRefusedWrite(.notFound) { try $0.statements.add(try account(7, of: nobody())) }
      try repository.write { try $0.statements.add(try account(7, of: ground.statement.id)) }
      for statement in [ground.statement.id, ground.otherStatement.id] {
        try repository.requireRefusedWrite(.alreadyExists) {
          try $0.statements.add(try account(7, of: statement, .removed))
        }
      }
    },
  ]
}
