import Campaigns

@testable import Export

/// A brief in which everything that somebody else writes tries to be something else than text.
enum HostileBrief {
  static func brief() throws -> Brief {
    let name = "</h1><script>alert(1)</script>\u{202E}live"
    var brief = Brief(
      on: "# [x](http://e.example) <img src=x onerror=alert(1)>\u{1B}[31m", targets: [name], asOf: day)
    brief.demands = Sample.hostile.enumerated().map { place, text in
      let demand = Demand(
        id: Identifier(rawValue: Int64(place + 1)), campaign: BriefSample.campaign, target: BriefSample.target,
        number: place + 1, text: text, state: .rejected, answeredOn: day, source: text)
      let response = DemandResponse(
        id: Identifier(rawValue: Int64(place + 1)), demand: demand.id, outcome: .rejected, respondedOn: day,
        summary: text, source: "https://e.example/?a=1&copy=2\"'><script>" + "x)(y[z]`*", statement: text)
      return BriefDemand(demand, of: name, responses: [response])
    }
    brief.petitions = [try BriefSample.petition(name)]
    let hostile = Sample.hostile.joined(separator: "\n\n")
    brief.statements = [
      try BriefSample.statement(
        name,
        texts: ["Plain words at first.\n\n" + hostile, "Other words.", "Third words.\n\n</del><style>*{}</style>"])
    ]
    brief.evidence = Sample.hostile.enumerated().map { place, text in
      EvidenceRecord(
        id: Identifier(rawValue: Int64(place + 1)), campaign: BriefSample.campaign, number: place + 1, title: text,
        url: place % 2 == 0 ? "javascript:alert(1)" : text, publisher: text, author: text, publishedAt: nil,
        accessedAt: nil, quote: text, place: text, copy: nil, subject: "statement blog-post")
    }
    return brief
  }

  private static let day = BriefSample.today
}
