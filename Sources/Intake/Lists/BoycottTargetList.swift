/// A list of what is boycotted.
public typealias BoycottTargetList = TypedList<TypedBoycottTarget>

/// A row of a list of brands or companies to boycott.
public struct TypedBoycottTarget: ListEntry, Hashable {
  /// The row, to refuse it later.
  public let row: ListRow
  /// What the public calls the brand or company.
  public let name: String
  /// What it is; nil where the list does not say, as below.
  public let description: String?
  /// Where it is on the web.
  public let website: String?
  /// Why it is boycotted.
  public let reasons: String?
  /// What to take instead: in words where the list has words, otherwise as it names them.
  public let alternatives: String?
  /// Whether the boycott is on, in the list's words.
  public let status: String?

  /// `name`, and the columns that a list may do without.
  public static let columns = [
    ListColumn("name", ["Brand", "Brand name", "Company", "Company name"], kind: .name, isRequired: true),
    ListColumn("description", ["About"], kind: .longText),
    ListColumn("website", ["URL", "Homepage", "Website URL"]),
    ListColumn("reasons", ["Reason", "Why"], kind: .longText),
    ListColumn("alternatives", ["Alternative", "Instead"], kind: .longText),
    ListColumn("alternatives_text", kind: .longText),
    ListColumn("status"),
  ]

  /// What the row says.
  /// - Throws: the refused row where the name is empty.
  public init(_ row: ListRow) throws(RefusedRow) {
    self.row = row
    self.name = try row.needed("name", else: CellFault.nameEmpty.words)
    self.description = row.cell("description")
    self.website = row.cell("website")
    self.reasons = row.cell("reasons")
    self.alternatives = row.cell("alternatives_text") ?? row.cell("alternatives")
    self.status = row.cell("status")
  }
}
