/// What a template can name: the facts of a notice.
///
/// Templates that people wrote hold these names: they never change.
public enum NoticeField: String, Hashable, Sendable, CaseIterable {
  /// Who ends the contract.
  case by
  /// With whom it is ended.
  case target
  /// The campaign that the notice belongs to.
  case campaign
  /// What kind of contract it is.
  case kind
  /// What the contract is filed under.
  case reference
  /// When it was signed.
  case signedOn = "signed_on"
  /// The day of the notice.
  case noticeDate = "notice_date"
  /// How long the contract goes on after the notice.
  case noticePeriod = "notice_period"
  /// When it ends.
  case effectiveDate = "effective_date"
  /// What it is worth.
  case value
  /// Why it is ended.
  case reason
  /// What the target is asked to do.
  case demand
  /// What else is said about it.
  case statement

  /// Whether the line breaks of the value stay; the others are one line.
  var keepsLines: Bool {
    switch self {
    case .reason, .demand, .statement: true
    default: false
    }
  }

  /// All names, for a hint.
  static let list = allCases.map(\.rawValue).joined(separator: ", ")
}
