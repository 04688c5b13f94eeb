import Campaigns
import Testing

@testable import Intake

@Suite("Lists of terminations")
struct TerminationListTests {
  private static let header =
    "by,target,kind,reference,signed_on,notice_date,notice_period,value,currency,reason,visibility,effective_date\n"

  @Test("rows become terminations, their words as they were written")
  func rows() throws {
    let (rows, refused, _) = try TerminationList(
      Self.header
        + "Zoë Levi, acme ,license,K-1/7,2018-01-31,2019-02-28,3 months,\"12,500.00\",eur,\"Because\nof it\",named,2019-05-31\n"
        + "City of X\n"
    ).readAll()
    #expect(refused.isEmpty)
    let full = try #require(rows.first)
    #expect(full.by == "Zoë Levi" && full.target == "acme" && full.kind == "license" && full.reference == "K-1/7")
    #expect(full.signedOn == CalendarDate("2018-01-31") && full.noticeDate == CalendarDate("2019-02-28"))
    #expect(full.noticePeriod == "3 months" && full.value == "12,500.00" && full.currency == "eur")
    #expect(full.reason == "Because of it" && full.visibility == "named")
    #expect(full.effectiveDate == CalendarDate("2019-05-31"))
    let short = try #require(rows.last)
    #expect(short.by == "City of X" && short.target == nil && short.effectiveDate == nil)
    #expect(short.kind == nil && short.reference == nil && short.signedOn == nil && short.noticeDate == nil)
    #expect(short.noticePeriod == nil && short.value == nil && short.currency == nil)
    #expect(short.reason == nil && short.visibility == nil)
    #expect(full.row.refused("currency", "why").column == 9)
  }

  static let refusals: [ListReaderTests.Refusals] = [
    .init(",acme", 1, "the name of who ends the contract is empty"),
    .init("A,acme,,,31.1.2018", 5, badDay),
    .init("A,acme,,,2018-1-31", 5, badDay),
    .init("A,acme,,,2018-02-30", 5, badDay),
    .init("A,acme,,,,soon", 6, badDay),
    .init("A,acme,,,,,,,,,,31 May", 12, badDay),
    .init("A,acme,,\0", 4, "holds a control character"),
    .init("A,acme,,,,,,,," + String(repeating: "x", count: 2001), 10, "the text is longer than 2000 characters"),
  ]

  @Test("a row that breaks a rule is refused with its cell and reason, the rest is taken", arguments: refusals)
  func refused(_ example: ListReaderTests.Refusals) throws {
    let (rows, refused, _) = try TerminationList(Self.header + example.row + "\nB,acme\n").readAll()
    #expect(rows.map(\.by) == ["B"])
    #expect(refused.map(\.line) == [2])
    #expect(refused.map(\.column) == [example.column])
    #expect(refused.map(\.reason) == [example.reason])
  }
}
