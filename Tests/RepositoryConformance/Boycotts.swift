import Campaigns

extension ConformanceCase {
  private static let later = CalendarDate(daysSinceEpoch: 20_030)

  /// The boycott with all it can have.
  private static func full(
    _ boycott: Boycott, form: Boycott.Form? = nil, scopes: Set<Boycott.Scope> = [.buying, .workingFor],
    untilDemands: [Int] = [1, 3], stage: Boycott.Stage = .active, createdOn: CalendarDate? = nil
  ) -> Boycott {
    Boycott(
      id: boycott.id, slug: boycott.slug, campaign: boycott.campaign, title: "Kein Acme, “nie”",
      form: form ?? boycott.form, scopes: scopes, startsOn: CalendarDate(daysSinceEpoch: 20_010),
      exceptions: ["Medicine.", "What was ordered before.", "Medicine."],
      alternatives: ["Bolt & Sons.", "Repair it."],
      untilDemands: untilDemands, pledgesLapseOn: later, terms: 4, stage: stage,
      calledOn: CalendarDate(daysSinceEpoch: 20_001), revealedOn: CalendarDate(daysSinceEpoch: 20_020),
      createdOn: createdOn ?? boycott.createdOn)
  }

  static let boycotts = [
    ConformanceCase("a boycott is found as it was added, with all it can have") { repository in
      let ground = try ActionGround(in: repository)
      let boycott = full(
        try ActionGround.boycott("full", of: ground.campaign), form: .walkOut, createdOn: later)
      try repository.write { try $0.boycotts.add(boycott) }
      try requireEqual(try repository.read { try $0.boycotts.find(boycott.slug) }, boycott)
    },

    ConformanceCase("a boycott is found as it was added, with the least it can have") { repository in
      let ground = try ActionGround(in: repository)
      try requireEqual(try repository.read { try $0.boycotts.find(ground.boycott.slug) }, ground.boycott)
      try requireEqual(try repository.read { try $0.boycotts.find(try Slug("nowhere")) }, nil)
    },

    ConformanceCase("a boycott can have every form, every scope and every stage") { repository in
      let ground = try ActionGround(in: repository)
      for (number, form) in Boycott.Form.allCases.enumerated() {
        let least = try ActionGround.boycott("form-\(number)", of: ground.campaign)
        for (place, stage) in Boycott.Stage.allCases.enumerated() {
          let boycott = full(least, form: form, scopes: Set(Boycott.Scope.allCases.dropFirst(place)), stage: stage)
          try repository.write { transaction in
            if place == 0 { try transaction.boycotts.add(boycott) } else { try transaction.boycotts.update(boycott) }
          }
          try requireEqual(try repository.read { try $0.boycotts.find(boycott.slug) }, boycott)
        }
      }
    },

    ConformanceCase("boycotts come by slug, those of all campaigns") { repository in
      let ground = try ActionGround(in: repository)
      let more = try ["z", "a", "m"].map { try ActionGround.boycott($0, of: ground.campaign) }
      try repository.write { transaction in for boycott in more { try transaction.boycotts.add(boycott) } }
      try requireEqual(
        try repository.read { try $0.boycotts.all() },
        (more + [ground.boycott, ground.otherBoycott]).sorted { $0.slug < $1.slug })
    },

    ConformanceCase("a boycott's slug is taken once, in whatever campaign") { repository in
      let ground = try ActionGround(in: repository)
      for campaign in [ground.campaign, ground.otherCampaign] {
        try repository.requireRefusedWrite(.alreadyExists) {
          try $0.boycotts.add(try ActionGround.boycott("no-acme", of: campaign))
        }
      }
    },

    ConformanceCase("a boycott needs its campaign, and each of its demands in that campaign") { repository in
      let ground = try ActionGround(in: repository)
      try repository.requireRefusedWrite(.notFound) {
        try $0.boycotts.add(try ActionGround.boycott("new", of: nobody()))
      }
      for demands in [[4], [1, 2, 9], [0]] {
        try repository.requireRefusedWrite(.notFound) {
          try $0.boycotts.add(try ActionGround.boycott("new", of: ground.campaign, untilDemands: demands))
        }
      }
      try requireEqual(try repository.read { try $0.boycotts.find(try Slug("new")) }, nil)
    },

    ConformanceCase("a boycott's demands come by number, each once, and may end others too") { repository in
      let ground = try ActionGround(in: repository)
      let two = try ["one", "two"].map {
        try ActionGround.boycott($0, of: ground.campaign, untilDemands: [3, 1, 3, 2])
      }
      try repository.write { transaction in for boycott in two { try transaction.boycotts.add(boycott) } }
      for boycott in two {
        try requireEqual(try repository.read { try $0.boycotts.find(boycott.slug)?.untilDemands }, [1, 2, 3])
      }
    },

    ConformanceCase("a changed boycott replaces the old one in all that can change, and no other") { repository in
      let ground = try ActionGround(in: repository)
      let bystander = full(try ActionGround.boycott("bystander", of: ground.campaign))
      let first = full(ground.boycott)
      let second = full(
        ground.boycott, scopes: [.speaking, .workingFor], untilDemands: [2, 3], stage: .suspended)
      try repository.write { try $0.boycotts.add(bystander) }
      // From the least to all, from some demands to others, and back again.
      for boycott in [first, second, ground.boycott] {
        try repository.write { try $0.boycotts.update(boycott) }
        try requireEqual(
          try repository.read { try $0.boycotts.all() }, [bystander, boycott, ground.otherBoycott])
      }
    },

    ConformanceCase("a boycott that is not there cannot be changed") { repository in
      let ground = try ActionGround(in: repository)
      try repository.requireRefusedWrite(.notFound) {
        try $0.boycotts.update(try ActionGround.boycott("new", of: ground.campaign))
      }
    },

    ConformanceCase("a boycott cannot be tied to a demand that is not there, and nothing of it is changed") {
      repository in
      let ground = try ActionGround(in: repository)
      let before = full(ground.boycott)
      try repository.write { try $0.boycotts.update(before) }
      for demands in [[1, 2, 4], [9], [-1]] {
        try repository.requireRefusedWrite(.notFound) {
          try $0.boycotts.update(full(ground.boycott, scopes: [], untilDemands: demands, stage: .ended))
        }
        try requireEqual(try repository.read { try $0.boycotts.find(before.slug) }, before)
      }
    },

    ConformanceCase("a boycott keeps its demands whatever becomes of them") { repository in
      let ground = try ActionGround(in: repository)
      let boycott = full(ground.boycott)
      var demand = ground.demands[0]
      demand.state = .withdrawn
      try repository.write { transaction in
        try transaction.boycotts.update(boycott)
        try transaction.demands.update(demand)
      }
      try requireEqual(try repository.read { try $0.boycotts.find(boycott.slug) }, boycott)
    },
  ]
}
