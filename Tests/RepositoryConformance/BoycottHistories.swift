import Campaigns

extension ConformanceCase {
  private static func listing(
    _ target: Identifier<Target>, in boycott: Boycott, on day: Int = 20_000, because reason: String? = nil,
    withdrawnOn: CalendarDate? = nil
  ) -> BoycottListing {
    BoycottListing(
      boycott: boycott.id, target: target, listedOn: CalendarDate(daysSinceEpoch: day), reason: reason,
      withdrawnOn: withdrawnOn, withdrawnBecause: withdrawnOn == nil ? nil : "It was another “Acme”.")
  }

  private static func note(
    _ number: Int64, _ kind: ListingNote.Kind = .evidence, on target: Identifier<Target>, in boycott: Boycott,
    day: Int = 20_000, source: String? = nil
  ) -> ListingNote {
    ListingNote(
      id: Identifier(rawValue: number), boycott: boycott.id, target: target, kind: kind,
      day: CalendarDate(daysSinceEpoch: day), text: "They buy\nthe machines.", source: source)
  }

  private static func event(
    _ number: Int64, _ kind: BoycottEvent.Kind = .termsChanged, of boycott: Boycott, day: Int = 20_000,
    _ text: String = ""
  ) -> BoycottEvent {
    BoycottEvent(
      id: Identifier(rawValue: number), boycott: boycott.id, kind: kind, day: CalendarDate(daysSinceEpoch: day),
      text: text)
  }

  static let boycottListings = [
    ConformanceCase("listings come by day and then by target, of their boycott only, as they were added") {
      repository in
      let ground = try ActionGround(in: repository)
      let targets = try (0..<6).map { number in
        Target(
          id: Identifier(on: Ground.day), slug: try Slug("t-\(number)"), name: "Name", kind: .agency, domains: [])
      }
      let mine = targets.enumerated().map { number, target in
        listing(
          target.id, in: ground.boycott, on: number % 2 == 0 ? 20_009 : 20_001,
          because: number % 3 == 0 ? "They buy\nthe machines." : nil)
      }
      let other = listing(targets[0].id, in: ground.otherBoycott, withdrawnOn: Ground.day)
      try repository.write { transaction in
        for target in targets { try transaction.targets.add(target) }
        for listing in mine + [other] { try transaction.boycotts.add(listing) }
      }
      try repository.read { transaction in
        try requireEqual(
          try transaction.boycotts.listings(of: ground.boycott.id),
          mine.sorted { ($0.listedOn, $0.target) < ($1.listedOn, $1.target) })
        try requireEqual(try transaction.boycotts.listings(of: ground.otherBoycott.id), [other])
        try requireEqual(try transaction.boycotts.listings(of: nobody()), [])
      }
    },

    ConformanceCase("a target is listed once in a boycott, also where the listing was withdrawn") { repository in
      let ground = try ActionGround(in: repository)
      let two = [
        listing(ground.target, in: ground.boycott),
        listing(ground.otherTarget, in: ground.boycott, withdrawnOn: Ground.day),
      ]
      try repository.write { transaction in for listing in two { try transaction.boycotts.add(listing) } }
      for target in [ground.target, ground.otherTarget] {
        try repository.requireRefusedWrite(.alreadyExists) {
          try $0.boycotts.add(listing(target, in: ground.boycott, on: 20_007))
        }
        try repository.write { try $0.boycotts.add(listing(target, in: ground.otherBoycott)) }
      }
    },

    ConformanceCase("a listing needs its boycott and its target") { repository in
      let ground = try ActionGround(in: repository)
      let boycott = try ActionGround.boycott("none", of: ground.campaign)
      try repository.requireRefusedWrite(.notFound) { try $0.boycotts.add(listing(ground.target, in: boycott)) }
      try repository.requireRefusedWrite(.notFound) { try $0.boycotts.add(listing(nobody(), in: ground.boycott)) }
    },

    ConformanceCase("a withdrawn listing stays, with its day and its reason, and no other is changed") { repository in
      let ground = try ActionGround(in: repository)
      var mine = listing(ground.target, in: ground.boycott, because: "They buy the machines.")
      let neighbour = listing(ground.otherTarget, in: ground.boycott, on: 20_001)
      let elsewhere = listing(ground.target, in: ground.otherBoycott)
      try repository.write { transaction in
        for listing in [mine, neighbour, elsewhere] { try transaction.boycotts.add(listing) }
        mine.reason = nil
        try mine.withdraw(on: CalendarDate(daysSinceEpoch: 20_004), because: "It was another “Acme”.")
        try transaction.boycotts.update(mine)
      }
      try repository.read { transaction in
        try requireEqual(try transaction.boycotts.listings(of: ground.boycott.id), [mine, neighbour])
        try requireEqual(try transaction.boycotts.listings(of: ground.otherBoycott.id), [elsewhere])
      }
    },

    ConformanceCase("a listing that is not there cannot be changed") { repository in
      let ground = try ActionGround(in: repository)
      try repository.write { try $0.boycotts.add(listing(ground.target, in: ground.boycott)) }
      for absent in [
        listing(ground.otherTarget, in: ground.boycott), listing(ground.target, in: ground.otherBoycott),
      ] {
        try repository.requireRefusedWrite(.notFound) { try $0.boycotts.update(absent) }
      }
    },
  ]

