/// One termination as whoever receives a list of them sees it.
public struct TerminationLine: Hashable, Sendable {
  /// Who ends the contract.
  public var by: String
  /// What that person does; nil where it is not shown.
  public var jobTitle: String?
  /// Team, employer or organization; nil where it is not shown.
  public var affiliation: String?
  /// The site or city; nil where it is not shown.
  public var location: String?
  /// What the contract is about.
  public var kind: Termination.Kind
  /// The name of whom it is with.
  public var target: String
  /// The contract's number or title; nil where it is not shown, and so for what follows.
  public var reference: String?
  /// The day on which it was signed.
  public var signedOn: CalendarDate?
  /// The day of the notice.
  public var noticeDate: CalendarDate?
  /// How long it lasts from then.
  public var noticePeriod: NoticePeriod?
  /// The day from which on it has ended.
  public var effectiveDate: CalendarDate?
  /// Where it stands.
  public var state: Termination.State
  /// What it is worth.
  public var value: Money?
  /// Why it is ended.
  public var reason: String?
  /// The number of the demand that it answers.
  public var demand: Int?
  /// What whoever ends it says in public.
  public var statement: String?
  /// Where it can be checked.
  public var evidence: [String]
  /// What evidence for it names it by, as `EvidenceRecord.subject` has it; nil where its evidence is not shown. It is no
  /// part of any list.
  public var subject: String?
  /// What the public may see of it.
  public var visibility: Visibility.Level

  /// The whole termination, hidden fields and all: for organizers only.
  /// - Parameter target: the name of whom the contract is with.
  public init(all termination: Termination, target: String, on day: CalendarDate) {
    by = termination.party.name
    jobTitle = termination.party.jobTitle
    affiliation = termination.party.belonging
    location = termination.party.location
    kind = termination.kind
    self.target = target
    reference = termination.reference
    signedOn = termination.signedOn
    noticeDate = termination.notice?.givenOn
    noticePeriod = termination.notice?.period
    effectiveDate = termination.notice?.effectiveOn
    state = termination.state(on: day)
    value = termination.value
    reason = termination.reason
    demand = termination.demand
    statement = termination.statement
    evidence = termination.evidence.map(\.source)
    subject = "termination \(termination.slug)"
    visibility = termination.visibility.level
  }

  /// What the public may see of a termination by name; nil where that is nothing.
  ///
  /// Where the days are hidden, a contract that has ended stands as noticed: a list of each day would tell when it
  /// changed.
  public init?(public termination: Termination, target: String, on day: CalendarDate) {
    guard termination.publishedOn != nil, termination.stage != .considering,
      termination.visibility.level == .named
    else { return nil }
    let hidden = termination.visibility.hidden
    var shown = termination
    if hidden.contains(.jobTitle) { shown.party.jobTitle = nil }
    if hidden.contains(.team) { shown.party.team = nil }
    if hidden.contains(.affiliation) { shown.party.affiliation = nil }
    if hidden.contains(.location) { shown.party.location = nil }
    if termination.withheld.contains(.reference) { shown.reference = nil }
    if termination.withheld.contains(.value) { shown.value = nil }
    if termination.withheld.contains(.reason) { shown.reason = nil }
    if termination.withheld.contains(.evidence) { shown.evidence = [] }
    self.init(all: shown, target: target, on: day)
    if termination.withheld.contains(.evidence) { subject = nil }
    if hidden.contains(.day) {
      signedOn = nil
      noticeDate = nil
      noticePeriod = nil
      effectiveDate = nil
      if state == .effective { state = .noticed }
    }
  }
}

extension Termination {
  /// What the public is told of it, a line for each field that is shown; nil where it is told nothing. The leaf in the
  /// ledger is made from this, so its form never changes.
  ///
  /// That a notice became effective is no news: the day of it stands there.
  public func publicText(target: String) -> String? {
    // The day decides the state only, which is left out.
    guard let line = TerminationLine(public: self, target: target, on: CalendarDate(daysSinceEpoch: 0)) else {
      return nil
    }
    var fields: [(String, String?)] = [
      ("by", line.by), ("job_title", line.jobTitle), ("affiliation", line.affiliation), ("location", line.location),
      ("kind", line.kind.rawValue), ("target", line.target), ("reference", line.reference),
      ("signed_on", line.signedOn?.description), ("notice_date", line.noticeDate?.description),
      ("notice_period", line.noticePeriod?.description), ("effective_date", line.effectiveDate?.description),
      ("stage", stage.rawValue), ("value", line.value?.plainAmount), ("currency", line.value?.currency.code),
      ("reason", line.reason), ("demand", line.demand.map(String.init)), ("statement", line.statement),
    ]
    fields += line.evidence.map { ("evidence", $0) }
    return fields.compactMap { name, value in
      value.map { value in
        let line = value.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
          .replacing("\r", with: "\\n")
        return "\(name): \(line)"
      }
    }.joined(separator: "\n")
  }
}
