import Campaigns

/// Which column of a sheet is which column of a list, and which columns are dropped.
public struct ListMapping: Hashable, Sendable {
  /// The columns that are taken, by the names that the list gives them.
  public let columns: [String: ColumnMapping.Column]
  /// The columns that are not, in the order of the sheet; those that Picket itself had added are not among them.
  public let dropped: [ColumnMapping.Column]

  /// The columns that are taken, in the order of the sheet.
  public var mapped: [(name: String, column: ColumnMapping.Column)] {
    columns.sorted { $0.value.number < $1.value.number }.map { ($0.key, $0.value) }
  }

  /// The mapping of a sheet with these headers to a list with these columns.
  ///
  /// - Throws: `unusableFile` at `place` where two headers mean one column, or none means a required one; the hint
  ///   lists the columns.
  public init(headers: [String], to columns: [ListColumn], at place: SourcePlace) throws {
    var names: [HeaderKey: String] = [:]
    for column in columns {
      // A synonym without letters or digits would fit every column without a header.
      for key in column.keys where !key.text.isEmpty { names[key] = column.name }
    }
    var found: [String: ColumnMapping.Column] = [:]
    var dropped: [ColumnMapping.Column] = []
    for (index, header) in headers.enumerated() {
      let key = HeaderKey(header)
      let column = ColumnMapping.Column(number: index + 1, header: header)
      if let name = names[key] {
        if let first = found.updateValue(column, forKey: name) {
          throw Refusal(
            .unusableFile, "columns \(shown(first)) and \(shown(column)) both are \(name)",
            hint: "rename or delete one of them; \(list(columns))", at: place)
        }
      } else if !HeaderSynonyms.isOfRejects(key) {
        dropped.append(column)
      }
    }
    let missing = columns.filter { $0.isRequired && found[$0.name] == nil }.map(\.name)
    guard missing.isEmpty else {
      throw Refusal(
        .unusableFile, "the first row does not have all columns; missing: \(missing.joined(separator: ", "))",
        hint: "name them in the first row; \(list(columns))", at: place)
    }
    self.columns = found
    self.dropped = dropped
  }
}

/// All columns in one line, for a hint.
private func list(_ columns: [ListColumn]) -> String {
  let parts = [("needed", true), ("taken too", false)].compactMap { words, isRequired in
    let names = columns.filter { $0.isRequired == isRequired }.map(\.name)
    return names.isEmpty ? nil : "\(words): \(names.joined(separator: ", "))"
  }
  return parts.joined(separator: "; ")
}

private func shown(_ column: ColumnMapping.Column) -> String {
  "\(column.number) (\"\(column.header.prefix(60))\")"
}
