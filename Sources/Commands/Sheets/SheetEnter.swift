import ArgumentParser
import Campaigns
import Foundation
import Intake
import Office

struct SheetEnter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter",
    abstract: "Type off a signed sheet: all of its rows, or nothing.",
    discussion: """
      On a terminal it asks row by row. An empty name ends, - passes a row that
      cannot be read, and < takes back: at a name the row before, else the row that
      is being typed. Nothing is kept until the end.
      From a file it takes CSV with the columns row, name, job_title, team, email,
      visibility and signed_on; only name is needed. Where no visibility is marked,
      the signer is counted only.
      The rows are bound to the letter version of the sheet. A sheet that is entered
      again adds nothing that is there; picket import list shows it as "sheet 3",
      and picket import undo takes it back.

        picket sheet enter letter-1 3 --verified "badge seen"
        picket sheet enter letter-1 3 sheet-3.csv
      """)

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The sheet's number, at its foot.")
  var number: Int

  @Argument(help: "CSV with the rows; - is standard input. Else they are asked.", completion: .file())
  var file: String?

  @Option(name: .customLong("verified"), help: "How the rows were verified; else they are pending.")
  var method: String?

  @Option(help: "The cohort of the rows; else the petition's own.")
  var cohort: Cohort?

  func run() throws {
    let method = try method.map { try Verification.Method($0) }
    let office = try vault.office()
    let sheet = try office.prepareEntering(number, of: slug, cohort: cohort)
    var entry: SheetEntry
    if let file {
      entry = SheetEntry(try rows(in: file), of: number, to: slug)
    } else {
      guard isatty(STDIN_FILENO) == 1, let questions = Questions() else {
        throw Refusal(
          .usage, "there are no rows to enter", hint: "name a file, - for standard input, or run it on a terminal")
      }
      defer { questions.close() }
      var typing = SheetTyping(sheet, questions)
      entry = SheetEntry(try typing.rows(), of: number, to: slug)
      guard !entry.rows.isEmpty else { return Terminal.say(Copy.nothingEntered) }
      entry.cohort = cohort
      // What only the petition can refuse is asked again, so that the rest is not typed twice.
      while let refused = try office.rehearseSheet(entry).first {
        Terminal.warn(Copy.refusedRow(refused))
        typing.takeAway(row: refused.row)
        try typing.retype(refused.row)
        entry.rows = typing.typed
        guard !entry.rows.isEmpty else { return Terminal.say(Copy.nothingEntered) }
      }
    }
    entry.verification = method
    entry.cohort = cohort
    try tell(try office.enterSheet(entry), rows: entry.rows.count)
  }

  private func rows(in file: String) throws -> [PaperRow] {
    let list = try PaperSheetList(FileSource(file))
    var rows: [PaperRow] = []
    while let row = try list.next() {
      switch row {
      case .success(let row): rows.append(row)
      case .failure(let refused):
        throw Refusal(
          .invalidValue, refused.reason, hint: "nothing was entered; mend the row and enter the sheet again",
          at: SourcePlace(file: file, line: refused.line, column: refused.column))
      }
      guard rows.count <= SignatureSheet.rowCounts.upperBound else {
        throw Refusal(
          .invalidValue, "a sheet has at most \(SignatureSheet.rowCounts.upperBound) rows",
          hint: "nothing was entered; enter each sheet under its own number", at: SourcePlace(file: file))
      }
    }
    return rows
  }

  private func tell(_ outcome: SheetImportOutcome, rows: Int) throws {
    let counts = outcome.counts
    if counts.targetAddresses > 0 { Terminal.warn(Copy.targetAddresses(counts.targetAddresses)) }
    if counts.sharedAddress > 0 { Terminal.say(Copy.heldRows(counts.sharedAddress, slug)) }
    if output.json {
      return try printJSON(
        EnteredOutput(
          sheet: number, importID: outcome.id?.description, rows: counts.rows, added: counts.added,
          duplicates: counts.duplicates, sharedAddress: counts.sharedAddress, stricter: counts.stricter))
    }
    var facts = Facts()
    if let id = outcome.id { facts.add("import", id.description) }
    facts.add("sheet", String(number))
    facts.add("rows", grouped(counts.rows))
    facts.add("added", grouped(counts.added))
    facts.add("duplicates", grouped(counts.duplicates))
    facts.add("held", grouped(counts.sharedAddress))
    facts.add("made stricter", grouped(counts.stricter))
    try Terminal.write(facts.text)
  }

  private struct EnteredOutput: Encodable {
    let sheet: Int
    let importID: String?
    let rows, added, duplicates, sharedAddress, stricter: Int
  }
}
