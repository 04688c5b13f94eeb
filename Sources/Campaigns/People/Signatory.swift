/// The person or organization who signs. All of it is sealed wherever it is kept.
public struct Signatory: Hashable, Sendable {
  /// The name as its bearer writes it.
  public var name: String
  /// What stands before the name, as its bearer writes it: "Dr."; nil where there is nothing.
  public var honorific: String?
  /// What stands behind the name, as its bearer writes it: "PhD, RN"; nil where there is nothing.
  public var credentials: String?
  /// The e-mail address as it was given; nil where there is none (a paper sheet).
  public var email: String?
  /// What the person does, in the person's words.
  public var jobTitle: String?
  /// The team or department within the target.
  public var team: String?
  /// The site or city.
  public var location: String?
  /// The employer, school or organization of someone who does not work for the target.
  public var affiliation: String?

  /// A signatory with these properties.
  public init(
    name: String, email: String? = nil, jobTitle: String? = nil, team: String? = nil, location: String? = nil,
    affiliation: String? = nil, honorific: String? = nil, credentials: String? = nil
  ) {
    self.name = name
    self.honorific = honorific
    self.credentials = credentials
    self.email = email
    self.jobTitle = jobTitle
    self.team = team
    self.location = location
    self.affiliation = affiliation
  }

  /// Where the signatory belongs, as a list shows it: the team, the affiliation, or both.
  public var belonging: String? {
    switch (team, affiliation) {
    case (let team?, let affiliation?): "\(team), \(affiliation)"
    default: team ?? affiliation
    }
  }
}
