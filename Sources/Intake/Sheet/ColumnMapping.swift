import Campaigns

/// Which column of a sheet holds which field, and which columns are dropped.
public struct ColumnMapping: Hashable, Sendable {
  /// A column of the sheet.
  public struct Column: Hashable, Sendable {
    /// The column's number, from 1.
    public let number: Int
    /// The column's header, or the name that `--columns` gives it.
    public let header: String
    /// For a dropped column: whether it may hold the signer's wish how to be shown. Ask the user before going on.
    public let mayAskForVisibility: Bool

    init(number: Int, header: String) {
      self.number = number
      self.header = header
      self.mayAskForVisibility = QuestionText.mayAskForVisibility(header)
    }
  }

  /// The columns that are taken.
  public let columns: [SheetField: Column]
  /// The columns that are not, in the order of the sheet; those that Picket itself had added are not among them.
  public let dropped: [Column]
  /// The number of columns.
  public let width: Int

  /// The fields that are taken, in the order of reports, each with its column.
  public var mapped: [(field: SheetField, column: Column)] {
    columns.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether rows have an address; where they have none, equal rows are told by their cells.
  public var hasEmail: Bool { columns[.email] != nil }

  /// The mapping of a sheet with these headers.
  ///
  /// Overrides come first, then headers that always mean one field, then form questions that fit exactly one field
  /// which nothing else claims. Where a place stands in one column and in parts, the one column is taken.
  ///
  /// - Throws: `unusableFile` at `place` where an override's header is not there or there twice, where two columns
  ///   fit one field, where a name stands in one column and in parts, or where no column fits the name.
  ///   `usage` where two overrides name one field, or one column for two fields.
  public init(headers: [String], overrides: [FieldOverride] = [], at place: SourcePlace) throws {
    var claims = ColumnClaims(headers: headers, place: place)
    for override in overrides { try claims.claim(override) }
    claims.claimBySynonyms()
    claims.claimByQuestions()
    let chosen = try claims.decided()
    self.columns = chosen.mapValues { Column(number: $0 + 1, header: headers[$0]) }
    let taken = Set(chosen.values)
    self.dropped = headers.indices.filter { index in
      !taken.contains(index) && !HeaderSynonyms.isOfRejects(HeaderKey(headers[index]))
    }.map { Column(number: $0 + 1, header: headers[$0]) }
    self.width = headers.count
  }
}
