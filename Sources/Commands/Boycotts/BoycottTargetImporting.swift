import ArgumentParser
import Campaigns
import Intake
import Office

struct BoycottTargetImporting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "List the brands or companies of a sheet: all of it, or nothing.",
    discussion: """
      Takes CSV with the columns name, reasons, description, website, alternatives,
      alternatives_text and status; name is needed. Who is no target yet is created
      as a company. The reason is taken from reasons, else from description; the
      website becomes evidence, the alternatives are named with the boycott's. A row
      whose status speaks against a boycott is refused. Who is listed already stays
      as it is.

        picket boycott target import no-cloud brands.csv --dry-run
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The boycott's slug.")
  var slug: String

  @Argument(help: "The sheet's file; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var reading: ListReadingOptions

  @Flag(help: "Show the mapping, five targets and the counts, and write nothing.")
  var dryRun = false

  func run() throws {
    let office = try database.office()
    let request = try BoycottTargetImport(file, into: slug, delimiter: reading.delimiter, encoding: reading.encoding)
    let outcome = try dryRun ? office.rehearseTargetImport(request) : office.importTargets(request)
    try tell(outcome)
    if outcome.rows > 0, outcome.rejected == outcome.rows { throw ExitCode(65) }
  }

  private func tell(_ outcome: BoycottTargetImportOutcome) throws {
    if outcome.rows == 0 { Terminal.say(Copy.noRows) }
    for row in outcome.refusals { Terminal.say(Copy.refused(row, in: file)) }
    if outcome.rejected > outcome.refusals.count {
      Terminal.say(Copy.furtherRefused(outcome.rejected - outcome.refusals.count))
    }
    if let path = outcome.rejectsPath { Terminal.warn(Copy.rejects(outcome.rejected, in: path)) }
    if outcome.withdrawn > 0 { Terminal.say(Copy.withdrawnBefore(outcome.withdrawn)) }
    if let changed = outcome.changed, changed.hasNewTerms {
      Terminal.say(Copy.newTerms(changed.account.boycott, toAskAgain: changed.toAskAgain))
    }
    if output.json { return try printJSON(BoycottImportOutput(outcome)) }
    if dryRun { try Terminal.write(rehearsal(outcome)) } else { Terminal.say(Copy.columns(outcome.mapping)) }
    var facts = Facts()
    facts.add("rows", grouped(outcome.rows))
    facts.add(dryRun ? "would list" : "listed", grouped(outcome.listed))
    facts.add(dryRun ? "would create" : "created", grouped(outcome.created))
    facts.add("listed before", grouped(outcome.present))
    facts.add("withdrawn before", grouped(outcome.withdrawn))
    facts.add("alternatives", grouped(outcome.alternatives))
    facts.add("rejected", grouped(outcome.rejected))
    try Terminal.write(facts.text)
  }

  private func rehearsal(_ outcome: BoycottTargetImportOutcome) -> String {
    var columns = Table(["FIELD", "COLUMN", "HEADER"], numbers: [1])
    for (name, column) in outcome.mapping.mapped { columns.add([name, String(column.number), column.header]) }
    for column in outcome.mapping.dropped { columns.add(["(dropped)", String(column.number), column.header]) }
    guard !outcome.samples.isEmpty else { return columns.text + "\n" }
    var targets = Table(["SLUG", "NAME"])
    for sample in outcome.samples { targets.add([sample.slug, sample.name]) }
    return columns.text + "\n" + targets.text + "\n"
  }
}

/// The counts of an import of targets as JSON.
private struct BoycottImportOutput: Encodable {
  let rows, listed, created, listedBefore, withdrawnBefore, alternatives, rejected: Int
  let terms: Int?
  let rejectsFile: String?
  let mapping: [String: String]
  let dropped: [String]

  init(_ outcome: BoycottTargetImportOutcome) {
    rows = outcome.rows
    listed = outcome.listed
    created = outcome.created
    listedBefore = outcome.present
    withdrawnBefore = outcome.withdrawn
    alternatives = outcome.alternatives
    rejected = outcome.rejected
    terms = outcome.changed?.account.boycott.terms
    rejectsFile = outcome.rejectsPath
    mapping = Dictionary(outcome.mapping.mapped.map { ($0.name, $0.column.header) }) { first, _ in first }
    dropped = outcome.mapping.dropped.map(\.header)
  }
}
