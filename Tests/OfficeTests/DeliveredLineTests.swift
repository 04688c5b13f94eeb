import Campaigns
import Ledger
import Testing

@testable import Office

@Suite("Lines of a delivered list")
struct DeliveredLineTests {
  private let salt: Bytes32

  init() throws { salt = try #require(Bytes32([UInt8](repeating: 7, count: 32))) }

  private func line(_ name: String?, _ title: String? = nil) -> DeliveredLine {
    DeliveredLine(
      ListLine(
        fullName: name, jobTitle: title, affiliation: "Maps", location: nil, cohort: .employee, visibility: .named,
        signedOn: CalendarDate(daysSinceEpoch: 20_000)), salt: salt)
  }

  @Test(
    "a cell comes back byte by byte, whatever is in it",
    arguments: [
      "Ana Example", "a\tb", "\t", "a\\b", "\\", "\\\\", "\\t", "\\n", "a\\\tb", "a\nb", "\r\n", "\r", "a\r\nb\r\n",
      "\n\u{301}", "\t\u{301}", "\\\u{301}", "n\u{301}", "\\n\u{301}", "\u{301}", " ", " a ", "-", "日本 🪧", "e\u{301}",
      "\u{E9}", "\u{0}", "\u{7F}", "👩\u{200D}🔧", "\\u", "a b",
    ])
  func cells(cell: String) throws {
    let line = line(cell, cell)
    #expect(!line.text.utf8.contains(UInt8(ascii: "\n")))
    #expect(line.text.utf8.count { $0 == UInt8(ascii: "\t") } == 6)
    let read = try #require(DeliveredLine(salt: salt, text: Substring(line.text)))
    #expect(Array(try #require(read.line.fullName).utf8) == Array(cell.utf8))
    #expect(Array(try #require(read.line.jobTitle).utf8) == Array(cell.utf8))
    #expect(read.hash == line.hash)
  }

  @Test("every cohort and visibility comes back, with and without cells and a day", arguments: Cohort.allCases)
  func whole(cohort: Cohort) throws {
    for visibility in Visibility.Level.allCases {
      for signedOn in [nil, CalendarDate(daysSinceEpoch: 20_000)] {
        let full = ListLine(
          fullName: "Ana Example", jobTitle: "Baker", affiliation: "Night", location: "Leeds", cohort: cohort,
          visibility: visibility, signedOn: signedOn)
        let bare = ListLine(cohort: cohort, visibility: visibility, signedOn: signedOn)
        for line in [full, bare] {
          let delivered = DeliveredLine(line, salt: salt)
          #expect(DeliveredLine(salt: salt, text: Substring(delivered.text))?.line == line)
        }
      }
    }
  }

  @Test("the hash depends on the salt and on every cell")
  func hashes() throws {
    let other = try #require(Bytes32([UInt8](repeating: 8, count: 32)))
    let lines = [
      line("Ana Example"), line("Ana Example", "Baker"), line(nil, "Ana Example"), line(nil), line("Ana", "Example"),
      DeliveredLine(line("Ana Example").line, salt: other),
    ]
    #expect(Set(lines.map(\.hash)).count == lines.count)
  }

  @Test(
    "what no Picket writes is no line",
    arguments: [
      "", "Ana", "\t\t\t\temployee\tnamed", "\t\t\t\temployee\tnamed\t\t", "\t\t\t\tstaff\tnamed\t",
      "\t\t\t\temployee\tshown\t", "\t\t\t\temployee\tnamed\tyesterday", "\t\t\t\t\tnamed\t",
      "\t\t\t\temployee\tnamed\t2026-13-01", "a\\x\t\t\t\temployee\tnamed\t", "a\\\t\t\t\temployee\tnamed\t",
      "\t\t\t\tEmployee\tnamed\t",
    ])
  func malformed(text: String) {
    #expect(DeliveredLine(salt: salt, text: Substring(text)) == nil)
  }
}
