import ArgumentParser
import Campaigns
import Office

struct TerminationList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the terminations by name, for organizers, with their totals.",
    discussion: """
      Everything about a termination is sealed, so the list needs the key and shows
      the names. Totals are of what is listed, each currency for itself, and leave
      out what was rescinded.

        picket termination list --campaign no-contract --state noticed
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Those of one campaign, by its slug.")
  var campaign: String?

  @Option(help: "Those that are considering, noticed, effective or rescinded.")
  var state: Termination.State?

  func run() throws {
    let terminations = try vault.office().terminations(of: campaign, in: state)
    let lines = terminations.map { TerminationLine(all: $0.termination, target: $0.target.name, on: .today) }
    let totals = TerminationTotals(of: lines)
    if output.json { return try printJSON(ListOutput(terminations, totals)) }
    var table = Table(["SLUG", "STATE", "KIND", "NOTICE", "EFFECTIVE", "VALUE", "BY"], numbers: [5])
    for (details, line) in zip(terminations, lines) {
      table.add([
        details.termination.slug.description, line.state.rawValue, line.kind.rawValue,
        line.noticeDate?.description ?? "", line.effectiveDate?.description ?? "", line.value?.description ?? "",
        line.by,
      ])
    }
    try Terminal.write(table.text)
    guard !totals.kinds.isEmpty else { return }
    var facts = Facts()
    for total in totals.values {
      let sum = total.sum?.description ?? "more \(total.currency) than can be kept"
      facts.add("in \(total.currency)", "\(sum) (\(grouped(total.count)))")
    }
    for kind in totals.kinds { facts.add(kind.kind.rawValue, grouped(kind.count)) }
    try Terminal.write("\n" + facts.text)
  }

  private struct ListOutput: Encodable {
    let terminations: [TerminationOutput]
    let totals: [Total]
    let byKind: [String: Int]

    init(_ terminations: [TerminationDetails], _ totals: TerminationTotals) {
      self.terminations = terminations.map(TerminationOutput.init)
      self.totals = totals.values.map { total in
        Total(currency: total.currency.code, valueMinor: total.sum?.minorUnits, count: total.count)
      }
      byKind = Dictionary(totals.kinds.map { ($0.kind.rawValue, $0.count) }) { first, _ in first }
    }

    struct Total: Encodable {
      let currency: String
      let valueMinor: Int64?
      let count: Int
    }
  }
}

struct TerminationShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one termination, whole.", discussion: "  picket termination show t-7k3fq")

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The termination's slug.")
  var slug: String

  func run() throws {
    let details = try vault.office().termination(slug)
    if output.json { return try printJSON(TerminationOutput(details)) }
    let termination = details.termination
    var facts = Facts()
    facts.add("termination", termination.slug.description)
    facts.add("state", termination.state(on: .today).rawValue)
    facts.add("campaign", "\(details.campaign.title) (\(details.campaign.slug))")
    facts.add("with", "\(details.target.name) (\(details.target.slug))")
    facts.add("by", termination.party.name + (termination.isOrganization ? " (organization)" : ""))
    facts.add("e-mail", termination.party.email)
    facts.add("job title", termination.party.jobTitle)
    facts.add("affiliation", termination.party.affiliation)
    facts.add("location", termination.party.location)
    facts.add("kind", termination.kind.rawValue)
    facts.add("reference", termination.reference)
    facts.add("signed on", termination.signedOn?.description)
    facts.add("notice", termination.notice?.givenOn.description)
    facts.add("notice period", termination.notice?.period?.description)
    facts.add("effective", termination.notice?.effectiveOn?.description)
    facts.add("value", termination.value?.description)
    facts.add("reason", termination.reason)
    facts.add("demand", termination.demand.map(String.init))
    facts.add("statement", termination.statement)
    for evidence in termination.evidence { facts.add("evidence", evidence.source) }
    facts.add("visibility", termination.visibility.level.rawValue)
    let hidden = termination.hiddenWords
    if !hidden.isEmpty { facts.add("hides", hidden.joined(separator: ", ")) }
    facts.add("consented on", termination.consentedOn?.description)
    facts.add("published on", termination.publishedOn?.description)
    facts.add("rescinded on", termination.rescindedOn?.description)
    facts.add("because", termination.rescindedBecause)
    try Terminal.write(facts.text)
  }
}
