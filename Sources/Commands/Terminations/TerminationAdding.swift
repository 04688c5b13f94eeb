import ArgumentParser
import Campaigns
import Intake
import Office

struct TerminationAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Record a contract that somebody ends, or thinks of ending.",
    discussion: """
      All but the slug, the campaign, the target and how far it is gone is sealed. A
      slug that you give must not tell who it is; without one Picket makes one up.
      Dated today or earlier, notice was given; else it is only considered.

        picket termination add --campaign no-contract --target nimbus \\
          --by "Ana Example" --notice-date 2026-06-18 --notice-period "1 month"

      Options can be read in the shell's history. Nothing stays there of what is read
      from standard input, one termination as JSON: type it and end with Ctrl-D, or
      give a file:

        picket termination add - --campaign no-contract --target nimbus
        {"by": "Ana Example", "notice_date": "2026-06-18", "notice_period": "none"}

      Keys: slug, campaign, target, by, organization (true or false), email,
      job_title, affiliation, location, kind, reference, signed_on, notice_date,
      notice_period, effective_date, value, currency, reason, demand, statement,
      evidence (a list), visibility, hide (a list). All others are texts, the
      value too.
      """, aliases: ["create"])

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Its name in commands, which is not sealed; - reads one termination as JSON from standard input.")
  var slug: String?

  @Option(help: "The campaign's slug.")
  var campaign: String?

  @OptionGroup var options: TerminationOptions

  func validate() throws {
    try options.validate()
    if slug == "-" {
      guard options.name == nil else {
        throw ValidationError("give the termination with --by or on standard input, not both")
      }
    } else {
      for (name, value) in [("--campaign", campaign), ("--target", options.target), ("--by", options.name)]
      where value == nil {
        throw ValidationError("\(name) is missing; or give - and the termination as JSON on standard input")
      }
    }
  }

  func run() throws {
    var record = options.record
    record.campaign = campaign
    if slug == "-" {
      record = try TerminationRecord.read().orElse(record)
    } else {
      record.slug = slug
    }
    guard let campaign = record.campaign, let target = record.target else {
      throw Refusal(
        .usage, "the campaign or the target is missing", hint: "give both, as options or among the keys of the JSON")
    }
    let draft = try record.draft(holidays: options.knownHolidays())
    let details = try vault.office().addTermination(draft, campaign: campaign, target: target)
    if output.json { return try printJSON(TerminationChangeOutput(details)) }
    Terminal.say(Copy.recorded(details.termination))
    try Terminal.print(details.termination.slug.description)
  }
}

struct TerminationImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a list of terminations: all of it, or nothing.",
    discussion: """
      CSV with the columns by, target, kind, reference, signed_on, notice_date,
      notice_period, effective_date, value, currency, reason and visibility; only by
      is needed. A refused row goes with its line and its reason to a REJECTS file
      beside the list: mend it there and import that file. What is there already, of
      the same name, target, kind, reference and day of notice, is not added again.
      Nothing is published by it: that takes consent.

        picket termination import no-contract contracts.csv --target nimbus
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The campaign's slug.")
  var campaign: String

  @Argument(help: "The list's file; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var reading: ListReadingOptions

  @Option(help: "The slug of whom the contracts of rows are with that do not say it.")
  var target: String?

  @Option(help: "A file with the days on which nobody works, one a line; for working days.", completion: .file())
  var holidays: String?

  @Flag(help: "Show what would be added and refused, and write nothing.")
  var dryRun = false

  func run() throws {
    var request = try TerminationImport(file, into: campaign)
    request.delimiter = reading.delimiter
    request.encoding = reading.encoding
    request.target = target
    if let holidays { request.holidays = try readHolidays(holidays) }
    let office = try vault.office()
    let outcome = try dryRun ? office.rehearseImport(request) : office.importTerminations(request)
    try tell(outcome)
    if outcome.rows > 0, outcome.refused.count == outcome.rows { throw ExitCode(65) }
  }

  private func tell(_ outcome: TerminationImportOutcome) throws {
    if outcome.rows == 0 { Terminal.say(Copy.noRows) }
    for row in outcome.refused.prefix(5) { Terminal.say(Copy.refused(row, in: file)) }
    if outcome.refused.count > 5 { Terminal.say(Copy.furtherRefused(outcome.refused.count - 5)) }
    if let path = outcome.rejectsPath { Terminal.warn(Copy.rejects(outcome.refused.count, in: path)) }
    if output.json { return try printJSON(ImportOutput(outcome, isRehearsal: dryRun)) }
    Terminal.say(Copy.columns(outcome.mapping))
    var facts = Facts()
    facts.add("rows", grouped(outcome.rows))
    facts.add(dryRun ? "would add" : "added", grouped(outcome.added.count))
    facts.add("duplicates", grouped(outcome.duplicates))
    facts.add("rejected", grouped(outcome.refused.count))
    try Terminal.write(facts.text)
  }

  private struct ImportOutput: Encodable {
    let rows, added, duplicates, rejected: Int
    let slugs: [String]?
    let rejectsFile: String?
    let mapping: [String: String]
    let dropped: [String]

    init(_ outcome: TerminationImportOutcome, isRehearsal: Bool) {
      rows = outcome.rows
      added = outcome.added.count
      duplicates = outcome.duplicates
      rejected = outcome.refused.count
      // Those of a rehearsal are drawn and thrown away.
      slugs = isRehearsal ? nil : outcome.added.map(\.description)
      rejectsFile = outcome.rejectsPath
      mapping = Dictionary(outcome.mapping.mapped.map { ($0.name, $0.column.header) }) { first, _ in first }
      dropped = outcome.mapping.dropped.map(\.header)
    }
  }
}
