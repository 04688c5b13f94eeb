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
      CSV with comma, semicolon or tab, from forms and spreadsheets. Columns are
      found by their names; --dry-run shows which, with the counts, and writes
      nothing. A refused row goes with its line and its reason to a REJECTS file
      beside the sheet: mend it there and import that file. Who has signed already is
      not added again; the same address under another name is held until picket
      signature verify admits it.

        picket signature import letter-1 signups.csv --dry-run
        picket signature import letter-1 signups.csv --map name="Full name"

      Several files go in at once, in their order: the first row of a person stands,
      and the report says how many addresses stand in each two lists. --partner,
      --channel and --cohort are given once for all files, or once for each in their
      order:

        picket signature import letter-1 alpha.csv beta.csv \\
          --partner Alpha --partner Beta --cohort supporter
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The sheets' files; - is standard input.", completion: .file())
  var files: [String]

  @Option(
    name: .customLong("map"), help: "Take a field from the column of this header: field=Header. May be given again.")
  var mappings: [String] = []

  @Option(help: "The columns of a sheet without a header, by field, with commas: name,email,_,team.")
  var columns: String?

  @Option(help: "comma, semicolon or tab; else it is found.")
  var delimiter: Delimiter?

  @Option(help: "utf-8, utf-16le, utf-16be or windows-1252; else it is found, but for windows-1252.")
  var encoding: SheetEncoding?

  @Option(help: "The zone of times that carry none, and in which times become days, like Europe/Berlin; else UTC.")
  var timeZone: String?

  @Option(
    name: .customLong("cohort"), help: "The cohort of rows that say nothing else; else the petition's own.")
  var cohorts: [Cohort] = []

  @Option(help: "What the public may see of rows that do not say it: named, role or counted.")
  var visibility: Visibility.Level = .named

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
    let given = [("--partner", partners.count), ("--cohort", cohorts.count), ("--channel", channels.count)]
    for (option, count) in given where count > 1 && count != files.count {
      throw ValidationError(
        "\(option) is given \(count) times for \(files.count == 1 ? "one file" : "\(files.count) files"); "
          + "give it once for all of them, or once for each in their order")
    }
  }

  func run() throws {
    let requests = try files.indices.map(request)
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

  /// The request for the file of this number.
  private func request(_ number: Int) throws -> SheetImport {
    var request = try SheetImport(files[number], into: slug, options: try options())
    request.cohort = choice(cohorts, number)
    request.visibility = Visibility(visibility)
    request.partner = choice(partners, number)
    request.channel = choice(channels, number)
    request.verification = try method.map { try Verification.Method($0) }
    request.letter = letter
    return request
  }

  /// What was given for the file of this number: once for all, or once for each.
  private func choice<Value>(_ values: [Value], _ number: Int) -> Value? {
    values.count == files.count ? values[number] : values.first
  }

  private func options() throws -> SheetOptions {
    SheetOptions(
      delimiter: delimiter, encoding: encoding, overrides: try mappings.map(FieldOverride.init),
      columns: columns.map(SheetOptions.columns),
      timeZone: try timeZone.map { name in
        guard let zone = TimeZone(identifier: name) else {
          throw Refusal(
            .usage, "there is no time zone \"\(name.prefix(40))\"", hint: "write it like Europe/Berlin or UTC")
        }
        return zone
      })
  }
}
