/// A list whose rows are judged while they are read.
public struct TypedList<Entry: ListEntry>: Sendable {
  /// The reader: its name, its mapping and its file of refused rows.
  public let reader: ListReader

  /// Reads the header of the sheet, as `ListReader` does.
  ///
  /// - Throws: as `ListReader`.
  public init(
    _ source: any ByteSource, delimiter: Delimiter? = nil, encoding: SheetEncoding? = nil
  ) throws {
    self.reader = try ListReader(source, columns: Entry.columns, delimiter: delimiter, encoding: encoding)
  }

  /// What the next row says, or why it is refused; nil at the end of the sheet.
  ///
  /// - Throws: as `ListReader.next`.
  public func next() throws -> Result<Entry, RefusedRow>? {
    try reader.next()?.flatMap { row in
      Result { () throws(RefusedRow) in try Entry(row) }
    }
  }
}
