import Campaigns
import Foundation

/// The rows of a sheet, behind its header.
struct RowStream: ~Copyable, Sendable {
  private var csv: CSVReader
  private var validator: RowValidator
  private let header: SheetHeader
  private let width: Int
  /// Whether the current record is a row that was not handed out yet: the first one of a sheet without a header.
  private var hasRow: Bool

  init(_ csv: consuming CSVReader, header: SheetHeader, mapping: ColumnMapping, validator: RowValidator) {
    self.csv = csv
    self.validator = validator
    self.header = header
    self.width = mapping.width
    self.hasRow = !header.isInSheet
  }

  /// Whether a time without a zone was met.
  var metZonelessTime: Bool { validator.metZonelessTime }

  /// The next rows; nil at the end.
  mutating func next(_ limit: Int) throws -> SheetBatch? {
    var batch = SheetBatch()
    batch.rows.reserveCapacity(min(limit, 1 << 16))
    var bytes = 0
    while batch.rows.count < limit, batch.refused.count < limit, bytes < mostBytes {
      guard try advance() else { break }
      if isBlank() { continue }
      do throws(RowValidator.Fault) {
        try checkRecord()
        var row = try validator.row(of: csv)
        row.record = ownRecord()
        batch.rows.append(row)
      } catch {
        batch.refused.append(
          RefusedRow(line: csv.line, column: error.column + 1, reason: error.reason.words, record: ownRecord()))
      }
      bytes += csv.record.count
    }
    return batch.rows.isEmpty && batch.refused.isEmpty ? nil : batch
  }

  /// The record as the sheet's own columns have it, without those that Picket had added.
  private func ownRecord() -> [UInt8] {
    Array(header.leadingCells == 0 ? csv.record : csv.record(fromCell: header.leadingCells))
  }

  private mutating func advance() throws -> Bool {
    if hasRow {
      hasRow = false
      return true
    }
    return try csv.next()
  }

  /// Whether the record has nothing in its cells: spreadsheets save such rows at the end of a sheet.
  private func isBlank() -> Bool {
    for byte in csv.record where byte != csv.delimiter.rawValue && byte != 0x20 && byte != quotationMark {
      return false
    }
    return true
  }

  /// The rules for the record as a whole.
  private func checkRecord() throws(RowValidator.Fault) {
    let record = csv.record
    guard record.count <= longestRow else { throw fault(longestCell(), .rowTooLong) }
    guard UTF8Check.isValid(record) else { throw fault(firstInvalidCell(), .notUTF8) }
    if csv.cellCount > width {
      for column in width..<csv.cellCount where !CellText.withoutSpaces(csv.cell(column)).isEmpty {
        throw fault(
          column,
          .tooManyCells(
            found: csv.cellCount, expected: width, byHeader: header.isInSheet, csv.delimiter))
      }
    }
    if header.isInSheet, record.count == header.record.count, record.elementsEqual(header.record) {
      throw fault(0, .repeatsHeader)
    }
  }

  private func fault(_ column: Int, _ reason: CellFault) -> RowValidator.Fault {
    RowValidator.Fault(column: column, reason: reason)
  }

  private func longestCell() -> Int {
    (0..<csv.cellCount).max { csv.cell($0).count < csv.cell($1).count } ?? 0
  }

  private func firstInvalidCell() -> Int {
    (0..<csv.cellCount).first { !UTF8Check.isValid(csv.cell($0)) } ?? 0
  }
}

/// A row of more bytes was not written by a person; most likely a quotation mark swallowed its neighbours.
private let longestRow = 1 << 20
/// A batch ends where its rows take more bytes in the sheet.
private let mostBytes = 8 << 20
