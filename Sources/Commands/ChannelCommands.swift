import ArgumentParser
import Campaigns
import Foundation
import Office

struct ChannelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channel",
    abstract: "Ways in for signatures that can be closed one by one.",
    discussion: """
      A form, a mailbox, a repository: whatever signatures come through. An import
      or a single add names its channel with --channel, which opens one that is not
      there. A closed channel refuses them, and the others go on; closing the
      petition closes all. Verifying, withdrawing and erasing always work. The names
      stand in the database in the clear: name no person.

        picket signature import letter-1 form.csv --channel web-form
        picket channel close letter-1 web-form --at 2026-03-28
      """,
    subcommands: [List.self, Open.self, Close.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List a petition's channels.",
      discussion: "picket import list shows which import came through which.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var petition: String

    func run() throws {
      let (petition, channels) = try database.office().channels(of: petition)
      if output.json { return try printJSON(channels.map { ChannelOutput($0, of: petition) }) }
      var table = Table(["CHANNEL", "STATE", "CLOSES"])
      for channel in channels {
        table.add([
          channel.name.description, ChannelOutput(channel, of: petition).state,
          channel.closesAt?.formatted(.iso8601) ?? "",
        ])
      }
      try Terminal.write(table.text)
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take nothing through a channel any more; the others go on.",
      discussion: "  picket channel close letter-1 web-form --at 2026-03-28T18:00+01:00")

    @OptionGroup var chosen: ChosenChannel

    @Option(help: "From when on, in the past or to come: YYYY-MM-DD, or YYYY-MM-DDTHH:MMZ. Else now.")
    var at: InstantOption?

    func run() throws {
      let changed = try chosen.database.office().closeChannel(
        chosen.name, of: chosen.petition, at: at?.date ?? Date())
      try chosen.report(changed, Copy.closed(changed.channel, of: chosen.petition))
    }
  }

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a channel, or let signatures through one again.",
      discussion: "  picket channel open letter-1 web-form")

    @OptionGroup var chosen: ChosenChannel

    func run() throws {
      let changed = try chosen.database.office().openChannel(chosen.name, of: chosen.petition)
      try chosen.report(changed, Copy.opened(changed.channel, of: chosen.petition))
    }
  }

  /// Which channel of which petition a command is about.
  struct ChosenChannel: ParsableArguments {
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var petition: String

    @Argument(help: "The channel's name: a to z, digits and hyphens.")
    var name: String

    func report(_ changed: (petition: Petition, channel: Channel), _ sentence: String) throws {
      if output.json { return try printJSON(ChannelOutput(changed.channel, of: changed.petition)) }
      Terminal.say(sentence)
    }
  }

  fileprivate struct ChannelOutput: Encodable {
    let name, state: String
    let closesAt: String?

    init(_ channel: Channel, of petition: Petition) {
      name = channel.name.description
      closesAt = channel.closesAt?.formatted(.iso8601)
      let isClosed = channel.isClosed(at: Date())
      let petitionTakes = petition.state == .open && petition.closesAt.map { Date() < $0 } ?? true
      state = isClosed ? "closed" : petitionTakes ? "open" : "closed with the petition"
    }

    private enum CodingKeys: CodingKey { case name, state, closesAt }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(state, forKey: .state)
      try container.encode(closesAt, forKey: .closesAt)
    }
  }
}
