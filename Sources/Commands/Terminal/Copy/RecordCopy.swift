import Campaigns
import Office

// What Picket says of evidence, entered events, and what is read into a campaign's record.
extension Copy {
  static func added(_ evidence: EvidenceRecord, to campaign: String) -> String {
    "Added evidence \(evidence.number) to \(campaign)."
  }

  static func added(_ event: CampaignEvent, to campaign: String) -> String {
    "Added the event to \(campaign): the public reads it in the timeline and the brief."
  }

  static func withdrew(_ event: WithdrawnEvent) -> String {
    "Withdrew \(event.id): its words are gone from here, and the ledger keeps that it was there. Copies that are out "
      + "still hold it."
  }

  static func readIn(_ outcome: ParliamentOutcome) -> String {
    "Read in the petition \(outcome.slug), a draft: the number of its signatures is a claim, and nothing is signed here."
  }

  static let needsTarget = "who is asked was not said"
  static let needsTargetHint = "name the target with --target; picket target add adds one"

  static let undated = "what has no day is left out where days are asked for."
}
