/// What a row of a list stands for.
public protocol ListEntry: Sendable {
  /// The columns that such a list may have.
  static var columns: [ListColumn] { get }

  /// What the row says.
  /// - Throws: the refused row, naming the column at fault.
  init(_ row: ListRow) throws(RefusedRow)
}
