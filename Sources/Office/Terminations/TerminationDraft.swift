import Campaigns
import Intake

/// What an organizer says of a termination; nil leaves a property as it is, and `.some(nil)` takes it away.
public struct TerminationDraft: Sendable {
  /// Its name in commands; nil for a new one lets Picket make one up.
  public var slug: String?
  /// The slug of whom the contract is with.
  public var target: String?
  /// Who ends it.
  public var name: String?
  /// Whether an organization does.
  public var isOrganization: Bool?
  /// The address.
  public var email: String??
  /// What the person does.
  public var jobTitle: String??
  /// The employer, school or organization.
  public var affiliation: String??
  /// The site or city.
  public var location: String??
  /// What the contract is about.
  public var kind: Termination.Kind?
  /// The contract's number or title.
  public var reference: String??
  /// The day on which it was signed.
  public var signedOn: CalendarDate??
  /// The day of the notice.
  public var noticeDate: CalendarDate??
  /// How long the contract lasts from then.
  public var noticePeriod: NoticePeriod??
  /// The day from which on it has ended, where that was said and not worked out.
  public var effectiveDate: CalendarDate??
  /// The days on which nobody works, for a period in working days.
  public var holidays = Holidays.none
  /// What it is worth.
  public var value: Money??
  /// Why it is ended.
  public var reason: String??
  /// The number of the demand that it answers.
  public var demand: Int??
  /// What whoever ends it says in public.
  public var statement: String??
  /// Where it can be checked; replaces all that is there.
  public var evidence: [String]?
  /// What the public sees at most.
  public var level: Visibility.Level?
  /// Fields of the party that the public does not see from now on.
  public var hide: Visibility.Fields = []
  /// Fields of the party that it may see again.
  public var show: Visibility.Fields = []
  /// Of the contract itself, what the public does not see from now on.
  public var withhold: Set<Termination.Detail> = []
  /// Of the contract itself, what it may see again.
  public var tell: Set<Termination.Detail> = []

  /// A draft that says nothing.
  public init() {}

  /// Writes what is said into the termination.
  /// - Throws: `invalidValue`, `notFound`, `notAllowed`; `usage` where a period or an end has no notice to count from.
  func apply(to termination: inout Termination, in campaign: Campaign, _ transaction: any Transaction) throws {
    if let slug { termination.slug = try TerminationDraft.checked(slug) }
    if let target { termination.target = try transaction.target(target).id }
    try applyParty(to: &termination)
    if let kind { termination.kind = kind }
    if let reference { termination.reference = try reference.map { try oneLine($0, "a reference") } }
    if let value { termination.value = value }
    if let reason { termination.reason = try reason.map { try paragraph($0, "a reason") } }
    if let demand { termination.demand = try demand.map { try transaction.demand($0, of: campaign).number } }
    if let statement { termination.statement = try statement.map { try paragraph($0, "a statement") } }
    if let evidence { termination.evidence = try evidence.map { Evidence(source: try oneLine($0, "evidence")) } }
    if let level { termination.visibility.level = level }
    termination.visibility.hidden.formUnion(hide)
    termination.visibility.hidden.subtract(show)
    termination.withheld.formUnion(withhold)
    termination.withheld.subtract(tell)
    try applyDays(to: &termination)
  }

  private func applyParty(to termination: inout Termination) throws {
    var party = termination.party
    if let name { party.name = name }
    if let email { party.email = email }
    if let jobTitle { party.jobTitle = jobTitle }
    if let affiliation { party.affiliation = affiliation }
    if let location { party.location = location }
    termination.party = try TypedSignatory.checked(party)
    if let isOrganization { termination.isOrganization = isOrganization }
  }

  private func applyDays(to termination: inout Termination) throws {
    if let signedOn {
      if let signedOn, signedOn > .tomorrow {
        throw Refusal(.invalidValue, "the contract would be signed in the future", hint: "write it as YYYY-MM-DD")
      }
      termination.signedOn = signedOn
    }
    let notice = try notice(after: termination.notice)
    guard notice != termination.notice || signedOn != nil else { return }
    try termination.set(notice, today: .today)
  }

  /// The notice that comes of the one before and what is said.
  private func notice(after old: Termination.Notice?) throws -> Termination.Notice? {
    guard noticeDate != nil || noticePeriod != nil || effectiveDate != nil else { return old }
    let period = noticePeriod ?? old?.period
    guard let day = noticeDate ?? old?.givenOn else {
      guard noticePeriod ?? nil == nil, effectiveDate ?? nil == nil else {
        throw Refusal(
          .usage, "the end of a contract counts from the day of the notice, and there is none",
          hint: "give --notice-date too: the day on which notice is given, or is meant to be")
      }
      return nil
    }
    let isCounted = effectiveDate == nil && (noticeDate != nil || noticePeriod != nil) || effectiveDate == .some(nil)
    if isCounted, let period { return try Termination.Notice(on: day, period: period, holidays: holidays) }
    return try Termination.Notice(on: day, effectiveOn: effectiveDate ?? old?.effectiveOn, period: period)
  }

  /// The slug; one that is none is not repeated, since it may be a name.
  private static func checked(_ slug: String) throws -> Slug {
    guard let slug = try? Slug(slug) else {
      throw Refusal(
        .invalidValue, "the termination's slug is none",
        hint: "use a to z, digits and hyphens, at most 64, or leave it out and Picket makes one up")
    }
    return slug
  }
}

extension CalendarDate {
  /// The day after today in UTC, which somewhere is today already.
  static var tomorrow: CalendarDate { CalendarDate(daysSinceEpoch: CalendarDate.today.daysSinceEpoch + 1) }
}
