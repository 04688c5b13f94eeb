import Campaigns

/// A list of contracts that were ended.
public typealias TerminationList = TypedList<TypedTermination>

/// A row of a list of terminations: the days are read, everything else is as it was written.
public struct TypedTermination: ListEntry, Hashable {
  /// The row, to refuse it later.
  public let row: ListRow
  /// The name of who ends the contract.
  public let by: String
  /// With whom the contract was; nil where the list does not say, as below.
  public let target: String?
  /// What kind of contract it is.
  public let kind: String?
  /// What the contract is called in the files of those who made it.
  public let reference: String?
  /// The day on which the contract was signed.
  public let signedOn: CalendarDate?
  /// The day on which notice was given.
  public let noticeDate: CalendarDate?
  /// How long before its end notice has to be given.
  public let noticePeriod: String?
  /// The day on which the contract ends, where it is said.
  public let effectiveDate: CalendarDate?
  /// What the contract is worth.
  public let value: String?
  /// The currency of the value.
  public let currency: String?
  /// Why it was ended.
  public let reason: String?
  /// How much the public may see.
  public let visibility: String?

  /// `by`, and the columns that a list may do without.
  public static let columns = [
    ListColumn("by", ["Ended by", "Terminated by", "Name", "Full name"], kind: .name, isRequired: true),
    ListColumn("target", ["Company", "Counterparty", "Other party"]),
    ListColumn("kind", ["Type", "Contract type", "Kind of contract"]),
    ListColumn("reference", ["Ref", "Reference number", "Contract reference", "Contract number"]),
    ListColumn("signed_on", ["Signed", "Date signed", "Contract date"]),
    ListColumn("notice_date", ["Notice given", "Notice given on", "Date of notice"]),
    ListColumn("notice_period", ["Period of notice"]),
    ListColumn("effective_date", ["Ends on", "Effective", "End of contract"]),
    ListColumn("value", ["Amount", "Contract value"]),
    ListColumn("currency", ["Currency code"]),
    ListColumn("reason", ["Reasons", "Why"], kind: .longText),
    ListColumn("visibility", ["Show as", "List as"]),
  ]

  /// What the row says.
  /// - Throws: the refused row where `by` is empty, or a day is not written YYYY-MM-DD.
  public init(_ row: ListRow) throws(RefusedRow) {
    self.row = row
    self.by = try row.needed("by", else: "the name of who ends the contract is empty")
    self.target = row.cell("target")
    self.kind = row.cell("kind")
    self.reference = row.cell("reference")
    self.signedOn = try row.day("signed_on")
    self.noticeDate = try row.day("notice_date")
    self.noticePeriod = row.cell("notice_period")
    self.effectiveDate = try row.day("effective_date")
    self.value = row.cell("value")
    self.currency = row.cell("currency")
    self.reason = row.cell("reason")
    self.visibility = row.cell("visibility")
  }
}
