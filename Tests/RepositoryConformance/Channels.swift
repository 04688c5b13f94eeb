import Campaigns
import Foundation

extension ConformanceCase {
  private static func channel(_ name: String, of petition: Petition, closesAt: Int? = nil) throws -> Channel {
    Channel(
      petition: petition.id, name: try Slug(name),
      closesAt: closesAt.map { Date(timeIntervalSince1970: Double($0)) })
  }

  static let channels = [
    ConformanceCase("channels come by name, of their petition only, with the second in which they close") {
      repository in
      let ground = try Ground(in: repository)
      let mine = [
        try channel("web-form", of: ground.petition, closesAt: 1_616_889_600),
        try channel("mail", of: ground.petition), try channel("git", of: ground.petition, closesAt: 0),
      ]
      let other = try channel("mail", of: ground.otherPetition, closesAt: 7)
      try repository.write { transaction in
        for channel in mine + [other] { try transaction.channels.keep(channel) }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.channels.all(of: ground.petition.id), [mine[2], mine[1], mine[0]])
        try requireEqual(try transaction.channels.find(mine[0].name, of: ground.petition.id), mine[0])
        try requireEqual(try transaction.channels.find(other.name, of: ground.otherPetition.id), other)
        try requireEqual(try transaction.channels.find(mine[0].name, of: ground.otherPetition.id), nil)
        try requireEqual(try transaction.channels.all(of: nobody()), [])
      }
    },

    ConformanceCase("a channel that is kept again replaces the one of its name, and no other") { repository in
      let ground = try Ground(in: repository)
      let bystander = try channel("mail", of: ground.petition)
      let namesake = try channel("web-form", of: ground.otherPetition)
      try repository.write { transaction in
        for channel in [try channel("web-form", of: ground.petition), bystander, namesake] {
          try transaction.channels.keep(channel)
        }
      }
      let closed = try channel("web-form", of: ground.petition, closesAt: 1_000)
      try repository.write { try $0.channels.keep(closed) }
      try repository.read { transaction in
        try requireEqual(try transaction.channels.all(of: ground.petition.id), [bystander, closed])
        try requireEqual(try transaction.channels.all(of: ground.otherPetition.id), [namesake])
      }
      var opened = closed
      opened.open()
      try repository.write { try $0.channels.keep(opened) }
      try requireEqual(
        try repository.read { try $0.channels.find(opened.name, of: ground.petition.id) }?.closesAt, nil)
    },

    ConformanceCase("a channel needs its petition") { repository in
      try repository.requireRefusedWrite(.notFound) {
        try $0.channels.keep(Channel(petition: nobody(), name: try Slug("mail")))
      }
    },
  ]

  static let toldApart = [
    ConformanceCase("pairs that were told apart are kept once, of their petition only") { repository in
      let ground = try Ground(in: repository)
      let signatures = ground.signatures(3)
      let pairs = try [(0, 1), (1, 2)].map { one, other in
        try requireSome(SignaturePair(signatures[one].id, signatures[other].id))
      }
      try repository.write { transaction in
        try transaction.signatures.add(signatures)
        for pair in pairs + pairs { try transaction.toldApart.tellApart(pair, of: ground.petition.id) }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.toldApart.all(of: ground.petition.id), Set(pairs))
        try requireEqual(try transaction.toldApart.all(of: ground.otherPetition.id), [])
      }
    },

    ConformanceCase("a pair needs both its signatures, of its petition") { repository in
      let ground = try Ground(in: repository)
      let (mine, other) = (ground.signature(), ground.otherSignature())
      try repository.write { try $0.signatures.add([mine, other]) }
      for stranger in [other.id, nobody()] {
        let pair = try requireSome(SignaturePair(mine.id, stranger))
        try repository.requireRefusedWrite(.notFound) {
          try $0.toldApart.tellApart(pair, of: ground.petition.id)
        }
      }
    },

    ConformanceCase("an erased signature takes its pairs along, and no others") { repository in
      let ground = try Ground(in: repository)
      let signatures = ground.signatures(4)
      let pairs = try [(0, 1), (1, 2), (2, 3)].map { one, other in
        try requireSome(SignaturePair(signatures[one].id, signatures[other].id))
      }
      try repository.write { transaction in
        try transaction.signatures.add(signatures)
        for pair in pairs { try transaction.toldApart.tellApart(pair, of: ground.petition.id) }
        try transaction.signatures.erase(
          leaving: Erasure(
            signature: signatures[1].id, petition: ground.petition.id, cohort: .employee, countedAs: .withdrawn,
            mark: nil))
      }
      try requireEqual(try repository.read { try $0.toldApart.all(of: ground.petition.id) }, [pairs[2]])
    },
  ]
}
