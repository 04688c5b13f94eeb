import Campaigns

/// The names of a sheet's columns: its first row, or what the user names them.
struct SheetHeader: Sendable {
  /// The names, without empty ones at the end.
  let names: [String]
  /// Whether they stand in the sheet; otherwise the reader's current record is the first row.
  let isInSheet: Bool
  /// The header's record as it stands in the sheet; empty where it does not.
  let record: [UInt8]
  /// The header as a sheet of refused rows repeats it: without the columns that Picket had added.
  let bytes: [UInt8]
  /// How many columns Picket had added before the sheet's own.
  let leadingCells: Int
  /// The line break that ends the first record: CR LF, or else LF.
  let lineBreak: [UInt8]

  /// Goes to the sheet's first record and takes the names from there, or from `columns` where they are given and the
  /// sheet is not one of refused rows.
  ///
  /// - Throws: `unusableFile` where the sheet is empty or its header is no UTF-8.
  init(_ csv: inout CSVReader, columns: [String]?) throws {
    guard try SheetHeader.firstRecord(&csv) else {
      throw Refusal(
        .unusableFile, "the sheet is empty", hint: "export it again with its header and rows",
        at: SourcePlace(file: csv.name))
    }
    self.record = Array(csv.record)
    self.lineBreak = csv.lineBreak.first == carriageReturn && csv.lineBreak.count == 2 ? [13, 10] : [10]
    if let columns, !SheetHeader.isOfRejects(csv) {
      self.names = columns
      self.isInSheet = false
      self.bytes = RejectsFile.record(of: columns, delimiter: csv.delimiter)
      self.leadingCells = 0
      return
    }
    guard UTF8Check.isValid(csv.record) else {
      throw Refusal(
        .unusableFile, "the header is not UTF-8",
        hint: "save the sheet as UTF-8, or say --encoding windows-1252 if it comes from an old Windows program",
        at: SourcePlace(file: csv.name, line: csv.line))
    }
    var names = (0..<csv.cellCount).map { SheetHeader.name(csv.cell($0)) }
    while names.count > 1, names.last == "" { names.removeLast() }
    let added = RejectsFile.columns.map(HeaderKey.init)
    self.leadingCells = names.prefix(added.count).map(HeaderKey.init) == added ? added.count : 0
    self.names = names
    self.isInSheet = true
    self.bytes = Array(csv.record(fromCell: leadingCells))
  }

  /// Goes to the first record, past the line `sep=;` that some spreadsheets put before it.
  private static func firstRecord(_ csv: inout CSVReader) throws -> Bool {
    guard try csv.next() else { return false }
    let isSeparatorLine = csv.record.count == 5 && csv.record.starts(with: "sep=".utf8)
    return isSeparatorLine ? try csv.next() : true
  }

  private static func isOfRejects(_ csv: borrowing CSVReader) -> Bool {
    guard UTF8Check.isValid(csv.cell(0)) else { return false }
    return HeaderKey(name(csv.cell(0))) == HeaderKey(RejectsFile.columns[0])
  }

  /// The header as it can be printed: on one line, without control characters.
  private static func name(_ cell: UnsafeRawBufferPointer) -> String {
    var name = String.UnicodeScalarView()
    for scalar in String(decoding: cell, as: UTF8.self).unicodeScalars {
      switch ScalarKind.of(scalar.value) {
      case .visible, .space: name.append(scalar)
      case .lineBreak, .tab: name.append(" ")
      case .zeroWidth, .invisible, .control: continue
      }
    }
    return String(name).trimmingWhitespace()
  }
}
