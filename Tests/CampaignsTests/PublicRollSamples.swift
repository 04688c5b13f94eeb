import Campaigns

/// This many signers with names of their own who are alike in all else.
func signers(
  _ count: Int, _ level: Visibility.Level, jobTitle: String? = nil, team: String? = nil, affiliation: String? = nil,
  location: String? = nil, cohort: Cohort = .employee, hiding hidden: Visibility.Fields = [],
  state: Signature.State = .verified, standing: Signature.Standing = .sole
) -> [Signature] {
  (0..<count).map { number in
    Sample.signature(
      "Signer \(number)", jobTitle: jobTitle, team: team, affiliation: affiliation, location: location,
      cohort: cohort, level, hiding: hidden, state: state, standing: standing)
  }
}

/// The signatures as the gate takes them in.
func collected(_ signatures: [Signature]) -> PublicRoll.Collector {
  var collector = PublicRoll.Collector()
  for signature in signatures { collector.add(signature) }
  return collector
}

/// The roll of the signatures, without a reveal threshold.
func roll(of signatures: [Signature], since previous: Publication? = nil) -> PublicRoll {
  PublicRoll(of: collected(signatures), isRevealed: true, since: previous)
}
