import Campaigns
import Foundation
import Testing

@Suite("Notice periods")
struct NoticePeriodTests {
  @Test(
    "a period is read as people write it",
    arguments: [
      ("1 month", "1 month"), ("3 months", "3 months"), ("4 weeks", "4 weeks"), ("30 days", "30 days"),
      ("10 working days", "10 working days"), ("10 business days", "10 working days"),
      ("1 business day", "1 working day"), ("6 weeks to the end of the month", "6 weeks to the end of the month"),
      ("3 months to the end of a quarter", "3 months to the end of the quarter"),
      ("1 month to end of quarter", "1 month to the end of the quarter"),
      ("1 day to end of the month", "1 day to the end of the month"), ("none", "none"), ("0 days", "none"),
      ("0 working days", "none"), ("0 months", "none"), ("immediate", "none"), ("at once", "none"),
      ("At  Once ", "none"), ("  ONE\tMonth\n", "1 month"), ("Twelve Weeks", "12 weeks"), ("007 days", "7 days"),
      ("1 weeks", "1 week"), ("2 month", "2 months"), ("four\u{A0}weeks", "4 weeks"),
      ("0 weeks to the end of the month", "0 days to the end of the month"),
    ])
  func forms(text: String, form: String) throws {
    #expect(try NoticePeriod(text).description == form)
  }

  @Test(
    "a number is read as a word up to twelve",
    arguments: zip(
      1...12, "one two three four five six seven eight nine ten eleven twelve".split(separator: " ")))
  func words(number: Int, word: Substring) throws {
    #expect(try NoticePeriod("\(word) weeks") == NoticePeriod(number, .week))
  }

  @Test(
    "anything else is refused with forms that are read",
    arguments: [
      "", " ", "month", "months 3", "3", "3 years", "-1 month", "+1 month", "1.5 months", "1,000 days", "1 months s",
      "zero days", "thirteen days", "a month", "1month", "1 monthx", "3 months to", "3 months to the quarter",
      "3 months to the end of the year", "3 months to the end", "3 months the end of the month",
      "3 months to the end of the the month", "3 months to the end of the months", "none to the end of the month",
      "to the end of the month", "working days", "3 working weeks", "3 workingdays", "3 business", "none at all",
      "３ months", "3 months to the end of the month to the end of the quarter", "three\u{301} months",
    ])
  func refused(text: String) throws {
    let refusal = try #require(#expect(throws: Refusal.self) { try NoticePeriod(text) })
    #expect(refusal.code == .invalidValue)
    let hint = try #require(refusal.hint)
    for form in hint.replacing("write it like ", with: "").replacing("or ", with: "").split(separator: ", ") {
      #expect(throws: Never.self) { try NoticePeriod(String(form)) }
    }
  }

  @Test("a period is at most about ten years", arguments: NoticePeriod.Unit.allCases)
  func limits(unit: NoticePeriod.Unit) throws {
    let most = try NoticePeriod(unit.limit, unit)
    #expect(try NoticePeriod(most.description) == most)
    for text in ["\(unit.limit + 1) \(unit.rawValue)s", "99999999999999999999 \(unit.rawValue)s"] {
      let refusal = try #require(#expect(throws: Refusal.self) { try NoticePeriod(text) })
      #expect(refusal.code == .invalidValue)
      #expect(refusal.hint?.replacing(",", with: "").contains("\(unit.limit) \(unit.rawValue)s") == true)
    }
    #expect(throws: Refusal.self) { try NoticePeriod(-1, unit) }
  }

  @Test("each period is read back from what it says of itself")
  func roundTrip() throws {
    var forms: Set<String> = []
    for unit in NoticePeriod.Unit.allCases {
      for end in ends {
        for count in 0...unit.limit {
          let period = try NoticePeriod(count, unit, to: end)
          try #require(try NoticePeriod(period.description) == period)
          forms.insert(period.description)
        }
      }
    }
    #expect(forms.count == 3 * (3650 + 2600 + 520 + 120 + 1))
  }

