import Campaigns

extension ConformanceCase {
  static let changedSignatures = [
    ConformanceCase("a changed signature replaces the old one in all its columns, and no other") { repository in
      let ground = try Ground(in: repository)
      let second = try Ground.letter(ground.petition, version: 2, "Dear Acme, again,\n")
      let old = ground.signature(tag: try tag(1))
      let bystander = ground.signature(tag: try tag(5))
      let new = SealedSignature(
        id: old.id, petition: old.petition, letter: second.id, origin: ground.report.id,
        signedOn: CalendarDate(daysSinceEpoch: 19_000), cohort: .alumni, state: .invalidated, standing: .admitted,
        tag: try tag(2), nameTag: try tag(3), contents: [9, 9, 9, 9])
      try repository.write { transaction in
        try transaction.letters.add(second)
        try transaction.signatures.add([old, bystander])
        try transaction.signatures.update([new])
      }
      try repository.read { transaction in
        try requireEqual(try transaction.signatures.find(old.id, of: ground.petition.id), new)
        try requireEqual(try transaction.signatures.find(bystander.id, of: ground.petition.id), bystander)
        try requireEqual(try transaction.signatures.find(tagged: try tag(1), of: ground.petition.id), [])
      }
    },

    ConformanceCase("a signature that is not there, or is another petition's, cannot be changed") { repository in
      let ground = try Ground(in: repository)
      let there = ground.signature()
      let elsewhere = ground.otherSignature()
      try repository.write { try $0.signatures.add([there, elsewhere]) }
      try repository.requireRefusedWrite(.notFound) {
        try $0.signatures.update([there.changed(state: .verified, tag: nil), ground.signature()])
      }
      try repository.requireRefusedWrite(.notFound) { try $0.signatures.update([ground.signature(id: elsewhere.id)]) }
      try requireEqual(
        try repository.read { try $0.signatures.find(there.id, of: ground.petition.id) }, there)
    },

    ConformanceCase("a changed signature cannot claim what another has, or refer to what is not there") {
      repository in
      let ground = try Ground(in: repository)
      let one = ground.signature(tag: try tag(1))
      let two = ground.signature(tag: try tag(2))
      let held = ground.signature(.pending, .held, tag: try tag(1), nameTag: try tag(10))
      let admitted = ground.signature(.pending, .admitted, tag: try tag(1), nameTag: try tag(11))
      try repository.write { try $0.signatures.add([one, two, held, admitted]) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.signatures.update([two.changed(tag: try tag(1))]) }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.signatures.update([admitted.changed(tag: try tag(1), nameTag: try tag(10))])
      }
      try repository.requireRefusedWrite(.notFound) {
        try $0.signatures.update([one.changed(letter: nobody(), tag: nil)])
      }
      try repository.requireRefusedWrite(.notFound) {
        try $0.signatures.update([one.changed(tag: nil, origin: nobody())])
      }
    },

    ConformanceCase("two signatures of one change may follow each other in an address") { repository in
      let ground = try Ground(in: repository)
      let one = ground.signature(tag: try tag(1))
      let two = ground.signature(tag: nil)
      try repository.write { transaction in
        try transaction.signatures.add([one, two])
        try transaction.signatures.update([one.changed(tag: nil), two.changed(tag: try tag(1))])
      }
      try requireEqual(
        try repository.read { try $0.signatures.find(tagged: try tag(1), of: ground.petition.id).map(\.id) }, [two.id]
      )
    },
  ]
}
