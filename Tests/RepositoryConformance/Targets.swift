import Campaigns

extension ConformanceCase {
  private static func target(_ slug: String, _ domains: [String] = []) throws -> Target {
    Target(
      id: Identifier(on: Ground.day), slug: try Slug(slug), name: "Name of \(slug)", kind: .agency,
      domains: try domains.map(MailDomain.init))
  }

  static let targets = [
    ConformanceCase("a target is found by its slug and by its identifier, with its domains") { repository in
      let target = try target("acme", ["acme.example", "mail.acme.example"])
      try repository.write { try $0.targets.add(target) }
      try repository.read { transaction in
        try requireEqual(try transaction.targets.find(target.slug), target)
        try requireEqual(try transaction.targets.find(target.id), target)
      }
    },

    ConformanceCase("a target of each kind is kept") { repository in
      for kind in Target.Kind.allCases {
        var target = try target("t-\(kind.rawValue)")
        target.kind = kind
        try repository.write { try $0.targets.add(target) }
        try requireEqual(try repository.read { try $0.targets.find(target.id)?.kind }, kind)
      }
    },

    ConformanceCase("a target that is not there is nil") { repository in
      try repository.read { transaction in
        try requireEqual(try transaction.targets.find(try Slug("nowhere")), nil)
        try requireEqual(try transaction.targets.find(nobody()), nil)
        try requireEqual(try transaction.targets.all(), [])
      }
    },

    ConformanceCase("a target's slug is taken once") { repository in
      try repository.write { try $0.targets.add(try target("acme")) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.targets.add(try target("acme")) }
    },

    ConformanceCase("two targets may have the same domain") { repository in
      let both = [try target("acme", ["acme.example"]), try target("bolt", ["acme.example"])]
      try repository.write { transaction in for target in both { try transaction.targets.add(target) } }
      try requireEqual(try repository.read { try $0.targets.all() }, both)
    },

    ConformanceCase("a domain that is named twice is kept once") { repository in
      let target = try target("acme", ["acme.example", "acme.example"])
      try repository.write { try $0.targets.add(target) }
      try requireEqual(
        try repository.read { try $0.targets.find(target.id)?.domains }, [try MailDomain("acme.example")])
    },

    ConformanceCase("targets come by slug") { repository in
      let targets = try ["m", "z", "a"].map { try target($0) }
      try repository.write { transaction in for target in targets { try transaction.targets.add(target) } }
      try requireEqual(try repository.read { try $0.targets.all() }, targets.sorted { $0.slug < $1.slug })
    },

    ConformanceCase("a changed target replaces the old one with its domains, and no other") { repository in
      var target = try target("acme", ["acme.example", "old.example"])
      let other = try ConformanceCase.target("bolt", ["old.example"])
      try repository.write { transaction in
        try transaction.targets.add(target)
        try transaction.targets.add(other)
        target.name = "Acme & Sons"
        target.kind = .legislature
        target.domains = [try MailDomain("acme.example"), try MailDomain("new.example")]
        try transaction.targets.update(target)
      }
      try requireEqual(try repository.read { try $0.targets.all() }, [target, other])
    },

    ConformanceCase("a target that is not there cannot be changed") { repository in
      try repository.requireRefusedWrite(.notFound) { try $0.targets.update(try target("acme", ["a.example"])) }
    },
  ]
}
