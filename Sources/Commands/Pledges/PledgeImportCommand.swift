import ArgumentParser
import Campaigns
import Intake
import Office

struct PledgeImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a sheet of pledges: all of it, or nothing.",
    discussion: """
      CSV with comma, semicolon or tab. Columns: name, email and if_others, whose
      cells may be empty for a pledge that binds at once; cohort, visibility and
      lapses_on where the sheet has them. A refused row goes with its line and its
      reason to a REJECTS file beside the sheet: mend it there and import that file.
      Who has pledged already is not added again, but stands under the terms of now.

        picket pledge import walk-out pledges.csv --dry-run
        picket pledge import walk-out pledges.csv --verified badge
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var boycott: String

  @Argument(help: "The sheet's file; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var reading: ListReadingOptions

  @Option(name: .customLong("verified"), help: "How the rows were verified; else they bind nobody.")
  var method: String?

  @Option(help: "The cohort of rows that say nothing else.")
  var cohort: Cohort = .employee

  @Option(help: "What the public may see, once revealed, of rows that do not say it: named, role or counted.")
  var visibility: Visibility.Level = .named

  @Flag(help: "Say what would come of it, and write nothing.")
  var dryRun = false

  func run() throws {
    let verification = try method.map { try Verification.Method($0) }
    var request = try PledgeImport(file, into: boycott)
    request.delimiter = reading.delimiter
    request.encoding = reading.encoding
    request.verification = verification
    request.cohort = cohort
    request.visibility = visibility
    let office = try vault.office()
    let outcome: PledgeImportOutcome
    if dryRun {
      outcome = try office.rehearsePledges(request)
    } else {
      var progress = Progress("Importing")
      defer { progress.end() }
      outcome = try office.importPledges(request) { progress.tell($0) }
    }
    warn(outcome)
    if output.json {
      try printJSON(Counts(outcome))
    } else {
      Terminal.say(
        Copy.pledgeColumns(
          outcome.mapping.mapped.map { "\($0.name)=\($0.column.header)" },
          dropped: outcome.mapping.dropped.map(\.header)))
      try Terminal.write(facts(outcome))
    }
    if outcome.rows > 0, outcome.rejected == outcome.rows { throw ExitCode(65) }
  }

  private func warn(_ outcome: PledgeImportOutcome) {
    if outcome.rows == 0 { Terminal.say(Copy.noRows) }
    if outcome.mapping.columns["visibility"] == nil, outcome.rows > 0 {
      Terminal.warn(Copy.noPledgeVisibility(visibility))
    }
    if outcome.targetAddresses > 0 { Terminal.warn(Copy.targetAddresses(outcome.targetAddresses)) }
    if outcome.renewedOlderTerms > 0 { Terminal.warn(Copy.renewedOlderTerms(outcome.renewedOlderTerms)) }
    for row in outcome.refusals { Terminal.say(Copy.refused(row, in: file)) }
    if outcome.rejected > outcome.refusals.count {
      Terminal.say(Copy.furtherRefused(outcome.rejected - outcome.refusals.count))
    }
    if let path = outcome.rejectsPath { Terminal.warn(Copy.rejects(outcome.rejected - outcome.withheld, in: path)) }
    if outcome.withheld > 0 { Terminal.say(Copy.withheldPledges(outcome.withheld)) }
  }

  private func facts(_ outcome: PledgeImportOutcome) -> String {
    var facts = Facts()
    facts.add("rows", grouped(outcome.rows))
    facts.add(dryRun ? "would add" : "added", grouped(outcome.added))
    facts.add(dryRun ? "would renew" : "renewed", grouped(outcome.renewed))
    facts.add("duplicates", grouped(outcome.duplicates))
    facts.add("rejected", grouped(outcome.rejected))
    return facts.text
  }

  private struct Counts: Encodable {
    let rows, added, renewed, renewedOlderTerms, duplicates, rejected, targetAddresses: Int
    let rejectsFile: String?
    let mapping: [String: String]
    let dropped: [String]

    init(_ outcome: PledgeImportOutcome) {
      rows = outcome.rows
      added = outcome.added
      renewed = outcome.renewed
      renewedOlderTerms = outcome.renewedOlderTerms
      duplicates = outcome.duplicates
      rejected = outcome.rejected
      targetAddresses = outcome.targetAddresses
      rejectsFile = outcome.rejectsPath
      mapping = Dictionary(outcome.mapping.mapped.map { ($0.name, $0.column.header) }) { first, _ in first }
      dropped = outcome.mapping.dropped.map(\.header)
    }

    private enum CodingKeys: CodingKey {
      case rows, added, renewed, renewedOlderTerms, duplicates, rejected, targetAddresses, rejectsFile, mapping
      case dropped
    }

    // By hand, because a `rejectsFile` that is not there is null and not left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(rows, forKey: .rows)
      try container.encode(added, forKey: .added)
      try container.encode(renewed, forKey: .renewed)
      try container.encode(renewedOlderTerms, forKey: .renewedOlderTerms)
      try container.encode(duplicates, forKey: .duplicates)
      try container.encode(rejected, forKey: .rejected)
      try container.encode(targetAddresses, forKey: .targetAddresses)
      try container.encode(rejectsFile, forKey: .rejectsFile)
      try container.encode(mapping, forKey: .mapping)
      try container.encode(dropped, forKey: .dropped)
    }
  }
}
