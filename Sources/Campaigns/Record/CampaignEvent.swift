/// A line of a campaign's timeline that was entered by hand.
public struct CampaignEvent: Hashable, Sendable {
  /// The event's identifier.
  public let id: Identifier<CampaignEvent>
  /// The campaign.
  public let campaign: Identifier<Campaign>
  /// When it happened.
  public let at: Moment
  /// What happened, in a sentence or a few. The public may read it.
  public let text: String
  /// The number of the evidence for it; nil where it is the organizers' own word.
  public let evidence: Int?

  /// An event as a repository keeps it.
  public init(
    id: Identifier<CampaignEvent>, campaign: Identifier<Campaign>, at moment: Moment, text: String, evidence: Int?
  ) {
    self.id = id
    self.campaign = campaign
    at = moment
    self.text = text
    self.evidence = evidence
  }
}
