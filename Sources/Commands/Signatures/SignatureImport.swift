import ArgumentParser
import Campaigns
import Foundation
import Intake
import Office

struct SignatureImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import sheets of signatures: all of them, or nothing.",
    discussion: """
      CSV with comma, semicolon or tab, from forms, spreadsheets, petition sites;
      OSDI JSON; the folder, YAML or list of a letter signed in git. Columns are
      found by their names, and known sources by theirs; --dry-run shows which,
      with the counts, and writes nothing. A refused row goes with its line and its
      reason to a REJECTS file beside the sheet: mend it there and import that file.
      Who has signed already is not added again; the same address under another
      name is held until picket signature verify admits it. IP addresses and
      confirmation codes are never kept.

        picket signature import letter-1 signups.csv --dry-run
        picket signature import letter-1 signups.csv --map name="Full name"
        picket signature import letter-1 local-7.csv --mapping local-7.toml

      local-7.toml says once what every sheet of that partner needs: fields with
      their headers, and options.

        name = "Who are you?"
        job_title = "What do you do?"
        keep = ["Why do you sign?"]
        partner = "Local 7"
        time-zone = "America/Chicago"

      Several files go in at once, in their order: the first row of a person
      stands, and the report says how many addresses stand in each two lists.
      --from, --mapping, --partner, --channel and --cohort are given once for all
      files, or once for each in their order:

        picket signature import letter-1 alpha.csv beta.json \\
          --partner Alpha --partner Beta --cohort supporter
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The sheets' files, or folders of letters; - is standard input.", completion: .file())
  var files: [String]

  @OptionGroup var reading: SheetReadingOptions

  @Option(
    name: .customLong("cohort"), help: "The cohort of rows that say nothing else; else the petition's own.")
  var cohorts: [Cohort] = []

  @Option(help: "What the public may see of rows that do not say it: named, role or counted; else named.")
  var visibility: Visibility.Level?

  @Option(name: .customLong("partner"), help: "The partner who collected the rows.")
  var partners: [String] = []

  @Option(
    name: .customLong("channel"), help: "The channel that the rows came through; see picket channel. Names no person."
  )
  var channels: [String] = []

  @Option(name: .customLong("verified"), help: "How the rows were verified; else they are pending.")
  var method: String?

  @Option(help: "The letter version that was shown: LANGUAGE, LANGUAGE:VERSION or SHA-256. Else the newest.")
  var letter: String?

  @Flag(help: "Show the mapping, five rows and the counts, and write nothing.")
  var dryRun = false

  func validate() throws {
    if let twice = files.enumerated().first(where: { files[..<$0].contains($1) })?.element {
      throw ValidationError("\(twice) is named twice")
    }
    let given = [
      ("--partner", partners.count), ("--cohort", cohorts.count), ("--channel", channels.count),
      ("--from", reading.formats.count), ("--mapping", reading.mappingNames.count),
    ]
    for (option, count) in given where count > 1 && count != files.count {
      throw ValidationError(
        "\(option) is given \(count) times for \(files.count == 1 ? "one file" : "\(files.count) files"); "
          + "give it once for all of them, or once for each in their order")
    }
  }

  func run() throws {
    let mappings = try reading.mappingFiles()
    let requests = try files.indices.map { try request($0, mappings) }
    let office = try vault.office()
    let outcome: ImportOutcome
    if dryRun {
      outcome = try office.rehearseImport(requests)
    } else {
      var progress = Progress("Importing")
      defer { progress.end() }
      outcome = try office.importSheets(requests) { progress.tell($0) }
    }
    try ImportTelling(outcome: outcome, asked: self).tell()
    if outcome.counts.rows > 0, outcome.counts.rejected == outcome.counts.rows { throw ExitCode(65) }
  }

  /// The request for the file of this number. What stands on the command line goes before what a mapping's file says.
  private func request(_ number: Int, _ mappings: [MappingFile]) throws -> SheetImport {
    let mapping = choice(mappings, number)
    var request = try SheetImport(
      files[number], into: slug, options: try reading.options(mapping, from: choice(reading.formats, number)))
    request.cohort = choice(cohorts, number) ?? mapping?.cohort
    request.visibility = Visibility(visibility ?? mapping?.visibility ?? .named)
    request.partner = choice(partners, number) ?? mapping?.partner
    request.channel = choice(channels, number) ?? mapping?.channel
    request.verification = try method.map { try Verification.Method($0) } ?? mapping?.verification
    request.letter = letter
    return request
  }

  /// What was given for the file of this number: once for all, or once for each.
  private func choice<Value>(_ values: [Value], _ number: Int) -> Value? {
    values.count == files.count ? values[number] : values.first
  }
}
