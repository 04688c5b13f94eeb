import ArgumentParser
import Campaigns
import Office

struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement", abstract: "What targets say in public, and when it changes.",
    subcommands: [
      Add.self, StatementCapture.self, StatementAccountAdding.self, List.self, StatementShow.self, StatementDiff.self,
      StatementExport.self,
    ])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a statement to a campaign's record.",
      discussion: """
        What stands there is added with captures, one for each time that it is looked
        at.

          picket statement add contract-post --campaign no-contract --target nimbus \\
            --title "Our work for the agency" --channel blog \\
            --url https://blog.nimbus.example/agency --speaker "A vice president"
        """, aliases: ["create"])

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "Its name in commands: a to z, digits and hyphens.")
    var slug: String

    @Option(help: "The campaign's slug.")
    var campaign: String

    @Option(help: "The slug of the target whose statement it is.")
    var target: String

    @Option(help: "What it is called.")
    var title: String

    @Option(help: "blog, press-release, memo, social-post, hearing or interview.")
    var channel: PublicStatement.Channel

    @Option(help: "The address at which it stands. The statement is one even if that changes.")
    var url: String?

    @Option(help: "Who made it, for the target; this is public.")
    var speaker: String?

    func run() throws {
      let added = try database.office().addStatement(
        slug, campaign: campaign, target: target,
        StatementDraft(title: title, channel: channel, url: url, speaker: speaker))
      if output.json { return try printJSON(ListedStatementOutput(added)) }
      Terminal.say(Copy.added(added.statement))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the statements, with how often and when each was captured.",
      discussion: "  picket statement list --campaign no-contract")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "Only those of the campaign with this slug.")
    var campaign: String?

    func run() throws {
      let statements = try database.office().statements(of: campaign)
      if output.json { return try printJSON(statements.map(ListedStatementOutput.init)) }
      var table = Table(["SLUG", "TARGET", "CHANNEL", "CAPTURES", "LAST OBSERVED", "TITLE"], numbers: [3])
      for listed in statements {
        table.add([
          listed.statement.slug.description, listed.target.description, listed.statement.channel.rawValue,
          String(listed.captures), listed.lastObserved?.description ?? "", listed.statement.title,
        ])
      }
      try Terminal.write(table.text)
    }
  }
}

extension PublicStatement.Channel: ExpressibleByArgument {}

extension RevisionHistory.Event.Kind: ExpressibleByArgument {}

/// A statement as JSON, without what is on record of it.
private struct ListedStatementOutput: Encodable {
  let slug, campaign, target, title, channel: String
  let url, speaker: String?
  let addedOn: String
  let captures: Int
  let lastObserved: String?

  init(_ listed: ListedStatement) {
    let statement = listed.statement
    slug = statement.slug.description
    campaign = listed.campaign.description
    target = listed.target.description
    title = statement.title
    channel = statement.channel.rawValue
    url = statement.url
    speaker = statement.speaker
    addedOn = statement.addedOn.description
    captures = listed.captures
    lastObserved = listed.lastObserved?.utc
  }
}
