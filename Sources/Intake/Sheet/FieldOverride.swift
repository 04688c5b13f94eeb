import Campaigns

/// What `--map field=Header` says: take this field from the column of that header, or with `field=` from none.
public struct FieldOverride: Hashable, Sendable {
  /// The field.
  public let field: SheetField
  /// The column's header as the user wrote it; empty where the field is to be taken from no column.
  public let header: String
  /// Where a file says so; nil for an option.
  public let place: SourcePlace?

  /// An override of this field.
  public init(_ field: SheetField, from header: String, at place: SourcePlace? = nil) {
    self.field = field
    self.header = header
    self.place = place
  }

  /// The override that an option says as `field=Header`.
  ///
  /// - Throws: `usage` where there is no equals sign or no such field; the hint lists the fields.
  public init(_ option: String) throws {
    guard let sign = option.firstIndex(of: "=") else {
      throw Refusal(
        .usage, "a mapping is written field=Header",
        hint: "for example name=\"Full name\"; fields: \(SheetField.list)")
    }
    let name = option[..<sign]
    let header = option[option.index(after: sign)...]
    guard let field = SheetField(named: name) else {
      throw Refusal(
        .usage, "there is no field \"\(name.prefix(40))\"", hint: "fields: \(SheetField.list)")
    }
    self.init(field, from: header.trimmingWhitespace())
  }

  /// Whether one of these says already where the field comes from, as a whole or in parts.
  public func isDecided(by others: [FieldOverride]) -> Bool {
    others.contains { other in
      other.field == field || other.field.parts.contains(field) || field.parts.contains(other.field)
    }
  }
}
