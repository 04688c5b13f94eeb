import Campaigns

extension ConformanceCase {
  static let commitments = [
    ConformanceCase("a signature's commitment comes back as it was added, and so does its absence") { repository in
      let ground = try Ground(in: repository)
      let with = committed(ground.signature(tag: try tag(1)), 7)
      let without = ground.signature(tag: try tag(2))
      try repository.write { try $0.signatures.add([with, without].sorted { $0.id < $1.id }) }
      try repository.read { transaction in
        try requireEqual(try transaction.signatures.find(with.id, of: ground.petition.id), with)
        try requireEqual(try transaction.signatures.find(tagged: try tag(1), of: ground.petition.id), [with])
        try requireEqual(try transaction.signatures.find(tagged: try tag(2), of: ground.petition.id), [without])
        try requireEqual(
          try standing(of: ground.petition.id, in: transaction), [with, without].sorted { $0.id < $1.id })
      }
    },

    ConformanceCase("a changed signature has the commitment it was given: none, a first or another one") {
      repository in
      let ground = try Ground(in: repository)
      let old = ground.signature()
      try repository.write { try $0.signatures.add([old]) }
      for byte: UInt8? in [1, 2, nil, 3] {
        let new = committed(old, byte)
        try repository.write { try $0.signatures.update([new]) }
        try requireEqual(try repository.read { try $0.signatures.find(old.id, of: ground.petition.id) }, new)
      }
    },

    ConformanceCase("signatures of one batch keep each its own commitment") { repository in
      let ground = try Ground(in: repository)
      let all = ground.signatures(9).enumerated().map { number, signature in
        committed(signature, number % 3 == 0 ? nil : UInt8(number))
      }
      try repository.write { try $0.signatures.add(all) }
      try requireEqual(try repository.read { try standing(of: ground.petition.id, in: $0) }, all)
    },
  ]

  private static func committed(_ signature: SealedSignature, _ byte: UInt8?) -> SealedSignature {
    SealedSignature(
      id: signature.id, petition: signature.petition, letter: signature.letter, origin: signature.origin,
      signedOn: signature.signedOn, cohort: signature.cohort, state: signature.state, standing: signature.standing,
      tag: signature.tag, nameTag: signature.nameTag, commitment: byte.flatMap { Bytes32(hashBytes($0)) },
      contents: signature.contents)
  }
}
