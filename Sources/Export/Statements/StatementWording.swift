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
  public static func agreement(_ account: AccountEvent, _ conflicts: AccountConflicts) -> String {
    if conflicts.isObserved(account) { return "observed too" }
    return conflicts.contradictsObservations(account) ? "observed otherwise" : "not observed"
  }

  /// What has to be said beside an account: that another account, or an observation, says otherwise. Nil where nothing
  /// has.
  public static func note(_ account: AccountEvent, _ conflicts: AccountConflicts) -> String? {
    let notes = [
      conflicts.isDisputed(account) ? "another account says otherwise" : nil,
      conflicts.contradictsObservations(account) ? "what was observed says otherwise" : nil,
    ].compactMap { $0 }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// That sources contradict one another, or report what was not observed; nil where they do not.
  public static func conflict(_ accounts: [AccountEvent], _ conflicts: AccountConflicts) -> String? {
    let areDisputed = accounts.contains(where: conflicts.isDisputed)
    switch (areDisputed, accounts.allSatisfy(conflicts.isObserved)) {
    case (true, false): return "The sources report different things, and not all of it was observed."
    case (true, true): return "The sources report different things."
    case (false, false): return "Not all that the sources report was observed."
    case (false, true): return nil
    }
  }
}
