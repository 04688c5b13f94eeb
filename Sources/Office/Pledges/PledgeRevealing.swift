import Campaigns
import Ledger

/// What a reveal takes in.
public struct PledgeReveal: Sendable {
  /// How many pledges become known: those that bind since the reveal before, and what was kept since.
  public var count: Int { byCohort.values.reduce(0, +) }
  /// How many of them were verified by which method.
  public internal(set) var byMethod: [String: Int] = [:]
  /// How many of them are of which cohort.
  public internal(set) var byCohort: [Cohort: Int] = [:]
  /// How many were known before and still are.
  public internal(set) var before = 0
  /// The day of the first reveal; nil while there was none.
  public internal(set) var revealedOn: CalendarDate?
}

extension Office {
  /// What a reveal of the boycott's pledges would take in now; every pledge that counts is opened for it.
  /// - Throws: `notFound`; `notAllowed` where none binds; `altered` where one that counts is not the one that was sealed.
  public func revealPlan(of slug: String) throws -> PledgeReveal {
    try readUnlocked { transaction in
      try plan(of: transaction.boycott(slug), transaction) { _ in }
    }
  }

  /// Lets the binding pledges be known: they bind for good.
  /// - Parameter number: how many the organizers have confirmed.
  /// - Throws: as `revealPlan`; `usage` where another number of pledges binds.
  public func revealPledges(of slug: String, confirming number: Int) throws -> PledgeReveal {
    try writeUnlocked { transaction in
      var boycott = try transaction.boycott(slug)
      let seal = try seal(for: boycott)
      var reveal = try plan(of: boycott, transaction) { batch in
        try transaction.pledges.update(
          try batch.map { sealed, pledge in
            var pledge = pledge
            pledge.reveal()
            return try seal.seal(pledge, tag: sealed.tag)
          })
      }
      // Too late for the pledges in the transaction, which this undoes.
      guard reveal.count == number else { throw Refusal.otherNumber(reveal.count, number) }
      boycott.reveal(on: .today)
      reveal.revealedOn = boycott.revealedOn
      try transaction.boycotts.update(boycott)
      // No number: beside the names, even a step of five could tell of a few who have none.
      let event = BoycottEvent(
        id: Identifier(on: .today), boycott: boycott.id, kind: .revealed, day: .today,
        text: "The pledges that bind are known.")
      try transaction.boycotts.add(event)
      try Office.enqueue(PublicLeaves.leaf(of: event), boycott.campaign, transaction)
      return reveal
    }
  }

  private func plan(
    of boycott: Boycott, _ transaction: any Transaction, _ body: ([(SealedPledge, Pledge)]) throws -> Void
  ) throws -> PledgeReveal {
    guard boycott.calledOn != nil, boycott.stage != .ended else {
      throw Refusal(
        .notAllowed,
        "\(boycott.slug) is \(boycott.stage.rawValue): \(boycott.stage == .ended ? "its pledges stay as they are" : "nothing of it is public yet")",
        hint: boycott.stage == .ended ? nil : "picket boycott call \(boycott.slug) comes first")
    }
    let seal = try seal(for: boycott)
    let tally = try transaction.pledgeTally(of: boycott)
    var reveal = PledgeReveal()
    reveal.revealedOn = boycott.revealedOn
    try transaction.pledges.forEachBatch(of: boycott.id, limit: 8192) { batch in
      var taken: [(SealedPledge, Pledge)] = []
      // Also what binds for good already is opened: whoever set it by hand would make others bind.
      for row in batch where row.isVerified && [.binding, .kept].contains(tally.state(of: row.kind)) {
        let pledge = try seal.open(row)
        guard !pledge.isRevealed else {
          reveal.before += 1
          continue
        }
        reveal.byCohort[pledge.cohort, default: 0] += 1
        reveal.byMethod[pledge.verification?.method.description ?? "", default: 0] += 1
        taken.append((row, pledge))
      }
      try body(taken)
    }
    guard reveal.count > 0 else {
      throw Refusal(
        .notAllowed,
        boycott.revealedOn == nil
          ? "no pledge of \(boycott.slug) binds yet" : "no pledge of \(boycott.slug) binds since the last reveal",
        hint: "picket pledge tally \(boycott.slug) shows what they wait for")
    }
    return reveal
  }
}

extension Refusal {
  /// Another number was confirmed than there are binding pledges.
  public static func otherNumber(_ count: Int, _ number: Int) -> Refusal {
    Refusal(
      .usage, "\(count) \(count == 1 ? "pledge binds" : "pledges bind"), not \(number): nothing was revealed",
      hint: "look at them once more with --dry-run, then confirm the number of now")
  }
}
