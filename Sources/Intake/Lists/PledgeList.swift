import Campaigns

/// A list of people who pledge, some of them only if enough others do.
public typealias PledgeList = TypedList<TypedPledge>

/// A row of a list of pledges.
public struct TypedPledge: ListEntry, Hashable {
  /// The row, to refuse it later.
  public let row: ListRow
  /// Who pledges: a name and an address, under the rules of a sheet's cells.
  public let signatory: Signatory
  /// How many others have to pledge first; nil where there is no condition.
  public let ifOthers: Int?
  /// What ties the person to the target; nil where the list does not say.
  public let cohort: Cohort?
  /// How much the public may see; nil where the list does not say.
  public let visibility: Visibility.Level?
  /// The day on which the pledge lapses; nil where the list does not say.
  public let lapsesOn: CalendarDate?

  /// `name`, `email` and `if_others` (its cells may be empty), and the columns that a list may do without.
  public static let columns = [
    ListColumn("name", ["Full name", "Your name", "Your full name", "Signatory"], kind: .name, isRequired: true),
    ListColumn("email", ["Email address", "Mail", "Mail address", "Your email"], isRequired: true),
    // Were it dropped under another header, everyone's condition would be gone.
    ListColumn("if_others", ["When others", "N", "Threshold"], isRequired: true),
    ListColumn("cohort", ["Signer type", "Signatory type"]),
    ListColumn("visibility", ["Sign as", "Show as", "Show me as", "List as", "List me as"]),
    ListColumn("lapses_on", ["Lapses", "Expires", "Expires on", "Valid until"]),
  ]

  /// What the row says.
  /// - Throws: the refused row where the name or the address is missing, or a cell breaks the rules of its column.
  public init(_ row: ListRow) throws(RefusedRow) {
    self.row = row
    self.signatory = Signatory(
      name: try row.needed("name", else: CellFault.nameEmpty.words), email: try TypedPledge.address(row))
    self.ifOthers = try TypedPledge.condition(row)
    self.cohort = try row.value("cohort", else: CellFault.cohortUnknown.words) { Cohort(named: $0) }
    self.visibility = try row.value("visibility", else: CellFault.visibilityUnknown.words) {
      Visibility.Level(named: $0)
    }
    self.lapsesOn = try row.day("lapses_on")
  }

  private static func address(_ row: ListRow) throws(RefusedRow) -> String? {
    let text = try row.needed("email", else: CellFault.addressEmpty.words)
    do throws(CellFault) {
      return try TypedSignatory.address(text)
    } catch {
      throw row.refused("email", error.words)
    }
  }

  private static func condition(_ row: ListRow) throws(RefusedRow) -> Int? {
    guard let text = row.cell("if_others") else { return nil }
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
      throw row.refused("if_others", "the condition is no whole number in digits only")
    }
    // What is too long for an Int is too much for a condition.
    let count = Int(digits) ?? .max
    guard count >= 1, !isNegative else {
      throw row.refused("if_others", "a condition is at least 1; leave it empty for none")
    }
    guard count <= Pledge.mostOthers else { throw row.refused("if_others", "a condition is at most 1,000,000,000") }
    return count
  }
}
