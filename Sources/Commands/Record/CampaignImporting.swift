import ArgumentParser
import Campaigns
import Intake
import Office

struct CampaignImporting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read what others keep into a campaign: all of it, or nothing.",
    discussion: """
      uk-parliament takes the JSON of one petition of the UK Parliament's site: it
      becomes a draft with its text, the number of its signatures a claim, the
      government's answer a response, and what happened become events.
      collective-action takes CSV of the collective-action data set: each row becomes
      an event, its sources evidence. Refused rows go into a file beside the sheet.

        picket campaign import no-contract petition.json --from uk-parliament \\
          --target government
        picket campaign import no-contract actions.csv \\
          --from collective-action --dry-run
      """)

  enum Source: String, CaseIterable, ExpressibleByArgument {
    case ukParliament = "uk-parliament"
    case collectiveAction = "collective-action"
  }

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The campaign's slug.")
  var campaign: String

  @Argument(help: "The file; - is standard input.", completion: .file())
  var file: String

  @Option(name: .customLong("from"), help: "uk-parliament or collective-action.")
  var source: Source

  @Option(help: "The slug of the target that a petition asks.")
  var target: String?

  @Flag(help: "Show what it would bring, and write nothing.")
  var dryRun = false

  func run() throws {
    switch source {
    case .ukParliament: try importPetition()
    case .collectiveAction: try importActions()
    }
  }

  private func importPetition() throws {
    guard let target else { throw Refusal(.usage, Copy.needsTarget, hint: Copy.needsTargetHint) }
    let office = try database.office()
    let bytes = try contents(of: file, what: "the petition", atMost: ParliamentPetition.mostBytes)
    let petition = try ParliamentPetition(bytes, named: file)
    let outcome =
      try dryRun
      ? office.rehearseImport(of: petition, into: campaign, target: target)
      : office.importPetition(petition, into: campaign, target: target)
    if output.json { return try printJSON(PetitionOutput(outcome)) }
    if !dryRun { Terminal.say(Copy.readIn(outcome)) }
    var facts = Facts()
    facts.add("petition", outcome.slug.description)
    facts.add("title", outcome.title)
    facts.add("state there", outcome.state)
    facts.add("claimed", grouped(outcome.claimed))
    facts.add("response", outcome.hasResponse ? "yes" : "no")
    facts.add("events", grouped(outcome.events))
    facts.add("evidence", grouped(outcome.evidence))
    try Terminal.write(facts.text)
  }

  private func importActions() throws {
    let office = try database.office()
    let outcome =
      try dryRun
      ? office.rehearseCollectiveActions(file, into: campaign) : office.importCollectiveActions(file, into: campaign)
    if outcome.rows == 0 { Terminal.say(Copy.noRows) }
    for row in outcome.refusals { Terminal.say(Copy.refused(row, in: file)) }
    if outcome.rejected > outcome.refusals.count {
      Terminal.say(Copy.furtherRefused(outcome.rejected - outcome.refusals.count))
    }
    if let path = outcome.rejectsPath { Terminal.warn(Copy.rejects(outcome.rejected, in: path)) }
    if output.json {
      try printJSON(ActionsOutput(outcome))
    } else {
      Terminal.say(Copy.columns(outcome.mapping))
      var facts = Facts()
      facts.add("rows", grouped(outcome.rows))
      facts.add(dryRun ? "would be events" : "events", grouped(outcome.events))
      facts.add(dryRun ? "would be evidence" : "evidence", grouped(outcome.evidence))
      facts.add("there before", grouped(outcome.present))
      facts.add("rejected", grouped(outcome.rejected))
      try Terminal.write(facts.text)
    }
    if outcome.rows > 0, outcome.rejected == outcome.rows { throw ExitCode(65) }
  }
}

/// A petition that was read in, as JSON.
private struct PetitionOutput: Encodable {
  let petition, title, state: String
  let claimed, events, evidence: Int
  let response: Bool

  init(_ outcome: ParliamentOutcome) {
    petition = outcome.slug.description
    title = outcome.title
    state = outcome.state
    claimed = outcome.claimed
    events = outcome.events
    evidence = outcome.evidence
    response = outcome.hasResponse
  }
}

/// The counts of an import of actions as JSON.
private struct ActionsOutput: Encodable {
  let rows, events, evidence, present, rejected: Int
  let rejectsFile: String?
  let mapping: [String: String]
  let dropped: [String]

  init(_ outcome: CollectiveActionOutcome) {
    rows = outcome.rows
    events = outcome.events
    evidence = outcome.evidence
    present = outcome.present
    rejected = outcome.rejected
    rejectsFile = outcome.rejectsPath
    mapping = Dictionary(outcome.mapping.mapped.map { ($0.name, $0.column.header) }) { first, _ in first }
    dropped = outcome.mapping.dropped.map(\.header)
  }
}
