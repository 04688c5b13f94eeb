import ArgumentParser
import Campaigns
import Office

struct RosterShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "How many people are on a roster, by team, site, shift and cohort.",
    discussion: """
      Nobody is named. Small teams tell on the people in them: keep it among
      organizers.

        picket roster show no-contract
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The campaign's slug.")
  var campaign: String

  func run() throws {
    let report = try vault.office().roster(of: campaign)
    if output.json { return try printJSON(Output(report)) }
    var facts = Facts()
    facts.add("people", grouped(report.count))
    facts.add("with address", grouped(report.withAddress))
    try Terminal.write(facts.text)
    guard report.count > 0 else { return Terminal.say(Copy.noRoster(campaign)) }
    for grouping in [Coverage.Grouping.cohort, .site, .team, .shift] {
      guard let groups = report.groups[grouping], groups.contains(where: { $0.name != nil }) else { continue }
      var table = Table([grouping.rawValue.uppercased(), "PEOPLE"], numbers: [1])
      for group in groups { table.add([group.name ?? Copy.notSaid, grouped(group.headcount ?? 0)]) }
      try Terminal.write("\n" + table.text)
    }
  }

  private struct Output: Encodable {
    let campaign: String
    let count, withAddress: Int
    let team, site, shift, cohort, title: [Part]

    struct Part: Encodable {
      let name: String?
      let count: Int

      private enum CodingKeys: CodingKey {
        case name, count
      }

      // By hand, because a name that is not there is null and not left out.
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(count, forKey: .count)
      }
    }

    init(_ report: RosterReport) {
      func parts(_ grouping: Coverage.Grouping) -> [Part] {
        (report.groups[grouping] ?? []).map { Part(name: $0.name, count: $0.headcount ?? 0) }
      }
      campaign = report.campaign.slug.description
      count = report.count
      withAddress = report.withAddress
      team = parts(.team)
      site = parts(.site)
      shift = parts(.shift)
      cohort = parts(.cohort)
      title = parts(.title)
    }
  }
}
