import ArgumentParser
import Campaigns
import Intake
import Office

struct RosterImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a sheet of who works there: all of it, or nothing.",
    discussion: """
      CSV with comma, semicolon or tab. Columns: name (or first_name and last_name);
      email, job_title, team, site, shift and cohort where the sheet has them; all
      others are dropped. The same address again updates the entry; what the sheet
      has no column for stays. A row without an address is found again only where all
      its cells are the same, so use --replace for sheets without addresses.

      A person who was removed comes back with the next sheet that has them. A
      refused row goes with its line and its reason to a REJECTS file beside the
      sheet: mend it there and import that file, without --replace.

        picket roster import no-contract staff.csv --dry-run
        picket roster import no-contract staff-may.csv --replace
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The campaign's slug.")
  var campaign: String

  @Argument(help: "The sheet's file; - is standard input.", completion: .file())
  var file: String

  @Flag(help: "Take everybody off the roster who is not in this sheet.")
  var replace = false

  @Option(help: "The cohort of rows that say nothing else: employee or contractor.")
  var cohort: Cohort = .employee

  @OptionGroup var reading: ListReadingOptions

  @Flag(help: "Say what would come of it, and write nothing.")
  var dryRun = false

  func run() throws {
    var request = try RosterImport(file, into: campaign)
    request.replaces = replace
    request.cohort = cohort
    request.delimiter = reading.delimiter
    request.encoding = reading.encoding
    let office = try vault.office()
    let outcome: RosterImportOutcome
    if dryRun {
      outcome = try office.rehearseRoster(request)
    } else {
      var progress = Progress("Importing")
      defer { progress.end() }
      outcome = try office.importRoster(request) { progress.tell($0) }
    }
    warn(outcome)
    if output.json {
      try printJSON(Counts(outcome))
    } else {
      Terminal.say(
        Copy.rosterColumns(
          outcome.mapping.mapped.map { "\($0.name)=\($0.column.header)" },
          dropped: outcome.mapping.dropped.map(\.header)))
      try Terminal.write(facts(outcome))
    }
    if outcome.rows > 0, outcome.rejected == outcome.rows { throw ExitCode(65) }
  }

  private func warn(_ outcome: RosterImportOutcome) {
    if outcome.rows == 0 { Terminal.say(Copy.noRows) }
    if outcome.withoutAddress > 0, !replace { Terminal.warn(Copy.withoutAddress(outcome.withoutAddress)) }
    for row in outcome.refusals { Terminal.say(Copy.refused(row, in: file)) }
    if outcome.rejected > outcome.refusals.count {
      Terminal.say(Copy.furtherRefused(outcome.rejected - outcome.refusals.count))
    }
    if let path = outcome.rejectsPath { Terminal.warn(Copy.rejects(outcome.rejected, in: path)) }
    if outcome.rejected > 0, replace { Terminal.warn(Copy.refusedLeaveRoster) }
    if !dryRun, outcome.count > 0 { Terminal.say(Copy.rosterIsDangerous) }
  }

  private func facts(_ outcome: RosterImportOutcome) -> String {
    var facts = Facts()
    facts.add("rows", grouped(outcome.rows))
    facts.add(dryRun ? "would add" : "added", grouped(outcome.added))
    facts.add(dryRun ? "would update" : "updated", grouped(outcome.updated))
    facts.add("unchanged", grouped(outcome.unchanged))
    if replace { facts.add(dryRun ? "would remove" : "removed", grouped(outcome.removed)) }
    facts.add("rejected", grouped(outcome.rejected))
    facts.add(dryRun ? "roster would have" : "roster has", grouped(outcome.count))
    return facts.text
  }

  private struct Counts: Encodable {
    let rows, added, updated, unchanged, removed, rejected, withoutAddress, count: Int
    let rejectsFile: String?
    let mapping: [String: String]
    let dropped: [String]

    init(_ outcome: RosterImportOutcome) {
      rows = outcome.rows
      added = outcome.added
      updated = outcome.updated
      unchanged = outcome.unchanged
      removed = outcome.removed
      rejected = outcome.rejected
      withoutAddress = outcome.withoutAddress
      count = outcome.count
      rejectsFile = outcome.rejectsPath
      mapping = Dictionary(outcome.mapping.mapped.map { ($0.name, $0.column.header) }) { first, _ in first }
      dropped = outcome.mapping.dropped.map(\.header)
    }

    private enum CodingKeys: CodingKey {
      case rows, added, updated, unchanged, removed, rejected, withoutAddress, count, rejectsFile, mapping, dropped
    }

    // By hand, because a `rejectsFile` that is not there is null and not left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(rows, forKey: .rows)
      try container.encode(added, forKey: .added)
      try container.encode(updated, forKey: .updated)
      try container.encode(unchanged, forKey: .unchanged)
      try container.encode(removed, forKey: .removed)
      try container.encode(rejected, forKey: .rejected)
      try container.encode(withoutAddress, forKey: .withoutAddress)
      try container.encode(count, forKey: .count)
      try container.encode(rejectsFile, forKey: .rejectsFile)
      try container.encode(mapping, forKey: .mapping)
      try container.encode(dropped, forKey: .dropped)
    }
  }
}
