import Campaigns

extension ConformanceCase {
  private static func publication(
    _ number: Int, of petition: Identifier<Petition>, contents: [UInt8] = [5, 6]
  ) -> SealedPublication {
    SealedPublication(
      id: Identifier(on: Ground.day), petition: petition, number: number, publishedOn: Ground.day,
      contents: contents)
  }

  static let publications = [
    ConformanceCase("the newest publication is the one of the highest number, whatever the order of adding") {
      repository in
      let ground = try Ground(in: repository)
      try requireEqual(try repository.read { try $0.publications.newest(of: ground.petition.id) }, nil)
      let publications = [2, 10, 9].map { publication($0, of: ground.petition.id, contents: [UInt8($0)]) }
      try repository.write { transaction in
        for publication in publications { try transaction.publications.add(publication) }
      }
      try requireEqual(try repository.read { try $0.publications.newest(of: ground.petition.id) }, publications[1])
    },

    ConformanceCase("each petition has publications of its own") { repository in
      let ground = try Ground(in: repository)
      let mine = publication(1, of: ground.petition.id)
      let other = publication(1, of: ground.otherPetition.id, contents: [])
      try repository.write { transaction in
        try transaction.publications.add(mine)
        try transaction.publications.add(other)
      }
      try repository.read { transaction in
        try requireEqual(try transaction.publications.newest(of: ground.petition.id), mine)
        try requireEqual(try transaction.publications.newest(of: ground.otherPetition.id), other)
        try requireEqual(try transaction.publications.newest(of: nobody()), nil)
      }
    },

    ConformanceCase("a publication is found by its number, in its petition only") { repository in
      let ground = try Ground(in: repository)
      let publications = [1, 2, 3].map { publication($0, of: ground.petition.id, contents: [UInt8($0)]) }
      try repository.write { transaction in
        for publication in publications { try transaction.publications.add(publication) }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.publications.find(2, of: ground.petition.id), publications[1])
        try requireEqual(try transaction.publications.find(4, of: ground.petition.id), nil)
        try requireEqual(try transaction.publications.find(2, of: ground.otherPetition.id), nil)
      }
    },

    ConformanceCase("a publication's number is given once in a petition") { repository in
      let ground = try Ground(in: repository)
      try repository.write { try $0.publications.add(publication(1, of: ground.petition.id)) }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.publications.add(publication(1, of: ground.petition.id))
      }
    },

    ConformanceCase("a publication needs its petition") { repository in
      _ = try Ground(in: repository)
      try repository.requireRefusedWrite(.notFound) { try $0.publications.add(publication(1, of: nobody())) }
    },
  ]
}
