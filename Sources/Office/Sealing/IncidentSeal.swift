import Campaigns
import Foundation
import Vault

/// Seals and opens incidents: all of them but their identifiers and their campaign.
struct IncidentSeal {
  private let cipher: RecordCipher

  init(_ vault: Vault) {
    cipher = vault.cipher(for: .incident, petition: nil)
  }

  /// The incident, sealed.
  func seal(_ incident: Incident) throws -> SealedIncident {
    let contents = try JSONEncoder().encode(Contents(incident))
    return SealedIncident(
      id: incident.id, campaign: incident.campaign,
      contents: try cipher.seal(
        Array(contents), boundTo: IncidentSeal.binding(incident.id, incident.campaign)))
  }

  /// The incident, opened.
  /// - Throws: `altered` where the row is not the one that was sealed; it names the incident.
  func open(_ sealed: SealedIncident) throws -> Incident {
    let bytes = try Refusal.naming("incident \(sealed.id)") {
      try cipher.open(sealed.contents, boundTo: IncidentSeal.binding(sealed.id, sealed.campaign))
    }
    let contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
    guard let kind = Incident.Kind(rawValue: contents.kind) else {
      throw Refusal(
        .altered, "incident \(sealed.id) holds what this Picket cannot read",
        hint: "open the database with a newer Picket")
    }
    return Incident(
      id: sealed.id, campaign: sealed.campaign, kind: kind,
      happenedOn: CalendarDate(daysSinceEpoch: contents.happenedOn), account: contents.account,
      person: contents.person, by: contents.by, reportedBy: contents.reportedBy,
      evidence: contents.evidence.map { Evidence(source: $0) })
  }

  private struct Contents: Codable {
    let kind, account: String
    let happenedOn: Int
    let person, by, reportedBy: String?
    let evidence: [String]

    init(_ incident: Incident) {
      kind = incident.kind.rawValue
      account = incident.account
      happenedOn = incident.happenedOn.daysSinceEpoch
      person = incident.person
      by = incident.by
      reportedBy = incident.reportedBy
      evidence = incident.evidence.map(\.source)
    }
  }

  private static func binding(_ id: Identifier<Incident>, _ campaign: Identifier<Campaign>) -> [UInt8] {
    var binding = BoundBytes(table: "incident")
    binding.append(id.rawValue)
    binding.append(campaign.rawValue)
    return binding.bytes
  }
}
