import Campaigns

/// The records of a sheet behind its header, and the rules that a record keeps as a whole.
struct SheetRecords: ~Copyable, Sendable {
  /// The reader, at the current record.
  private(set) var csv: CSVReader
  private let header: SheetHeader
  /// Whether the current record is a row that was not handed out yet: the first one of a sheet without a header.
  private var hasRow: Bool

  /// The records behind the header that was just read.
  init(_ csv: consuming CSVReader, header: SheetHeader) {
    self.csv = csv
    self.header = header
    self.hasRow = !header.isInSheet
  }

  /// Goes to the next record that has something in its cells; false at the end of the sheet.
  mutating func next() throws -> Bool {
    while try advance() {
      if !isBlank() { return true }
    }
    return false
  }

  /// Refuses a record that is too long, is no UTF-8, has too many cells or repeats the header.
  func check() throws(RowValidator.Fault) {
    let record = csv.record
    let width = header.names.count
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

  /// The current record as the sheet's own columns have it, without those that Picket had added.
  func ownRecord() -> [UInt8] {
    Array(header.leadingCells == 0 ? csv.record : csv.record(fromCell: header.leadingCells))
  }

  /// The current record among the refused ones.
  func refused(_ fault: RowValidator.Fault) -> RefusedRow {
    RefusedRow(line: csv.line, column: fault.column + 1, reason: fault.reason.words, record: ownRecord())
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
