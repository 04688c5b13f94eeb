import Campaigns

/// How the refused rows of a sheet are written: each untouched behind its line, its column and its reason.
///
/// The file is UTF-8 and has the sheet's delimiter and header. Mended and imported again, its own three columns are
/// ignored.
public struct RejectsFile: Hashable, Sendable {
  /// The columns before the sheet's own.
  public static let columns = ["picket_line", "picket_column", "picket_reason"]

  /// The file's first bytes: the header with its line break.
  public let header: [UInt8]
  private let delimiter: Delimiter
  private let lineBreak: [UInt8]

  /// A file for a sheet with this header.
  init(header: [UInt8], delimiter: Delimiter, lineBreak: [UInt8]) {
    self.delimiter = delimiter
    self.lineBreak = lineBreak
    self.header =
      RejectsFile.record(of: RejectsFile.columns, delimiter: delimiter) + [delimiter.rawValue] + header + lineBreak
  }

  /// Appends a refused row with its line break.
  public func append(_ row: RefusedRow, to bytes: inout [UInt8]) {
    let cells = [String(row.line), String(row.column), row.reason]
    bytes.append(contentsOf: RejectsFile.record(of: cells, delimiter: delimiter))
    bytes.append(delimiter.rawValue)
    bytes.append(contentsOf: row.record)
    bytes.append(contentsOf: lineBreak)
  }

  /// The cells as a record without a line break, quoted where they need it.
  static func record(of cells: [String], delimiter: Delimiter) -> [UInt8] {
    var bytes: [UInt8] = []
    for (number, cell) in cells.enumerated() {
      if number > 0 { bytes.append(delimiter.rawValue) }
      let needsQuotes = cell.utf8.contains { byte in
        byte == delimiter.rawValue || byte == quotationMark || byte == lineFeed || byte == carriageReturn
      }
      guard needsQuotes else {
        bytes.append(contentsOf: cell.utf8)
        continue
      }
      bytes.append(quotationMark)
      for byte in cell.utf8 {
        if byte == quotationMark { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(quotationMark)
    }
    return bytes
  }
}