  static let boycottHistories = [
    ConformanceCase("notes come by day and then in the order of their identifiers, of their boycott only") {
      repository in
      let ground = try ActionGround(in: repository)
      let (one, two) = (ground.target, ground.otherTarget)
      let mine = [
        note(90, .answer, on: one, in: ground.boycott, day: 20_001),
        note(10, .appeal, on: two, in: ground.boycott, day: 20_005, source: "Letter of the board"),
        note(50, .evidence, on: one, in: ground.boycott, day: 20_005, source: "https://acme.example/news"),
        note(40, .evidence, on: two, in: ground.boycott, day: 20_005),
      ]
      let other = note(45, on: one, in: ground.otherBoycott, day: 20_002)
      try repository.write { transaction in
        for target in [one, two] { try transaction.boycotts.add(listing(target, in: ground.boycott)) }
        try transaction.boycotts.add(listing(one, in: ground.otherBoycott))
        for note in [mine[2], mine[3], other, mine[1], mine[0]] { try transaction.boycotts.add(note) }
      }
      try repository.read { transaction in
        try requireEqual(
          try transaction.boycotts.notes(of: ground.boycott.id), [mine[0], mine[1], mine[3], mine[2]])
        try requireEqual(try transaction.boycotts.notes(of: ground.otherBoycott.id), [other])
        try requireEqual(try transaction.boycotts.notes(of: nobody()), [])
      }
    },

    ConformanceCase("a note needs its listing in its own boycott, and its identifier is taken once") { repository in
      let ground = try ActionGround(in: repository)
      try repository.write { transaction in
        try transaction.boycotts.add(listing(ground.target, in: ground.boycott))
        try transaction.boycotts.add(listing(ground.otherTarget, in: ground.otherBoycott))
        try transaction.boycotts.add(note(7, on: ground.target, in: ground.boycott))
      }
      for absent in [
        note(8, on: ground.otherTarget, in: ground.boycott), note(8, on: ground.target, in: ground.otherBoycott),
        note(8, on: nobody(), in: ground.boycott),
      ] {
        try repository.requireRefusedWrite(.notFound) { try $0.boycotts.add(absent) }
      }
      for taken in [
        note(7, .appeal, on: ground.target, in: ground.boycott),
        note(7, on: ground.otherTarget, in: ground.otherBoycott),
      ] {
        try repository.requireRefusedWrite(.alreadyExists) { try $0.boycotts.add(taken) }
      }
    },

    ConformanceCase("a listing that is withdrawn keeps its notes and takes more") { repository in
      let ground = try ActionGround(in: repository)
      var listing = listing(ground.target, in: ground.boycott)
      let notes = [
        note(7, .appeal, on: ground.target, in: ground.boycott),
        note(8, .answer, on: ground.target, in: ground.boycott),
      ]
      try repository.write { transaction in
        try transaction.boycotts.add(listing)
        try transaction.boycotts.add(notes[0])
        try listing.withdraw(on: Ground.day, because: "It was another Acme.")
        try transaction.boycotts.update(listing)
        try transaction.boycotts.add(notes[1])
      }
      try requireEqual(try repository.read { try $0.boycotts.notes(of: ground.boycott.id) }, notes)
    },

    ConformanceCase("events come in the order in which they were added, whatever their days, of their boycott only") {
      repository in
      let ground = try ActionGround(in: repository)
      // Neither the identifiers nor the days follow the order of adding.
      let mine = [(30, 20_005), (10, 20_005), (20, 20_001), (90, 20_005), (5, 20_009), (40, 20_001)].map {
        event($0.0, of: ground.boycott, day: $0.1)
      }
      let others = [event(35, of: ground.otherBoycott), event(15, of: ground.otherBoycott)]
      try repository.write { transaction in
        for event in mine.prefix(2) { try transaction.boycotts.add(event) }
        for event in others { try transaction.boycotts.add(event) }
      }
      try repository.write { transaction in
        for event in mine.dropFirst(2) { try transaction.boycotts.add(event) }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.boycotts.events(of: ground.boycott.id), mine)
        try requireEqual(try transaction.boycotts.events(of: ground.otherBoycott.id), others)
        try requireEqual(try transaction.boycotts.events(of: nobody()), [])
      }
    },

