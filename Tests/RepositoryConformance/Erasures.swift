import Campaigns

extension ConformanceCase {
  private static func erasure(
    of signature: SealedSignature, as state: Signature.State? = .withdrawn, mark: BlindTag? = nil
  ) -> Erasure {
    Erasure(
      signature: signature.id, petition: signature.petition, cohort: signature.cohort, countedAs: state, mark: mark)
  }

  static let erasures = [
    ConformanceCase("an erasure stands in the place of its signature") { repository in
      let ground = try Ground(in: repository)
      let gone = ground.signature(cohort: .alumni, .verified, tag: try tag(1))
      let stays = ground.signature()
      let erasure = erasure(of: gone, as: .withdrawnAfterDelivery, mark: try tag(7))
      try repository.write { try $0.signatures.add([gone, stays]) }
      try requireEqual(try repository.read { try $0.signatures.erasure(of: gone.id, of: gone.petition) }, nil)
      try repository.write { try $0.signatures.erase(leaving: erasure) }
      try repository.read { transaction in
        try requireEqual(try transaction.signatures.erasure(of: gone.id, of: gone.petition), erasure)
        try requireEqual(try transaction.signatures.erasure(of: gone.id, of: ground.otherPetition.id), nil)
        try requireEqual(try transaction.signatures.find(gone.id, of: gone.petition), nil)
        try requireEqual(try transaction.signatures.find(tagged: try tag(1), of: gone.petition), [])
        try requireEqual(try standing(of: gone.petition, in: transaction), [stays])
      }
    },

    ConformanceCase("an erasure is counted as it says, in every way there is") { repository in
      let ground = try Ground(in: repository)
      let ways: [Signature.State?] = [.withdrawn, .withdrawnAfterDelivery, .invalidated, nil]
      for (number, way) in ways.enumerated() {
        let gone = ground.signature(.pending, way == nil ? .held : .sole)
        let erasure = erasure(of: gone, as: way)
        try repository.write { transaction in
          try transaction.signatures.add([gone])
          try transaction.signatures.erase(leaving: erasure)
        }
        try requireEqual(try repository.read { try $0.signatures.erasure(of: gone.id, of: gone.petition) }, erasure)
        let tally = try repository.read { try $0.petitions.tally(of: ground.petition.id).total }
        try requireEqual(tally.gross, min(number + 1, 3))
        try requireEqual(tally.held, 0)
      }
      let tally = try repository.read { try $0.petitions.tally(of: ground.petition.id).total }
      try requireEqual(
        [tally.withdrawnBeforeDelivery, tally.withdrawnAfterDelivery, tally.invalidated], [1, 1, 1])
    },

    ConformanceCase("what is not there, or is another petition's, cannot be erased; neither can it twice") {
      repository in
      let ground = try Ground(in: repository)
      let signature = ground.signature()
      try repository.requireRefusedWrite(.notFound) { try $0.signatures.erase(leaving: erasure(of: signature)) }
      try repository.write { try $0.signatures.add([signature, ground.otherSignature()]) }
      try repository.requireRefusedWrite(.notFound) {
        try $0.signatures.erase(
          leaving: Erasure(
            signature: signature.id, petition: ground.otherPetition.id, cohort: .employee, countedAs: .withdrawn,
            mark: nil))
      }
      try repository.write { try $0.signatures.erase(leaving: erasure(of: signature)) }
      try repository.requireRefusedWrite(.notFound) { try $0.signatures.erase(leaving: erasure(of: signature)) }
    },

    ConformanceCase("marks are those of the petition's erasures that have one") { repository in
      let ground = try Ground(in: repository)
      let mine = ground.signatures(3)
      let other = ground.otherSignature()
      try repository.write { transaction in
        try transaction.signatures.add(mine + [other])
        try transaction.signatures.erase(leaving: erasure(of: mine[0], mark: try tag(1)))
        try transaction.signatures.erase(leaving: erasure(of: mine[1], mark: try tag(2)))
        try transaction.signatures.erase(leaving: erasure(of: mine[2], mark: nil))
        try transaction.signatures.erase(leaving: erasure(of: other, mark: try tag(3)))
      }
      try repository.read { transaction in
        try requireEqual(try transaction.signatures.marks(of: ground.petition.id), [try tag(1), try tag(2)])
        try requireEqual(try transaction.signatures.marks(of: ground.otherPetition.id), [try tag(3)])
        try requireEqual(try transaction.signatures.marks(of: nobody()), [])
      }
    },

    ConformanceCase("a lifted mark is forgotten, in its petition only, and the erasure stays in the tally") {
      repository in
      let ground = try Ground(in: repository)
      let mine = ground.signature()
      let other = ground.otherSignature()
      try repository.write { transaction in
        try transaction.signatures.add([mine, other])
        try transaction.signatures.erase(leaving: erasure(of: mine, mark: try tag(1)))
        try transaction.signatures.erase(leaving: erasure(of: other, mark: try tag(1)))
        try transaction.signatures.lift(try tag(1), of: ground.petition.id)
        try transaction.signatures.lift(try tag(9), of: ground.petition.id)
      }
      try repository.read { transaction in
        try requireEqual(try transaction.signatures.marks(of: ground.petition.id), [])
        try requireEqual(try transaction.signatures.marks(of: ground.otherPetition.id), [try tag(1)])
        try requireEqual(
          try transaction.signatures.erasure(of: mine.id, of: mine.petition), erasure(of: mine, mark: nil))
        try requireEqual(try transaction.petitions.tally(of: ground.petition.id).total.withdrawn, 1)
      }
    },

    ConformanceCase("one mark may stand for several erasures, and one lifting forgets all of them") { repository in
      let ground = try Ground(in: repository)
      let two = ground.signatures(2)
      try repository.write { transaction in
        try transaction.signatures.add(two)
        for signature in two { try transaction.signatures.erase(leaving: erasure(of: signature, mark: try tag(1))) }
      }
      try requireEqual(try repository.read { try $0.signatures.marks(of: ground.petition.id) }, [try tag(1)])
      try repository.write { try $0.signatures.lift(try tag(1), of: ground.petition.id) }
      try requireEqual(try repository.read { try $0.signatures.marks(of: ground.petition.id) }, [])
    },

    ConformanceCase("an erased signature's address can be claimed again") { repository in
      let ground = try Ground(in: repository)
      let gone = ground.signature(tag: try tag(1))
      try repository.write { transaction in
        try transaction.signatures.add([gone])
        try transaction.signatures.erase(leaving: erasure(of: gone))
        try transaction.signatures.add([ground.signature(tag: try tag(1))])
      }
      try requireEqual(try repository.read { try $0.petitions.tally(of: ground.petition.id).total.gross }, 2)
    },
  ]
}
