extension CalendarDate {
  /// A day of the week. The raw value counts from Monday, which is 1.
  public enum Weekday: Int, Hashable, Sendable, CaseIterable {
    /// The days on which most people work.
    case monday = 1, tuesday, wednesday, thursday, friday
    /// The weekend.
    case saturday, sunday
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday. The remainder comes first: a sum could leave the range of Int.
    let sinceThursday = daysSinceEpoch % 7 + 7
    return Weekday.allCases[(sinceThursday + 3) % 7]
  }

  /// Whether the day is a Saturday or a Sunday.
  public var isWeekend: Bool { weekday == .saturday || weekday == .sunday }

  /// The last day of the day's month; nil for a day outside the years 1 to 9999.
  public var lastDayOfMonth: CalendarDate? { adding(months: 0, aimingAt: 31) }

  /// The last day of the day's quarter, which ends with March, June, September or December; nil for a day outside
  /// the years 1 to 9999.
  public var lastDayOfQuarter: CalendarDate? {
    guard let month = lastDayOfMonth?.components.month else { return nil }
    return adding(months: 2 - (month - 1) % 3, aimingAt: 31)
  }

  /// The day that lies so many days later, or earlier where the number is negative; nil outside the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    let day = CalendarDate(daysSinceEpoch: sum)
    return !overflow && CalendarDate.reckoned.contains(day) ? day : nil
  }

  /// The same day of the month so many months later, or earlier where the number is negative; the month's last day
  /// where the month has no such day. Nil outside the years 1 to 9999.
  public func adding(months: Int) -> CalendarDate? {
    adding(months: months, aimingAt: nil)
  }

  /// The day by which so many working days have passed, counted from the day after this one; 0 working days later
  /// is this day itself, whatever day it is. A working day is a Monday to Friday that is no holiday.
  ///
  /// Nil where the number is negative, or where the days up to the end of the year 9999 are not enough.
  public func adding(workingDays: Int, besides holidays: Holidays) -> CalendarDate? {
    guard workingDays >= 0, CalendarDate.reckoned.contains(self) else { return nil }
    var day = self
    var left = workingDays
    while left > 0 {
      // The calendar ends, so the search does, even where each day is a holiday.
      guard let next = day.adding(days: 1) else { return nil }
      day = next
      if !day.isWeekend, !holidays.contains(day) { left -= 1 }
    }
    return day
  }

  /// The day of the month that is aimed at, this day's own where none is named; the month's last where it is shorter.
  private func adding(months: Int, aimingAt aim: Int?) -> CalendarDate? {
    guard CalendarDate.reckoned.contains(self) else { return nil }
    let (year, month, own) = components
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return nil }
    let day = aim ?? own
    // No month is shorter than 28 days.
    return (min(day, 28)...day).reversed().lazy
      .compactMap { CalendarDate(year: index / 12, month: index % 12 + 1, day: $0) }.first
  }

  /// 0001-01-01 to 9999-12-31: the days that can be written.
  private static let reckoned = CalendarDate(daysSinceEpoch: -719_162)...CalendarDate(daysSinceEpoch: 2_932_896)
}
