import Campaigns

/// The sentences of a statement's record: what was observed, and what others say.
public enum StatementWording {
  /// What happened and within which interval, as far as it was observed.
  public static func words(_ event: RevisionHistory.Event) -> String {
    guard let after = event.after else { return "\(event.kind.rawValue) by \(event.before)" }
    return "\(event.kind.rawValue) between \(after) and \(event.before)"
  }

  /// What a source reports to have happened, and when.
  public static func words(_ account: AccountEvent) -> String {
    account.kind.rawValue + (account.at.map { " \($0)" } ?? ", without a time")
  }

  /// An explanation as somebody's; nil where there is none. It is never a fact.
  public static func explanation(_ account: AccountEvent) -> String? {
    guard let explanation = account.explanation, let speaker = account.attributedTo else { return nil }
    return "\(speaker) said: “\(explanation)”"
  }

  /// How what a source reports stands beside what was observed.
  public static func agreement(_ account: AccountEvent, with history: RevisionHistory) -> String {
    history.shows(account) ? "observed too" : "not observed"
  }

  /// That sources contradict one another, or what was observed; nil where they do not.
  public static func conflict(_ accounts: [AccountEvent], with history: RevisionHistory) -> String? {
    var kinds: [String: Set<RevisionHistory.Event.Kind>] = [:]
    for account in accounts { kinds[account.source, default: []].insert(account.kind) }
    let bySource = Set(kinds.values)
    let differs = accounts.contains { !history.shows($0) }
    switch (bySource.count > 1, differs) {
    case (true, true): return "The sources report different things, and not all of it was observed."
    case (true, false): return "The sources report different things."
    case (false, true): return "What the sources report was not observed, or at another time."
    case (false, false): return nil
    }
  }
}