  @Test("a contract that would end after the year 9999 is refused")
  func afterTheCalendar() throws {
    let last = try #require(CalendarDate("9999-12-31"))
    #expect(try NoticePeriod("none").effectiveDate(for: last) == last)
    #expect(try NoticePeriod("0 days to the end of the quarter").effectiveDate(for: last) == last)
    for text in ["1 day", "1 working day", "1 week", "1 month to the end of the month"] {
      let period = try NoticePeriod(text)
      for day in [last, CalendarDate(daysSinceEpoch: Int.max), CalendarDate(daysSinceEpoch: Int.min)] {
        let refusal = #expect(throws: Refusal.self) { try period.effectiveDate(for: day) }
        #expect(refusal?.code == .invalidValue)
      }
    }
  }
}

private let ends = [nil] + NoticePeriod.End.allCases.map(Optional.some)

@Suite("When contracts end")
struct NoticePeriodTableTests {
  @Test("each line of the table comes out as worked out by hand")
  func table() throws {
    let lines = try String(contentsOf: Table.file, encoding: .utf8).split(separator: "\n")
    #expect(lines.first == "notice,period,holidays,effective,why")
    #expect(lines.count > 48)
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      try #require(cells.count == 5, "\(line)")
      let holidays = try Holidays(String(cells[2].replacing(" ", with: "\n")), file: "notice-periods.csv")
      let notice = try #require(CalendarDate(cells[0]))
      let effective = try NoticePeriod(String(cells[1])).effectiveDate(for: notice, holidays: holidays)
      #expect(effective.description == cells[3], "\(line)")
    }
  }

  @Test("Python works out the same table", .enabled(if: Table.hasPython))
  func python() throws {
    #expect(try Table.check(Table.file) == 0)
  }

  @Test("Python works out the same as Picket for random periods", .enabled(if: Table.hasPython))
  func randomPeriods() throws {
    var random = SeededRandom(seed: 5)
    var table = "notice,period,holidays,effective,why\n"
    for _ in 0..<3000 {
      let notice = CalendarDate(daysSinceEpoch: Int.random(in: -30_000...60_000, using: &random))
      let unit = NoticePeriod.Unit.allCases.randomElement(using: &random) ?? .day
      let end = ends.randomElement(using: &random) ?? nil
      let most = min(unit.limit, Bool.random(using: &random) ? 15 : 600)
      let period = try NoticePeriod(Int.random(in: 0...most, using: &random), unit, to: end)
      let days = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        notice.adding(days: Int.random(in: -3...20, using: &random))
      }
      let effective = try period.effectiveDate(for: notice, holidays: Holidays(days))
      table += "\(notice),\(period),\(days.map(\.description).joined(separator: " ")),\(effective),random\n"
    }
    #expect(try Table.check(text: table) == 0)
  }

  @Test("Python says so where a line is wrong, and where the table cannot be read", .enabled(if: Table.hasPython))
  func wrongTables() throws {
    let header = "notice,period,holidays,effective,why\n"
    #expect(try Table.check(text: header + "2025-03-03,1 week,,2025-03-11,a day too many\n") == 1)
    #expect(try Table.check(text: header + "2025-03-03,1 year,,2026-03-03,no such unit\n") == 2)
  }
}

/// The table of periods, and `Scripts/check_notice_periods.py`, run by the python3 that is there.
private enum Table {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let file = folder.appendingPathComponent("Fixtures/notice-periods.csv")
  static let script = folder.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scripts/check_notice_periods.py")
  static let hasPython =
    FileManager.default.fileExists(atPath: script.path) && (try? run(["-c", "pass"])) == 0

  /// The script's exit status for a table.
  static func check(_ table: URL) throws -> Int32 { try run([script.path, table.path]) }

  /// The same for a table that is no file yet.
  static func check(text: String) throws -> Int32 {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("periods-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try check(file)
  }

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-B"] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
