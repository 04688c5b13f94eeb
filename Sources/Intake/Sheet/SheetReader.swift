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
  /// Which column holds which field.
  public let mapping: ColumnMapping
  /// Whether the first row was taken as the header; otherwise the user named the columns.
  public let hasHeader: Bool
  /// How the sheet's refused rows are written.
  public let rejects: RejectsFile

  private let rows: Mutex<RowStream>
  private let assumesZone: Bool

  /// Reads the header of the sheet.
  ///
  /// - Throws: `unusableFile` where the sheet is empty, is no text, or its header cannot be read or mapped;
  ///   `usage` where overrides contradict each other; otherwise what the source throws.
  public init(_ source: any ByteSource, options: SheetOptions = SheetOptions()) throws {
    var csv = try CSVReader(source, delimiter: options.delimiter, encoding: options.encoding)
    try FileKind.refuseOthers(beginningWith: csv.beginning, name: csv.name)
    let header = try SheetHeader(&csv, columns: options.columns)
    self.name = csv.name
    self.delimiter = csv.delimiter
    self.encoding = csv.encoding
    self.hasHeader = header.isInSheet
    self.mapping = try ColumnMapping(
      headers: header.names, overrides: options.overrides, at: SourcePlace(file: csv.name, line: csv.line))
    self.rejects = RejectsFile(header: header.bytes, delimiter: csv.delimiter, lineBreak: header.lineBreak)
    self.assumesZone = options.timeZone == nil
    let validator = RowValidator(
      mapping, zone: options.timeZone ?? .gmt, today: options.today,
      addressesMayBeEmpty: options.addressesMayBeEmpty)
    self.rows = Mutex(RowStream(SheetRecords(csv, header: header), validator: validator))
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
}
