import Campaigns
import Testing

@Suite("Holidays")
struct HolidaysTests {
  @Test("a file of holidays has one day a line, names, comments and empty lines")
  func file() throws {
    let text = """
      # Days off at Nimbus Cloud

      2025-12-25 Christmas Day
      2025-12-26\tthe day after
        2026-01-01
      2025-12-25
        # no more
      """
    let holidays = try Holidays(text, file: "days.txt")
    let days = ["2025-12-25", "2025-12-26", "2026-01-01"].compactMap { CalendarDate($0) }
    #expect(holidays == Holidays(days))
    #expect(days.allSatisfy(holidays.contains))
    #expect(!holidays.contains(Sample.day))
  }

  @Test("an empty file has no holidays", arguments: ["", "\n", "\r\n\r\n", "# none", "\u{FEFF}"])
  func empty(text: String) throws {
    #expect(try Holidays(text, file: "days.txt") == .none)
  }

  @Test(
    "lines end as they do elsewhere, and a byte order mark is not seen",
    arguments: [
      "2025-12-25\r\n2025-12-26\r\n", "2025-12-25\r2025-12-26", "\u{FEFF}2025-12-25\n2025-12-26",
    ])
  func lineEnds(text: String) throws {
    let days = ["2025-12-25", "2025-12-26"].compactMap { CalendarDate($0) }
    #expect(try Holidays(text, file: "days.txt") == Holidays(days))
  }

  @Test(
    "what is no day is refused at its place",
    arguments: [
      ("25.12.2025", "1:1"), ("2025-12-25\n\n  Christmas", "3:3"), ("2025-12-25\r\n2025-12-26,x", "2:1"),
      ("# a\n2025-1-1", "2:1"), ("\u{FEFF}x", "1:1"), ("2025-12-25# x", "1:1"), ("２０２５-12-25", "1:1"),
    ])
  func noDay(text: String, place: String) {
    let refusal = #expect(throws: Refusal.self) { try Holidays(text, file: "days.txt") }
    #expect(refusal?.code == .unusableFile)
    #expect(refusal?.message == "the line begins with no day")
    #expect(refusal?.place?.description == "days.txt:\(place)")
  }

  @Test(
    "a day that the calendar has not is refused by name", arguments: ["2025-02-29", "2025-13-01", "0000-01-01"])
  func notInTheCalendar(text: String) {
    let refusal = #expect(throws: Refusal.self) { try Holidays("2025-12-25\n\(text) Feast", file: "days.txt") }
    #expect(refusal?.code == .unusableFile)
    #expect(refusal?.message == "\(text) is no day of the calendar")
    #expect(refusal?.place == SourcePlace(file: "days.txt", line: 2, column: 1))
  }

  @Test("a wrong file is not repeated in the refusal")
  func wrongFile() throws {
    let refusal = try #require(
      #expect(throws: Refusal.self) { try Holidays("Ana Example,ana@nimbus.example", file: "days.txt") })
    #expect(!"\(refusal)".contains("Ana") && !"\(refusal)".contains("ana@"))
  }
}
