/// How long before its end a contract has to be terminated: `3 months to the end of the quarter`.
public struct NoticePeriod: Hashable, Sendable, CustomStringConvertible {
  /// How many of its units pass.
  public let count: Int
  /// What is counted.
  public let unit: Unit
  /// What the contract ends with; nil where it ends on any day.
  public let end: End?

  /// A period of so many units. One of 0 is a period of 0 days, whatever its unit.
  /// - Throws: `invalidValue` where the count is negative or above the unit's limit.
  public init(_ count: Int, _ unit: Unit, to end: End? = nil) throws {
    guard count >= 0 else {
      throw Refusal(.invalidValue, "a notice period is not negative", hint: "write none where there is none")
    }
    guard count <= unit.limit else {
      throw Refusal(
        .invalidValue, "a notice period is at most about ten years",
        hint: "that is 3,650 days, 2,600 working days, 520 weeks or 120 months")
    }
    self.count = count
    self.unit = count == 0 ? .day : unit
    self.end = end
  }

  /// The period as people write it: a number, in digits or as a word up to twelve; days, working days, business
  /// days, weeks or months; and `to the end of the month` or `quarter` where the contract says so. `none`,
  /// `immediate` and `at once` are 0 days. Upper case and further spaces are allowed.
  /// - Throws: `invalidValue` where the text is written otherwise or the number is above the unit's limit.
  public init(_ text: String) throws {
    let written = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if ["none", "immediate", "at once"].contains(written) {
      try self.init(0, .day)
      return
    }
    let counted = /([a-z]+|[0-9]+) (day|working day|business day|week|month)s?/
    let ending = /(?: to| to the) end of (?:the |a )?(month|quarter)/
    guard let start = written.prefixMatch(of: counted), let count = NoticePeriod.number(start.1),
      let unit = start.2 == "business day" ? .workingDay : Unit(rawValue: String(start.2))
    else { throw NoticePeriod.unreadable }
    let rest = written[start.range.upperBound...]
    let end = rest.wholeMatch(of: ending).flatMap { End(rawValue: String($0.1)) }
    guard end != nil || rest.isEmpty else { throw NoticePeriod.unreadable }
    try self.init(count, unit, to: end)
  }

  /// What a period is counted in.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Days, of which none is left out.
    case day
    /// Mondays to Fridays that are no holidays.
    case workingDay = "working day"
    /// Seven days.
    case week
    /// From a day of the month to the same day of another, or to that month's last day where it has no such day.
    case month

    /// The largest count, which is about ten years.
    public var limit: Int {
      switch self {
      case .day: 3650
      case .workingDay: 2600
      case .week: 520
      case .month: 120
      }
    }
  }

  /// What a contract ends with where it does not end on any day.
  public enum End: String, Hashable, Sendable, CaseIterable {
    /// The last day of a month.
    case month
    /// The last day of March, June, September or December.
    case quarter
  }

  /// The day on which the contract ends where the notice is given on a day: the units pass, and where the contract
  /// ends with a month or quarter, the rest of it too. A last day of a month or quarter stays as it is.
  /// - Parameter holidays: The days that are no working days; only working days ask for them.
  /// - Throws: `invalidValue` where the contract would end after the year 9999.
  public func effectiveDate(for notice: CalendarDate, holidays: Holidays = .none) throws -> CalendarDate {
    let counted =
      switch unit {
      case .day: notice.adding(days: count)
      case .workingDay: notice.adding(workingDays: count, besides: holidays)
      case .week: notice.adding(days: 7 * count)
      case .month: notice.adding(months: count)
      }
    let effective =
      switch end {
      case nil: counted
      case .month: counted?.lastDayOfMonth
      case .quarter: counted?.lastDayOfQuarter
      }
    guard let effective else {
      throw Refusal(
        .invalidValue, "with this notice the contract ends after the year 9999",
        hint: "correct the day of the notice")
    }
    return effective
  }

  /// The period in one form, which is read as the same period: `none`, `1 month`,
  /// `6 weeks to the end of the quarter`.
  public var description: String {
    if count == 0, end == nil { return "none" }
    let counted = "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
    return end.map { "\(counted) to the end of the \($0.rawValue)" } ?? counted
  }

  private static func number(_ written: Substring) -> Int? {
    guard written.first?.isNumber == true else { return words.firstIndex(of: String(written)).map { $0 + 1 } }
    // What no Int holds is above each limit, and is refused for that.
    return Int(written) ?? Int.max
  }

  private static let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  private static let unreadable = Refusal(
    .invalidValue, "this is no notice period",
    hint: "write it like 1 month, 4 weeks, 30 days, 10 working days, 6 weeks to the end of the month,"
      + " 3 months to the end of the quarter, or none")
}
