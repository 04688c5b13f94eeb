import ArgumentParser
import Campaigns
import Office

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "How much of a workplace has signed, gaps first, for organizers.",
    discussion: """
      The petition's signatures are held against the campaign's roster: by address,
      else by name where it is there once on both sides. Each person counts once;
      held signatures count for nobody; shares are rounded down. TO GO is how many
      are missing until more than half have signed. Without a roster it shows the
      signatures alone. It never names who has not signed: such a list would be
      dangerous in wrong hands.

        picket coverage letter-1 --by team --since 2026-05-01
        picket coverage letter-1 --by site --verified-only --json

      Keys: by, for, roster, groups, total, unmatched, ambiguous; of each group name,
      headcount, signed, percent, since, missingToMajority.
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Option(help: "team, site, shift, cohort or title.")
  var by: Coverage.Grouping = .team

  @Option(help: "Count also who signed on this day or later: YYYY-MM-DD.")
  var since: CalendarDate?

  @Flag(help: "Leave out signatures that nobody has verified.")
  var verifiedOnly = false

  func run() throws {
    let office = try vault.office()
    let coverage = try office.coverage(of: slug, by: by, since: since, verifiedOnly: verifiedOnly)
    if !coverage.hasRoster {
      Terminal.warn(Copy.noHeadcounts(try office.petition(slug).campaign.slug.description))
    }
    if coverage.ambiguous > 0 { Terminal.warn(Copy.ambiguousNames(coverage.ambiguous)) }
    if output.json { return try printJSON(Output(coverage)) }
    try Terminal.print(Copy.coverageOf(slug, by: by, verifiedOnly: verifiedOnly) + "\n")
    try Terminal.write(CoverageChart(coverage, in: .here).text)
    Terminal.say(Copy.coverageIsDangerous)
  }

  private struct Output: Encodable {
    let by, audience: String
    let roster: Bool
    let groups: [Part]
    let total: Part
    let unmatched, ambiguous: Int

    init(_ coverage: Coverage) {
      by = coverage.grouping.rawValue
      audience = "organizers"
      roster = coverage.hasRoster
      groups = coverage.groups.map(Part.init)
      total = Part(coverage.total)
      unmatched = coverage.unmatched
      ambiguous = coverage.ambiguous
    }

    private enum CodingKeys: String, CodingKey {
      case by, roster, groups, total, unmatched, ambiguous
      case audience = "for"
    }
  }

  private struct Part: Encodable {
    let group: Coverage.Group

    init(_ group: Coverage.Group) { self.group = group }

    private enum CodingKeys: CodingKey {
      case name, headcount, signed, percent, since, missingToMajority
    }

    // By hand, because what is not known is null and not left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(group.name, forKey: .name)
      try container.encode(group.headcount, forKey: .headcount)
      try container.encode(group.signed, forKey: .signed)
      try container.encode(group.percent, forKey: .percent)
      try container.encode(group.since, forKey: .since)
      try container.encode(group.missingToMajority, forKey: .missingToMajority)
    }
  }
}

extension Coverage.Grouping: ExpressibleByArgument {}
