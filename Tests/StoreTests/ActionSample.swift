import Campaigns
import RepositoryConformance
import Testing

@testable import Store

/// One of everything that people do besides signing, beside the sample. The sealed contents are fakes.
///
/// It stands in a fixture: what is in here is never changed. So the words are spelled out, not taken from `allCases`.
struct ActionSample {
  let sample: Sample
  let secondTarget: Target
  let responses: [DemandResponse]
  let terminations: [SealedTermination]
  /// By slug.
  let boycotts: [Boycott]
  let listings: [BoycottListing]
  let notes: [ListingNote]
  /// In the order in which they were added.
  let events: [BoycottEvent]
  /// The last one was erased.
  let pledges: [SealedPledge]
  let mark: BlindTag
  let incidents: [SealedIncident]

  init() throws {
    sample = try Sample()
    secondTarget = Target(
      id: Identifier(rawValue: 100), slug: try Slug("bolt"), name: "Bolt", kind: .agency, domains: [])
    responses = ActionSample.responses()
    terminations = try ActionSample.terminations(sample, secondTarget)
    boycotts = try ActionSample.boycotts(sample)
    let boycott = boycotts[0].id
    listings = [
      BoycottListing(
        boycott: boycott, target: sample.target.id, listedOn: Sample.day, reason: "They buy the machines."),
      BoycottListing(
        boycott: boycott, target: secondTarget.id, listedOn: ActionSample.day(1), withdrawnOn: ActionSample.day(9),
        withdrawnBecause: "It was another Bolt."),
    ]
    notes = [
      ActionSample.note(130, .evidence, on: sample.target, in: boycott, day: 2, source: "https://acme.example/news"),
      ActionSample.note(131, .appeal, on: secondTarget, in: boycott, day: 3, source: nil),
      ActionSample.note(132, .answer, on: secondTarget, in: boycott, day: 3, source: nil),
    ]
    events = ActionSample.events(of: boycott)
    pledges = ActionSample.pledges(of: boycott)
    mark = try #require(BlindTag(Array("a mark of pledge".utf8)))
    let campaign = sample.campaign.id
    incidents = [180, 181].map {
      SealedIncident(
        id: Identifier(rawValue: $0), campaign: campaign, contents: Array("sealed incident \($0)".utf8))
    }
  }

  /// What is left of the pledge whose pledger was erased.
  var erased: SealedPledge? {
    pledges.last.map {
      SealedPledge(
        id: $0.id, boycott: $0.boycott, cohort: $0.cohort, stage: .withdrawn, isVerified: $0.isVerified,
        ifOthers: nil, terms: $0.terms, lapsesOn: nil, tag: nil, contents: nil)
    }
  }

  /// Adds it all to a repository that holds the sample and the demands of the first fixture.
  func add(to repository: any Repository) throws {
    try repository.write { transaction in
      try transaction.targets.add(secondTarget)
      for response in responses { try transaction.demands.add(response) }
      for termination in terminations { try transaction.terminations.add(termination) }
      for boycott in boycotts { try transaction.boycotts.add(boycott) }
      for listing in listings { try transaction.boycotts.add(listing) }
      for note in notes { try transaction.boycotts.add(note) }
      for event in events { try transaction.boycotts.add(event) }
      try transaction.pledges.add(pledges)
      if let erased { try transaction.pledges.erase(erased.id, of: erased.boycott, leaving: mark) }
      for incident in incidents { try transaction.incidents.add(incident) }
    }
  }

