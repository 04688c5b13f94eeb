import Campaigns

extension ConformanceCase {
  private static func termination(
    _ slug: String, _ ground: ActionGround, campaign: Identifier<Campaign>? = nil,
    target: Identifier<Target>? = nil, stage: Termination.Stage = .considering, isPublished: Bool = false,
    contents: [UInt8] = [1, 2, 3]
  ) throws -> SealedTermination {
    SealedTermination(
      id: Identifier(on: Ground.day), slug: try Slug(slug), campaign: campaign ?? ground.campaign,
      target: target ?? ground.target, stage: stage, isPublished: isPublished, contents: contents)
  }

  static let terminations = [
    ConformanceCase("a termination is found by its slug as it was added, in each stage, published or not") {
      repository in
      let ground = try ActionGround(in: repository)
      for stage in Termination.Stage.allCases {
        for isPublished in [false, true] {
          let termination = try termination(
            "\(stage.rawValue)-\(isPublished)", ground, target: ground.otherTarget, stage: stage,
            isPublished: isPublished, contents: Array("sealed \(stage)".utf8))
          try repository.write { try $0.terminations.add(termination) }
          try requireEqual(try repository.read { try $0.terminations.find(termination.slug) }, termination)
        }
      }
    },

    ConformanceCase("a termination that is not there is nil") { repository in
      let ground = try ActionGround(in: repository)
      try repository.read { transaction in
        try requireEqual(try transaction.terminations.find(try Slug("nowhere")), nil)
        try requireEqual(try transaction.terminations.all(of: ground.campaign), [])
        try requireEqual(try transaction.terminations.slugs(), [])
      }
    },

    ConformanceCase("terminations come in the order of their identifiers, of their campaign only") { repository in
      let ground = try ActionGround(in: repository)
      let mine = try (0..<9).map { try termination("contract-\($0)", ground) }
      let other = try termination("elsewhere", ground, campaign: ground.otherCampaign)
      try repository.write { transaction in
        for termination in mine + [other] { try transaction.terminations.add(termination) }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.terminations.all(of: ground.campaign), mine.sorted { $0.id < $1.id })
        try requireEqual(try transaction.terminations.all(of: ground.otherCampaign), [other])
        try requireEqual(try transaction.terminations.all(of: nobody()), [])
      }
    },

    ConformanceCase("the slugs of terminations are those of all campaigns") { repository in
      let ground = try ActionGround(in: repository)
      try repository.write { transaction in
        try transaction.terminations.add(try termination("b", ground))
        try transaction.terminations.add(try termination("a", ground, campaign: ground.otherCampaign))
      }
      try requireEqual(try repository.read { try $0.terminations.slugs().sorted() }, [try Slug("a"), try Slug("b")])
    },

    ConformanceCase("a termination's slug is taken once, in whatever campaign") { repository in
      let ground = try ActionGround(in: repository)
      try repository.write { try $0.terminations.add(try termination("supply", ground)) }
      for campaign in [ground.campaign, ground.otherCampaign] {
        try repository.requireRefusedWrite(.alreadyExists) {
          try $0.terminations.add(try termination("supply", ground, campaign: campaign))
        }
      }
    },

    ConformanceCase("a termination needs its campaign and its target") { repository in
      let ground = try ActionGround(in: repository)
      try repository.requireRefusedWrite(.notFound) {
        try $0.terminations.add(try termination("supply", ground, campaign: nobody()))
      }
      try repository.requireRefusedWrite(.notFound) {
        try $0.terminations.add(try termination("supply", ground, target: nobody()))
      }
    },

    ConformanceCase("a changed termination replaces the old one, its slug too, and no other") { repository in
      let ground = try ActionGround(in: repository)
      let old = try termination("supply", ground)
      let bystander = try termination("advice", ground)
      let new = try changed(
        old, slug: "acme-supply", target: ground.otherTarget, stage: .noticed, isPublished: true, contents: [7, 7])
      try repository.write { transaction in
        try transaction.terminations.add(old)
        try transaction.terminations.add(bystander)
        try transaction.terminations.update(new)
      }
      try repository.read { transaction in
        try requireEqual(try transaction.terminations.find(new.slug), new)
        try requireEqual(try transaction.terminations.find(old.slug), nil)
        try requireEqual(try transaction.terminations.find(bystander.slug), bystander)
      }
      // The slug that it had is free again, and a change that keeps the slug takes none from anybody.
      let heir = try termination("supply", ground)
      let kept = try changed(new, slug: "acme-supply", target: ground.target, stage: .rescinded, contents: [8])
      try repository.write { transaction in
        try transaction.terminations.add(heir)
        try transaction.terminations.update(kept)
      }
      try requireEqual(
        try repository.read { try $0.terminations.all(of: ground.campaign) },
        [bystander, heir, kept].sorted { $0.id < $1.id })
    },

    ConformanceCase("a changed termination cannot take another's slug, and needs its target") { repository in
      let ground = try ActionGround(in: repository)
      let one = try termination("one", ground)
      let two = try termination("two", ground, campaign: ground.otherCampaign)
      try repository.write { transaction in
        try transaction.terminations.add(one)
        try transaction.terminations.add(two)
      }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.terminations.update(try changed(one, slug: "two", target: ground.target))
      }
      try repository.requireRefusedWrite(.notFound) {
        try $0.terminations.update(try changed(one, slug: "one", target: nobody()))
      }
      try requireEqual(try repository.read { try $0.terminations.all(of: ground.campaign) }, [one])
    },

    ConformanceCase("a termination that is not there cannot be changed or erased") { repository in
      let ground = try ActionGround(in: repository)
      let termination = try termination("supply", ground)
      try repository.requireRefusedWrite(.notFound) { try $0.terminations.update(termination) }
      try repository.requireRefusedWrite(.notFound) { try $0.terminations.erase(termination.id) }
    },

    ConformanceCase("an erased termination is gone, once and alone, and its slug is free again") { repository in
      let ground = try ActionGround(in: repository)
      let gone = try termination("supply", ground, stage: .noticed, isPublished: true)
      let stays = try termination("advice", ground)
      try repository.write { transaction in
        try transaction.terminations.add(gone)
        try transaction.terminations.add(stays)
        try transaction.terminations.erase(gone.id)
      }
      try repository.read { transaction in
        try requireEqual(try transaction.terminations.find(gone.slug), nil)
        try requireEqual(try transaction.terminations.all(of: ground.campaign), [stays])
        try requireEqual(try transaction.terminations.slugs(), [stays.slug])
      }
      try repository.requireRefusedWrite(.notFound) { try $0.terminations.erase(gone.id) }
      try repository.write { try $0.terminations.add(try termination("supply", ground)) }
    },
  ]

  private static func changed(
    _ old: SealedTermination, slug: String, target: Identifier<Target>, stage: Termination.Stage = .considering,
    isPublished: Bool = false, contents: [UInt8] = [9]
  ) throws -> SealedTermination {
    SealedTermination(
      id: old.id, slug: try Slug(slug), campaign: old.campaign, target: target, stage: stage,
      isPublished: isPublished, contents: contents)
  }
}
