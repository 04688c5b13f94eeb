import ArgumentParser
import Campaigns
import Office

struct StatementAccountAdding: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Record what a source reports of a statement.",
    discussion: """
      It stands beside what was observed and beside what other sources report. An
      explanation is always somebody's.

        picket statement account contract-post --source "The Daily Example" \\
          --event removed --about 2018-06-18T12:30-07:00 \\
          --explanation "An employee did it by mistake" \\
          --attributed-to "a spokesperson" --url https://daily.example/nimbus
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The statement's slug.")
  var slug: String

  @Option(help: "Who reports it, as the public knows them.")
  var source: String

  @Option(help: "What is said to have happened: published, edited, removed or restored.")
  var event: RevisionHistory.Event.Kind

  @Option(help: "When, about, like 2018-06-18T12:30-07:00; a day will do.")
  var about: String?

  @Option(help: "How it is explained, in a sentence or a few.")
  var explanation: String?

  @Option(help: "Whose explanation that is: \"a spokesperson\".")
  var attributedTo: String?

  @Option(help: "Where the report can be read.")
  var url: String?

  func run() throws {
    var draft = AccountDraft(source: source, kind: event)
    draft.at = try about.map { text in
      let time = try Moment(text)
      return Moment(seconds: time.seconds, precision: time.precision, isAbout: true, offset: time.offset)
    }
    draft.explanation = explanation
    draft.attributedTo = attributedTo
    draft.url = url
    let office = try database.office()
    let account = try office.addAccount(draft, of: slug)
    let conflicts = try office.statement(slug).conflicts
    if output.json { return try printJSON(ReportedEventRecord(account, conflicts)) }
    Terminal.say(Copy.recorded(account, of: slug, isObserved: conflicts.isObserved(account)))
  }
}
