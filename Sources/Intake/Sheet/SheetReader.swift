import Campaigns
import Foundation
import Synchronization

/// Reads the signatures of a sheet, batch by batch, in memory that does not grow with the sheet.
///
/// A row that breaks a rule is handed out as refused, with its line and its reason; the rest goes on.
public final class SheetReader: Sendable {
  /// What errors call the sheet.
  public let name: String
  /// The character between cells, as given or found.
  public let delimiter: Delimiter
  /// The encoding, as asked for or found.
  public let encoding: SheetEncoding
  /// The source that the sheet is of, as asked for or found; nil where it is of none that is known.
  public let source: SourceFormat?
  /// Which column holds which field.
  public let mapping: ColumnMapping
  /// Whether the first row was taken as the header; otherwise the user named the columns.
  public let hasHeader: Bool
  /// How the sheet's refused rows are written.
  public let rejects: RejectsFile

  private let rows: Mutex<RowStream>
  private let assumesZone: Bool

  /// Reads the header of the sheet; of a source that is no sheet, the transcript's.
  ///
  /// - Throws: `unusableFile` where the sheet is empty, is no text, or its header cannot be read or mapped, or lacks a
  ///   column of the source that the options name;
  ///   `usage` where overrides contradict each other; otherwise what the source throws.
  public init(_ source: any ByteSource, options: SheetOptions = SheetOptions()) throws {
    var opened = try OpenedSheet(source, options)
    let header = try SheetHeader(&opened.csv, columns: options.columns)
    let places = opened.places
    let place = SourcePlace(file: opened.csv.name, line: opened.csv.line)
    self.name = opened.csv.name
    self.delimiter = opened.csv.delimiter
    self.encoding = opened.encoding
    self.hasHeader = header.isInSheet
    if let format = opened.format {
      self.source = format
      if places == nil { try format.form.require(header.names, overrides: options.overrides, at: place) }
    } else {
      self.source = header.isInSheet ? SourceForm.detect(header.names)?.format : nil
    }
    let csv = opened.csv
    self.mapping = try ColumnMapping(
      headers: header.names, overrides: options.overrides, of: self.source, keeping: options.kept, at: place)
    self.rejects = RejectsFile(header: header.bytes, delimiter: csv.delimiter, lineBreak: header.lineBreak)
    self.assumesZone = options.timeZone == nil
    let validator = RowValidator(
      mapping, zone: options.timeZone ?? .gmt, today: options.today,
      addressesMayBeEmpty: options.addressesMayBeEmpty)
    let records = SheetRecords(csv, header: header, places: places, blanking: mapping.neverKept)
    self.rows = Mutex(RowStream(records, validator: validator))
  }

  /// The next rows; nil at the end of the sheet.
  ///
  /// At most `limit` of each kind, and no more than some MiB of the sheet; a batch may have no row to take.
  /// - Throws: `unusableFile` where a quotation mark is never closed; otherwise what the source throws.
  public func next(_ limit: Int) throws -> SheetBatch? {
    try rows.withLock { try $0.next(limit) }
  }

  /// Whether a time without a zone was met so far, although the options name no zone for such times.
  public var metZonelessTime: Bool { assumesZone && rows.withLock { $0.metZonelessTime } }

  /// Whether a row so far was too short to have the cell that says how its signer wishes to be shown, although the
  /// header has it.
  public var metMissingWish: Bool { rows.withLock { $0.metMissingWish } }
}
