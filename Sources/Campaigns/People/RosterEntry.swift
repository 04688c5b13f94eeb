/// Somebody who works at the targets of a campaign, as the organizers' list of who works there has them. All of it is
/// sealed wherever it is kept.
///
/// It says nothing of whether the person has signed anything.
public struct RosterEntry: Hashable, Sendable {
  /// The entry's identifier.
  public let id: Identifier<RosterEntry>
  /// The name as the list has it.
  public var name: String
  /// The address as the list has it; nil where it has none.
  public var email: String?
  /// What the person does.
  public var jobTitle: String?
  /// The team or department.
  public var team: String?
  /// The site or city.
  public var site: String?
  /// When the person works.
  public var shift: String?
  /// Employee or contractor.
  public var cohort: Cohort

  /// An entry with these properties.
  public init(
    id: Identifier<RosterEntry>, name: String, email: String? = nil, jobTitle: String? = nil, team: String? = nil,
    site: String? = nil, shift: String? = nil, cohort: Cohort = .employee
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.jobTitle = jobTitle
    self.team = team
    self.site = site
    self.shift = shift
    self.cohort = cohort
  }

  /// The cohorts that can stand on a roster: everybody else does not work there.
  public static let cohorts: Set<Cohort> = [.employee, .contractor]
}
