import Campaigns

extension ConformanceCase {
  /// What is left of a pledge whose pledger was erased: what the counts need, and no condition.
  private static func rest(of pledge: SealedPledge) -> SealedPledge {
    SealedPledge(
      id: pledge.id, boycott: pledge.boycott, cohort: pledge.cohort, stage: .withdrawn,
      isVerified: pledge.isVerified, ifOthers: nil, terms: pledge.terms, lapsesOn: nil, tag: nil, contents: nil)
  }

  private static func group(_ pledge: SealedPledge, _ count: Int) -> PledgeGroup {
    PledgeGroup(
      cohort: pledge.cohort, stage: pledge.stage, isVerified: pledge.isVerified, ifOthers: pledge.ifOthers,
      terms: pledge.terms, lapsesOn: pledge.lapsesOn, count: count)
  }

  /// Makes sure that these are the boycott's groups, in whatever order.
  private static func requireGroups(
    of boycott: Identifier<Boycott>, _ expected: [PledgeGroup], in transaction: any Transaction,
    line: Int = #line
  ) throws {
    let found = try transaction.pledges.groups(of: boycott)
    try requireEqual(Set(found), Set(expected), line: line)
    try requireEqual(found.count, expected.count, line: line)
  }

  static let pledgeGroups = [
    ConformanceCase("pledges that share all that is clear are one group, of their boycott only") { repository in
      let ground = try ActionGround(in: repository)
      let day = CalendarDate(daysSinceEpoch: 20_100)
      let kinds = [
        ground.pledge(), ground.pledge(.alumni), ground.pledge(.employee, .bound), ground.pledge(isVerified: true),
        ground.pledge(ifOthers: 1), ground.pledge(ifOthers: 2), ground.pledge(terms: 2), ground.pledge(lapsesOn: day),
        ground.pledge(ifOthers: 1, lapsesOn: day),
        ground.pledge(lapsesOn: CalendarDate(daysSinceEpoch: 0)),
      ]
      var all: [SealedPledge] = []
      for (number, kind) in kinds.enumerated() {
        for _ in 0...number {
          // What is sealed and the tag tell no group from another.
          let byte = UInt8(all.count)
          all.append(
            ground.pledge(
              kind.cohort, kind.stage, isVerified: kind.isVerified, ifOthers: kind.ifOthers, terms: kind.terms,
              lapsesOn: kind.lapsesOn, tag: byte % 2 == 0 ? try tag(byte) : nil, contents: [byte]))
        }
      }
      let other = ground.pledge(of: ground.otherBoycott.id)
      try repository.write { try $0.pledges.add((all + [other]).sorted { $0.id < $1.id }) }
      try repository.read { transaction in
        try requireGroups(
          of: ground.boycott.id, kinds.enumerated().map { group($1, $0 + 1) }, in: transaction)
        try requireGroups(of: ground.otherBoycott.id, [group(other, 1)], in: transaction)
        try requireGroups(of: nobody(), [], in: transaction)
      }
    },

    ConformanceCase("groups follow each change, and count the erased as withdrawn") { repository in
      let ground = try ActionGround(in: repository)
      let all = ground.pledges(5).map { ground.pledge(id: $0.id, .alumni, isVerified: true, ifOthers: 3) }
      try repository.write { transaction in
        try transaction.pledges.add(all)
        try transaction.pledges.update([ground.pledge(id: all[0].id, .alumni, .bound, isVerified: true)])
        try transaction.pledges.erase(all[1].id, of: ground.boycott.id, leaving: try tag(1))
        try transaction.pledges.erase(all[2].id, of: ground.boycott.id, leaving: nil)
      }
      try repository.read { transaction in
        try requireGroups(
          of: ground.boycott.id,
          [
            group(ground.pledge(.alumni, .bound, isVerified: true), 1), group(all[3], 2),
            group(rest(of: all[1]), 2),
          ], in: transaction)
      }
    },
  ]

