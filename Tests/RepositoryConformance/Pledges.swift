import Campaigns

extension ConformanceCase {
  static let pledges = [
    ConformanceCase("a pledge is found by its identifier and by its tag, with all or the least it can have") {
      repository in
      let ground = try ActionGround(in: repository)
      let full = ground.pledge(
        .organization, .broken, isVerified: true, ifOthers: Pledge.mostOthers, terms: 7,
        lapsesOn: CalendarDate(daysSinceEpoch: 20_100), tag: try tag(1), contents: Array("sealed".utf8))
      let least = ground.pledge(contents: [])
      try repository.write { try $0.pledges.add([full, least].sorted { $0.id < $1.id }) }
      try repository.read { transaction in
        try requireEqual(try transaction.pledges.find(full.id, of: ground.boycott.id), full)
        try requireEqual(try transaction.pledges.find(tagged: try tag(1), of: ground.boycott.id), full)
        try requireEqual(try transaction.pledges.find(least.id, of: ground.boycott.id), least)
      }
    },

    ConformanceCase("a pledge of each cohort and stage is kept, verified or not") { repository in
      let ground = try ActionGround(in: repository)
      let all = Cohort.allCases.flatMap { cohort in
        Pledge.Stage.allCases.flatMap { stage in
          [true, false].map { ground.pledge(cohort, stage, isVerified: $0) }
        }
      }.sorted { $0.id < $1.id }
      try repository.write { try $0.pledges.add(all) }
      try requireEqual(try repository.read { try allPledges(of: ground.boycott.id, in: $0) }, all)
    },

    ConformanceCase("identifiers within a range are taken in whatever boycott, and others are not") { repository in
      let ground = try ActionGround(in: repository)
      let pledges = ground.pledges(3)
      let range = Identifier<Pledge>.range(on: Ground.day, group: 5)
      let elsewhere = ground.pledge(id: range.upperBound, of: ground.otherBoycott.id)
      let outside = ground.pledge(id: Identifier.range(on: Ground.day, group: 6).lowerBound)
      try repository.write { try $0.pledges.add(pledges + [elsewhere, outside]) }
      try requireEqual(
        try repository.read { try $0.pledges.taken(in: range) }, Set(pledges.map(\.id) + [elsewhere.id]))
    },

    ConformanceCase("a pledge that is not there, or is another boycott's, is nil") { repository in
      let ground = try ActionGround(in: repository)
      let elsewhere = ground.pledge(tag: try tag(1), of: ground.otherBoycott.id)
      try repository.write { try $0.pledges.add([elsewhere]) }
      try repository.read { transaction in
        try requireEqual(try transaction.pledges.find(nobody(), of: ground.boycott.id), nil)
        try requireEqual(try transaction.pledges.find(elsewhere.id, of: ground.boycott.id), nil)
        try requireEqual(try transaction.pledges.find(tagged: try tag(1), of: ground.boycott.id), nil)
        try requireEqual(try transaction.pledges.find(tagged: try tag(2), of: ground.otherBoycott.id), nil)
        try requireEqual(try allPledges(of: ground.boycott.id, in: transaction), [])
      }
    },

    ConformanceCase("a pledge needs its boycott, and its identifier is taken once in whatever boycott") {
      repository in
      let ground = try ActionGround(in: repository)
      let there = ground.pledge()
      try repository.requireRefusedWrite(.notFound) {
        try $0.pledges.add([ground.pledge(), ground.pledge(of: nobody())])
      }
      try repository.write { try $0.pledges.add([there]) }
      for boycott in [ground.boycott, ground.otherBoycott] {
        try repository.requireRefusedWrite(.alreadyExists) {
          try $0.pledges.add([ground.pledge(), ground.pledge(id: there.id, of: boycott.id)])
        }
      }
      try requireEqual(try repository.read { try allPledges(of: ground.boycott.id, in: $0) }, [there])
    },

    ConformanceCase("a tag is claimed once in a boycott, by whomever, and again in others") { repository in
      let ground = try ActionGround(in: repository)
      try repository.write { try $0.pledges.add([ground.pledge(.alumni, .withdrawn, tag: try tag(1))]) }
      try repository.requireRefusedWrite(.alreadyExists) { try $0.pledges.add([ground.pledge(tag: try tag(1))]) }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.pledges.add([ground.pledge(tag: try tag(2)), ground.pledge(tag: try tag(2))])
      }
      let elsewhere = ground.pledge(tag: try tag(1), of: ground.otherBoycott.id)
      try repository.write { try $0.pledges.add([elsewhere]) }
      try requireEqual(
        try repository.read { try $0.pledges.find(tagged: try tag(1), of: ground.otherBoycott.id) }, elsewhere)
    },

    ConformanceCase("pledges without a tag claim nothing, however many they are") { repository in
      let ground = try ActionGround(in: repository)
      let all = ground.pledges(5)
      try repository.write { try $0.pledges.add(all) }
      try requireEqual(try repository.read { try allPledges(of: ground.boycott.id, in: $0) }, all)
    },