    ConformanceCase("an event of each kind is kept, with a text or without") { repository in
      let ground = try ActionGround(in: repository)
      let events = BoycottEvent.Kind.allCases.enumerated().map { number, kind in
        event(Int64(100 - number), kind, of: ground.boycott, number % 2 == 0 ? "“Gründe”\nfor \(kind)" : "")
      }
      try repository.write { transaction in for event in events { try transaction.boycotts.add(event) } }
      try requireEqual(try repository.read { try $0.boycotts.events(of: ground.boycott.id) }, events)
    },

    ConformanceCase("an event needs its boycott, and its identifier is taken once in whatever boycott") {
      repository in
      let ground = try ActionGround(in: repository)
      let absent = try ActionGround.boycott("none", of: ground.campaign)
      try repository.requireRefusedWrite(.notFound) { try $0.boycotts.add(event(7, of: absent)) }
      try repository.write { try $0.boycotts.add(event(7, of: ground.boycott)) }
      for boycott in [ground.boycott, ground.otherBoycott] {
        try repository.requireRefusedWrite(.alreadyExists) { try $0.boycotts.add(event(7, .ended, of: boycott)) }
      }
    },

    ConformanceCase("a changed boycott keeps its listings, its notes and its events") { repository in
      let ground = try ActionGround(in: repository)
      let listing = listing(ground.target, in: ground.boycott)
      let note = note(7, on: ground.target, in: ground.boycott)
      let event = event(7, .called, of: ground.boycott, "The terms.")
      var boycott = ground.boycott
      try repository.write { transaction in
        try transaction.boycotts.add(listing)
        try transaction.boycotts.add(note)
        try transaction.boycotts.add(event)
        try boycott.call(on: Ground.day)
        try transaction.boycotts.update(boycott)
      }
      try repository.read { transaction in
        try requireEqual(try transaction.boycotts.listings(of: boycott.id), [listing])
        try requireEqual(try transaction.boycotts.notes(of: boycott.id), [note])
        try requireEqual(try transaction.boycotts.events(of: boycott.id), [event])
      }
    },
  ]
}
