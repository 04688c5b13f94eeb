import Campaigns

extension ConformanceCase {
  private static let lives = (1...4 as ClosedRange<UInt64>).map { seed in
    ConformanceCase("after the changes of life \(seed) the tally is what a recount finds") { repository in
      var life = Life(ground: try Ground(in: repository), random: SeededRandom(seed: seed))
      for _ in 0..<40 {
        try repository.write { try life.step(in: $0) }
        try repository.read { try requireTallyInStep(with: life, in: $0) }
      }
    }
  }

  static let tallies =
    lives + [
      ConformanceCase("a change that was taken back leaves the tally in step") { repository in
        struct Interruption: Error {}
        let ground = try Ground(in: repository)
        var life = Life(ground: ground, random: SeededRandom(seed: 99))
        for _ in 0..<20 {
          try repository.write { try life.step(in: $0) }
          var lost = life
          do {
            try repository.write { transaction in
              try lost.step(in: transaction)
              throw Interruption()
            }
          } catch is Interruption {}
          try repository.read { try requireTallyInStep(with: life, in: $0) }
        }
      },

      ConformanceCase("a refused batch leaves the tally in step, even where the transaction goes on") { repository in
        let ground = try Ground(in: repository)
        let batch = ground.signatures(5)
        // An engine may give the whole transaction up here; what matters is that rows and tally agree.
        try? repository.write { transaction in
          try? transaction.signatures.add(batch + [batch[0]])
        }
        try repository.read { try requireRecount(of: ground.petition.id, erased: [], in: $0) }
        let there = try repository.read { try standing(of: ground.petition.id, in: $0) }
        try? repository.write { transaction in
          try? transaction.signatures.update(
            there.map { $0.changed(state: .verified, tag: nil) } + [ground.signature()])
        }
        try repository.read { try requireRecount(of: ground.petition.id, erased: [], in: $0) }
      },

      ConformanceCase("each petition has its own tally, and each cohort its own part") { repository in
        let ground = try Ground(in: repository)
        let mine = ground.signature(cohort: .contractor, .verified)
        try repository.write { transaction in
          try transaction.signatures.add([mine, ground.otherSignature(), ground.signature(cohort: .alumni)])
        }
        try repository.write { try $0.signatures.update([mine.changed(cohort: .supporter, tag: nil)]) }
        var expected = PetitionTally()
        expected.count(.supporter, .verified, .sole)
        expected.count(.alumni, .pending, .sole)
        var other = PetitionTally()
        other.count(.employee, .pending, .sole)
        try repository.read { transaction in
          try requireEqual(parts(of: try transaction.petitions.tally(of: ground.petition.id)), parts(of: expected))
          try requireEqual(parts(of: try transaction.petitions.tally(of: ground.otherPetition.id)), parts(of: other))
        }
      },
    ]
}

/// The parts that hold anything: whether a cohort that lost its last signature keeps an empty part is not said.
private func parts(of tally: PetitionTally) -> [Cohort: Tally] {
  tally.byCohort.filter { $0.value != Tally() }
}

/// Makes sure that the petition's tally is what a recount finds.
private func requireRecount(
  of petition: Identifier<Petition>, erased: [Erasure], in transaction: any Transaction
) throws {
  var recount = PetitionTally()
  for signature in try standing(of: petition, in: transaction) {
    recount.count(signature.cohort, signature.state, signature.standing)
  }
  for erasure in erased {
    if let state = erasure.countedAs { recount.count(erasure.cohort, state, .sole) }
  }
  try requireEqual(parts(of: try transaction.petitions.tally(of: petition)), parts(of: recount))
}

private func requireTallyInStep(with life: Life, in transaction: any Transaction) throws {
  try requireRecount(of: life.ground.petition.id, erased: life.erased, in: transaction)
  try requireEqual(
    try standing(of: life.ground.petition.id, in: transaction), life.standing.sorted { $0.id < $1.id })
}

/// Signatures to which something happens at each step.
private struct Life {
  let ground: Ground
  var random: SeededRandom
  var standing: [SealedSignature] = []
  var erased: [Erasure] = []

  /// Adds some signatures, changes some, and erases some.
  mutating func step(in transaction: any Transaction) throws {
    let new = (0..<Int.random(in: 0...6, using: &random)).map { _ in changed(ground.signature()) }
    try transaction.signatures.add(new.sorted { $0.id < $1.id })
    standing += new
    var changes: [SealedSignature] = []
    for place in standing.indices where Int.random(in: 0..<4, using: &random) == 0 {
      standing[place] = changed(standing[place])
      changes.append(standing[place])
    }
    try transaction.signatures.update(changes)
    for place in standing.indices.reversed() where Int.random(in: 0..<12, using: &random) == 0 {
      let gone = standing.remove(at: place)
      let states: [Signature.State] = [.withdrawn, .withdrawnAfterDelivery, .invalidated]
      let erasure = Erasure(
        signature: gone.id, petition: gone.petition, cohort: gone.cohort,
        countedAs: gone.standing == .held ? nil : states.randomElement(using: &random), mark: nil)
      try transaction.signatures.erase(leaving: erasure)
      erased.append(erasure)
    }
  }

  /// The signature in any cohort, state and standing that go together.
  private mutating func changed(_ signature: SealedSignature) -> SealedSignature {
    let standing = Signature.Standing.allCases.randomElement(using: &random) ?? .sole
    var state = Signature.State.allCases.randomElement(using: &random) ?? .pending
    if standing == .held, state == .verified { state = .pending }
    return signature.changed(
      cohort: Cohort.allCases.randomElement(using: &random), state: state, standing: standing, tag: nil)
  }
}

/// Random numbers that are the same in every run.
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