  private static func day(_ number: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: Sample.day.daysSinceEpoch + number)
  }

  private static func responses() -> [DemandResponse] {
    let outcomes: [DemandResponse.Outcome] = [.rejected, .partlyMet, .metOtherwise, .met]
    return outcomes.enumerated().map { number, outcome in
      DemandResponse(
        id: Identifier(rawValue: 109 - Int64(number)), demand: Identifier(rawValue: number < 2 ? 40 : 41),
        outcome: outcome, respondedOn: day(number / 2), summary: number == 0 ? "“No.”" : nil,
        source: number == 1 ? "https://acme.example/news" : nil, statement: number == 2 ? "town-hall" : nil)
    }
  }

  private static func terminations(_ sample: Sample, _ second: Target) throws -> [SealedTermination] {
    let stages: [Termination.Stage] = [.considering, .noticed, .rescinded]
    return try stages.enumerated().map { number, stage in
      SealedTermination(
        id: Identifier(rawValue: 110 + Int64(number)), slug: try Slug("contract-\(number)"),
        campaign: sample.campaign.id, target: number == 1 ? second.id : sample.target.id, stage: stage,
        isPublished: number > 0, contents: Array("sealed termination \(number)".utf8))
    }
  }

  private static func boycotts(_ sample: Sample) throws -> [Boycott] {
    let kinds: [(Boycott.Form, Boycott.Stage)] = [
      (.boycott, .active), (.walkOut, .planned), (.termination, .suspended), (.boycott, .ended),
    ]
    return try kinds.enumerated().map { number, kind in
      Boycott(
        id: Identifier(rawValue: 120 + Int64(number)), slug: try Slug("refusal-\(number)"),
        campaign: sample.campaign.id, title: "Refusal “\(number)”", form: kind.0,
        scopes: number == 0
          ? [.buying, .selling, .workingFor, .recruiting, .speaking, .sponsoring, .investing] : [],
        startsOn: number == 0 ? day(5) : nil, exceptions: number == 0 ? ["Medicine.", "Spare parts."] : [],
        alternatives: number == 0 ? ["Repair it."] : [], untilDemands: number == 0 ? [1, 2] : [],
        pledgesLapseOn: number == 0 ? day(60) : nil, terms: number + 1, stage: kind.1,
        calledOn: kind.1 == .planned ? nil : day(4), revealedOn: number == 0 ? day(20) : nil,
        createdOn: Sample.day)
    }
  }

  private static func note(
    _ id: Int64, _ kind: ListingNote.Kind, on target: Target, in boycott: Identifier<Boycott>, day number: Int,
    source: String?
  ) -> ListingNote {
    ListingNote(
      id: Identifier(rawValue: id), boycott: boycott, target: target.id, kind: kind, day: day(number),
      text: "A note “\(id)”.", source: source)
  }

  private static func events(of boycott: Identifier<Boycott>) -> [BoycottEvent] {
    let kinds: [BoycottEvent.Kind] = [
      .called, .termsChanged, .suspended, .resumed, .ended, .listed, .listingWithdrawn, .evidenced, .appealed,
      .answered,
      .revealed,
    ]
    // Neither the identifiers nor the days follow the order of adding.
    return kinds.enumerated().map { number, kind in
      BoycottEvent(
        id: Identifier(rawValue: 149 - Int64(number)), boycott: boycott, kind: kind, day: day(number % 3),
        text: number % 2 == 0 ? "What happened: \(number)" : "")
    }
  }

  private static func pledges(of boycott: Identifier<Boycott>) -> [SealedPledge] {
    let kinds: [(Cohort, Pledge.Stage)] = [
      (.employee, .standing), (.contractor, .bound), (.alumni, .kept), (.supporter, .broken),
      (.organization, .withdrawn), (.employee, .bound),
    ]
    return kinds.enumerated().map { number, kind in
      SealedPledge(
        id: Identifier(rawValue: 170 + Int64(number)), boycott: boycott, cohort: kind.0, stage: kind.1,
        isVerified: number % 2 == 1, ifOthers: number % 3 == 0 ? 25 : nil, terms: number + 1,
        lapsesOn: number == 0 ? day(60) : nil,
        tag: number == 4 ? nil : BlindTag([UInt8](repeating: UInt8(number + 1), count: 16)),
        contents: Array("sealed pledge \(number)".utf8))
    }
  }
}

extension Folder {
  /// Creates a database with the sample, the demands of the first fixture and what people do besides signing.
  @discardableResult
  func makeDatabaseWithActions(_ name: String = "picket.db", signatures: Int = 0) throws -> SQLiteRepository {
    let repository = try makeDatabase(name, signatures: signatures)
    let demands = try FirstFixture().demands
    try repository.write { transaction in for demand in demands { try transaction.demands.add(demand) } }
    try ActionSample().add(to: repository)
    return repository
  }
}
