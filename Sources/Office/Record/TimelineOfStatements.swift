import Campaigns
import Export

extension TimelineGathering {
  /// Takes in what was observed of the campaign's statements, and what sources report of them.
  mutating func takeStatements() throws {
    for statement in try transaction.statements.all() where statement.campaign == campaign.id {
      let captures = try transaction.statements.captures(of: statement.id).map(\.capture)
      let history = try transaction.history(of: captures)
      for (place, event) in history.events.enumerated() {
        take(event, behind: place == 0 ? nil : history.events[place - 1], of: statement)
      }
      let accounts = try transaction.statements.accounts(of: statement.id)
      let conflicts = AccountConflicts(among: accounts, observed: history.events)
      for account in accounts { take(account, of: statement, conflicts) }
    }
  }

  private mutating func take(
    _ event: RevisionHistory.Event, behind last: RevisionHistory.Event?, of statement: PublicStatement
  ) {
    let title = "“\(statement.title)”"
    let speaker = statement.speaker.map { "\($0), for \(name(of: statement.target))" } ?? name(of: statement.target)
    let text =
      switch event.kind {
      case .published: "\(title), \(statement.channel.words) of \(speaker), was seen for the first time."
      case .edited: "The text of \(title) was changed: revision \(event.revision ?? 0)."
      case .removed: "\(title) was gone."
      case .restored where last?.kind == .removed: "\(title) was back: revision \(event.revision ?? 0)."
      case .restored: "What had gone from the text of \(title) was back: revision \(event.revision ?? 0)."
      }
    let isFirst = event.kind == .published
    add(
      TimelineEntry(
        .statement, from: event.after ?? event.before, until: event.after == nil ? nil : event.before, text: text,
        evidence: isFirst ? evidence(for: "statement \(statement.slug)") : [],
        sources: isFirst ? [statement.url].compactMap { $0 } : [],
        key: "statement-\(statement.id)-\(event.kind.rawValue)-\(event.before.seconds)"))
  }

  private mutating func take(
    _ account: AccountEvent, of statement: PublicStatement, _ conflicts: AccountConflicts
  ) {
    var text = "\(account.source) reports: “\(statement.title)” was \(account.kind.rawValue)."
    if let explanation = StatementWording.explanation(account) { text += " As explained, \(explanation)" }
    add(
      TimelineEntry(
        .account, from: account.at, text: text, note: StatementWording.note(account, conflicts),
        sources: [account.url].compactMap { $0 }, key: "account-\(account.id)"))
  }
}

extension PublicStatement.Channel {
  /// The channel in words.
  fileprivate var words: String { rawValue.replacing("-", with: " ") }
}
