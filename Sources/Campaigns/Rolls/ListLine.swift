/// One line of a signatory list, as whoever receives the list sees it.
public struct ListLine: Hashable, Sendable {
  /// The signatory's name; nil where the line shows a description only.
  public var fullName: String?
  /// What the signatory writes before the name; nil where there is nothing or no name is shown.
  public var honorific: String? {
    get { titles?.before }
    set { titles = Titles(before: newValue, behind: credentials) }
  }
  /// What the signatory writes behind the name; nil where there is nothing or no name is shown.
  public var credentials: String? {
    get { titles?.behind }
    set { titles = Titles(before: honorific, behind: newValue) }
  }
  /// What the signatory does; nil where it is not shown.
  public var jobTitle: String?
  /// Team, employer or organization; nil where it is not shown.
  public var affiliation: String?
  /// The site or city; nil where it is not shown.
  public var location: String?
  /// What ties the signatory to the target.
  public var cohort: Cohort
  /// What the signer lets the public see.
  public var visibility: Visibility.Level
  /// The day of signing; nil where it is not shown.
  public var signedOn: CalendarDate?
  private var titles: Titles?

  /// What stands before and behind a name. Apart, because few lines of a long list have any.
  private final class Titles: Hashable, Sendable {
    let before: String?
    let behind: String?

    init?(before: String?, behind: String?) {
      guard before != nil || behind != nil else { return nil }
      self.before = before
      self.behind = behind
    }

    static func == (left: Titles, right: Titles) -> Bool {
      (left.before, left.behind) == (right.before, right.behind)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(before)
      hasher.combine(behind)
    }
  }

  /// A line with these cells.
  public init(
    fullName: String? = nil, jobTitle: String? = nil, affiliation: String? = nil, location: String? = nil,
    cohort: Cohort, visibility: Visibility.Level, signedOn: CalendarDate? = nil
  ) {
    self.fullName = fullName
    self.jobTitle = jobTitle
    self.affiliation = affiliation
    self.location = location
    self.cohort = cohort
    self.visibility = visibility
    self.signedOn = signedOn
  }

  /// The whole signature, hidden fields and all: for organizers only.
  public init(all signatory: Signatory, cohort: Cohort, visibility: Visibility.Level, signedOn: CalendarDate) {
    self.init(
      fullName: signatory.name, jobTitle: signatory.jobTitle, affiliation: signatory.belonging,
      location: signatory.location, cohort: cohort, visibility: visibility, signedOn: signedOn)
    honorific = signatory.honorific
    credentials = signatory.credentials
  }

  /// The name as its bearer writes it, with what stands before and behind it: "Dr. Ana Example, PhD".
  public var styledName: String? {
    guard let fullName, titles != nil else { return fullName }
    return (honorific.map { "\($0) " } ?? "") + fullName + (credentials.map { ", \($0)" } ?? "")
  }
}
