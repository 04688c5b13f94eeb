import Campaigns

/// The rows of a list, behind its header.
struct ListStream: ~Copyable, Sendable {
  /// A column of the list that the sheet has.
  private struct Column {
    var name: String
    var kind: ListColumn.Kind
    /// The cell's number, from 0.
    var cell: Int
  }

  private var records: SheetRecords
  private let mapping: ListMapping
  /// In the order of the sheet, so that the first cell at fault is named.
  private let columns: [Column]
  private var cleaner = CellText()

  init(_ records: consuming SheetRecords, mapping: ListMapping, columns: [ListColumn]) {
    self.records = records
    self.mapping = mapping
    self.columns = columns.compactMap { column in
      mapping.columns[column.name].map { Column(name: column.name, kind: column.kind, cell: $0.number - 1) }
    }.sorted { $0.cell < $1.cell }
  }

  /// The next row; nil at the end.
  mutating func next() throws -> Result<ListRow, RefusedRow>? {
    guard try records.next() else { return nil }
    do throws(RowValidator.Fault) {
      try records.check()
      let texts = try texts()
      return .success(ListRow(line: records.csv.line, record: records.ownRecord(), texts: texts, mapping: mapping))
    } catch {
      return .failure(records.refused(error))
    }
  }

  private mutating func texts() throws(RowValidator.Fault) -> [String: String] {
    var texts: [String: String] = [:]
    for column in columns {
      do throws(CellFault) {
        texts[column.name] = try text(records.csv.cell(column.cell), column.kind)
      } catch {
        throw RowValidator.Fault(column: column.cell, reason: error)
      }
    }
    return texts
  }

  private mutating func text(
    _ cell: UnsafeRawBufferPointer, _ kind: ListColumn.Kind
  ) throws(CellFault) -> String? {
    switch kind {
    case .name: try cleaner.clean(cell, .name, limit: longestName, tabs: .areRefused, string)
    case .text: try cleaner.clean(cell, nil, limit: longestText, string)
    case .longText: try cleaner.clean(cell, nil, limit: longestLongText, string)
    }
  }
}

/// How many Unicode scalars a text may have that tells a story.
private let longestLongText = 2000
