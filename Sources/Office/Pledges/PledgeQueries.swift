import Campaigns

extension Office {
  /// The boycott with how many have pledged. No key is needed.
  /// - Throws: `notFound`.
  public func pledgeTally(of slug: String) throws -> (boycott: Boycott, tally: PledgeTally) {
    try repository.read { transaction in
      let boycott = try transaction.boycott(slug)
      return (boycott, try transaction.pledgeTally(of: boycott))
    }
  }

  /// Hands the boycott's pledges to `body`, in the order of their identifiers; erased ones are gone.
  /// - Parameter state: those that are there only; nil for all.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func forEachPledge(
    of slug: String, in state: PledgeState? = nil, _ body: (PledgeReport) throws -> Void
  ) throws {
    try readUnlocked { transaction in
      let boycott = try transaction.boycott(slug)
      try forEachPledge(of: boycott, transaction) { pledge, found in
        if state == nil || state == found { try body(PledgeReport(pledge: pledge, state: found)) }
      }
    }
  }

  /// The boycott's pledge of this identifier.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func pledge(_ id: String, of slug: String) throws -> PledgeReport {
    try readUnlocked { transaction in
      let boycott = try transaction.boycott(slug)
      let pledge = try seal(for: boycott).open(try transaction.pledge(id, of: boycott))
      return PledgeReport(pledge: pledge, state: try transaction.pledgeTally(of: boycott).state(of: pledge.kind))
    }
  }

  func forEachPledge(
    of boycott: Boycott, _ transaction: any Transaction, _ body: (Pledge, PledgeState) throws -> Void
  ) throws {
    let seal = try seal(for: boycott)
    let tally = try transaction.pledgeTally(of: boycott)
    try transaction.pledges.forEachBatch(of: boycott.id, limit: 8192) { batch in
      for row in batch where row.contents != nil {
        let pledge = try seal.open(row)
        try body(pledge, tally.state(of: pledge.kind))
      }
    }
  }
}
