import Campaigns
import Ledger

extension Office {
  /// What happened in a campaign, as the public may know it.
  ///
  /// Nothing that is only planned is in it. What is sealed passes its gate: terminations as `PublicTerminations` lets
  /// them, incidents by number as `PublicIncidents` does, and no signer at all.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func timeline(of campaign: String, _ choice: Timeline.Choice = Timeline.Choice()) throws -> Timeline {
    try readUnlocked { transaction in
      let campaign = try transaction.campaign(campaign)
      var gathering = try TimelineGathering(campaign, transaction, on: .today)
      let log = CampaignLog(campaign: campaign.id, transaction: transaction)
      try gathering.takePetitions(signedBy: log.signer(vault()).verifier)
      try gathering.takeDemandResponses()
      let terminations = TerminationSeal(try vault())
      gathering.take(try transaction.terminations.all(of: campaign.id).map(terminations.open))
      try gathering.takeBoycotts()
      try gathering.takeStatements()
      try gathering.takeEvents()
      let incidents = IncidentSeal(try vault())
      gathering.take(PublicIncidents(of: try transaction.incidents.all(of: campaign.id).map(incidents.open)))
      return gathering.timeline(choice)
    }
  }
}

/// Gathers what a timeline tells, noun by noun.
struct TimelineGathering {
  let campaign: Campaign
  let transaction: any Transaction
  let day: CalendarDate
  private let evidence: [EvidenceRecord]
  private let numbers: [String: [Int]]
  private let names: [Identifier<Target>: String]
  private var entries: [TimelineEntry] = []

  init(_ campaign: Campaign, _ transaction: any Transaction, on day: CalendarDate) throws {
    self.campaign = campaign
    self.transaction = transaction
    self.day = day
    evidence = try transaction.record.evidence(of: campaign.id)
    numbers = Dictionary(grouping: evidence.filter { $0.subject != nil }) { $0.subject ?? "" }
      .mapValues { $0.map(\.number) }
    names = Dictionary(try transaction.targets.all().map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The timeline of what was gathered.
  func timeline(_ choice: Timeline.Choice = Timeline.Choice()) -> Timeline {
    Timeline(of: campaign, asOf: day, entries, evidence: evidence, choice)
  }

  mutating func add(_ entry: TimelineEntry) { entries.append(entry) }

  /// The numbers of the evidence for a subject, as evidence names it.
  func evidence(for subject: String) -> [Int] { numbers[subject] ?? [] }

  func name(of target: Identifier<Target>) -> String { names[target] ?? "the target" }

  // MARK: - What was entered

  /// Takes in the events that were entered by hand.
  mutating func takeEvents() throws {
    for event in try transaction.record.events(of: campaign.id) {
      let own = [event.evidence].compactMap { $0 } + evidence(for: "event \(event.id)")
      add(
        TimelineEntry(
          .event, from: event.at, text: event.text, evidence: Set(own).sorted(), key: "event-\(event.id)"))
    }
  }

  /// Takes in the number of acts of retaliation.
  mutating func take(_ incidents: PublicIncidents) {
    guard let total = incidents.total else { return }
    let kinds = incidents.kinds.map { "\($0.kind.rawValue): at least \($0.count.atLeast)" }
    add(
      TimelineEntry(
        .incidents, from: nil,
        text: "At least \(total.atLeast) acts of retaliation are on record."
          + (kinds.isEmpty ? "" : " Among them \(kinds.joined(separator: ", "))."),
        key: "incidents"))
  }

  // MARK: - Demands

  /// Takes in how the targets responded to the demands.
  mutating func takeDemandResponses() throws {
    let demands = try transaction.demands.all(of: campaign.id)
    for response in try transaction.demands.responses(in: campaign.id) {
      guard let demand = demands.first(where: { $0.id == response.demand }) else { continue }
      var text =
        "\(name(of: demand.target)) responded to demand \(demand.number), “\(demand.text)”: \(response.outcome.words)."
      if let summary = response.summary { text += " \(summary)" }
      if let statement = response.statement { text += " In: \(statement)" }
      add(
        TimelineEntry(
          .demandResponse, from: Moment(response.respondedOn), text: text,
          evidence: evidence(for: "demand \(demand.number)"), sources: [response.source].compactMap { $0 },
          key: "demand-response-\(response.id)"))
    }
  }
}
