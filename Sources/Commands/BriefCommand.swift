import ArgumentParser
import Campaigns
import Export
import Office

struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Write a campaign on one page, for everybody to read.",
    discussion: """
      Key points, demands and their state, verified signatures by cohort and by day,
      entered events, what the targets said and how it changed, boycotts, contracts
      that were ended, retaliation, and the sources. What you counted or saw
      yourselves is marked as the organizers' own, and evidence for the same thing
      stands beside it; else evidence stands instead of the mark. A delivered number
      is told only as it was signed.

      Only what every gate lets out is in it: numbers from five on and in steps of
      five, names where their bearers let them be published. No signature is opened;
      a key is asked for only where terminations, incidents or revealed pledges are
      on record.

        picket brief no-contract --format html -o brief.html
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var destination: ExportDestination

  @Option(help: "markdown, or html: one page with charts that needs nothing beside it.")
  var format: BriefFormat = .markdown

  @Argument(help: "The campaign's slug.")
  var campaign: String

  func run() throws {
    let office = try vault.office()
    let brief = try destination.write {
      try office.brief(of: campaign)
    } as: { brief, sink in
      try brief.write(as: format, to: sink)
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
    if brief.evidence.isEmpty { Terminal.say(Copy.briefWithoutEvidence) }
  }
}

extension BriefFormat: ExpressibleByArgument {}
