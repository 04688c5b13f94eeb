import Campaigns
import Testing

@testable import Export

@Suite struct CSVTests {
  @Test func headerAloneOfAnEmptyList() throws {
    #expect(
      try written(try Sample.list([]), as: .csv)
        == "full_name,job_title,affiliation,location,cohort,visibility,signed_on\n")
  }

  @Test(arguments: [
    ("Amara Okafor", "Amara Okafor"), ("José", "José"), ("", ""), ("a b ", "a b "), ("O'Hara", "O'Hara"),
    ("Olu, Jr.", "\"Olu, Jr.\""), ("\"Nita\"", "\"\"\"Nita\"\"\""), ("a\"b", "\"a\"\"b\""), ("a;b", "a;b"),
  ])
  func quotesOnlyWhereNeeded(cell: String, expected: String) throws {
    #expect(try writtenCell(cell, as: .csv) == expected)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49", "'+49"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"), ("＝1", "'＝1"), ("＋1", "'＋1"),
    ("－1", "'－1"), ("＠1", "'＠1"), ("\u{2212}1", "'\u{2212}1"), ("﹦1", "'﹦1"), ("=a,b", "\"'=a,b\""),
    ("=\"x\"", "\"'=\"\"x\"\"\""),
  ])
  func formulasBecomeText(cell: String, expected: String) throws {
    #expect(try writtenCell(cell, as: .csv) == expected)
  }

  @Test(arguments: [
    (" =1", "' =1"), ("\t=1", "'=1"), ("\r=1", "'=1"), ("\n\n=1", "'=1"), ("\0=1", "'=1"), ("\u{A0}=1", "'\u{A0}=1"),
    ("\u{3000}＝1", "'\u{3000}＝1"), ("\u{200B}=1", "'=1"), ("\u{FEFF}=1", "'=1"), ("\u{200D}=1", "'\u{200D}=1"),
    ("\u{202E}=1", "'=1"), ("\u{200C} \u{FE0F}-1", "'\u{200C} \u{FE0F}-1"), ("\u{3164}=1", "'\u{3164}=1"),
  ])
  func nothingThatShowsNothingHidesAFormula(cell: String, expected: String) throws {
    #expect(try writtenCell(cell, as: .csv) == expected)
  }

  @Test(arguments: [
    ("a;=1", "a;'=1"), ("a; =1;b", "a;' =1;b"), ("a;;@x", "a;;'@x"), ("a;b-c", "a;b-c"), ("=a;=b", "'=a;'=b"),
    ("a;é=1", "a;é=1"),
  ])
  func formulasBehindASemicolonBecomeText(cell: String, expected: String) throws {
    #expect(try writtenCell(cell, as: .csv) == expected)
  }

  @Test(arguments: ["a=b", "C++", "a-b", "a@b.example", "1 + 1", "é=1", " a", "'=1"])
  func noApostropheElsewhere(cell: String) throws {
    #expect(try writtenCell(cell, as: .csv) == cell)
  }

  @Test func everyColumnIsGuarded() throws {
    let line = ListLine(
      fullName: "=a", jobTitle: "=b", affiliation: "=c", location: "=d", cohort: .alumni, visibility: .counted)
    let expected = "'=a,'=b,'=c,'=d,alumni,counted,\n"
    #expect(try written(try Sample.list([line]), as: .csv).hasSuffix("\n" + expected))
  }

  @Test(arguments: [("0001-01-01"), ("1969-12-31"), ("2024-02-29"), ("9999-12-31")])
  func daysAsInISO8601(day: String) throws {
    var line = Sample.named("a")
    line.signedOn = CalendarDate(day)
    #expect(try written(try Sample.list([line]), as: .csv).hasSuffix("\na,,,,employee,named,\(day)\n"))
  }
}
