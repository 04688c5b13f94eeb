import Campaigns

/// What a reveal shows, or would show.
public struct RevealReport: Sendable {
  /// How many are verified.
  public let verified: Int
  /// The petition's own threshold; nil where it has none.
  public let threshold: Int?
  /// How many named and role-only signers may be shown from now on who could not before.
  public let revealed: Int
  /// How many wait for more verified signatures than there are.
  public let waiting: Int
  /// How the verified ones were verified, by method: a handful of false ones must not unmask the others.
  public let methods: [Verification.Method: Int]
}

extension Office {
  /// Lets those be shown who wait for as many verified signatures as there are. It is never undone: a signer can still
  /// ask to be shown less.
  /// - Parameter confirm: given what would be revealed, says whether it is; where not, nothing is changed.
  /// - Returns: what was revealed; nil where it was not confirmed.
  /// - Throws: `notFound`; `notAllowed` where the petition's own threshold is not reached.
  public func reveal(_ slug: String, confirm: (RevealReport) throws -> Bool) throws -> RevealReport? {
    let planned = try readUnlocked { try revealing($0.petition(slug), $0) }
    guard try confirm(planned.report) else { return nil }
    return try writeUnlocked { transaction in
      // Whoever was verified since was not confirmed.
      let (petition, report) = try revealing(transaction.petition(slug), transaction, at: planned.report.verified)
      try transaction.petitions.update(petition)
      return report
    }
  }

  /// The petition after a reveal, and what the reveal shows.
  private func revealing(
    _ petition: Petition, _ transaction: any Transaction, at confirmed: Int? = nil
  ) throws -> (petition: Petition, report: RevealReport) {
    var signers: [Visibility] = []
    var methods: [Verification.Method: Int] = [:]
    var verified = 0
    try OpenedSignatures(transaction: transaction, keys: keys(for: petition)).forEachBatch { _, signatures in
      for signature in signatures where signature.state == .verified && signature.standing != .held {
        verified += 1
        if signature.visibility.level != .counted { signers.append(signature.visibility) }
        if let method = signature.verification?.method { methods[method, default: 0] += 1 }
      }
    }
    var after = petition
    try after.reveal(at: min(confirmed ?? verified, verified))
    func shown(_ petition: Petition) -> Int {
      petition.isRevealed ? signers.count { ($0.revealAt ?? 0) <= petition.revealedAt ?? 0 } : 0
    }
    let report = RevealReport(
      verified: verified, threshold: petition.revealThreshold, revealed: shown(after) - shown(petition),
      waiting: signers.count - shown(after), methods: methods)
    return (after, report)
  }
}
