import ArgumentParser
import Campaigns
import Export
import Foundation
import Intake
import Office

struct SignatureImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a sheet of signatures: all of it, or nothing.",
    discussion: """
      CSV with comma, semicolon or tab, from forms and spreadsheets. Columns are
      found by their names; --dry-run shows which, with the counts, and writes
      nothing. A refused row goes with its line and its reason to a REJECTS file
      beside the sheet: mend it there and import that file. Who has signed already is
      not added again; the same address under another name is held until picket
      signature verify admits it.

        picket signature import letter-1 signups.csv --dry-run
        picket signature import letter-1 signups.csv --map name="Full name"
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The sheet's file; - is standard input.", completion: .file())
  var file: String

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

  @Option(help: "The cohort of rows that say nothing else; else the petition's own.")
  var cohort: Cohort?

  @Option(help: "What the public may see of rows that do not say it: named, role or counted.")
  var visibility: Visibility.Level = .named

  @Option(help: "The partner who collected the rows.")
  var partner: String?

  @Option(name: .customLong("verified"), help: "How the rows were verified; else they are pending.")
  var method: String?

  @Option(help: "The letter version that was shown: LANGUAGE, LANGUAGE:VERSION or SHA-256. Else the newest.")
  var letter: String?

  @Flag(help: "Show the mapping, five rows and the counts, and write nothing.")
  var dryRun = false

  func run() throws {
    var request = try SheetImport(file, into: slug, options: try options())
    request.cohort = cohort
    request.visibility = Visibility(visibility)
    request.partner = partner
    request.verification = try method.map { try Verification.Method($0) }
    request.letter = letter
    let office = try vault.office()
    let outcome: SheetImportOutcome
    if dryRun {
      outcome = try office.rehearseImport(request)
    } else {
      var progress = Progress("Importing")
      defer { progress.end() }
      outcome = try office.importSheet(request) { progress.tell($0) }
    }
    try ImportTelling(outcome: outcome, isRehearsal: dryRun, asked: self).tell()
    if outcome.counts.rows > 0, outcome.counts.rejected == outcome.counts.rows { throw ExitCode(65) }
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

/// What a person and a program are told of an import.
private struct ImportTelling {
  let outcome: SheetImportOutcome
  let isRehearsal: Bool
  let asked: SignatureImport

  func tell() throws {
    warn()
    if asked.output.json { return try printJSON(CountsOutput(outcome)) }
    if isRehearsal {
      try Terminal.write(mappingText)
      if !outcome.samples.isEmpty { try Terminal.write("\n" + sampleText) }
      try Terminal.write("\n")
    } else {
      Terminal.say(Copy.columns(outcome.mapping))
    }
    try Terminal.write(countsText)
  }

  private func warn() {
    let counts = outcome.counts
    if counts.rows == 0 { Terminal.say(Copy.noRows) }
    if outcome.metZonelessTime { Terminal.warn(Copy.zonelessTimes) }
    if outcome.mapping.columns[.visibility] == nil, counts.rows > 0 {
      Terminal.warn(
        Copy.noVisibility(asked.visibility, maybe: outcome.mapping.dropped.first(where: \.mayAskForVisibility)))
    }
    if !outcome.mapping.hasEmail, counts.rows > 0 { Terminal.warn(Copy.noAddresses) }
    if counts.targetAddresses > 0 { Terminal.warn(Copy.targetAddresses(counts.targetAddresses)) }
    if counts.rejected > 0 { tellRejects() }
    if counts.sharedAddress > 0 { Terminal.say(Copy.heldRows(counts.sharedAddress, asked.slug)) }
  }

  private func tellRejects() {
    for row in outcome.refusals { Terminal.say(Copy.refused(row, in: asked.file)) }
    if outcome.counts.rejected > outcome.refusals.count {
      Terminal.say(Copy.furtherRefused(outcome.counts.rejected - outcome.refusals.count))
    }
    if let path = outcome.rejectsPath {
      Terminal.warn(Copy.rejects(outcome.counts.rejected - outcome.withheld, in: path))
    }
    if outcome.withheld > 0 { Terminal.say(Copy.withheld(outcome.withheld)) }
  }

  private var mappingText: String {
    var table = Table(["FIELD", "COLUMN", "HEADER"], numbers: [1])
    for (field, column) in outcome.mapping.mapped {
      table.add([field.rawValue, String(column.number), column.header])
    }
    for column in outcome.mapping.dropped { table.add(["(dropped)", String(column.number), column.header]) }
    return table.text
  }

  private var sampleText: String {
    var table = Table(["LINE", "NAME", "E-MAIL", "JOB TITLE", "BELONGS TO", "LOCATION", "VISIBILITY"], numbers: [0])
    for row in outcome.samples {
      let signatory = row.signatory
      table.add([
        String(row.line), signatory.name, signatory.email ?? "", signatory.jobTitle ?? "",
        signatory.belonging ?? "", signatory.location ?? "", (row.visibility?.level ?? asked.visibility).rawValue,
      ])
    }
    return table.text
  }

  private var countsText: String {
    let counts = outcome.counts
    var facts = Facts()
    if let id = outcome.id { facts.add("import", id.description) }
    facts.add("rows", grouped(counts.rows))
    facts.add(isRehearsal ? "would add" : "added", grouped(counts.added))
    facts.add("duplicates", grouped(counts.duplicates))
    facts.add("held", grouped(counts.sharedAddress))
    facts.add("rejected", grouped(counts.rejected))
    facts.add("made stricter", grouped(counts.stricter))
    facts.add("same name", grouped(counts.sameName))
    return facts.text
  }

  private struct CountsOutput: Encodable {
    let importID: String?
    let rows, added, duplicates, sharedAddress, rejected, stricter, sameName, targetAddresses: Int
    let rejectsFile: String?
    let mapping: [String: String]
    let dropped: [String]

    init(_ outcome: SheetImportOutcome) {
      importID = outcome.id?.description
      rows = outcome.counts.rows
      added = outcome.counts.added
      duplicates = outcome.counts.duplicates
      sharedAddress = outcome.counts.sharedAddress
      rejected = outcome.counts.rejected
      stricter = outcome.counts.stricter
      sameName = outcome.counts.sameName
      targetAddresses = outcome.counts.targetAddresses
      rejectsFile = outcome.rejectsPath
      mapping = Dictionary(
        uniqueKeysWithValues: outcome.mapping.mapped.map { ($0.field.rawValue, $0.column.header) })
      dropped = outcome.mapping.dropped.map(\.header)
    }

    private enum CodingKeys: CodingKey {
      case importID, rows, added, duplicates, sharedAddress, rejected, stricter, sameName, targetAddresses,
        rejectsFile
      case mapping, dropped
    }

    // By hand, because a `rejectsFile` that is not there is null and not left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(importID, forKey: .importID)
      try container.encode(rows, forKey: .rows)
      try container.encode(added, forKey: .added)
      try container.encode(duplicates, forKey: .duplicates)
      try container.encode(sharedAddress, forKey: .sharedAddress)
      try container.encode(rejected, forKey: .rejected)
      try container.encode(stricter, forKey: .stricter)
      try container.encode(sameName, forKey: .sameName)
      try container.encode(targetAddresses, forKey: .targetAddresses)
      try container.encode(rejectsFile, forKey: .rejectsFile)
      try container.encode(mapping, forKey: .mapping)
      try container.encode(dropped, forKey: .dropped)
    }
  }
}
