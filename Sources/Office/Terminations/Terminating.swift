import Campaigns
import Export

// Contracts that people end over the issue. All that tells who they are is sealed, so everything needs the key.

extension Office {
  /// Records that somebody ends a contract, or thinks of it. Dated today or earlier, its notice was given.
  /// - Throws: `notFound`, `alreadyExists`; `invalidValue` where a field breaks its rules, or the slug would tell who it
  ///   is; `usage` where an end is said and no notice.
  public func addTermination(
    _ draft: TerminationDraft, campaign: String, target: String
  ) throws -> TerminationDetails {
    try writeUnlocked { transaction in
      let changer = try TerminationChanger(self, transaction)
      let termination = try changer.made(
        draft, for: try transaction.campaign(campaign), target: try transaction.target(target))
      try changer.add(termination)
      return try transaction.details(of: termination)
    }
  }

  /// Changes what the draft says.
  /// - Parameter consents: whether whoever ends the contract agreed to what the public is told anew.
  /// - Throws: as `addTermination`; `notAllowed` where a notice that was given would be taken away or put off, or where
  ///   the public would be told more of a published one and nobody agreed to that.
  public func editTermination(
    _ slug: String, _ draft: TerminationDraft, consents: Bool = false
  ) throws -> TerminationDetails {
    try changeTermination(slug) { termination, campaign, transaction in
      let before = try transaction.linesTold(of: termination)
      try draft.apply(to: &termination, in: campaign, transaction)
      try draft.settle(&termination)
      guard try consents || transaction.linesTold(of: termination).isSubset(of: before) else {
        throw Refusal(
          .notAllowed, "\(slug) is published, and the public would be told more of it than was agreed to",
          hint: "ask whoever ends the contract; if they agree, repeat with --consent")
      }
    }
  }

  /// Records that notice was given: on the day that the draft says, else on the day that was planned, else today.
  /// - Throws: `notFound`, `invalidValue`; `notAllowed` where it was given or taken back before, or its day is still to
  ///   come.
  public func giveNotice(of slug: String, _ draft: TerminationDraft) throws -> TerminationDetails {
    try changeTermination(slug) { termination, campaign, transaction in
      var draft = draft
      if draft.noticeDate == nil, termination.notice == nil { draft.noticeDate = .today }
      try draft.apply(to: &termination, in: campaign, transaction)
      try termination.giveNotice(today: .today)
    }
  }

  /// Records that a notice was taken back, or that nothing came of the plan.
  /// - Throws: `notFound`; `notAllowed` where that was recorded before; `invalidValue` where the day is before the
  ///   notice or still to come.
  public func rescindTermination(
    _ slug: String, on day: CalendarDate, because reason: String?
  ) throws -> TerminationDetails {
    guard day <= .tomorrow else {
      throw Refusal(.invalidValue, "\(day) is still to come", hint: "record it when the notice was taken back")
    }
    let reason = try reason.map { try paragraph($0, "a reason") }
    return try changeTermination(slug) { termination, _, _ in try termination.rescind(on: day, because: reason) }
  }

  /// Lets the public see what the visibility allows.
  /// - Parameters:
  ///   - draft: the statement, and the slug, which may name who it is from now on.
  ///   - consents: whether whoever ends the contract agreed to it; once said, it is on record.
  /// - Throws: `notFound`, `invalidValue`; `notAllowed` where no consent is on record, or notice was not given.
  public func publishTermination(
    _ slug: String, _ draft: TerminationDraft, consents: Bool
  ) throws -> TerminationDetails {
    try changeTermination(slug) { termination, campaign, transaction in
      if consents { termination.consent(on: .today) }
      try termination.publish(on: .today)
      try draft.apply(to: &termination, in: campaign, transaction)
    }
  }

  /// Deletes all that is sealed of a termination. What the ledger knows of it stays: it names nobody.
  /// - Throws: `notFound`.
  public func eraseTermination(_ slug: String) throws {
    try writeUnlocked { transaction in
      try transaction.terminations.erase(try transaction.termination(slug).id)
    }
  }

  private func changeTermination(
    _ slug: String, _ change: (inout Termination, Campaign, any Transaction) throws -> Void
  ) throws -> TerminationDetails {
    try writeUnlocked { transaction in
      try TerminationChanger(self, transaction).change(slug) { termination, campaign in
        try change(&termination, campaign, transaction)
      }
    }
  }
}
