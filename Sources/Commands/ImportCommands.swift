import ArgumentParser
import Campaigns
import Office

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "What was imported, and how to undo it.",
    discussion: "Sheets are imported by picket signature import.",
    subcommands: [List.self, Show.self, Undo.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List a petition's imports.")

    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    func run() throws {
      let imports = try vault.office().imports(of: slug)
      if output.json { return try printJSON(imports.map(ImportReportOutput.init)) }
      var table = Table(
        ["IMPORT", "ON", "ROWS", "ADDED", "DUPLICATES", "HELD", "REJECTED", "PARTNER", "CHANNEL", "FILE"],
        numbers: [2, 3, 4, 5, 6])
      for report in imports {
        let counts = report.counts
        table.add(
          [report.id.description, report.undoneOn == nil ? report.importedOn.description : "undone"]
            + [counts.rows, counts.added, counts.duplicates, counts.sharedAddress, counts.rejected].map(grouped)
            + [report.source.partner ?? "", report.source.channel ?? "", report.source.fileName])
      }
      try Terminal.write(table.text)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show an import: its file, its mapping, its counts.")

    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    @Argument(help: "The import's identifier.")
    var id: String

    func run() throws {
      let report = try vault.office().importReport(id, of: slug)
      if output.json { return try printJSON(ImportReportOutput(report)) }
      var facts = Facts()
      facts.add("import", report.id.description)
      facts.add("on", report.importedOn.description)
      facts.add("undone on", report.undoneOn?.description)
      facts.add("file", report.source.fileName)
      facts.add("source", report.source.format)
      facts.add("partner", report.source.partner)
      facts.add("channel", report.source.channel)
      facts.add("rows", grouped(report.counts.rows))
      facts.add("added", grouped(report.counts.added))
      facts.add("duplicates", grouped(report.counts.duplicates))
      facts.add("held", grouped(report.counts.sharedAddress))
      facts.add("rejected", grouped(report.counts.rejected))
      facts.add("made stricter", grouped(report.counts.stricter))
      facts.add("same name", grouped(report.counts.sameName))
      facts.add("target's address", grouped(report.counts.targetAddresses))
      for column in report.source.mapping { facts.add("column", column) }
      for column in report.source.kept { facts.add("kept", column) }
      try Terminal.write(facts.text)
    }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Invalidate everything that an import added.",
      discussion: """
        What it added counts as invalidated from then on, and its addresses are free
        again, so that the sheet can be imported once more. Signers who had left stay
        so.
        """)

    @OptionGroup var vault: VaultOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The petition's slug.")
    var slug: String

    @Argument(help: "The import's identifier.")
    var id: String

    @Flag(help: "Say how many signatures it would be, and change nothing.")
    var dryRun = false

    func run() throws {
      let count = try vault.office().undoImport(id, of: slug, rehearsing: dryRun)
      if output.json { return try printJSON(["invalidated": count]) }
      Terminal.say(Copy.undone(count, isRehearsal: dryRun))
    }
  }
}

/// An import as JSON.
private struct ImportReportOutput: Encodable {
  let id: String
  let importedOn: String
  let undoneOn: String?
  let file: String
  let partner: String?
  let channel, source: String?
  let mapping, kept: [String]
  let rows, added, duplicates, sharedAddress, rejected, stricter, sameName, targetAddresses: Int

  init(_ report: ImportReport) {
    id = report.id.description
    importedOn = report.importedOn.description
    undoneOn = report.undoneOn?.description
    file = report.source.fileName
    partner = report.source.partner
    channel = report.source.channel
    source = report.source.format
    mapping = report.source.mapping
    kept = report.source.kept
    rows = report.counts.rows
    added = report.counts.added
    duplicates = report.counts.duplicates
    sharedAddress = report.counts.sharedAddress
    rejected = report.counts.rejected
    stricter = report.counts.stricter
    sameName = report.counts.sameName
    targetAddresses = report.counts.targetAddresses
  }
}
