import Campaigns

extension ConformanceCase {
  static let signatures = [
    ConformanceCase("a signature is found as it was added, with all it can have") { repository in
      let ground = try Ground(in: repository)
      let signature = ground.signature(
        cohort: .organization, .pending, .held, tag: try tag(1), nameTag: try tag(2), origin: ground.report.id,
        contents: (0..<2_000).map { UInt8(truncatingIfNeeded: $0) })
      try repository.write { try $0.signatures.add([signature]) }
      try requireEqual(
        try repository.read { try $0.signatures.find(signature.id, of: ground.petition.id) }, signature)
    },

    ConformanceCase("a signature is found as it was added, in every cohort, state and standing") { repository in
      let ground = try Ground(in: repository)
      var all: [SealedSignature] = []
      for cohort in Cohort.allCases {
        for state in Signature.State.allCases {
          for standing in Signature.Standing.allCases where (state, standing) != (.verified, .held) {
            all.append(ground.signature(cohort: cohort, state, standing))
          }
        }
      }
      all.sort { $0.id < $1.id }
      try repository.write { try $0.signatures.add(all) }
      try requireEqual(try repository.read { try standing(of: ground.petition.id, in: $0) }, all)
    },

    ConformanceCase("a signature is found in its own petition only") { repository in
      let ground = try Ground(in: repository)
      let signature = ground.signature(tag: try tag(1))
      try repository.write { try $0.signatures.add([signature]) }
      try repository.read { transaction in
        try requireEqual(try transaction.signatures.find(signature.id, of: ground.otherPetition.id), nil)
        try requireEqual(try transaction.signatures.find(nobody(), of: ground.petition.id), nil)
        try requireEqual(try transaction.signatures.find(tagged: try tag(1), of: ground.otherPetition.id), [])
        try requireEqual(try transaction.signatures.find(tagged: try tag(2), of: ground.petition.id), [])
        try requireEqual(try standing(of: ground.otherPetition.id, in: transaction), [])
      }
    },

    ConformanceCase("adding nobody changes nothing") { repository in
      let ground = try Ground(in: repository)
      try repository.write { try $0.signatures.add([]) }
      try requireEqual(try repository.read { try $0.petitions.tally(of: ground.petition.id) }, PetitionTally())
    },

    ConformanceCase("an identifier is taken once, whatever the petition") { repository in
      let ground = try Ground(in: repository)
      let signature = ground.signature()
      try repository.write { try $0.signatures.add([signature]) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.signatures.add([signature]) }
      let other = SealedSignature(
        id: signature.id, petition: ground.otherPetition.id, letter: ground.otherLetter.id, origin: nil,
        signedOn: Ground.day, cohort: .employee, state: .pending, standing: .sole, tag: nil, nameTag: nil,
        contents: [1])
      try repository.requireRefusedWrite(.alreadyExists) { try $0.signatures.add([other]) }
    },

    ConformanceCase("a signature needs its petition, its letter and, where it names one, its import") { repository in
      let ground = try Ground(in: repository)
      let good = ground.signature()
      try repository.requireRefusedWrite(.notFound) {
        try $0.signatures.add([good.changed(letter: nobody(), tag: nil)])
      }
      try repository.requireRefusedWrite(.notFound) { try $0.signatures.add([ground.signature(origin: nobody())]) }
      try repository.requireRefusedWrite(.notFound) {
        try $0.signatures.add([
          SealedSignature(
            id: good.id, petition: nobody(), letter: good.letter, origin: nil, signedOn: Ground.day,
            cohort: .employee, state: .pending, standing: .sole, tag: nil, nameTag: nil, contents: [1])
        ])
      }
      try repository.write { try $0.signatures.add([good]) }
    },

    ConformanceCase("a batch with one that is refused adds none of them") { repository in
      let ground = try Ground(in: repository)
      let batch = ground.signatures(20)
      try repository.requireRefusedWrite(.alreadyExists) { try $0.signatures.add(batch + [batch[7]]) }
      try requireEqual(try repository.read { try standing(of: ground.petition.id, in: $0) }, [])
      try requireEqual(try repository.read { try $0.petitions.tally(of: ground.petition.id).total }, Tally())
    },
  ]
}
