import Campaigns
import Foundation
import Testing

@testable import Intake

@Suite("Dates")
struct SheetDateTests {
  static let today = CalendarDate(daysSinceEpoch: 20_000)  // 2024-10-04

  private func day(_ text: String, _ zone: String = "UTC") throws -> String {
    var days = DayReader(zone: try #require(TimeZone(identifier: zone)), today: Self.today)
    return try day(text, &days)
  }

  private func day(_ text: String, _ days: inout DayReader) throws(CellFault) -> String {
    var result: Result<CalendarDate, CellFault> = .failure(.dateUnreadable)
    Array(text.utf8).withUnsafeBytes { cell in
      do throws(CellFault) { result = .success(try days.day(cell)) } catch { result = .failure(error) }
    }
    return try result.get().description
  }

  @Test(
    "are read in UTC",
    arguments: [
      ("2019-02-28T08:00:01Z", "2019-02-28"),
      ("2019-02-28T08:00:01z", "2019-02-28"),
      ("2019-02-28t08:00:01Z", "2019-02-28"),
      ("2019-02-28 08:00:01", "2019-02-28"),
      ("2019-02-28T08:00", "2019-02-28"),
      ("2019-02-28T08:00Z", "2019-02-28"),
      ("2019-02-28T08:00:01.123456789Z", "2019-02-28"),
      ("2019-02-28T08:00:01,5Z", "2019-02-28"),
      ("2019-02-28 08:00:01.0", "2019-02-28"),
      ("2019-02-28 08:00:01 UTC", "2019-02-28"),
      ("2019-02-28 08:00:01 GMT", "2019-02-28"),
      ("2019-02-28 08:00:01 +0000", "2019-02-28"),
      ("2019-02-28T23:59:60Z", "2019-03-01"),
      ("2019-02-28T23:30:00-01:00", "2019-03-01"),
      ("2019-03-01T00:30:00+01:00", "2019-02-28"),
      ("2019-03-01T00:30:00+0100", "2019-02-28"),
      ("2019-03-01T00:30:00+01", "2019-02-28"),
      ("2019-01-01T00:00:00+05:45", "2018-12-31"),
      ("2019-12-31T23:00-1000", "2020-01-01"),
      ("2019-02-28", "2019-02-28"),
      ("2020-02-29", "2020-02-29"),
      ("2000-02-29", "2000-02-29"),
      ("1970-01-01", "1970-01-01"),
      ("2/28/2019 8:00:01", "2019-02-28"),
      ("2/28/2019 23:59:59", "2019-02-28"),
      ("02/28/2019 08:00:01", "2019-02-28"),
      ("2/28/2019 8:00", "2019-02-28"),
      ("2/28/2019 8:00:01 PM", "2019-02-28"),
      ("2/28/2019 12:00:01 AM", "2019-02-28"),
      ("2/28/2019 8:00 am", "2019-02-28"),
      ("2/28/2019 8:00\u{202F}AM", "2019-02-28"),
      ("2/28/2019, 8:00:01 PM", "2019-02-28"),
      ("12/31/2019 11:59PM", "2019-12-31"),
      ("12/1/2019", "2019-12-01"),
      ("2019/02/28 8:00:01", "2019-02-28"),
      ("2019/2/8", "2019-02-08"),
      ("2019/10/02 3:03:53 PM GMT+3", "2019-10-02"),
      ("2019/10/02 1:03:53 AM GMT+3", "2019-10-01"),
      ("2019/10/02 11:03:53 PM GMT-7", "2019-10-03"),
      ("2019/10/02 2:03:53 AM GMT+5:30", "2019-10-01"),
      ("28.02.2019", "2019-02-28"),
      ("28.2.2019 08:00", "2019-02-28"),
      ("2024-10-04T23:59:59Z", "2024-10-04"),
      ("2024-10-05", "2024-10-05"),
    ])
  func readable(_ text: String, _ expected: String) throws {
    #expect(try day(text) == expected)
  }

  @Test(
    "become days in the sheet's zone",
    arguments: [
      ("2019-02-28T08:00:00Z", "America/Los_Angeles", "2019-02-28"),
      ("2019-02-28T07:59:59Z", "America/Los_Angeles", "2019-02-27"),
      ("2019-07-01T07:00:00Z", "America/Los_Angeles", "2019-07-01"),
      ("2019-07-01T06:59:59Z", "America/Los_Angeles", "2019-06-30"),
      ("2019-03-10T23:59:59", "America/Los_Angeles", "2019-03-10"),
      ("2019-02-28 20:00 -0800", "Europe/Berlin", "2019-03-01"),
      ("2019-02-28T18:29:59Z", "Asia/Kolkata", "2019-02-28"),
      ("2019-02-28T18:30:00Z", "Asia/Kolkata", "2019-03-01"),
      ("2019-02-28T18:14:59Z", "Asia/Kathmandu", "2019-02-28"),
      ("2019-02-28T18:15:00Z", "Asia/Kathmandu", "2019-03-01"),
      ("2/28/2019 23:59:59", "Asia/Tokyo", "2019-02-28"),
      ("2019-02-28", "Pacific/Kiritimati", "2019-02-28"),
      ("2019-02-28T00:00:00+14:00", "Pacific/Kiritimati", "2019-02-28"),
    ])
  func zones(_ text: String, _ zone: String, _ expected: String) throws {
    #expect(try day(text, zone) == expected)
  }

  @Test(
    "in no known form",
    arguments: [
      "yesterday", "2019", "2019-02", "2019-2-28", "20190228", "28 February 2019", "2019-02-28T", "2019-02-28 8",
      "2019-02-28T25:00:00Z", "2019-02-28T24:00:00Z", "2019-02-28T08:60", "2019-02-28T08:00:61", "2019-02-28T8:0",
      "2019-02-28T08:00:01+", "2019-02-28T08:00:01+19:00", "2019-02-28T08:00:01+01:60", "2019-02-28T08:00:01 CET",
      "2019-02-28T08:00:01.Z", "2/28/19", "2/28/2019 13:00 PM", "2/28/2019 0:30 AM", "2/28/2019x", "2-28-2019",
      "2019-02/28", "12345-01-01", "-2019-02-28", "2019-02-28Z", "1.2/2019", "99999999999999999999", "/", "2//2019",
      "2019-02-28T08:00:01ZZ",
    ])
  func unreadable(_ text: String) {
    #expect(throws: CellFault.dateUnreadable) { try day(text) }
  }

  @Test(
    "that no calendar has",
    arguments: [
      "2019-02-30", "2019-02-29", "2100-02-29", "2019-13-01", "2019-00-10", "2019-01-00", "2019-04-31T08:00:00Z",
      "28/2/2019", "0/1/2019", "0000-01-01", "31.11.2019",
    ])
  func impossible(_ text: String) {
    #expect(throws: CellFault.dateImpossible) { try day(text) }
  }

  @Test("that cannot be true")
  func untrue() {
    for text in ["2024-10-06", "2024-10-05T23:00:00-02:00", "10/6/2024", "9999-12-31"] {
      #expect(throws: CellFault.dateInFuture) { try day(text) }
    }
    for text in ["1969-12-31", "0019-02-28", "1970-01-01T00:00:00+01:00"] {
      #expect(throws: CellFault.dateTooEarly) { try day(text) }
    }
  }

  @Test("a time without a zone is noticed; a day alone is not")
  func zoneless() throws {
    var days = DayReader(zone: .gmt, today: Self.today)
    _ = try day("2019-02-28", &days)
    _ = try day("2019-02-28T08:00Z", &days)
    #expect(!days.metZonelessTime)
    _ = try day("2/28/2019 8:00:01", &days)
    #expect(days.metZonelessTime)
  }

  @Test("days in a zone agree with Foundation, hour by hour over a change of the clock")
  func agreement() throws {
    for name in ["America/New_York", "Australia/Lord_Howe", "Australia/Adelaide", "Asia/Kathmandu"] {
      let zone = try #require(TimeZone(identifier: name))
      var days = DayReader(zone: zone, today: Self.today)
      for quarter in 0..<(400 * 8) {
        let instant = Date(timeIntervalSince1970: 1_546_300_800 + Double(quarter) * 9_900)
        let seconds = Int(instant.timeIntervalSince1970)
        let (year, month, date) = CalendarDate(daysSinceEpoch: seconds / 86_400).components
        let time = seconds % 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let text = "\(year)-\(two(month))-\(two(date))T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))Z"
        #expect(try day(text, &days) == CalendarDate(instant, in: zone).description)
      }
    }
  }
}
