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
  /// The columns whose answers are kept besides the fields, in the order of the sheet.
  public let kept: [Column]
  /// The columns that are never taken, whatever was asked: IP addresses and confirmation codes.
  public let neverKept: [Column]
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
  /// Overrides come first, then what the source's columns mean, then headers that always mean one field, then form questions that fit exactly one field
  /// which nothing else claims. Where a place stands in one column and in parts, the one column is taken.
  ///
  /// - Throws: `unusableFile` at `place` where an override's header is not there or there twice, where two columns
  ///   fit one field, where a name stands in one column and in parts, or where no column fits the name.
  ///   `usage` where two overrides name one field, or one column for two fields, or where a column that is to be kept
  ///   is a field already.
  public init(
    headers: [String], overrides: [FieldOverride] = [], of source: SourceFormat? = nil,
    keeping asked: [KeptColumn] = [],
    at place: SourcePlace
  ) throws {
    var claims = ColumnClaims(headers: headers, place: place)
    for override in overrides { try claims.claim(override) }
    if let source { claims.claim(source.form) }
    claims.claimBySynonyms()
    claims.claimByQuestions()
    let chosen = try claims.decided()
    self.columns = chosen.mapValues { Column(number: $0 + 1, header: headers[$0]) }
    let kept = try claims.kept(asked, beside: chosen)
    let others = Set(headers.indices).subtracting(chosen.values).subtracting(kept).sorted()
      .filter { !HeaderSynonyms.isOfRejects(HeaderKey(headers[$0])) }
      .map { Column(number: $0 + 1, header: headers[$0]) }
    self.kept = kept.map { Column(number: $0 + 1, header: headers[$0]) }
    self.neverKept = others.filter { NeverKept.contains(HeaderKey($0.header)) }
    self.dropped = others.filter { !NeverKept.contains(HeaderKey($0.header)) }
    self.width = headers.count
  }
}
