import ArgumentParser
import Campaigns
import Office

struct BoycottCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Plan a boycott; nothing of it is public until it is called.",
    discussion: """
        picket boycott create no-cloud --campaign no-contract --target nimbus \\
          --scope buying,recruiting --reason "Runs the agency's raids." \\
          --evidence https://news.example/nimbus --until-demands 1,2 \\
          --exception "Contracts signed before this year."
      """, aliases: ["add"])

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Its name in commands: a to z, digits and hyphens.")
  var slug: String

  @Option(help: "The campaign's slug.")
  var campaign: String

  @Option(name: .customLong("target"), help: "The slug of a target, with commas or given again.")
  var targets: [String] = []

  @Option(help: "boycott, walk-out or termination; a walk-out refuses working-for unless --scope says otherwise.")
  var form: Boycott.Form = .boycott

  @Option(help: "What it is called in public; else it is made of its form and its targets.")
  var title: String?

  @OptionGroup var listing: ListingProperties
  @OptionGroup var properties: BoycottProperties

  func run() throws {
    var draft = try properties.draft()
    draft.title = title
    let account = try database.office().createBoycott(
      slug, campaign: campaign, form: form, targets: parts(targets), listing: listing.draft, draft)
    try account.report(Copy.planned(account), output)
  }
}

struct BoycottEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change what is given of a boycott.",
    discussion: """
      --scope, --until-demands, --exception and --alternative each replace all that
      was given before. A change of what people promise (the scopes, the exceptions,
      the start, the demands that end it, the day on which pledges lapse) makes new
      terms: whoever has pledged is to be asked again.

        picket boycott edit no-cloud --exception "Contracts signed before this year."
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var slug: String

  @Option(help: "What it is called in public from now on.")
  var title: String?

  @OptionGroup var properties: BoycottProperties

  @Flag(help: "It holds from the day of the call on.")
  var noStart = false

  @Flag(help: "Tie it to no demand.")
  var noUntilDemands = false

  @Flag(help: "Make no exception.")
  var noExceptions = false

  @Flag(help: "Name no alternative.")
  var noAlternatives = false

  @Flag(help: "Let no pledge lapse.")
  var noPledgesLapse = false

  func validate() throws {
    let contradictions = [
      ("--start", properties.startsOn != nil && noStart),
      ("--until-demands", !properties.untilDemands.isEmpty && noUntilDemands),
      ("--exception", !properties.exceptions.isEmpty && noExceptions),
      ("--alternative", !properties.alternatives.isEmpty && noAlternatives),
      ("--pledges-lapse", properties.pledgesLapseOn != nil && noPledgesLapse),
    ]
    if let both = contradictions.first(where: \.1)?.0 {
      throw ValidationError("\(both) and the option that takes it away contradict each other")
    }
  }

  func run() throws {
    var draft = try properties.draft()
    draft.title = title
    if noStart { draft.startsOn = .some(nil) }
    if noUntilDemands { draft.untilDemands = [] }
    if noExceptions { draft.exceptions = [] }
    if noAlternatives { draft.alternatives = [] }
    if noPledgesLapse { draft.pledgesLapseOn = .some(nil) }
    try database.office().editBoycott(slug, draft).report(Copy.changedBoycott(slug), output)
  }
}
