import Campaigns

// Statements and what others report of them. Nothing here is sealed, so no key is needed.

/// What an organizer says of a statement when adding it.
public struct StatementDraft: Sendable {
  /// What it is called.
  public var title: String
  /// Where it was made.
  public var channel: PublicStatement.Channel
  /// The address at which it stands; nil where it has none.
  public var url: String?
  /// Who made it, for the target; nil where it was not said.
  public var speaker: String?

  /// A draft that says this much.
  public init(title: String, channel: PublicStatement.Channel, url: String? = nil, speaker: String? = nil) {
    self.title = title
    self.channel = channel
    self.url = url
    self.speaker = speaker
  }
}

/// What a source reports of a statement.
public struct AccountDraft: Sendable {
  /// Who reports it.
  public var source: String
  /// What is said to have happened.
  public var kind: RevisionHistory.Event.Kind
  /// When it is said to have happened; nil where it is not said.
  public var at: Moment?
  /// How it is explained, and by whom; both or neither.
  public var explanation, attributedTo: String?
  /// Where the report can be read; nil where it was not said.
  public var url: String?

  /// A report of this kind.
  public init(source: String, kind: RevisionHistory.Event.Kind) {
    self.source = source
    self.kind = kind
  }
}

/// A statement in a list of several.
public struct ListedStatement: Sendable {
  /// The statement.
  public let statement: PublicStatement
  /// The slugs of its campaign and of its target.
  public let campaign, target: Slug
  /// How many captures there are.
  public let captures: Int
  /// When it was observed last; nil where it never was.
  public let lastObserved: Moment?
}

extension Office {
  /// Adds a statement to a campaign's record.
  /// - Throws: `notFound`, `invalidValue`, `alreadyExists`.
  public func addStatement(_ slug: String, campaign: String, target: String, _ draft: StatementDraft) throws
    -> ListedStatement
  {
    let slug = try Slug(slug)
    return try repository.write { transaction in
      let campaign = try transaction.campaign(campaign)
      let target = try transaction.target(target)
      let statement = PublicStatement(
        id: Identifier(on: .today), slug: slug, campaign: campaign.id, target: target.id,
        title: try oneLine(draft.title, "a title"), channel: draft.channel,
        url: try draft.url.map(pageAddress), speaker: try draft.speaker.map { try oneLine($0, "a speaker") },
        addedOn: .today)
      try transaction.statements.add(statement)
      return ListedStatement(
        statement: statement, campaign: campaign.slug, target: target.slug, captures: 0, lastObserved: nil)
    }
  }

  /// The statements, by slug.
  /// - Parameter campaign: only those of this campaign; nil for all.
  /// - Throws: `notFound`.
  public func statements(of campaign: String?) throws -> [ListedStatement] {
    try repository.read { transaction in
      let campaign = try campaign.map(transaction.campaign)
      let campaigns = Dictionary(
        uniqueKeysWithValues: try transaction.campaigns.all().map { ($0.id, $0.slug) })
      let targets = Dictionary(uniqueKeysWithValues: try transaction.targets.all().map { ($0.id, $0.slug) })
      let counts = try transaction.statements.captureCounts()
      return try transaction.statements.all().filter { campaign == nil || $0.campaign == campaign?.id }.map {
        statement in
        guard let campaign = campaigns[statement.campaign], let target = targets[statement.target] else {
          throw Refusal(
            .corrupt, "statement \(statement.slug) has no campaign or no target",
            hint: "go on with your newest backup")
        }
        let count = counts[statement.id]
        return ListedStatement(
          statement: statement, campaign: campaign, target: target, captures: count?.count ?? 0,
          lastObserved: count?.last)
      }
    }
  }

  /// Records what a source reports of a statement, beside what was observed and what other sources report.
  /// - Throws: `notFound`; `invalidValue` where a field breaks its rules, the time is still to come, or an explanation is
  ///   nobody's.
  public func addAccount(_ draft: AccountDraft, of slug: String) throws -> AccountEvent {
    if let time = draft.at, time.seconds > Moment.now.seconds + 14 * 3600 {
      throw Refusal(
        .invalidValue, "what the source reports is dated in the future",
        hint: "write it as YYYY-MM-DDTHH:MM with Z or an offset like -07:00")
    }
    return try repository.write { transaction in
      let statement = try transaction.statement(slug)
      let account = try AccountEvent(
        id: Identifier(on: .today), statement: statement.id, source: oneLine(draft.source, "a source"),
        kind: draft.kind, at: draft.at, explanation: draft.explanation.map { try sentence($0, "an explanation") },
        attributedTo: draft.attributedTo.map { try oneLine($0, "whose explanation it is") },
        url: draft.url.map(pageAddress))
      try transaction.statements.add(account)
      try Office.enqueue(PublicLeaves.leaf(of: account), statement.campaign, transaction)
      return account
    }
  }

  /// An address as it may stand in the record: one that anybody can open.
  private func pageAddress(_ text: String) throws -> String {
    let address = text.trimmingWhitespace()
    let rest = address.lowercased().hasPrefix("https://") ? address.dropFirst(8) : address.dropFirst(7)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard address.lowercased().hasPrefix("https://") || address.lowercased().hasPrefix("http://"), !host.isEmpty,
      !host.contains("@"), address.utf8.count <= 2000,
      !address.unicodeScalars.contains(where: {
        $0.properties.isWhitespace || $0.properties.generalCategory == .control
      })
    else {
      throw Refusal(
        .invalidValue, "this is no address of a page that anybody can open",
        hint: "give a URL that begins with https:// or http://, without a user name")
    }
    return address
  }
}

extension Transaction {
  /// The statement of this slug.
  /// - Throws: `notFound`.
  func statement(_ slug: String) throws -> PublicStatement {
    if let slug = try? Slug(slug), let statement = try statements.find(slug) { return statement }
    throw Refusal.noSuch("statement", slug, among: try statements.all().map(\.slug))
  }
}
