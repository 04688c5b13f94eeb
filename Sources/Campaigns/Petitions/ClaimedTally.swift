/// A number that a partner or a paper sheet reports without records. It stands beside the verified number, never in it.
public struct ClaimedTally: Hashable, Sendable {
  /// The claim's identifier.
  public let id: Identifier<ClaimedTally>
  /// The petition that the number is claimed for.
  public let petition: Identifier<Petition>
  /// Who reports it.
  public let source: String
  /// The number.
  public let count: Int
  /// The cohort that the number is of.
  public let cohort: Cohort
  /// Where the claim can be checked; nil where it was not said.
  public let evidence: String?
  /// The day on which it was recorded.
  public let claimedOn: CalendarDate

  /// A claim as it is kept.
  public init(
    id: Identifier<ClaimedTally>, petition: Identifier<Petition>, source: String, count: Int, cohort: Cohort,
    evidence: String?, claimedOn: CalendarDate
  ) {
    self.id = id
    self.petition = petition
    self.source = source
    self.count = count
    self.cohort = cohort
    self.evidence = evidence
    self.claimedOn = claimedOn
  }
}
