import ArgumentParser
import Campaigns
import Export
import Office

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Write what happened in a campaign, in order, for the public.",
    discussion: """
      Letters, openings, numbers reached, deliveries, answers, terminations,
      boycotts, statements with what was observed and what sources report of them,
      and entered events. Nothing that is only planned, no signer, and of contracts
      that were ended only what was published. Acts of retaliation are in it by
      number alone, from five on and in steps of five.
      Times are shown no finer than they are known. What sources report stands as
      their account; where accounts conflict, both say so.

        picket timeline no-contract --format html -o timeline.html
        picket timeline no-contract --from 2018-06-18 --to 2018-06-19 \\
          --kind statement --kind account

      Kinds: letter, opened, threshold, delivery, answer, demand-response,
      termination, boycott, statement, account, event, incidents.
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var destination: ExportDestination

  @Option(help: "text, markdown, html, json or ics (iCalendar).")
  var format: TimelineFormat = .text

  @Option(help: "The first day, YYYY-MM-DD; what may have happened then is in it.")
  var from: CalendarDate?

  @Option(help: "The last day, YYYY-MM-DD.")
  var to: CalendarDate?

  @Option(name: .customLong("kind"), help: "Only this kind; may be given again.")
  var kinds: [TimelineEntry.Kind] = []

  @Argument(help: "The campaign's slug.")
  var campaign: String

  func validate() throws {
    if let from, let to, to < from { throw ValidationError("--to lies before --from") }
  }

  func run() throws {
    let office = try vault.office()
    let choice = Timeline.Choice(from: from, to: to, kinds: Set(kinds))
    _ = try destination.write {
      TimelineDocument(of: try office.timeline(of: campaign, choice))
    } as: { document, sink in
      try document.write(as: format, to: sink)
    }
    if from != nil || to != nil { Terminal.say(Copy.undated) }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
  }
}

extension TimelineFormat: ExpressibleByArgument {}

extension TimelineEntry.Kind: ExpressibleByArgument {}
