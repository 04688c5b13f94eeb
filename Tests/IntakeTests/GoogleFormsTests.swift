import Campaigns
import Foundation
import Testing

@testable import Intake

@Suite("Google Forms")
struct GoogleFormsTests {
  static let header = [
    "Timestamp", "Email Address", "What is your full name?", "What's your job title?", "Which team are you on?",
    "Where are you based? (office, or \"remote\")",
    "How may we list you?\nnamed: your name; anonymous: your role only", "Why do you sign?\n\n(We may quote this.)",
  ]

  static let rows = [
    [
      "2/28/2019 8:00:01", "anna@example.org", "Anna Example", "Engineer,\nstaff", "Cloud", "Zürich", "named",
      "First line\nsecond line\n\n\"quoted\", with a comma",
    ],
    ["12/31/2019 23:59:59", "bo@example.org", "Bo", "", "", "remote", "Anonymous", ""],
    ["1/2/2020 0:00:00", "cy@example.org", " Cy\nYoung ", "UX", "Maps", "", "maybe?", "…"],
  ]

  private func text(_ lineEnd: String) -> String {
    ([Self.header] + Self.rows).map { record in
      String(decoding: RejectsFile.record(of: record, delimiter: .comma), as: UTF8.self) + lineEnd
    }.joined()
  }

  @Test("long questions and line breaks in answers", arguments: ["\r\n", "\n"])
  func form(_ lineEnd: String) throws {
    let sheet = try ReadSheet(text(lineEnd))
    #expect(
      sheet.reader.mapping.mapped.map { "\($0.field)=\($0.column.number)" } == [
        "name=3", "email=2", "job_title=4", "team=5", "location=6", "visibility=7", "signed_on=1",
      ])
    #expect(sheet.reader.mapping.dropped.map(\.header) == ["Why do you sign?  (We may quote this.)"])
    let anna = Signatory(
      name: "Anna Example", email: "anna@example.org", jobTitle: "Engineer, staff", team: "Cloud", location: "Zürich")
    #expect(
      sheet.rows.map(\.signatory) == [anna, Signatory(name: "Bo", email: "bo@example.org", location: "remote")])
    #expect(sheet.rows.map { $0.signedOn?.description } == ["2019-02-28", "2019-12-31"])
    #expect(sheet.rows.map(\.visibility?.level) == [.named, .role])
    // The header takes 4 lines of the file, Anna's row 5, Bo's one.
    #expect(sheet.rows.map(\.line) == [5, 10])
    #expect(sheet.refused.map(\.line) == [11])
    #expect(sheet.refused.map(\.column) == [7])
    #expect(sheet.reader.metZonelessTime)
  }

  @Test("in UTF-16, as spreadsheets save Unicode text")
  func unicodeText() throws {
    let tabbed = ([Self.header] + Self.rows).map { record in
      String(decoding: RejectsFile.record(of: record, delimiter: .tab), as: UTF8.self) + "\r\n"
    }.joined()
    let sheet = try ReadSheet([0xFF, 0xFE] + utf16(tabbed, bigEndian: false))
    #expect(sheet.reader.delimiter == .tab)
    #expect(sheet.reader.encoding == .utf16LittleEndian)
    #expect(sheet.rows.map(\.signatory) == (try ReadSheet(text("\n"))).rows.map(\.signatory))
  }

  @Test("timestamps as the form's own download has them")
  func download() throws {
    let sheet = try ReadSheet(
      "\"Timestamp\",\"Username\",\"Your name\"\n\"2020/10/02 3:03:53 PM GMT+3\",\"x\",\"Anna\"\n")
    #expect(sheet.rows.first?.signedOn == CalendarDate("2020-10-02"))
    #expect(!sheet.reader.metZonelessTime)
  }
}
