/// What ties a signatory to the target. Cohorts are never summed silently: a total shows its parts.
public enum Cohort: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Works for the target.
  case employee
  /// Works at the target for another company or on an own account.
  case contractor
  /// Worked for the target.
  case alumni
  /// Stands outside and supports.
  case supporter
  /// Is not a person.
  case organization

  /// The cohort that a person or a sheet names, in singular or plural, in any case; nil where there is none such.
  public init?(named text: some StringProtocol) {
    switch text.lowercased() {
    case "employee", "employees", "staff": self = .employee
    case "contractor", "contractors", "vendor", "vendors": self = .contractor
    case "alumni", "alumnus", "alumna", "former employee": self = .alumni
    case "supporter", "supporters": self = .supporter
    case "organization", "organizations", "organisation", "organisations": self = .organization
    default: return nil
    }
  }

  /// Several of them, in a sentence.
  public var plural: String {
    switch self {
    case .alumni: "alumni"
    default: rawValue + "s"
    }
  }

  /// The order in which reports list the cohorts.
  public static func < (left: Cohort, right: Cohort) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Cohort.allCases.firstIndex(of: self) ?? 0 }
}
