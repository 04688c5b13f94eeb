import Campaigns
import Text

extension Office {
  /// How many of the people on the campaign's roster have signed the petition, by what they share. Without a roster:
  /// who has signed, by what the signatures say.
  ///
  /// Held signatures are in no count.
  /// - Parameter day: from when on growth is counted; nil where it is not.
  /// - Parameter verifiedOnly: whether pending signatures are left out.
  /// - Throws: `notFound`; `notAllowed` where shifts are asked for and there is no roster; `altered`, and as `vault`.
  public func coverage(
    of slug: String, by grouping: Coverage.Grouping, since day: CalendarDate? = nil, verifiedOnly: Bool = false
  ) throws -> Coverage {
    try readUnlocked { transaction in
      let petition = try transaction.petition(slug)
      let hasRoster = try transaction.roster.count(of: petition.campaign) > 0
      guard hasRoster || grouping != .shift else {
        throw Refusal(
          .notAllowed, "signatures say nothing of shifts, and there is no roster that would",
          hint: "picket roster import CAMPAIGN FILE takes a list of who works there, with their shifts")
      }
      var signers: [Coverage.Signer] = []
      try OpenedSignatures(transaction: transaction, keys: keys(for: petition)).forEachBatch { _, signatures in
        for signature in signatures where signature.state.isNet && signature.standing != .held {
          guard !verifiedOnly || signature.state == .verified else { continue }
          signers.append(
            Coverage.Signer(
              RosterMatching.Person(signature.signatory), signedOn: signature.signedOn,
              group: signature.text(of: grouping)))
        }
      }
      guard hasRoster else {
        return Coverage(signedBy: signers, by: grouping, since: day, folding: Normalization.folded)
      }
      let (entries, people) = try OpenedRoster(transaction: transaction, seal: rosterSeal(of: petition.campaign))
        .all()
      return Coverage(
        of: entries, people, signedBy: signers, by: grouping, since: day, folding: Normalization.folded)
    }
  }
}

extension Signature {
  /// What the signature itself says in the place of the grouping.
  fileprivate func text(of grouping: Coverage.Grouping) -> String? {
    switch grouping {
    case .team: signatory.belonging
    case .site: signatory.location
    case .shift: nil
    case .cohort: cohort.rawValue
    case .title: signatory.jobTitle
    }
  }
}
