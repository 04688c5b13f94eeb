import Campaigns

extension ConformanceCase {
  static let sharedAddresses = [
    ConformanceCase("one sole signature of a petition claims an address") { repository in
      let ground = try Ground(in: repository)
      try repository.write { try $0.signatures.add([ground.signature(tag: try tag(1))]) }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.signatures.add([ground.signature(.withdrawn, tag: try tag(1))])
      }
      try repository.write { try $0.signatures.add([ground.signature(tag: try tag(2))]) }
    },

    ConformanceCase("the same tag in another petition is another address") { repository in
      let ground = try Ground(in: repository)
      try repository.write { transaction in
        try transaction.signatures.add([ground.signature(tag: try tag(1))])
        try transaction.signatures.add([ground.otherSignature(tag: try tag(1))])
      }
    },

    ConformanceCase("any number may claim no address") { repository in
      let ground = try Ground(in: repository)
      try repository.write { try $0.signatures.add(ground.signatures(30)) }
      try requireEqual(try repository.read { try $0.petitions.tally(of: ground.petition.id).total.pending }, 30)
    },

    ConformanceCase("each name shares an address once, beside the sole one, held or admitted") { repository in
      let ground = try Ground(in: repository)
      let sole = ground.signature(tag: try tag(1))
      let held = ground.signature(.pending, .held, tag: try tag(1), nameTag: try tag(10))
      let admitted = ground.signature(.verified, .admitted, tag: try tag(1), nameTag: try tag(11))
      try repository.write { transaction in
        for signature in [held, sole, admitted] { try transaction.signatures.add([signature]) }
      }
      for standing in [Signature.Standing.held, .admitted] {
        for name in [10, 11] as [UInt8] {
          try repository.requireRefusedWrite(.alreadyExists) {
            try $0.signatures.add([ground.signature(.pending, standing, tag: try tag(1), nameTag: try tag(name))])
          }
        }
      }
      try repository.write { transaction in
        try transaction.signatures.add([
          ground.signature(.pending, .held, tag: try tag(1), nameTag: try tag(12)),
          ground.signature(.pending, .held, tag: try tag(2), nameTag: try tag(10)),
        ])
      }
    },

    ConformanceCase("all who claim an address are found, the sole one first") { repository in
      let ground = try Ground(in: repository)
      let sole = ground.signature(id: Identifier(rawValue: 900), tag: try tag(1))
      let shared = try [100, 200].map { number in
        ground.signature(
          id: Identifier(rawValue: Int64(number)), .pending, .held, tag: try tag(1), nameTag: try tag(UInt8(number)))
      }
      try repository.write { try $0.signatures.add(shared + [sole, ground.signature(tag: try tag(2))]) }
      try requireEqual(
        try repository.read { try $0.signatures.find(tagged: try tag(1), of: ground.petition.id) }, [sole] + shared)
    },

    ConformanceCase("an address that was released can be claimed again") { repository in
      let ground = try Ground(in: repository)
      let sole = ground.signature(tag: try tag(1))
      let held = ground.signature(.pending, .held, tag: try tag(1), nameTag: try tag(10))
      try repository.write { try $0.signatures.add([sole, held]) }
      try repository.write { transaction in
        try transaction.signatures.update([
          sole.changed(state: .withdrawn, tag: nil), held.changed(state: .withdrawn, tag: nil),
        ])
        try transaction.signatures.add([
          ground.signature(tag: try tag(1)),
          ground.signature(.pending, .held, tag: try tag(1), nameTag: try tag(10)),
        ])
      }
      try requireEqual(
        try repository.read { try $0.signatures.find(tagged: try tag(1), of: ground.petition.id).count }, 2)
    },
  ]
}
