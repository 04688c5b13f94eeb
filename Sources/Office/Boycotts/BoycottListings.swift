import Campaigns

/// What is to be noted of a listing.
public struct NoteDraft: Sendable {
  /// What kind of note it is.
  public var kind: ListingNote.Kind
  /// The day of what is noted.
  public var day: CalendarDate
  /// What is noted.
  public var text: String
  /// Where it can be read.
  public var source: String?

  /// A note of this kind.
  public init(_ kind: ListingNote.Kind, on day: CalendarDate, _ text: String, source: String?) {
    self.kind = kind
    self.day = day
    self.text = text
    self.source = source
  }
}

extension Office {
  /// Lists a target in a boycott. That asks more of people than before.
  /// - Throws: `notFound`, `invalidValue`; `alreadyExists` where it is or was listed; `notAllowed` where the boycott
  ///   has ended.
  public func listTarget(_ target: String, in slug: String, _ listing: ListingDraft) throws -> ChangedBoycott {
    try repository.write { transaction in
      var boycott = try transaction.boycott(slug)
      try boycott.requireChangeable()
      let target = try transaction.target(target)
      try transaction.account(of: boycott).requireUnlisted(target)
      boycott.changeTerms()
      try transaction.boycotts.update(boycott)
      try transaction.list(target, in: boycott, listing)
      try transaction.recordListings(of: [target], in: boycott)
      return try transaction.changed(boycott, hasNewTerms: true)
    }
  }

  /// Notes evidence for a listing, an appeal against it, or what was answered to the appeal; works after the end too.
  /// - Throws: `notFound`, `invalidValue`; `notAllowed` where there is no appeal to answer, or evidence is for a listing
  ///   that was withdrawn.
  public func noteListing(of target: String, in slug: String, _ draft: NoteDraft) throws -> BoycottAccount {
    let day = try past(draft.day, "the \(draft.kind.rawValue)")
    let text = try sentence(draft.text, "a note")
    let source = try draft.source.map { try oneLine($0, "a source") }
    return try repository.write { transaction in
      let account = try transaction.account(of: transaction.boycott(slug))
      let listed = try account.listed(target)
      try listed.requireRoom(for: draft.kind, in: slug)
      let note = ListingNote(
        id: Identifier(on: .today), boycott: account.boycott.id, target: listed.target.id, kind: draft.kind, day: day,
        text: text, source: source)
      try transaction.boycotts.add(note)
      try transaction.record(draft.kind.event, of: account.boycott, on: .today, listed.terms(of: note))
      return try transaction.account(of: account.boycott)
    }
  }

  /// Withdraws a wrong listing: it stays where everybody sees it, as withdrawn. Works after the end too.
  /// - Throws: `notFound`, `invalidValue`; `notAllowed` where it was withdrawn before.
  public func withdrawListing(of target: String, in slug: String, because reason: String) throws -> BoycottAccount {
    let reason = try sentence(reason, "a reason")
    return try repository.write { transaction in
      let boycott = try transaction.boycott(slug)
      var listing = try transaction.account(of: boycott).listed(target).listing
      try listing.withdraw(on: .today, because: reason)
      try transaction.boycotts.update(listing)
      let account = try transaction.account(of: boycott)
      try transaction.record(.listingWithdrawn, of: boycott, on: .today, account.listed(target).withdrawal)
      return try transaction.account(of: boycott)
    }
  }
}

extension Transaction {
  /// Tells the public that targets were listed, under the terms that the boycott has by now.
  func recordListings(of targets: [Target], in boycott: Boycott) throws {
    guard boycott.calledOn != nil else { return }
    let new = Set(targets.map(\.id))
    for listed in try account(of: boycott).listed where new.contains(listed.target.id) {
      try record(.listed, of: boycott, on: .today, ["terms: \(boycott.terms)"] + listed.terms)
    }
  }
}

extension BoycottAccount {
  /// The listing of the target of this slug.
  /// - Throws: `notFound`, with the listed ones that come near.
  func listed(_ target: String) throws -> Listed {
    if let found = listed.first(where: { $0.target.slug.description == target }) { return found }
    let near = Slug.near(target, among: listed.map(\.target.slug))
    throw Refusal(
      .notFound, "\(boycott.slug) does not list \"\(target.prefix(80))\"",
      hint: near.isEmpty
        ? "picket boycott target list \(boycott.slug) shows whom it lists"
        : "did you mean \(near.map(\.description).joined(separator: ", or "))?")
  }

  /// Makes sure that the target has no place in the boycott.
  /// - Throws: `alreadyExists`.
  func requireUnlisted(_ target: Target) throws {
    guard let found = listed.first(where: { $0.target.id == target.id }) else { return }
    guard let day = found.listing.withdrawnOn else {
      throw Refusal(
        .alreadyExists, "\(boycott.slug) lists \(target.slug) already",
        hint: "picket boycott target evidence \(boycott.slug) \(target.slug) adds to it")
    }
    throw Refusal(
      .alreadyExists, "the listing of \(target.slug) in \(boycott.slug) was withdrawn on \(day)",
      hint: "whoever was withdrawn is not listed again in the same boycott: create a new one")
  }
}

extension BoycottAccount.Listed {
  /// Makes sure that a note of this kind has its place.
  /// - Throws: `notAllowed`.
  fileprivate func requireRoom(for kind: ListingNote.Kind, in slug: String) throws {
    if kind == .answer, !notes.contains(where: { $0.kind == .appeal }) {
      throw Refusal(
        .notAllowed, "no appeal against the listing of \(target.slug) is noted",
        hint: "picket boycott target appeal \(slug) \(target.slug) notes one")
    }
    if kind == .evidence, !stands {
      throw Refusal(.notAllowed, "the listing of \(target.slug) was withdrawn: there is nothing to prove")
    }
  }
}

extension ListingNote.Kind {
  /// The event that the public is told.
  fileprivate var event: BoycottEvent.Kind {
    switch self {
    case .evidence: .evidenced
    case .appeal: .appealed
    case .answer: .answered
    }
  }
}
