import Campaigns

extension ConformanceCase {
  static let erasureLists = [
    ConformanceCase("what is left of the erased comes in the order of their identifiers, of their petition only") {
      repository in
      let ground = try Ground(in: repository)
      let states: [Signature.State?] = [.withdrawn, nil, .invalidated, .withdrawnAfterDelivery]
      let erased = try zip(ground.signatures(4), states).enumerated().map { number, pair in
        Erasure(
          signature: pair.0.id, petition: pair.0.petition, cohort: pair.0.cohort, countedAs: pair.1,
          mark: number % 2 == 0 ? try tag(UInt8(number)) : nil)
      }
      let other = ground.otherSignature()
      let otherErasure = Erasure(
        signature: other.id, petition: other.petition, cohort: .employee, countedAs: .withdrawn, mark: nil)
      try repository.write { transaction in
        try transaction.signatures.add(
          (erased.map { ground.signature(id: $0.signature) } + [other, ground.signature()]).sorted { $0.id < $1.id })
        for erasure in erased.reversed() + [otherErasure] { try transaction.signatures.erase(leaving: erasure) }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.signatures.erasures(of: ground.petition.id), erased)
        try requireEqual(try transaction.signatures.erasures(of: ground.otherPetition.id), [otherErasure])
        try requireEqual(try transaction.signatures.erasures(of: nobody()), [])
      }
    },

    ConformanceCase("an erasure whose mark was lifted stays in the list without it") { repository in
      let ground = try Ground(in: repository)
      let gone = ground.signature()
      func erasure(_ mark: BlindTag?) -> Erasure {
        Erasure(signature: gone.id, petition: gone.petition, cohort: .employee, countedAs: .withdrawn, mark: mark)
      }
      try repository.write { transaction in
        try transaction.signatures.add([gone])
        try transaction.signatures.erase(leaving: erasure(try tag(5)))
        try transaction.signatures.lift(try tag(5), of: ground.petition.id)
      }
      try requireEqual(
        try repository.read { try $0.signatures.erasures(of: ground.petition.id) }, [erasure(nil)])
    },
  ]
}
