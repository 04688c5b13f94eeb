import Campaigns

/// The records of a sheet behind its header, and the rules that a record keeps as a whole.
struct SheetRecords: ~Copyable, Sendable {
  /// The reader, at the current record.
  private(set) var csv: CSVReader
  private let header: SheetHeader
  /// Where the records stand in the original; nil where the sheet is the original.
  private let places: TranscriptPlaces?
  /// Where the current one does.
  private var place: TranscriptPlaces.Place?
  /// The columns, from 0 and from the last, whose cells come into no refused row.
  private let blanked: [Int]
  /// Whether the current record is a row that was not handed out yet: the first one of a sheet without a header.
  private var hasRow: Bool

  /// The records behind the header that was just read.
  init(
    _ csv: consuming CSVReader, header: SheetHeader, places: TranscriptPlaces? = nil,
    blanking columns: [ColumnMapping.Column] = []
  ) {
    self.csv = csv
    self.header = header
    self.places = places
    self.blanked = columns.map { $0.number - 1 }.sorted(by: >)
    self.hasRow = !header.isInSheet
  }

  /// The line in the original on which the current record begins, from 1.
  var line: Int { place?.line ?? csv.line }

  /// The file that the line is of; nil where there is only the one.
  var file: String? { place?.file }

  /// Goes to the next record that has something in its cells; false at the end of the sheet.
  mutating func next() throws -> Bool {
    while try advance() {
      if !isBlank() { return true }
    }
    return false
  }

  /// Refuses a record that is too long, is no UTF-8, has too many cells or repeats the header.
  func check() throws(RowValidator.Fault) {
    if let fault = place?.fault { throw self.fault(0, fault) }
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

  /// The current record as the sheet's own columns have it, without those that Picket had added, and with nothing in
  /// those that are never kept.
  func ownRecord() -> [UInt8] {
    let own = header.leadingCells == 0 ? csv.record : csv.record(fromCell: header.leadingCells)
    guard !blanked.isEmpty else { return Array(own) }
    var bytes = Array(own)
    // From the last to the first: what stands before a cell stays where it is.
    for column in blanked where column < csv.cellCount && column >= header.leadingCells {
      let start = own.count - csv.record(fromCell: column).count
      let behind = column + 1 < csv.cellCount ? csv.record(fromCell: column + 1).count + 1 : 0
      bytes.removeSubrange(start..<own.count - behind)
    }
    return bytes
  }

  /// The current record among the refused ones.
  func refused(_ fault: RowValidator.Fault) -> RefusedRow {
    RefusedRow(
      line: line, column: fault.column + 1, reason: fault.reason.words, record: ownRecord(), file: file)
  }

  private mutating func advance() throws -> Bool {
    if hasRow {
      hasRow = false
      return true
    }
    guard try csv.next() else { return false }
    if let places { place = places.take() }
    return true
  }

  /// Whether the record has nothing in its cells: spreadsheets save such rows at the end of a sheet.
  private func isBlank() -> Bool {
    if place != nil { return false }
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
