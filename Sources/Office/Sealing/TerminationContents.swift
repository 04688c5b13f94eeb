import Campaigns

/// What is sealed of a termination. Days, periods and words are kept as they are written.
struct TerminationContents: Codable {
  private var version: Int
  private var name: String
  private var email: String?
  private var jobTitle: String?
  private var team: String?
  private var location: String?
  private var affiliation: String?
  private var isOrganization: Bool
  private var level: String
  private var hidden: [String]
  private var withheld: [String]
  private var kind: String
  private var reference: String?
  private var signedOn: String?
  private var noticeDate: String?
  private var noticePeriod: String?
  private var effectiveDate: String?
  private var minorUnits: Int64?
  private var currency: String?
  private var reason: String?
  private var demand: Int?
  private var statement: String?
  private var evidence: [Source]
  private var consentedOn: String?
  private var publishedOn: String?
  private var rescindedOn: String?
  private var rescindedBecause: String?
  private var publications: [Told]

  private static let version = 1

  private struct Source: Codable {
    var source: String
    var seenOn: String?
  }

  private struct Told: Codable {
    var day: String
    var text: String
    var salt: [UInt8]
  }

  /// What is sealed of this termination.
  init(_ termination: Termination) {
    version = TerminationContents.version
    name = termination.party.name
    email = termination.party.email
    jobTitle = termination.party.jobTitle
    team = termination.party.team
    location = termination.party.location
    affiliation = termination.party.affiliation
    isOrganization = termination.isOrganization
    level = termination.visibility.level.rawValue
    hidden = termination.visibility.hidden.map(\.rawValue).sorted()
    withheld = termination.withheld.map(\.rawValue).sorted()
    kind = termination.kind.rawValue
    reference = termination.reference
    signedOn = termination.signedOn?.description
    noticeDate = termination.notice?.givenOn.description
    noticePeriod = termination.notice?.period?.description
    effectiveDate = termination.notice?.effectiveOn?.description
    minorUnits = termination.value?.minorUnits
    currency = termination.value?.currency.code
    reason = termination.reason
    demand = termination.demand
    statement = termination.statement
    evidence = termination.evidence.map { Source(source: $0.source, seenOn: $0.seenOn?.description) }
    consentedOn = termination.consentedOn?.description
    publishedOn = termination.publishedOn?.description
    rescindedOn = termination.rescindedOn?.description
    rescindedBecause = termination.rescindedBecause
    publications = termination.publications.map {
      Told(day: $0.day.description, text: $0.text, salt: $0.salt.bytes)
    }
  }

  /// The termination of this row; nil where a newer Picket wrote what this one does not know.
  func termination(of row: SealedTermination) -> Termination? {
    let fields = hidden.compactMap(Visibility.Field.init(rawValue:))
    let details = withheld.compactMap(Termination.Detail.init(rawValue:))
    // What is hidden and not known must not be shown for that.
    guard version == TerminationContents.version, fields.count == hidden.count, details.count == withheld.count,
      let level = Visibility.Level(rawValue: level), let kind = Termination.Kind(rawValue: kind)
    else { return nil }
    var termination = Termination(
      id: row.id, slug: row.slug, campaign: row.campaign, target: row.target,
      party: Signatory(
        name: name, email: email, jobTitle: jobTitle, team: team, location: location, affiliation: affiliation),
      visibility: Visibility(level, hiding: Visibility.Fields(fields)), kind: kind)
    termination.isOrganization = isOrganization
    termination.withheld = Set(details)
    termination.reference = reference
    termination.signedOn = day(signedOn)
    if let minorUnits, let currency {
      termination.value = try? Money(minorUnits: minorUnits, in: Currency(currency))
    }
    termination.reason = reason
    termination.demand = demand
    termination.statement = statement
    termination.evidence = evidence.map { Evidence(source: $0.source, seenOn: day($0.seenOn)) }
    let notice = day(noticeDate).flatMap { given in
      try? Termination.Notice(
        on: given, effectiveOn: day(effectiveDate), period: noticePeriod.flatMap { try? NoticePeriod($0) })
    }
    termination.restore(
      stage: row.stage, notice: notice, consentedOn: day(consentedOn), publishedOn: day(publishedOn),
      rescindedOn: day(rescindedOn), rescindedBecause: rescindedBecause,
      publications: publications.compactMap { told in
        guard let day = day(told.day), let salt = Bytes32(told.salt) else { return nil }
        return Termination.Published(day: day, text: told.text, salt: salt)
      })
    return termination
  }

  private func day(_ text: String?) -> CalendarDate? { text.flatMap { CalendarDate($0) } }
}
