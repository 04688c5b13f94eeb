import ArgumentParser
import Campaigns
import Office

struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "What happened besides, as a line of timeline and brief.",
    subcommands: [EventAdd.self, EventList.self, EventRemove.self])
}

struct EventAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter what happened; the public reads it.",
    discussion: """
      Name nobody who has not agreed to it: the text is kept in the clear. An act of
      retaliation is no event: picket incident add seals it.
      A time is written no finer than it is known: 2018, 2018-06, 2018-06-18,
      2018-06-18T09:50-07:00, and "about" before it where it is so.

        picket event add --campaign no-contract --at "about 2018-06-18T13:00-07:00" \\
          "Protest before the main office." --evidence 2
      """, aliases: ["create"])

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The campaign's slug.")
  var campaign: String

  @Option(name: .customLong("at"), help: "When it happened; see above.")
  var time: String

  @Option(help: "The number of the evidence for it.")
  var evidence: Int?

  @Argument(help: "What happened, in a sentence or a few.")
  var text: String

  func run() throws {
    let event = try database.office().addEvent(text, at: time, evidence: evidence, to: campaign)
    if output.json { return try printJSON(["id": event.id.description]) }
    Terminal.say(Copy.added(event, to: campaign))
    try Terminal.print(event.id.description)
  }
}

struct EventList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the events that were entered by hand.",
    discussion: "  picket event list --campaign no-contract")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The slug of the campaign whose events are listed; else all are.")
  var campaign: String?

  func run() throws {
    let events = try database.office().events(of: campaign)
    if output.json { return try printJSON(events.map { EventOutput($0.event, of: $0.campaign) }) }
    var table = Table(["ID", "CAMPAIGN", "AT", "EVIDENCE", "TEXT"], numbers: [3])
    for (event, campaign) in events {
      table.add([
        event.id.description, campaign.slug.description, event.at.description,
        event.evidence.map(String.init) ?? "", event.text,
      ])
    }
    try Terminal.write(table.text)
  }

  private struct EventOutput: Encodable {
    let id, campaign, at, text: String
    let evidence: Int?

    init(_ event: CampaignEvent, of campaign: Campaign) {
      id = event.id.description
      self.campaign = campaign.slug.description
      at = event.at.description
      text = event.text
      evidence = event.evidence
    }
  }
}

struct EventRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Withdraw an event that should not stand there.",
    discussion: """
      Its words are deleted. That there was an event, and that it was withdrawn,
      stays in the ledger: a record that can lose a line unseen would prove nothing.

        picket event remove 0P5B3Q3R7S8T9
      """, aliases: ["withdraw"])

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The event's identifier; picket event list shows it.")
  var id: String

  func run() throws {
    let left = try database.office().withdrawEvent(id)
    if output.json { return try printJSON(["id": left.id.description, "withdrawnOn": left.withdrawnOn.description]) }
    Terminal.say(Copy.withdrew(left))
  }
}
