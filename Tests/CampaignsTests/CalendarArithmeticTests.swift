import Campaigns
import Testing

@Suite("Reckoning with days")
struct CalendarArithmeticTests {
  @Test(
    "known days of the week",
    arguments: [
      ("1970-01-01", CalendarDate.Weekday.thursday), ("1969-12-31", .wednesday), ("1900-01-01", .monday),
      ("2000-02-29", .tuesday), ("2024-02-29", .thursday), ("2025-03-08", .saturday), ("2025-03-09", .sunday),
      ("2100-01-01", .friday), ("0001-01-01", .monday), ("9999-12-31", .friday),
    ])
  func weekdays(text: String, weekday: CalendarDate.Weekday) throws {
    let day = try #require(CalendarDate(text))
    #expect(day.weekday == weekday)
    #expect(day.isWeekend == (weekday == .saturday || weekday == .sunday))
  }

  @Test("the days of the week follow each other, also before 1970")
  func weekdaysInTurn() {
    for number in -1000...1000 {
      let today = CalendarDate(daysSinceEpoch: number).weekday.rawValue
      let tomorrow = CalendarDate(daysSinceEpoch: number + 1).weekday.rawValue
      #expect(tomorrow == today % 7 + 1)
    }
  }

  @Test("days are added and taken away")
  func days() throws {
    let day = try #require(CalendarDate("2024-02-28"))
    #expect(day.adding(days: 0) == day)
    #expect(day.adding(days: 1)?.description == "2024-02-29")
    #expect(day.adding(days: 2)?.description == "2024-03-01")
    #expect(day.adding(days: -59)?.description == "2023-12-31")
  }

  @Test(
    "months keep the day of the month, or take the last one",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
      ("2024-01-15", -1, "2023-12-15"), ("2024-12-01", 1, "2025-01-01"), ("2024-02-29", 12, "2025-02-28"),
      ("2024-02-29", -48, "2020-02-29"), ("2024-05-31", 0, "2024-05-31"), ("2000-02-29", 1200, "2100-02-28"),
      ("0001-01-31", 1, "0001-02-28"), ("9999-11-30", 1, "9999-12-30"),
    ])
  func months(text: String, count: Int, expected: String) throws {
    #expect(try #require(CalendarDate(text)).adding(months: count)?.description == expected)
  }

  @Test("the last day of a month is followed by the first of the next, that of a quarter by a quarter's first")
  func lastDays() throws {
    let first = try #require(CalendarDate("1899-12-31")).daysSinceEpoch
    for number in first..<first + 75_000 {
      let day = CalendarDate(daysSinceEpoch: number)
      let month = try #require(day.lastDayOfMonth)
      let afterMonth = try #require(month.adding(days: 1)).components
      #expect(day <= month && month.components.month == day.components.month && afterMonth.day == 1)
      let quarter = try #require(day.lastDayOfQuarter)
      let afterQuarter = try #require(quarter.adding(days: 1)).components
      #expect(month <= quarter && quarter.daysSinceEpoch - number < 92)
      #expect(afterQuarter.day == 1 && afterQuarter.month % 3 == 1)
    }
  }

  @Test("working days leave out weekends and holidays")
  func workingDays() throws {
    let friday = try #require(CalendarDate("2025-03-07"))
    let monday = try #require(CalendarDate("2025-03-10"))
    #expect(friday.adding(workingDays: 0, besides: .none) == friday)
    #expect(friday.adding(workingDays: 1, besides: .none) == monday)
    #expect(friday.adding(workingDays: 1, besides: Holidays([monday]))?.description == "2025-03-11")
    #expect(friday.adding(workingDays: 6, besides: Holidays([monday, monday]))?.description == "2025-03-18")
    #expect(friday.adding(workingDays: -1, besides: .none) == nil)
  }

  @Test("five working days without holidays are a week, from whatever Monday to Friday")
  func workingWeeks() {
    for number in 20_000..<20_100 {
      let day = CalendarDate(daysSinceEpoch: number)
      guard !day.isWeekend else { continue }
      #expect(day.adding(workingDays: 5, besides: .none) == day.adding(days: 7))
    }
  }

  @Test("where each day to the end of the calendar is a holiday, no working day is found")
  func endlessHolidays() throws {
    let day = try #require(CalendarDate("9990-01-01"))
    let last = try #require(CalendarDate("9999-12-31"))
    let holidays = Holidays((day.daysSinceEpoch...last.daysSinceEpoch).map(CalendarDate.init(daysSinceEpoch:)))
    #expect(day.adding(workingDays: 0, besides: holidays) == day)
    #expect(day.adding(workingDays: 1, besides: holidays) == nil)
  }

  @Test("outside the years 1 to 9999 there is no day", arguments: [Int.min, -4_000_000, 4_000_000, Int.max])
  func outside(number: Int) throws {
    let first = try #require(CalendarDate("0001-01-01"))
    let last = try #require(CalendarDate("9999-12-31"))
    for day in [first, last] {
      #expect(day.adding(days: number) == nil)
      #expect(day.adding(months: number) == nil)
      #expect(day.adding(workingDays: number, besides: .none) == nil)
    }
    let beyond = CalendarDate(daysSinceEpoch: number)
    #expect(beyond.adding(days: 0) == nil)
    #expect(beyond.adding(months: 0) == nil)
    #expect(beyond.adding(workingDays: 0, besides: .none) == nil)
    #expect(beyond.lastDayOfMonth == nil && beyond.lastDayOfQuarter == nil)
    #expect(CalendarDate.Weekday.allCases.contains(beyond.weekday))
  }

  @Test("the calendar's own ends are days like others")
  func ends() throws {
    let first = try #require(CalendarDate("0001-01-01"))
    let last = try #require(CalendarDate("9999-12-31"))
    #expect(last.lastDayOfMonth == last && last.lastDayOfQuarter == last)
    #expect(last.adding(days: 1) == nil && last.adding(months: 1) == nil)
    #expect(first.adding(days: -1) == nil && first.adding(months: -1) == nil)
    #expect(first.adding(days: last.daysSinceEpoch - first.daysSinceEpoch) == last)
    #expect(last.adding(workingDays: 1, besides: .none) == nil)
  }
}
