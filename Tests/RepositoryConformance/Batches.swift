import Campaigns

extension ConformanceCase {
  static let batches = [
    ConformanceCase("signatures come once each, in the order of their identifiers, in full batches") { repository in
      let ground = try Ground(in: repository)
      let all = ground.signatures(23)
      try repository.write { transaction in
        try transaction.signatures.add(all)
        try transaction.signatures.add([ground.otherSignature()])
      }
      for (limit, sizes) in [(1, Array(repeating: 1, count: 23)), (10, [10, 10, 3]), (23, [23]), (100, [23])] {
        var batches: [[SealedSignature]] = []
        try repository.read { transaction in
          try transaction.signatures.forEachBatch(of: ground.petition.id, origin: nil, limit: limit) {
            batches.append($0)
          }
        }
        try requireEqual(batches.map(\.count), sizes)
        try requireEqual(Array(batches.joined()), all)
      }
    },

    ConformanceCase("where there is nothing, no batch comes") { repository in
      let ground = try Ground(in: repository)
      try repository.read { transaction in
        for petition in [ground.petition.id, nobody()] {
          try transaction.signatures.forEachBatch(of: petition, origin: nil, limit: 5) { _ in
            throw Nonconformance("a batch came", #fileID, #line)
          }
        }
      }
    },

    ConformanceCase("the signatures of one import come without the others") { repository in
      let ground = try Ground(in: repository)
      let second = Ground.report(ground.petition)
      let all = ground.signatures(30)
      let mixed = all.enumerated().map { number, signature in
        number % 3 == 0
          ? signature
          : signature.changed(tag: nil, origin: number % 3 == 1 ? ground.report.id : second.id)
      }
      try repository.write { transaction in
        try transaction.imports.add(second)
        try transaction.signatures.add(mixed)
      }
      var found: [SealedSignature] = []
      try repository.read { transaction in
        try transaction.signatures.forEachBatch(of: ground.petition.id, origin: second.id, limit: 4) { found += $0 }
      }
      try requireEqual(found, mixed.filter { $0.origin == second.id })
    },

    ConformanceCase("the body may change and erase what it was given, and each still comes once") { repository in
      let ground = try Ground(in: repository)
      let all = ground.signatures(40)
      try repository.write { transaction in
        try transaction.signatures.add(all)
        var seen: [Identifier<Signature>] = []
        try transaction.signatures.forEachBatch(of: ground.petition.id, origin: nil, limit: 7) { batch in
          seen += batch.map(\.id)
          let (erased, changed) = (batch.prefix(2), batch.dropFirst(2))
          try transaction.signatures.update(changed.map { $0.changed(state: .verified, tag: nil) })
          for signature in erased {
            try transaction.signatures.erase(
              leaving: Erasure(
                signature: signature.id, petition: signature.petition, cohort: .employee, countedAs: .withdrawn,
                mark: nil))
          }
        }
        try requireEqual(seen, all.map(\.id))
        try requireEqual(try transaction.petitions.tally(of: ground.petition.id).total.verified, 28)
        try requireEqual(try standing(of: ground.petition.id, in: transaction).count, 28)
      }
    },

    ConformanceCase("what the body throws ends the batches and comes out") { repository in
      struct Enough: Error {}
      let ground = try Ground(in: repository)
      try repository.write { try $0.signatures.add(ground.signatures(10)) }
      var batches = 0
      do {
        try repository.read { transaction in
          try transaction.signatures.forEachBatch(of: ground.petition.id, origin: nil, limit: 2) { _ in
            batches += 1
            if batches == 2 { throw Enough() }
          }
        }
        throw Nonconformance("the error was lost", #fileID, #line)
      } catch is Enough {}
      try requireEqual(batches, 2)
    },

    ConformanceCase("taken identifiers are those of signatures and of erased ones, of any petition, bounds included")
    {
      repository in
      let ground = try Ground(in: repository)
      func id(_ number: Int64) -> Identifier<Signature> { Identifier(rawValue: number) }
      let elsewhere = ground.otherSignature()
      try repository.write { transaction in
        try transaction.signatures.add([99, 100, 150, 200, 201].map { ground.signature(id: id($0)) } + [elsewhere])
        try transaction.signatures.erase(
          leaving: Erasure(
            signature: id(150), petition: ground.petition.id, cohort: .employee, countedAs: .withdrawn, mark: nil))
      }
      try repository.read { transaction in
        try requireEqual(try transaction.signatures.taken(in: id(100)...id(200)), [id(100), id(150), id(200)])
        try requireEqual(try transaction.signatures.taken(in: elsewhere.id...elsewhere.id), [elsewhere.id])
        try requireEqual(try transaction.signatures.taken(in: id(101)...id(149)), [])
      }
    },
  ]
}