    ConformanceCase("a changed pledge replaces the old one in all its columns, and no other") { repository in
      let ground = try ActionGround(in: repository)
      let old = ground.pledge(tag: try tag(1))
      let bystander = ground.pledge(tag: try tag(5))
      let new = ground.pledge(
        id: old.id, .contractor, .kept, isVerified: true, ifOthers: 12, terms: 3,
        lapsesOn: CalendarDate(daysSinceEpoch: 20_050), tag: try tag(2), contents: [9, 9, 9, 9])
      try repository.write { transaction in
        try transaction.pledges.add([old, bystander].sorted { $0.id < $1.id })
        try transaction.pledges.update([new])
      }
      try repository.read { transaction in
        try requireEqual(try transaction.pledges.find(old.id, of: ground.boycott.id), new)
        try requireEqual(try transaction.pledges.find(tagged: try tag(2), of: ground.boycott.id), new)
        try requireEqual(try transaction.pledges.find(tagged: try tag(1), of: ground.boycott.id), nil)
        try requireEqual(try transaction.pledges.find(bystander.id, of: ground.boycott.id), bystander)
      }
      try repository.write { try $0.pledges.update([old]) }
      try requireEqual(try repository.read { try $0.pledges.find(old.id, of: ground.boycott.id) }, old)
    },

    ConformanceCase("a pledge that is not there, or is another boycott's, cannot be changed") { repository in
      let ground = try ActionGround(in: repository)
      let there = ground.pledge()
      let elsewhere = ground.pledge(of: ground.otherBoycott.id)
      try repository.write { try $0.pledges.add([there, elsewhere].sorted { $0.id < $1.id }) }
      try repository.requireRefusedWrite(.notFound) {
        try $0.pledges.update([ground.pledge(id: there.id, .alumni, .kept), ground.pledge()])
      }
      try repository.requireRefusedWrite(.notFound) { try $0.pledges.update([ground.pledge(id: elsewhere.id)]) }
      try repository.read { transaction in
        try requireEqual(try allPledges(of: ground.boycott.id, in: transaction), [there])
        try requireEqual(try allPledges(of: ground.otherBoycott.id, in: transaction), [elsewhere])
      }
    },

    ConformanceCase("a changed pledge cannot claim what another has; two of one change may follow each other") {
      repository in
      let ground = try ActionGround(in: repository)
      let two = try ground.pledges(2).enumerated().map { number, pledge in
        ground.pledge(id: pledge.id, tag: try tag(UInt8(number)))
      }
      try repository.write { try $0.pledges.add(two) }
      try repository.requireRefusedWrite(.alreadyExists) {
        try $0.pledges.update([ground.pledge(id: two[1].id, tag: try tag(0))])
      }
      try repository.write {
        try $0.pledges.update([ground.pledge(id: two[0].id), ground.pledge(id: two[1].id, tag: try tag(0))])
      }
      try requireEqual(
        try repository.read { try $0.pledges.find(tagged: try tag(0), of: ground.boycott.id)?.id }, two[1].id)
    },
  ]

  static let pledgeBatches = [
    ConformanceCase("pledges come once each, in the order of their identifiers, in full batches") { repository in
      let ground = try ActionGround(in: repository)
      let all = ground.pledges(23)
      try repository.write { transaction in
        try transaction.pledges.add(all)
        try transaction.pledges.add([ground.pledge(of: ground.otherBoycott.id)])
      }
      for (limit, sizes) in [(1, Array(repeating: 1, count: 23)), (10, [10, 10, 3]), (23, [23]), (100, [23])] {
        var batches: [[SealedPledge]] = []
        try repository.read { transaction in
          try transaction.pledges.forEachBatch(of: ground.boycott.id, limit: limit) { batches.append($0) }
        }
        try requireEqual(batches.map(\.count), sizes)
        try requireEqual(Array(batches.joined()), all)
      }
    },

    ConformanceCase("where nobody pledged, no batch comes") { repository in
      let ground = try ActionGround(in: repository)
      try repository.read { transaction in
        for boycott in [ground.boycott.id, nobody()] {
          try transaction.pledges.forEachBatch(of: boycott, limit: 5) { _ in
            throw Nonconformance("a batch came", #fileID, #line)
          }
        }
      }
    },

    ConformanceCase("the body may change and erase the pledges it was given, and each still comes once") {
      repository in
      let ground = try ActionGround(in: repository)
      let all = ground.pledges(40)
      try repository.write { transaction in
        try transaction.pledges.add(all)
        var seen: [SealedPledge] = []
        try transaction.pledges.forEachBatch(of: ground.boycott.id, limit: 7) { batch in
          seen += batch
          try transaction.pledges.update(batch.dropFirst(2).map { ground.pledge(id: $0.id, .alumni, .bound) })
          for pledge in batch.prefix(2) {
            try transaction.pledges.erase(pledge.id, of: ground.boycott.id, leaving: nil)
          }
        }
        try requireEqual(seen, all)
        let after = try allPledges(of: ground.boycott.id, in: transaction)
        try requireEqual(after.map(\.id), all.map(\.id))
        try requireEqual(after.count { $0.stage == .bound && $0.cohort == .alumni }, 28)
        try requireEqual(after.count { $0.contents == nil }, 12)
      }
    },

    ConformanceCase("what the body throws ends the batches of pledges and comes out") { repository in
      struct Enough: Error {}
      let ground = try ActionGround(in: repository)
      try repository.write { try $0.pledges.add(ground.pledges(10)) }
      var batches = 0
      do {
        try repository.read { transaction in
          try transaction.pledges.forEachBatch(of: ground.boycott.id, limit: 2) { _ in
            batches += 1
            if batches == 2 { throw Enough() }
          }
        }
        throw Nonconformance("the error was lost", #fileID, #line)
      } catch is Enough {}
      try requireEqual(batches, 2)
    },
  ]
}