  static let erasedPledges = [
    ConformanceCase("of an erased pledger a withdrawn pledge stays, without tag, condition and contents") {
      repository in
      let ground = try ActionGround(in: repository)
      let gone = ground.pledge(
        .contractor, .bound, isVerified: true, ifOthers: 12, terms: 3,
        lapsesOn: CalendarDate(daysSinceEpoch: 20_050), tag: try tag(1))
      let stays = ground.pledge(tag: try tag(2))
      try repository.write { transaction in
        try transaction.pledges.add([gone, stays].sorted { $0.id < $1.id })
        try transaction.pledges.erase(gone.id, of: ground.boycott.id, leaving: try tag(7))
      }
      try repository.read { transaction in
        try requireEqual(try transaction.pledges.find(gone.id, of: ground.boycott.id), rest(of: gone))
        try requireEqual(try transaction.pledges.find(tagged: try tag(1), of: ground.boycott.id), nil)
        // The mark is no tag: nothing is found by it.
        try requireEqual(try transaction.pledges.find(tagged: try tag(7), of: ground.boycott.id), nil)
        try requireEqual(
          try allPledges(of: ground.boycott.id, in: transaction), [rest(of: gone), stays].sorted { $0.id < $1.id })
      }
    },

    ConformanceCase("a pledger who is not there, or is another boycott's, cannot be erased") { repository in
      let ground = try ActionGround(in: repository)
      let elsewhere = ground.pledge(of: ground.otherBoycott.id)
      try repository.write { try $0.pledges.add([elsewhere]) }
      for absent in [elsewhere.id, nobody()] {
        try repository.requireRefusedWrite(.notFound) {
          try $0.pledges.erase(absent, of: ground.boycott.id, leaving: try tag(1))
        }
      }
      try requireEqual(try repository.read { try allPledges(of: ground.otherBoycott.id, in: $0) }, [elsewhere])
    },

    ConformanceCase("a pledger is erased once, so that no second erasure takes the mark of the first") { repository in
      let ground = try ActionGround(in: repository)
      let gone = ground.pledge(tag: try tag(1))
      try repository.write { transaction in
        try transaction.pledges.add([gone])
        try transaction.pledges.erase(gone.id, of: ground.boycott.id, leaving: try tag(7))
      }
      for mark in [nil, try tag(8)] {
        try repository.requireRefusedWrite(.notFound) {
          try $0.pledges.erase(gone.id, of: ground.boycott.id, leaving: mark)
        }
      }
      try requireEqual(try repository.read { try $0.pledges.marks(of: ground.boycott.id) }, [try tag(7)])
    },

    ConformanceCase("marks are those of the boycott's erased pledgers that left one") { repository in
      let ground = try ActionGround(in: repository)
      let mine = ground.pledges(3)
      let other = ground.pledge(of: ground.otherBoycott.id)
      try repository.write { transaction in
        try transaction.pledges.add(mine)
        try transaction.pledges.add([other, ground.pledge(tag: try tag(9))].sorted { $0.id < $1.id })
        for (number, mark) in [try tag(1), nil, try tag(2)].enumerated() {
          try transaction.pledges.erase(mine[number].id, of: ground.boycott.id, leaving: mark)
        }
        try transaction.pledges.erase(other.id, of: ground.otherBoycott.id, leaving: try tag(3))
      }
      try repository.read { transaction in
        try requireEqual(try transaction.pledges.marks(of: ground.boycott.id), [try tag(1), try tag(2)])
        try requireEqual(try transaction.pledges.marks(of: ground.otherBoycott.id), [try tag(3)])
        try requireEqual(try transaction.pledges.marks(of: nobody()), [])
      }
    },

    ConformanceCase("a lifted mark is forgotten with all who left it, in its boycott only, and the pledges stay") {
      repository in
      let ground = try ActionGround(in: repository)
      let mine = ground.pledges(3)
      let other = ground.pledge(of: ground.otherBoycott.id)
      try repository.write { transaction in
        try transaction.pledges.add(mine)
        try transaction.pledges.add([other])
        for (number, mark) in [try tag(1), try tag(1), try tag(2)].enumerated() {
          try transaction.pledges.erase(mine[number].id, of: ground.boycott.id, leaving: mark)
        }
        try transaction.pledges.erase(other.id, of: ground.otherBoycott.id, leaving: try tag(1))
        try transaction.pledges.lift(try tag(1), of: ground.boycott.id)
        try transaction.pledges.lift(try tag(9), of: ground.boycott.id)
        try transaction.pledges.lift(try tag(1), of: nobody())
      }
      try repository.read { transaction in
        try requireEqual(try transaction.pledges.marks(of: ground.boycott.id), [try tag(2)])
        try requireEqual(try transaction.pledges.marks(of: ground.otherBoycott.id), [try tag(1)])
        try requireEqual(try allPledges(of: ground.boycott.id, in: transaction), mine.map(rest))
      }
    },

    ConformanceCase("an erased pledger's address can be claimed again, and erased again with the same mark") {
      repository in
      let ground = try ActionGround(in: repository)
      let two = ground.pledges(2).map(\.id)
      try repository.write { transaction in
        for id in two {
          try transaction.pledges.add([ground.pledge(id: id, tag: try tag(1))])
          try transaction.pledges.erase(id, of: ground.boycott.id, leaving: try tag(7))
        }
      }
      try repository.read { transaction in
        try requireEqual(try transaction.pledges.marks(of: ground.boycott.id), [try tag(7)])
        try requireEqual(try allPledges(of: ground.boycott.id, in: transaction).map(\.id), two)
      }
    },
  ]
}
