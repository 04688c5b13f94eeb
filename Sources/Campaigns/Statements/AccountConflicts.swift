/// How what sources report of one statement stands beside what was observed, and beside one another.
///
/// Rules:
/// - What is reported was observed too where something of that kind was, and its interval allows the time.
/// - Accounts of different sources conflict where they may speak of the same time and one says that the text was edited,
///   the other that the whole was removed; or where both say the same and give different explanations.
/// - An account conflicts with the observations where it says edited and, at that time, only a removal was observed, or
///   the other way round.
/// - Who says "about" may be off by a step: half an hour where a minute is named, else one more of what is named. What has
///   no time may speak of any.
public struct AccountConflicts: Sendable {
  private let accounts: [AccountEvent]
  private let observed: [RevisionHistory.Event]

  /// The conflicts among these accounts of one statement, and with what was observed of it.
  public init(among accounts: [AccountEvent], observed: [RevisionHistory.Event]) {
    self.accounts = accounts
    self.observed = observed
  }

  /// Whether what the account says was observed too.
  public func isObserved(_ account: AccountEvent) -> Bool {
    kindsObserved(when: account.at).contains(account.kind)
  }

  /// Whether another source says otherwise.
  public func isDisputed(_ account: AccountEvent) -> Bool {
    accounts.contains { other in
      guard other.source != account.source, AccountConflicts.meet(account.at, other.at) else { return false }
      if other.kind == account.kind {
        return account.explanation != nil && other.explanation != nil && account.explanation != other.explanation
      }
      return AccountConflicts.opposite(account.kind) == other.kind
    }
  }

  /// Whether the observations show otherwise.
  public func contradictsObservations(_ account: AccountEvent) -> Bool {
    guard let opposite = AccountConflicts.opposite(account.kind) else { return false }
    let kinds = kindsObserved(when: account.at)
    return kinds.contains(opposite) && !kinds.contains(account.kind)
  }

  /// What may have happened at this time, as far as it was observed: all of it where there is no time.
  private func kindsObserved(when moment: Moment?) -> Set<RevisionHistory.Event.Kind> {
    let time = moment.map(AccountConflicts.span)
    return Set(
      observed.filter { event in
        let last = max(event.before.end - 1, event.before.seconds)
        return time?.overlaps(min(event.after?.seconds ?? .min, last)...last) ?? true
      }.map(\.kind))
  }

  private static func opposite(_ kind: RevisionHistory.Event.Kind) -> RevisionHistory.Event.Kind? {
    switch kind {
    case .edited: .removed
    case .removed: .edited
    case .published, .restored: nil
    }
  }

  private static func meet(_ left: Moment?, _ right: Moment?) -> Bool {
    guard let left, let right else { return true }
    return span(left).overlaps(span(right))
  }

  private static func span(_ moment: Moment) -> ClosedRange<Int64> {
    guard moment.isAbout else { return moment.seconds...moment.end - 1 }
    let slack: Int64 =
      switch moment.precision {
      case .second, .minute: 1800
      case .hour, .day, .month, .year: moment.end - moment.seconds
      }
    return moment.seconds - slack...moment.end - 1 + slack
  }
}
