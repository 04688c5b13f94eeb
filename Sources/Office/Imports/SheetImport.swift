import Campaigns
import Crypto
import Foundation
import Intake

/// A sheet of signatures that is to be imported.
public struct SheetImport: Sendable {
  /// The petition's slug.
  public var petition: String
  /// Where the sheet's bytes come from.
  public var source: any ByteSource
  /// What the user says about the sheet.
  public var options: SheetOptions
  /// The cohort of rows that say nothing else; nil means the petition's own.
  public var cohort: Cohort?
  /// What the public may see of rows that do not say it.
  public var visibility = Visibility(.named)
  /// The partner who collected the rows; nil where the organizers did.
  public var partner: String?
  /// The name of the channel that the rows came through; nil where none is named.
  public var channel: String?
  /// How the rows were verified; nil where nobody did.
  public var verification: Verification.Method?
  /// The letter version that the signers were shown; nil means the newest in the petition's language.
  public var letter: String?
  /// SHA-256 of the file, where it can be had; tells rows without addresses of one file from those of another.
  public var digest: (@Sendable () throws -> [UInt8])?
  /// Whether rows without addresses are told by the line that they stand on, not by what is written there: those of
  /// paper, which can be typed in two ways.
  public var tellsRowsByLine = false
  /// Where the refused rows go.
  public var rejectsPath: String

  /// An import of the file, or of a letter's folder, into the petition; `-` is standard input. The refused rows go
  /// beside the file, those of standard input into the working folder.
  /// - Throws: `notFound`, `unusableFile` where the file cannot be read.
  public init(_ file: String, into petition: String, options: SheetOptions) throws {
    self.petition = petition
    self.options = options
    source = try FolderSource.open(file)
    rejectsPath = Rejects.path(beside: file)
    if file != "-" { digest = { try SheetImport.digest(of: file) } }
  }

  private static func digest(of file: String) throws -> [UInt8] {
    var source = try FolderSource.open(file)
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return Array(hash.finalize()) }
      hash.update(data: buffer[..<count])
    }
  }
}

/// What an import did, or would do.
public struct SheetImportOutcome: Sendable {
  /// The file's name as it was given; `-` for standard input.
  public let file: String
  /// The partner who collected the rows; nil where the organizers did.
  public let partner: String?
  /// The channel that the rows came through; nil where none was named.
  public let channel: String?
  /// The cohort of rows that say nothing else.
  public let cohort: Cohort
  /// What the public may see of rows that do not say it.
  public let level: Visibility.Level
  /// The import's identifier; nil where nothing was imported.
  public var id: Identifier<ImportReport>?
  /// What became of the rows.
  public var counts = ImportReport.Counts()
  /// How many signatures that nobody had verified are verified by what its duplicates bring.
  public var confirmed = 0
  /// How many of the duplicates are of a row of the same file.
  public var duplicatesWithin = 0
  /// Where the refused rows are; nil where there are none or nothing was written.
  public var rejectsPath: String?
  /// The source that the file is of; nil where it is of none that is known.
  public var source: SourceFormat?
  /// Which column was read as which field.
  public var mapping: ColumnMapping
  /// The character between cells.
  public var delimiter: Delimiter
  /// The encoding.
  public var encoding: SheetEncoding
  /// The first rows that would be taken, at most five; of a dry run only.
  public var samples: [SignatureRow] = []
  /// The first refused rows, at most five: where and why.
  public var refusals: [RefusedRow] = []
  /// Whether a time without a zone was met although none was given for such times.
  public var metZonelessTime = false
  /// Whether a row did not have the cell that says how its signer wishes to be shown, although the header has it.
  public var metMissingWish = false

  init(of request: SheetImport, reading sheet: SheetReader, cohort: Cohort) {
    file = sheet.name
    partner = request.partner
    channel = request.channel
    self.cohort = cohort
    level = request.visibility.level
    source = sheet.source
    mapping = sheet.mapping
    delimiter = sheet.delimiter
    encoding = sheet.encoding
  }

  /// How many of the refused rows are in no file, since their signers asked to be erased.
  public var withheld = 0

  /// Takes in rows that are told by their place only.
  mutating func withhold(_ rows: [RefusedRow]) {
    withheld += rows.count
    note(rows)
  }

  mutating func note(_ refused: [RefusedRow]) {
    if refusals.count < 5 { refusals += refused.prefix(5 - refusals.count) }
  }
}
