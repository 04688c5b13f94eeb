import Campaigns

/// What an organizer records of an act of retaliation.
public struct IncidentEntry: Sendable {
  /// What was done.
  public var kind: Incident.Kind
  /// The day on which it was done.
  public var happenedOn: CalendarDate
  /// What happened.
  public var account: String
  /// Whom it was done to; nil where it is not said.
  public var person: String?
  /// Who did it; nil where it is not said.
  public var by: String?
  /// Who told the organizers; nil where it is not said.
  public var reportedBy: String?
  /// Where it can be checked.
  public var evidence: [String] = []

  /// An entry that says this much.
  public init(_ kind: Incident.Kind, on day: CalendarDate, account: String) {
    self.kind = kind
    happenedOn = day
    self.account = account
  }
}

extension Office {
  /// Records an incident.
  /// - Throws: `notFound`; `invalidValue` where a field breaks its rules or the day is still to come; and as `vault`.
  public func addIncident(_ entry: IncidentEntry, to campaign: String) throws -> Incident {
    guard entry.happenedOn <= .today else {
      throw Refusal(.invalidValue, "the day of the incident is in the future", hint: "write it as YYYY-MM-DD")
    }
    return try writeUnlocked { transaction in
      let incident = Incident(
        id: Identifier(on: .today), campaign: try transaction.campaign(campaign).id, kind: entry.kind,
        happenedOn: entry.happenedOn, account: try paragraph(entry.account, "an account"),
        person: try entry.person.map { try oneLine($0, "a person") },
        by: try entry.by.map { try oneLine($0, "who did it") },
        reportedBy: try entry.reportedBy.map { try oneLine($0, "who reported it") },
        evidence: try entry.evidence.map { Evidence(source: try oneLine($0, "evidence")) })
      try transaction.incidents.add(IncidentSeal(vault()).seal(incident))
      return incident
    }
  }

  /// The campaign's incidents, by day.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func incidents(of campaign: String) throws -> [Incident] {
    try readUnlocked { transaction in
      let seal = IncidentSeal(try vault())
      return try transaction.incidents.all(of: transaction.campaign(campaign).id).map(seal.open)
        .sorted { ($0.happenedOn, $0.id) < ($1.happenedOn, $1.id) }
    }
  }

  /// Deletes an incident without a trace in the database.
  /// - Throws: `notFound`, and as `vault`.
  public func eraseIncident(_ id: String, of campaign: String) throws -> Identifier<Incident> {
    try writeUnlocked { transaction in
      let campaign = try transaction.campaign(campaign)
      guard let id = Identifier<Incident>(id),
        try transaction.incidents.all(of: campaign.id).contains(where: { $0.id == id })
      else {
        throw Refusal(
          .notFound, "\(campaign.slug) has no incident \"\(id.prefix(40))\"",
          hint: "picket incident list --campaign \(campaign.slug) shows them")
      }
      try transaction.incidents.erase(id)
      return id
    }
  }
}
