import Campaigns
import Ledger

// Events that are entered by hand: public, so no key is needed.

extension Office {
  /// Enters an event into a campaign's record.
  /// - Parameter time: as `Moment` takes it.
  /// - Throws: `notFound`, also where there is no such evidence; `invalidValue`, also where the time is still to come.
  public func addEvent(_ text: String, at time: String, evidence: Int?, to campaign: String) throws -> CampaignEvent {
    try repository.write { transaction in
      let campaign = try transaction.campaign(campaign)
      if let evidence { _ = try transaction.evidence(evidence, of: campaign) }
      return try transaction.addEvent(text, at: Moment(time), evidence: evidence, to: campaign)
    }
  }

  /// The events of a campaign, or of all, by time; each with its campaign.
  /// - Throws: `notFound`.
  public func events(of campaign: String?) throws -> [(event: CampaignEvent, campaign: Campaign)] {
    try repository.read { transaction in
      let campaigns = try campaign.map { [try transaction.campaign($0)] } ?? transaction.campaigns.all()
      return try campaigns.flatMap { campaign in
        try transaction.record.events(of: campaign.id).map { ($0, campaign) }
      }.sorted { $0.0.at < $1.0.at }
    }
  }

  /// Withdraws an event: its words are gone from the file, and the ledger shows that it was there and was withdrawn.
  /// - Throws: `notFound`.
  public func withdrawEvent(_ id: String) throws -> WithdrawnEvent {
    try repository.write { transaction in
      let wanted = Identifier<CampaignEvent>(id)
      for campaign in try transaction.campaigns.all() {
        guard let event = try transaction.record.events(of: campaign.id).first(where: { $0.id == wanted }),
          let commitment = Bytes32(PublicLeaves.leaf(of: event).commitment.bytes)
        else { continue }
        let left = WithdrawnEvent(
          id: event.id, campaign: campaign.id, withdrawnOn: .today, commitment: commitment)
        try transaction.record.withdraw(leaving: left)
        try Office.enqueue(PublicLeaves.withdrawal(of: left), campaign.id, transaction)
        return left
      }
      throw Refusal(
        .notFound, "there is no event \"\(id.prefix(40))\"", hint: "picket event list shows those that are there")
    }
  }
}

extension Transaction {
  /// Adds an event and queues its leaf.
  func addEvent(_ text: String, at moment: Moment, evidence: Int?, to campaign: Campaign) throws -> CampaignEvent {
    let event = CampaignEvent(
      id: Identifier(on: .today), campaign: campaign.id, at: try begun(moment, "the event"),
      text: try sentence(text, "an event"), evidence: evidence)
    try record.add(event)
    try Office.enqueue(PublicLeaves.leaf(of: event), campaign.id, self)
    return event
  }
}
