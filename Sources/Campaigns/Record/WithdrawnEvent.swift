/// What is left of an entered event that was withdrawn: that there was one, and what its leaf in the ledger commits to.
///
/// Its words are gone from the file. Whoever kept the leaf still sees that it was there, and so does an examination.
public struct WithdrawnEvent: Hashable, Sendable {
  /// The event's identifier.
  public let id: Identifier<CampaignEvent>
  /// The campaign.
  public let campaign: Identifier<Campaign>
  /// The day on which it was withdrawn.
  public let withdrawnOn: CalendarDate
  /// What its leaf commits to.
  public let commitment: Bytes32

  /// What is left of an event.
  public init(
    id: Identifier<CampaignEvent>, campaign: Identifier<Campaign>, withdrawnOn: CalendarDate, commitment: Bytes32
  ) {
    self.id = id
    self.campaign = campaign
    self.withdrawnOn = withdrawnOn
    self.commitment = commitment
  }
}
