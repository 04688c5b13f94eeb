import Campaigns
import Foundation

@testable import Export

/// Campaigns as briefs tell them: made up, after the cloud contract.
enum BriefSample {
  static let today = CalendarDate(daysSinceEpoch: 17_750)

  static let campaign = Identifier<Campaign>(rawValue: 1)
  static let target = Identifier<Target>(rawValue: 2)

  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? today }

  /// Every part of a brief.
  static func whole(_ name: String = "Nimbus Cloud") throws -> Brief {
    var brief = Brief(on: "End the contract", targets: [name, "The agency"], asOf: today)
    brief.demands = demands(name)
    brief.petitions = [try petition(name)]
    brief.statements = [try statement(name)]
    brief.contracts = try contracts(name)
    brief.boycotts = [try boycott()]
    brief.incidents = PublicIncidents(of: incidents)
    brief.evidence = try evidence
    return brief
  }

  static func demands(_ name: String) -> [BriefDemand] {
    let texts = ["Cancel the 19.4 million dollar contract.", "Publish a policy.", "Be transparent about contracts."]
    let demands = texts.enumerated().map { place, text in
      Demand(
        id: Identifier(rawValue: Int64(10 + place)), campaign: campaign, target: target, number: place + 1,
        text: text,
        state: place == 0 ? .met : place == 1 ? .rejected : .open,
        answeredOn: place == 2 ? nil : day("2018-07-2\(place)"),
        source: place == 1 ? "https://nimbus.example/policy" : nil)
    }
    let responses = [
      DemandResponse(
        id: Identifier(rawValue: 20), demand: demands[0].id, outcome: .metOtherwise, respondedOn: day("2018-07-20"),
        summary: "The contract will not be renewed.", source: "https://nimbus.example/renewal",
        statement: "A second post")
    ]
    return demands.map { BriefDemand($0, of: name, responses: responses) }
  }

  static func petition(_ name: String) throws -> BriefPetition {
    let petition = Petition(
      id: Identifier(rawValue: 3), slug: try Slug("letter-1"), campaign: campaign, target: target,
      title: "An open letter to the chief executive", language: try Language("en"), state: .delivered,
      createdOn: day("2018-06-18"), openedOn: day("2018-06-19"))
    var byDay: [CalendarDate: [Cohort: Int]] = [day("2018-06-19"): [.employee: 151, .supporter: 2]]
    for (place, count) in [62, 41, 38, 9, 3, 1, 22, 31, 12, 48, 17, 2, 1, 66].enumerated() {
      byDay[CalendarDate(daysSinceEpoch: day("2018-06-20").daysSinceEpoch + 2 * place)] = [
        .employee: count, .alumni: count > 40 ? 1 : 0,
      ]
    }
    var brief = BriefPetition(
      petition, to: name, verified: [.employee: 504, .supporter: 2, .alumni: 4], byDay: byDay)
    brief.claims = [
      ClaimedTally(
        id: Identifier(rawValue: 30), petition: petition.id, source: "Sample Coalition", count: 300_000,
        cohort: .supporter, evidence: "https://news.example/delivery", claimedOn: day("2018-07-26"))
    ]
    brief.deliveries = [BriefPetition.Delivery(number: 1, on: day("2018-07-26"), total: 503)]
    brief.responses = [
      Response(
        id: Identifier(rawValue: 31), petition: petition.id, respondedOn: day("2018-08-01"),
        summary: "The chief executive thanks everybody.", source: nil)
    ]
    return brief
  }

  static let texts = [
    """
    We are glad to serve our customers.

    We are proud to support the agency with our cloud, which helps it to decide faster. Trust matters to us.
    """,
    """
    We are glad to serve our customers.

    Trust matters to us.
    """,
    """
    We are glad to serve our customers.

    We are proud to support the agency with our cloud, which helps it to decide faster. Trust matters to us.

    This post was written in January.
    """,
  ]

  static func statement(_ name: String, texts: [String] = texts) throws -> BriefStatement {
    let statement = PublicStatement(
      id: Identifier(rawValue: 4), slug: try Slug("blog-post"), campaign: campaign, target: target,
      title: "Serving our customers", channel: .blog, url: "https://nimbus.example/blog/1", speaker: "An executive",
      addedOn: today)
    let times = ["2018-06-18T09:50-07:00", "2018-06-18T13:00-07:00", "2018-06-18T13:20-07:00"]
    let captures = try texts.enumerated().map { place, text in
      let digest = Bytes32(Array(repeating: UInt8(place + 1), count: 32))
      return Capture(
        id: Identifier(rawValue: Int64(40 + place)), statement: statement.id,
        observedAt: try Moment(times[place % 3]),
        content: digest.map {
          Capture.Content(raw: $0, text: $0, byteCount: text.utf8.count, mediaType: "text/plain")
        }, fetch: nil)
    }
    let changes = (1..<texts.count).map { index in
      let comparison = TextComparison(from: texts[index - 1], to: texts[index])
      return ComparisonDocument(
        title: statement.title, from: .init(number: index, label: "revision \(index)"),
        to: .init(number: index + 1, label: "revision \(index + 1)"), comparison: comparison,
        returning: ReturningPassages(in: comparison, from: index, to: index + 1, among: texts))
    }
    let accounts = try [
      account(50, "The Sample Times", .removed, "about 2018-06-18T13:00-07:00", nil, "https://times.example/1"),
      account(51, "Example Wire", .edited, "2018-06-18", ("it was a mistake of one employee", "A spokesperson"), nil),
    ]
    return BriefStatement(
      statement, of: name, history: RevisionHistory(of: captures) { $0.count == 3 }, captures: captures.count,
      isGone: false, accounts: accounts, changes: changes)
  }

  private static func account(
    _ id: Int64, _ source: String, _ kind: RevisionHistory.Event.Kind, _ time: String,
    _ explanation: (String, String)?, _ url: String?
  ) throws -> AccountEvent {
    try AccountEvent(
      id: Identifier(rawValue: id), statement: Identifier(rawValue: 4), source: source, kind: kind, at: Moment(time),
      explanation: explanation?.0, attributedTo: explanation?.1, url: url)
  }

  static func contracts(_ name: String) throws -> EndedContracts {
    var terminations: [Termination] = []
    for number in 0..<9 {
      var termination = Termination(
        id: Identifier(rawValue: Int64(60 + number)), slug: try Slug("contract-\(number)"), campaign: campaign,
        target: target, party: Signatory(name: number == 0 ? "Ana Example" : "Zqcanary Hidden\(number)"),
        visibility: Visibility(number == 0 || number == 8 ? .named : .role), kind: .consulting)
      termination.value = try Money("1200.50", in: Currency("EUR"))
      termination.statement = number == 0 ? "I will not work for this." : "zqcanary statement"
      termination.evidence = number == 0 ? [Evidence(source: "https://ana.example/why")] : []
      try termination.set(Termination.Notice(on: day("2018-06-18"), effectiveOn: day("2018-07-01")), today: today)
      try termination.giveNotice(today: today)
      // The last one is known by name and was never published.
      if number < 8 {
        termination.consent(on: today)
        try termination.publish(on: today)
      }
      terminations.append(termination)
    }
    let gate = PublicTerminations(of: terminations, on: today) { _ in name }
    return EndedContracts(public: gate, lines: gate.lines, of: "End the contract", asOf: today)
  }

  static func boycott() throws -> BriefBoycott {
    let boycott = Boycott(
      id: Identifier(rawValue: 5), slug: try Slug("no-cloud"), campaign: campaign, title: "No talks for Nimbus",
      form: .boycott, scopes: [.speaking], startsOn: day("2018-08-01"), exceptions: [], alternatives: [],
      untilDemands: [1, 3], pledgesLapseOn: nil, terms: 1, stage: .active, calledOn: day("2018-07-28"),
      revealedOn: day("2018-07-30"), createdOn: day("2018-07-27"))
    let company = Target(id: target, slug: try Slug("nimbus"), name: "Nimbus Cloud", kind: .company, domains: [])
    let note = ListingNote(
      id: Identifier(rawValue: 70), boycott: boycott.id, target: target, kind: .evidence, day: day("2018-07-28"),
      text: "The contract", source: "https://contracts.example/19")
    let tied = demands("Nimbus Cloud").filter { $0.demand.number != 2 }
      .map { BoycottAccount.TiedDemand(demand: $0.demand, outcome: $0.outcome) }
    let account = BoycottAccount(
      boycott, of: Campaign(id: campaign, slug: try Slug("cloud"), title: "End the contract", createdOn: today),
      listed: [
        BoycottAccount.Listed(
          listing: BoycottListing(boycott: boycott.id, target: target, listedOn: day("2018-07-28")), target: company,
          notes: [note])
      ], demands: tied, events: [])
    var pledges = PublicPledges()
    for number in 0..<16 {
      pledges.add(
        Pledge(
          id: Identifier(rawValue: Int64(80 + number)), boycott: boycott.id,
          signatory: Signatory(name: "Zqcanary Pledger\(number)"), cohort: number < 13 ? .employee : .alumni,
          visibility: Visibility(number < 2 ? .named : .counted), ifOthers: nil, terms: 1, stage: .bound,
          verification: Verification(method: .badge, on: today), isRevealed: true))
    }
    return BriefBoycott(account, pledges: pledges)
  }

  static let incidents = (0..<8).map { number in
    Incident(
      id: Identifier(rawValue: Int64(100 + number)), campaign: campaign,
      kind: number < 6 ? .questioning : .dismissal, happenedOn: today, account: "zqcanary account",
      person: "Zqcanary Person")
  }

  static var evidence: [EvidenceRecord] {
    get throws {
      [
        EvidenceRecord(
          id: Identifier(rawValue: 90), campaign: campaign, number: 1, title: "Workers ask for an end",
          url: "https://times.example/letter", publisher: "The Sample Times", author: "Noor Cruz",
          publishedAt: try Moment("2018-06-19"), accessedAt: try Moment("2018-06-20T10:00Z"),
          quote: "over 150 signatures in about five hours", place: "paragraph 2",
          copy: Bytes32(Array(repeating: 0xAB, count: 32)), subject: "petition letter-1"),
        EvidenceRecord(
          id: Identifier(rawValue: 91), campaign: campaign, number: 3, title: "The post",
          url: "https://nimbus.example/blog/1", publisher: nil, author: nil, publishedAt: nil, accessedAt: nil,
          quote: nil, place: nil, copy: nil, subject: "statement blog-post"),
        EvidenceRecord(
          id: Identifier(rawValue: 92), campaign: campaign, number: 4, title: "Notes of the meeting", url: nil,
          publisher: nil, author: nil, publishedAt: nil, accessedAt: nil, quote: nil, place: nil, copy: nil,
          subject: "demand 1"),
      ]
    }
  }
}

/// What the brief is in this form.
func written(_ brief: Brief, as format: BriefFormat) -> String {
  var bytes: [UInt8] = []
  brief.write(as: format) { bytes.append(contentsOf: $0) }
  return String(decoding: bytes, as: UTF8.self)
}
