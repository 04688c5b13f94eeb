import Campaigns

/// What an organizer says of a boycott when setting it up or changing it; nil leaves a property as it is.
public struct BoycottDraft: Sendable {
  /// What it is called in public.
  public var title: String?
  /// What is refused.
  public var scopes: Set<Boycott.Scope>?
  /// The day from which on it holds; `.some(nil)` means the day of the call.
  public var startsOn: CalendarDate??
  /// What is not meant, in place of all that was said before.
  public var exceptions: [String]?
  /// What people can do instead, in place of all that was said before.
  public var alternatives: [String]?
  /// The numbers of the demands that end it.
  public var untilDemands: [Int]?
  /// The day by which a conditional pledge lapses; `.some(nil)` means none.
  public var pledgesLapseOn: CalendarDate??

  /// A draft that says nothing.
  public init() {}

  fileprivate func apply(
    to boycott: inout Boycott, of campaign: Campaign, _ transaction: any Transaction
  ) throws {
    if let title { boycott.title = try oneLine(title, "a title") }
    if let scopes { boycott.scopes = scopes }
    if let startsOn { boycott.startsOn = startsOn ?? boycott.calledOn }
    if let exceptions { boycott.exceptions = try exceptions.map { try sentence($0, "an exception") } }
    if let alternatives { boycott.alternatives = try alternatives.map { try sentence($0, "an alternative") } }
    if let untilDemands {
      for number in untilDemands { try transaction.demand(number, of: campaign).requireTie() }
      boycott.untilDemands = Set(untilDemands).sorted()
    }
    if let pledgesLapseOn { boycott.pledgesLapseOn = pledgesLapseOn }
    guard !boycott.scopes.isEmpty else {
      throw Refusal(
        .usage, "nothing is refused: the \(boycott.form.noun) has no scope",
        hint: "give --scope with \(Boycott.Scope.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }
}

/// Why a target is listed.
public struct ListingDraft: Sendable {
  /// Why it is listed; nil where it is not said.
  public var reason: String?
  /// Where that can be checked.
  public var evidence: [String]

  /// A listing for this reason.
  public init(reason: String? = nil, evidence: [String] = []) {
    self.reason = reason
    self.evidence = evidence
  }
}

extension Office {
  /// Plans a boycott: nothing of it is public until it is called.
  /// - Parameters:
  ///   - targets: the slugs of those it targets; none where they are listed later.
  ///   - listing: why they are listed.
  /// - Throws: `notFound`, `invalidValue`, `alreadyExists`; `notAllowed` where a demand was given up; `usage` where
  ///   nothing is refused, or nobody is targeted and no title was given.
  public func createBoycott(
    _ slug: String, campaign: String, form: Boycott.Form, targets: [String], listing: ListingDraft = ListingDraft(),
    _ draft: BoycottDraft
  ) throws -> BoycottAccount {
    let slug = try Slug(slug)
    return try repository.write { transaction in
      let campaign = try transaction.campaign(campaign)
      var targets = try targets.map(transaction.target)
      var seen: Set<Identifier<Target>> = []
      targets = targets.filter { seen.insert($0.id).inserted }
      var draft = draft
      if draft.scopes == nil, form == .walkOut { draft.scopes = [.workingFor] }
      if draft.title == nil {
        guard let names = names(of: targets) else {
          throw Refusal(
            .usage, "neither a target nor a title was given",
            hint: "give --target, or --title where the targets are listed later")
        }
        draft.title = form.title(against: names)
      }
      var boycott = Boycott(
        id: Identifier(on: .today), slug: slug, campaign: campaign.id, title: "", form: form, scopes: [],
        createdOn: .today)
      try draft.apply(to: &boycott, of: campaign, transaction)
      try transaction.boycotts.add(boycott)
      for target in targets { try transaction.list(target, in: boycott, listing) }
      return try transaction.account(of: boycott)
    }
  }

  /// Changes what the draft says. Where people are asked for something else than before, whoever has pledged is to be
  /// asked again, and once it was called the public is told the new terms.
  /// - Throws: `notFound`, `invalidValue`; `notAllowed` where it has ended or a demand was given up.
  public func editBoycott(_ slug: String, _ draft: BoycottDraft) throws -> ChangedBoycott {
    try repository.write { transaction in
      let before = try transaction.account(of: transaction.boycott(slug))
      try before.boycott.requireChangeable()
      var boycott = before.boycott
      try draft.apply(to: &boycott, of: before.campaign, transaction)
      let hasNewTerms = !boycott.promisesSame(as: before.boycott)
      if hasNewTerms { boycott.changeTerms() }
      try transaction.boycotts.update(boycott)
      // Whatever the public reads anew is told, also what asks nobody for more.
      let told = try transaction.account(of: boycott).terms
      if told != before.terms { try transaction.record(.termsChanged, of: boycott, on: .today, told) }
      return try transaction.changed(boycott, hasNewTerms: hasNewTerms)
    }
  }

  /// The names of a few targets in a sentence; nil where there are none.
  private func names(of targets: [Target]) -> String? {
    guard let first = targets.first?.name else { return nil }
    switch targets.count {
    case 1: return first
    case 2: return "\(first) and \(targets[1].name)"
    default: return "\(first) and \(targets.count - 1) others"
    }
  }
}

extension Transaction {
  /// Gives a target its place in a boycott.
  /// - Throws: `invalidValue`, `alreadyExists`.
  func list(_ target: Target, in boycott: Boycott, _ draft: ListingDraft) throws {
    try boycotts.add(
      BoycottListing(
        boycott: boycott.id, target: target.id, listedOn: .today,
        reason: try draft.reason.map { try sentence($0, "a reason") }))
    for source in draft.evidence {
      try boycotts.add(
        ListingNote(
          id: Identifier(on: .today), boycott: boycott.id, target: target.id, kind: .evidence, day: .today,
          text: "Named when the target was listed.", source: try oneLine(source, "evidence")))
    }
  }

  /// The boycott as it stands after a change.
  func changed(_ boycott: Boycott, hasNewTerms: Bool) throws -> ChangedBoycott {
    ChangedBoycott(
      account: try account(of: boycott), hasNewTerms: hasNewTerms,
      toAskAgain: try outdatedPledges(of: boycott))
  }
}

extension Demand {
  /// Makes sure that a boycott can wait for it.
  /// - Throws: `notAllowed` where the campaign gave it up.
  fileprivate func requireTie() throws {
    guard state != .withdrawn else {
      throw Refusal(
        .notAllowed, "demand \(number) was given up: nothing can wait for it",
        hint: "picket demand edit \(number) --campaign CAMPAIGN --state open opens it again")
    }
  }
}
