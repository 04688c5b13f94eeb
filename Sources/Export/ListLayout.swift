/// How a list is laid out: what it shows of each line, and how the lines stand on the page.
///
/// A layout only leaves out: it never shows what the list does not hold.
public struct ListLayout: Hashable, Sendable {
  /// The fields of each line, in their order; nil for all of them in the order of `Field.allCases`.
  public var fields: [Field]?
  /// Whether names are told by their initials only.
  public var showsInitialsOnly = false
  /// What lines are put together by; nil for one list.
  public var grouping: Grouping?
  /// How many columns of names stand beside each other on a page.
  public var nameColumns = 1
  /// The paper of a printable document.
  public var paper = Paper.a4

  /// The layout of a plain list: all fields, one list, one column, A4.
  public init() {}

  /// A field of a line, named as the column of a CSV.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The name, with what its bearer writes before and behind it.
    case fullName = "full_name"
    /// What the signatory does.
    case jobTitle = "job_title"
    /// Team, employer or organization.
    case affiliation
    /// The site or city.
    case location
    /// What ties the signatory to the target.
    case cohort
    /// What the signer lets the public see.
    case visibility
    /// The day of signing.
    case signedOn = "signed_on"
  }

  /// What lines are put together by.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    /// Team, employer or organization.
    case organization
    /// The site or city.
    case site
    /// What ties the signatory to the target.
    case cohort
  }

  /// A size of paper.
  public enum Paper: String, Hashable, Sendable, CaseIterable {
    /// 210 by 297 millimetres.
    case a4
    /// 8.5 by 11 inches.
    case letter
  }
}
