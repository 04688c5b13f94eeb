import Campaigns
import Testing

@testable import Intake

@Suite("Lists of pledges")
struct PledgeListTests {
  @Test("rows become pledges")
  func rows() throws {
    let (rows, refused, _) = try PledgeList(
      "Name,Email,If others,Cohort,Sign as,Lapses on\n"
        + "\" Zoë\nLevi \", zoe@example.org ,500,Employees,anonymous,2019-12-31\nBo,bo@example.org\n"
    ).readAll()
    #expect(refused.map(\.line) == [])
    #expect(
      rows.map(\.signatory) == [
        Signatory(name: "Zoë Levi", email: "zoe@example.org"), Signatory(name: "Bo", email: "bo@example.org"),
      ])
    #expect(rows.map(\.ifOthers) == [500, nil])
    #expect(rows.map(\.cohort) == [.employee, nil])
    #expect(rows.map(\.visibility) == [.role, nil])
    #expect(rows.map(\.lapsesOn) == [CalendarDate("2019-12-31"), nil])
    #expect(rows.map(\.row.line) == [2, 4])
    let later = rows[1].row.refused("email", "why")
    #expect(later == RefusedRow(line: 4, column: 2, reason: "why", record: Array("Bo,bo@example.org".utf8)))
  }

  static let refusals: [ListReaderTests.Refusals] = [
    .init(",a@example.org", 1, "the name is empty"),
    .init("\u{200B}\u{2060},a@example.org", 1, "the name is empty"),
    .init("A\tB,a@example.org", 1, "holds a control character"),
    .init("A", 2, "the address is empty"),
    .init("A, \u{A0},", 2, "the address is empty"),
    .init("A,a.example.org", 2, "the address has no @"),
    .init("A,a@localhost", 2, "the address's domain has no dot"),
    .init("A,a b@example.org", 2, "the address holds a space"),
    .init("A,\"a\nb@example.org\"", 2, "the address holds a space"),
    .init("A,a\u{200B}b@example.org", 2, "the address holds an invisible character"),
    .init("A,a@example.org,0", 3, "a condition is at least 1; leave it empty for none"),
    .init("A,a@example.org,-5", 3, "a condition is at least 1; leave it empty for none"),
    .init("A,a@example.org,-99999999999999999999", 3, "a condition is at least 1; leave it empty for none"),
    .init("A,a@example.org,1000000001", 3, "a condition is at most 1,000,000,000"),
    .init("A,a@example.org,99999999999999999999", 3, "a condition is at most 1,000,000,000"),
    .init("A,a@example.org,5.5", 3, "the condition is no whole number in digits only"),
    .init("A,a@example.org,\"1,000\"", 3, "the condition is no whole number in digits only"),
    .init("A,a@example.org,+5", 3, "the condition is no whole number in digits only"),
    .init("A,a@example.org,-", 3, "the condition is no whole number in digits only"),
    .init("A,a@example.org,٣", 3, "the condition is no whole number in digits only"),
    .init("A,a@example.org,many", 3, "the condition is no whole number in digits only"),
    .init(
      "A,a@example.org,,robots", 4,
      "the cohort is none of employee, contractor, alumni, supporter, organization"),
    .init("A,a@example.org,,,maybe", 5, "the visibility is none of named, role (or anonymous), counted"),
    .init("A,a@example.org,,,,2019-02-29", 6, badDay),
    .init("A,a@example.org,,,,28.2.2019", 6, badDay),
    .init("A,a@example.org,,,,2/28/2019", 6, badDay),
    .init("A,a@example.org,,,,2019-02-28T08:00:00Z", 6, badDay),
  ]

  @Test("a row that breaks a rule is refused with its cell and reason, the rest is taken", arguments: refusals)
  func refused(_ example: ListReaderTests.Refusals) throws {
    let good = "Anna,anna@example.org,1,staff,named,2019-02-28\n"
    let (rows, refused, _) = try PledgeList(
      "name,email,if_others,cohort,visibility,lapses_on\n" + good + example.row + "\n" + good
    ).readAll()
    #expect(rows.count == 2)
    #expect(refused.map(\.column) == [example.column])
    #expect(refused.map(\.reason) == [example.reason])
    #expect(refused.map(\.record) == [Array(example.row.utf8)])
  }

  @Test("conditions from the least to the most", arguments: ["1", "007", "1000000000", "\"\u{A0}12 \""])
  func conditions(_ text: String) throws {
    let rows = try PledgeList("name,email,if_others\nA,a@example.org,\(text)\n").readAll().rows
    #expect(rows.map(\.ifOthers) == [Int(text.filter(\.isNumber))])
  }

  @Test("no reason says what stands in the cell")
  func secrecy() throws {
    let names = ["name", "email", "if_others", "cohort", "visibility", "lapses_on"]
    let good = ["A", "a@example.org", "1", "staff", "named", "2019-02-28"]
    let lines = good.indices.flatMap { index in
      ["canary", "canary\0", String(repeating: "canary", count: 1000)].map { cell in
        var cells = good
        cells[index] = cell
        return cells.joined(separator: ",")
      }
    }
    let text = ([names.joined(separator: ",")] + lines).joined(separator: "\n")
    let (rows, refused, _) = try PledgeList(text).readAll()
    #expect(rows.count == 1 && refused.count == lines.count - 1)
    #expect(!refused.contains { $0.reason.contains("canary") })
  }
}
