import ArgumentParser
import Campaigns
import Export
import Intake
import Office

struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Signature sheets on paper: print, enter, keep track.",
    subcommands: [SheetPrint.self, SheetList.self, SheetEnter.self, SheetScan.self])
}

struct SheetPrint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Make signature sheets as a PDF, each with a number of its own.",
    discussion: """
      Each sheet shows the petition's title, the beginning of the letter and the
      SHA-256 of the letter version that is signed on it. What is signed by hand is
      typed off with picket sheet enter, under the number at the sheet's foot.

        picket sheet print letter-1 --count 20 -o sheets.pdf
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Option(help: "How many sheets.")
  var count = 1

  @Option(help: "How many rows a sheet has, at most 16.")
  var rows = 10

  @Option(help: "a4 or letter.")
  var paper: ListLayout.Paper = .a4

  @Option(
    name: [.customLong("letter"), .customLong("language")],
    help: "The letter version: LANGUAGE, LANGUAGE:VERSION or SHA-256. Else the newest.")
  var letter: String?

  @Option(name: [.customShort("o"), .customLong("output")], help: "The PDF to create.", completion: .file())
  var file: String

  @Flag(help: "Replace the file that stands there; a symbolic link itself is replaced.")
  var force = false

  func run() throws {
    let office = try database.office()
    let destination = ExportDestination(file, force: force)
    try destination.requirePDFPlace()
    let printed = try destination.write {
      try office.printSheets(of: slug, letter: letter, count: count, rows: rows, paper: paper)
    } as: { printed, sink in
      try printed.bytes.withUnsafeBytes(sink)
    }
    let numbers = printed.sheets.map(\.number)
    if output.json, destination.file != nil {
      return try printJSON(PrintedOutput(numbers: numbers, letter: printed.letter.hexDigest, rows: rows))
    }
    if let file = destination.file { Terminal.say(Copy.wrote([file])) }
    Terminal.say(Copy.printed(numbers, of: slug))
  }

  private struct PrintedOutput: Encodable {
    let numbers: [Int]
    let letter: String
    let rows: Int
  }
}

struct SheetList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List a petition's printed sheets, with how many rows were entered.",
    discussion: "  picket sheet list letter-1")

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  func run() throws {
    let sheets = try vault.office().sheets(of: slug)
    if output.json { return try printJSON(sheets.map(SheetOutput.init)) }
    var table = Table(["NO", "PRINTED", "LETTER", "SHA-256", "ROWS", "ENTERED"], numbers: [0, 4, 5])
    for standing in sheets {
      table.add([
        String(standing.sheet.number), standing.sheet.printedOn.description,
        "\(standing.letter.language):\(standing.letter.version)", String(standing.letter.hexDigest.prefix(8)),
        String(standing.sheet.rowCount), String(standing.entered),
      ])
    }
    try Terminal.write(table.text)
  }

  private struct SheetOutput: Encodable {
    let number: Int
    let printedOn, letter, sha256: String
    let rows, entered: Int

    init(_ standing: SheetStanding) {
      number = standing.sheet.number
      printedOn = standing.sheet.printedOn.description
      letter = "\(standing.letter.language):\(standing.letter.version)"
      sha256 = standing.letter.hexDigest
      rows = standing.sheet.rowCount
      entered = standing.entered
    }
  }
}

struct SheetScan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Attach a scan of a sheet as evidence, by its SHA-256 alone.",
    discussion: """
      A scan shows names and hands: Picket reads it once for its SHA-256 and keeps
      none of its bytes. Keep the file itself where the key is kept.
      Evidence is public: the timeline and the brief tell everybody, the employer
      too, that there is a scan of this sheet, and its SHA-256. So --public has to be
      given.

        picket sheet scan letter-1 3 sheet-3.pdf --public
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The petition's slug.")
  var slug: String

  @Argument(help: "The sheet's number, at its foot.")
  var number: Int

  @Argument(help: "The scan; - is standard input.", completion: .file())
  var file: String

  @Flag(name: .customLong("public"), help: "Tell everybody that there is this scan.")
  var isPublic = false

  func validate() throws {
    guard isPublic else {
      throw ValidationError(
        "evidence is public: with --public everybody learns that there is a scan, and its SHA-256")
    }
  }

  func run() throws {
    let office = try database.office()
    let (evidence, digest) = try office.attachScan(FileSource(file), ofSheet: number, of: slug)
    if output.json { return try printJSON(ScanOutput(evidence: evidence.number, sha256: digest)) }
    try Terminal.print(digest)
    Terminal.say(Copy.attachedScan(evidence))
  }

  private struct ScanOutput: Encodable {
    let evidence: Int
    let sha256: String
  }
}
