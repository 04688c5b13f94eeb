import Campaigns
import Intake
import Vault

/// A pledge with where it is today.
public struct PledgeReport: Sendable {
  /// The pledge.
  public let pledge: Pledge
  /// Where it is.
  public let state: PledgeState
}

extension Office {
  /// Records that someone made sure who pledged.
  /// - Parameter rehearsing: whether to change nothing.
  /// - Returns: the pledges as they stand, or would stand, in the order given.
  /// - Throws: `notFound`; `notAllowed` where one of them was taken back; then none was changed.
  public func verifyPledges(
    _ ids: [String], of slug: String, method: Verification.Method, by organizer: String?, rehearsing: Bool = false
  ) throws -> [PledgeReport] {
    let verification = Verification(method: method, on: .today, by: organizer)
    return try changingPledges(ids, of: slug, rehearsing) { pledge, _ in try pledge.verify(verification) }
  }

  /// Records that a pledge was kept or broken.
  /// - Throws: `notFound`; `invalidValue` where the day is in the future; `notAllowed` where the pledge was taken back,
  ///   or does not bind: then there is nothing to keep or to break, and it would count for others.
  public func recordPledge(
    _ id: String, of slug: String, wasKept: Bool, on day: CalendarDate, evidence: String?
  ) throws -> PledgeReport {
    guard day.daysSinceEpoch <= CalendarDate.today.daysSinceEpoch + 1 else {
      throw Refusal(.invalidValue, "the day is in the future", hint: "record it once it has happened")
    }
    let outcome = Pledge.Outcome(
      wasKept: wasKept, day: day, evidence: try evidence.map { try oneLine($0, "the evidence") })
    return try changingPledges([id], of: slug, false) { pledge, state in
      try pledge.record(outcome)
      guard [.binding, .kept, .broken].contains(state) else {
        throw Refusal(
          .notAllowed, "pledge \(pledge.id) does not bind, so it cannot be \(wasKept ? "kept" : "broken")",
          hint: "it is \(state.rawValue); picket pledge withdraw records that its pledger takes it back")
      }
    }[0]
  }

  /// Changes what the public may see of a pledge, or its pledger's name; works in every state of the boycott.
  /// - Throws: `notFound`, `invalidValue`; `notAllowed` where it was taken back.
  public func editPledge(
    _ id: String, of slug: String, name: String?, level: Visibility.Level?, hide: Visibility.Fields,
    show: Visibility.Fields
  ) throws -> PledgeReport {
    try changingPledges([id], of: slug, false) { pledge, _ in
      guard pledge.stage != .withdrawn else {
        throw Refusal(.notAllowed, "pledge \(pledge.id) is withdrawn and cannot be changed")
      }
      if let name { pledge.signatory.name = name }
      pledge.signatory = try TypedSignatory.checked(pledge.signatory)
      if let level { pledge.visibility.level = level }
      pledge.visibility.hidden.formUnion(hide)
      pledge.visibility.hidden.subtract(show)
    }[0]
  }

  /// Records that a pledger takes the pledge back; works in every state of the boycott.
  /// - Throws: `notFound`; `notAllowed` where it was taken back before.
  public func withdrawPledge(_ id: String, of slug: String) throws -> PledgeReport {
    try changingPledges([id], of: slug, false) { pledge, _ in try pledge.withdraw() }[0]
  }

  /// Deletes all that identifies a pledger. What is left is a place in the tally, as withdrawn, and a mark that keeps the
  /// person from being imported again.
  /// - Throws: `notFound`, `altered`.
  public func erasePledge(_ id: String, of slug: String) throws -> Identifier<Pledge> {
    try writeUnlocked { transaction in
      let boycott = try transaction.boycott(slug)
      let seal = try seal(for: boycott)
      let sealed = try transaction.pledge(id, of: boycott)
      let address = try seal.open(sealed).signatory.email.flatMap(NormalizedAddress.init)
      try transaction.pledges.erase(sealed.id, of: boycott.id, leaving: address.map(seal.mark))
      return sealed.id
    }
  }

  private func changingPledges(
    _ ids: [String], of slug: String, _ rehearsing: Bool,
    _ change: (inout Pledge, PledgeState) throws -> Void
  ) throws -> [PledgeReport] {
    let work = { (transaction: any Transaction) throws -> [PledgeReport] in
      let boycott = try transaction.boycott(slug)
      let seal = try self.seal(for: boycott)
      let groups = try transaction.pledges.groups(of: boycott.id)
      let before = PledgeTally(of: groups, terms: boycott.terms, on: .today)
      var old: [PledgeGroup] = []
      var changed: [Pledge] = []
      for id in ids {
        let sealed = try transaction.pledge(id, of: boycott)
        var pledge = try seal.open(sealed)
        old.append(pledge.kind)
        try change(&pledge, before.state(of: pledge.kind))
        changed.append(pledge)
        if !rehearsing { try transaction.pledges.update([try seal.seal(pledge, tag: sealed.tag)]) }
      }
      let after = PledgeTally(
        of: groups.exchanging(old, for: changed.map(\.kind)), terms: boycott.terms, on: .today)
      return changed.map { PledgeReport(pledge: $0, state: after.state(of: $0.kind)) }
    }
    return try rehearsing ? readUnlocked(work) : writeUnlocked(work)
  }
}
