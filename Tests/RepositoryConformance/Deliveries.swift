import Campaigns

extension ConformanceCase {
  private static func delivery(
    _ number: Int, of petition: Identifier<Petition>, manifest: String = "a manifest\n", publication: Int? = nil
  ) -> StoredDelivery {
    StoredDelivery(
      id: Identifier(on: Ground.day), petition: petition, number: number, deliveredOn: Ground.day, size: 11,
      manifest: Array(manifest.utf8), counted: [0b1010_0101, 0b0000_0110],
      publication: publication)
  }

  private static func line(_ number: Int, _ signer: UInt8?) throws -> StoredLine {
    StoredLine(
      number: number, hash: hashBytes(UInt8(number)), signer: try signer.map(tag),
      contents: signer.map { [$0, $0, $0] })
  }

  static let deliveries = [
    ConformanceCase("a delivery is found by its number as it was added, with its lines in order") { repository in
      let ground = try Ground(in: repository)
      let delivery = delivery(1, of: ground.petition.id, publication: 7)
      let lines = try (1...12).map { try line($0, UInt8($0)) }
      try repository.write { try $0.deliveries.add(delivery, lines: lines) }
      try repository.read { transaction in
        try requireEqual(try transaction.deliveries.find(1, of: ground.petition.id), delivery)
        try requireEqual(try ConformanceCase.lines(of: delivery, transaction), lines)
      }
    },

    ConformanceCase("a delivery that is not there is nil, and has no lines") { repository in
      let ground = try Ground(in: repository)
      let delivery = delivery(1, of: ground.petition.id)
      try repository.read { transaction in
        try requireEqual(try transaction.deliveries.find(1, of: ground.petition.id), nil)
        try requireEqual(try transaction.deliveries.all(of: ground.petition.id), [])
        try requireEqual(try lines(of: delivery, transaction), [])
      }
      try repository.write { try $0.deliveries.add(delivery, lines: []) }
      try repository.read { transaction in
        try requireEqual(try transaction.deliveries.find(2, of: ground.petition.id), nil)
        try requireEqual(try transaction.deliveries.find(1, of: ground.otherPetition.id), nil)
        try requireEqual(try lines(of: delivery, transaction), [])
      }
    },

    ConformanceCase("deliveries come by number, of their petition only") { repository in
      let ground = try Ground(in: repository)
      let mine = [10, 2, 1].map { delivery($0, of: ground.petition.id, manifest: "number \($0)\n") }
      let other = delivery(1, of: ground.otherPetition.id)
      try repository.write { transaction in
        for delivery in mine + [other] { try transaction.deliveries.add(delivery, lines: [try line(1, 1)]) }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.deliveries.all(of: ground.petition.id), mine.reversed())
        try requireEqual(try transaction.deliveries.all(of: ground.otherPetition.id), [other])
        try requireEqual(try transaction.deliveries.find(2, of: ground.petition.id), mine[1])
      }
    },

    ConformanceCase("a petition has one delivery of a number") { repository in
      let ground = try Ground(in: repository)
      try repository.write { try $0.deliveries.add(delivery(1, of: ground.petition.id), lines: []) }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.deliveries.add(delivery(1, of: ground.petition.id), lines: [try line(1, 1)])
      }
    },

    ConformanceCase("a delivery needs its petition") { repository in
      _ = try Ground(in: repository)
      try repository.requireRefusedWrite(.notFound) { try $0.deliveries.add(delivery(1, of: nobody()), lines: []) }
    },

    ConformanceCase("erasing a signer takes what their lines say out of all deliveries and leaves the hashes") {
      repository in
      let ground = try Ground(in: repository)
      let first = delivery(1, of: ground.petition.id)
      let second = delivery(2, of: ground.petition.id)
      try repository.write { transaction in
        try transaction.deliveries.add(first, lines: [try line(1, 1), try line(2, 2), try line(3, 3)])
        try transaction.deliveries.add(second, lines: [try line(1, 2), try line(2, 4)])
        try transaction.deliveries.erase(try tag(2))
      }
      try repository.read { transaction in
        try requireEqual(try lines(of: first, transaction), [try line(1, 1), try line(2, nil), try line(3, 3)])
        try requireEqual(try lines(of: second, transaction), [try line(1, nil), try line(2, 4)])
        try requireEqual(try transaction.deliveries.all(of: ground.petition.id), [first, second])
      }
    },

    ConformanceCase("erasing a signer without lines changes nothing") { repository in
      let ground = try Ground(in: repository)
      let delivery = delivery(1, of: ground.petition.id)
      try repository.write { transaction in
        try transaction.deliveries.add(delivery, lines: [try line(1, 1), try line(2, nil)])
        try transaction.deliveries.erase(try tag(9))
      }
      try repository.read { transaction in
        try requireEqual(try lines(of: delivery, transaction), [try line(1, 1), try line(2, nil)])
      }
    },
  ]

  private static func lines(of delivery: StoredDelivery, _ transaction: any Transaction) throws -> [StoredLine] {
    var lines: [StoredLine] = []
    try transaction.deliveries.forEachLine(of: delivery.id) { lines.append($0) }
    return lines
  }
}
