import Campaigns
import Foundation
import Testing

@Suite("Days of the calendar")
struct CalendarDateTests {
  @Test("every day from 1900 to 2100 follows the one before and is read back as written")
  func everyDay() throws {
    var expected = try #require(CalendarDate(year: 1900, month: 1, day: 1)).daysSinceEpoch
    var days = 0
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          try #require(date.daysSinceEpoch == expected)
          try #require(date.components == (year, month, day))
          try #require(CalendarDate(date.description) == date)
          expected += 1
          days += 1
        }
      }
    }
    #expect(days == 201 * 365 + 49)
  }

  @Test(
    "the calendar agrees with known days",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-11-05", 20_032), ("1900-01-01", -25_567),
      ("2100-12-31", 47_846), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
  func knownDays(text: String, days: Int) {
    #expect(CalendarDate(text)?.daysSinceEpoch == days)
    #expect(CalendarDate(daysSinceEpoch: days).description == text)
  }

  @Test(
    "a leap year has a 29 February and no other year has",
    arguments: [
      (1900, false), (1904, true), (1999, false), (2000, true), (2023, false), (2024, true), (2100, false),
    ])
  func leapYears(year: Int, isLeap: Bool) {
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(CalendarDate(year: year, month: 2, day: 30) == nil)
  }

  @Test(
    "a day that the calendar has not, or that is written otherwise, is refused",
    arguments: [
      "", "2024", "2024-1-05", "2024-01-5", "24-01-05", "2024/01/05", "2024-01-05 ", " 2024-01-05", "2024-01-05T",
      "2024-00-10", "2024-13-10", "2024-01-00", "2024-04-31", "2023-02-29", "0000-01-01", "-024-01-05", "2024-0x-05",
      "２０２４-01-05", "+024-01-05", "05-01-2024", "20240105",
    ])
  func badTexts(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("days are ordered as they pass")
  func order() throws {
    let earlier = try #require(CalendarDate("2023-12-31"))
    let later = try #require(CalendarDate("2024-01-01"))
    #expect(earlier < later)
    #expect(!(later < earlier))
  }

  @Test("an instant falls on the day of its zone")
  func zones() throws {
    let instant = Date(timeIntervalSince1970: 1_704_067_199)  // 2023-12-31T23:59:59Z
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    let denver = try #require(TimeZone(identifier: "America/Denver"))
    #expect(CalendarDate(instant, in: .gmt).description == "2023-12-31")
    #expect(CalendarDate(instant, in: berlin).description == "2024-01-01")
    #expect(CalendarDate(instant, in: denver).description == "2023-12-31")
    #expect(CalendarDate(Date(timeIntervalSince1970: -1), in: .gmt).description == "1969-12-31")
  }
}
