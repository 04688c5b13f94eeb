import Campaigns
import Synchronization

/// Reads a sheet whose columns have fixed names, row by row, in memory that does not grow with the sheet.
///
/// It takes what a sheet of signatures may be: any delimiter and encoding, short rows, and the file of refused rows,
/// mended. A row that breaks a rule is handed out as refused, with its line and its reason; the rest goes on.
public final class ListReader: Sendable {
  /// What errors call the sheet.
  public let name: String
  /// The character between cells, as given or found.
  public let delimiter: Delimiter
  /// The encoding, as asked for or found.
  public let encoding: SheetEncoding
  /// Which column is which.
  public let mapping: ListMapping
  /// How the sheet's refused rows are written.
  public let rejects: RejectsFile

  private let rows: Mutex<ListStream>

  /// Reads the header of the sheet. A delimiter or an encoding that is not given is found; Windows-1252 never is.
  ///
  /// - Parameter columns: the columns that the list may have; no two of them share a name or a synonym.
  /// - Throws: `unusableFile` where the sheet is empty, is no text, its header cannot be read, two of its columns
  ///   mean the same, or a required one is missing; otherwise what the source throws.
  public init(
    _ source: any ByteSource, columns: [ListColumn], delimiter: Delimiter? = nil, encoding: SheetEncoding? = nil
  ) throws {
    var csv = try CSVReader(source, delimiter: delimiter, encoding: encoding)
    try FileKind.refuseOthers(beginningWith: csv.beginning, name: csv.name)
    let header = try SheetHeader(&csv, columns: nil)
    self.name = csv.name
    self.delimiter = csv.delimiter
    self.encoding = csv.encoding
    self.mapping = try ListMapping(
      headers: header.names, to: columns, at: SourcePlace(file: csv.name, line: csv.line))
    self.rejects = RejectsFile(header: header.bytes, delimiter: csv.delimiter, lineBreak: header.lineBreak)
    self.rows = Mutex(ListStream(SheetRecords(csv, header: header), mapping: mapping, columns: columns))
  }

  /// The next row, or why it is refused; nil at the end of the sheet. Rows whose cells are all empty are passed.
  ///
  /// - Throws: `unusableFile` where a quotation mark is never closed; otherwise what the source throws.
  public func next() throws -> Result<ListRow, RefusedRow>? {
    try rows.withLock { try $0.next() }
  }
}
