import Campaigns

extension Office {
  /// The boycott as it would be called on the day; nothing is changed.
  /// - Throws: as `callBoycott`.
  public func rehearseCall(_ slug: String, on day: CalendarDate) throws -> BoycottAccount {
    let day = try past(day, "the call")
    return try repository.read { transaction in
      let account = try transaction.account(of: transaction.boycott(slug))
      try account.requireCallable()
      var boycott = account.boycott
      try boycott.call(on: day)
      return BoycottAccount(
        boycott, of: account.campaign, listed: account.listed, demands: account.demands, events: account.events)
    }
  }

  /// Calls a boycott: from here on all of it is public.
  /// - Throws: `notFound`; `notAllowed` where it was called before, has ended or targets nobody; `invalidValue` where
  ///   the day is still to come.
  public func callBoycott(_ slug: String, on day: CalendarDate) throws -> BoycottAccount {
    let day = try past(day, "the call")
    return try repository.write { transaction in
      var boycott = try transaction.boycott(slug)
      try transaction.account(of: boycott).requireCallable()
      try boycott.call(on: day)
      try transaction.boycotts.update(boycott)
      try transaction.record(.called, of: boycott, on: day, transaction.account(of: boycott).terms)
      return try transaction.account(of: boycott)
    }
  }

  /// Lets a boycott not hold for a while.
  /// - Throws: `notFound`; `notAllowed` where it is not active; `invalidValue` where the day is still to come or lies
  ///   before what happened last.
  public func suspendBoycott(_ slug: String, on day: CalendarDate, because reason: String?) throws -> BoycottAccount {
    try moveBoycott(slug, to: .suspended, .suspended, on: day) { _ in reason }
  }

  /// Lets a suspended boycott go on.
  /// - Throws: as `suspendBoycott`.
  public func resumeBoycott(_ slug: String, on day: CalendarDate) throws -> BoycottAccount {
    try moveBoycott(slug, to: .active, .resumed, on: day) { _ in nil }
  }

  /// Ends a boycott for good.
  /// - Throws: as `suspendBoycott`; `notAllowed` too where demands that it is tied to are not met and no reason is given.
  public func endBoycott(_ slug: String, on day: CalendarDate, because reason: String?) throws -> BoycottAccount {
    try moveBoycott(slug, to: .ended, .ended, on: day) { account in
      try account.requireEndable(because: reason)
      return reason ?? (account.condition == .met ? "All demands that it was tied to are met." : nil)
    }
  }

  /// - Parameter words: what the public is told of it; throws where it may not be.
  private func moveBoycott(
    _ slug: String, to stage: Boycott.Stage, _ kind: BoycottEvent.Kind, on day: CalendarDate,
    _ words: (BoycottAccount) throws -> String?
  ) throws -> BoycottAccount {
    let day = try past(day, "the decision")
    return try repository.write { transaction in
      let account = try transaction.account(of: transaction.boycott(slug))
      var boycott = account.boycott
      try boycott.move(to: stage)
      let text = try words(account).map { try sentence($0, "a reason") }
      if let last = account.events.map(\.day).max(), day < last {
        throw Refusal(
          .invalidValue, "\(day) lies before \(last), on which something happened to \(slug) already",
          hint: "give a later day")
      }
      try transaction.boycotts.update(boycott)
      try transaction.record(kind, of: boycott, on: day, text.map { [$0] } ?? [])
      return try transaction.account(of: boycott)
    }
  }
}
