import Campaigns

/// One row of a list whose cells can be kept; what they mean is for the caller to judge.
public struct ListRow: Hashable, Sendable {
  /// The line on which the row begins, from 1.
  public let line: Int
  /// The row as it stands in the sheet, in UTF-8, without the line break that ends it.
  public let record: [UInt8]
  /// What stands in the columns that are not empty, by their names.
  let texts: [String: String]
  let mapping: ListMapping

  /// The text in the column of that name, trimmed and on one line; nil where nothing visible is in it or the sheet
  /// has no such column.
  public func cell(_ name: String) -> String? { texts[name] }

  /// The text in the column of that name.
  ///
  /// - Throws: the refused row, for that reason, where the cell is empty.
  public func needed(_ name: String, else reason: String) throws(RefusedRow) -> String {
    guard let text = cell(name) else { throw refused(name, reason) }
    return text
  }

  /// What the text in the column of that name means; nil where the cell is empty.
  ///
  /// - Throws: the refused row, for that reason, where `meaning` finds none.
  public func value<Value>(
    _ name: String, else reason: String, _ meaning: (String) -> Value?
  ) throws(RefusedRow) -> Value? {
    guard let text = cell(name) else { return nil }
    guard let value = meaning(text) else { throw refused(name, reason) }
    return value
  }

  /// The day in the column of that name; nil where the cell is empty.
  ///
  /// - Throws: the refused row where the day is not written YYYY-MM-DD or is none of the calendar.
  public func day(_ name: String) throws(RefusedRow) -> CalendarDate? {
    try value(name, else: "the date is not written YYYY-MM-DD, or the calendar has no such day") { CalendarDate($0) }
  }

  /// The same row among the refused ones: the cell in the column of that name is at fault. Where the sheet has no
  /// such column, the first cell stands for the row. The reason must not say what stands in the cell.
  public func refused(_ name: String, _ reason: String) -> RefusedRow {
    RefusedRow(line: line, column: mapping.columns[name]?.number ?? 1, reason: reason, record: record)
  }
}
