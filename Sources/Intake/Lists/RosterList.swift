import Campaigns

/// A list of who works at a target.
public typealias RosterList = TypedList<TypedRosterEntry>

/// A row of such a list.
public struct TypedRosterEntry: ListEntry, Hashable {
  /// The row, to refuse it later.
  public let row: ListRow
  /// The name, from one column or from two.
  public let name: String
  /// The address; nil where the cell is empty.
  public let email: String?
  /// What the person does.
  public let jobTitle: String?
  /// The team or department.
  public let team: String?
  /// The site or city.
  public let site: String?
  /// When the person works.
  public let shift: String?
  /// Employee or contractor; nil where the list does not say.
  public let cohort: Cohort?

  /// `name`, or `first_name` and `last_name`, and the columns that a list may do without.
  public static let columns = [
    ListColumn("name", ["Full name", "Employee name", "Employee", "Worker", "Display name"], kind: .name),
    ListColumn("first_name", ["Given name", "Forename", "Preferred name"], kind: .name),
    ListColumn("last_name", ["Family name", "Surname"], kind: .name),
    ListColumn("email", ["Email address", "Mail", "Mail address", "Work email", "Work mail", "Primary work email"]),
    ListColumn("job_title", ["Title", "Job", "Role", "Position", "Business title"]),
    ListColumn("team", ["Department", "Dept", "Unit", "Org unit", "Group"]),
    ListColumn("site", ["Location", "Office", "City", "Work location", "Place of work", "Building"]),
    ListColumn("shift", ["Shift pattern", "Schedule", "Work shift"]),
    ListColumn("cohort", ["Worker type", "Employment type", "Employee type"]),
  ]

  /// What the row says.
  /// - Throws: the refused row where the name is missing, or a cell breaks the rules of its column.
  public init(_ row: ListRow) throws(RefusedRow) {
    self.row = row
    let parts = [row.cell("first_name"), row.cell("last_name")].compactMap { $0 }.joined(separator: " ")
    guard let name = row.cell("name") ?? (parts.isEmpty ? nil : parts) else {
      throw row.refused("name", CellFault.nameEmpty.words)
    }
    self.name = name
    email = try TypedRosterEntry.address(row)
    jobTitle = row.cell("job_title")
    team = row.cell("team")
    site = row.cell("site")
    shift = row.cell("shift")
    cohort = try row.value("cohort", else: "the cohort is neither employee nor contractor") { text in
      Cohort(named: text).flatMap { RosterEntry.cohorts.contains($0) ? $0 : nil }
    }
  }

  private static func address(_ row: ListRow) throws(RefusedRow) -> String? {
    guard let text = row.cell("email") else { return nil }
    do throws(CellFault) {
      return try TypedSignatory.address(text)
    } catch {
      throw row.refused("email", error.words)
    }
  }
}

extension ListMapping {
  /// Makes sure that a roster's sheet says who its people are.
  /// - Throws: `unusableFile`.
  public func requireNames(in file: String) throws {
    guard columns["name"] == nil, columns["last_name"] == nil else { return }
    throw Refusal(
      .unusableFile, "the first row does not have all columns; missing: name",
      hint: "name them in the first row: name, or first_name and last_name; taken too: email, job_title, team, site, "
        + "shift, cohort", at: SourcePlace(file: file, line: 1))
  }
}
