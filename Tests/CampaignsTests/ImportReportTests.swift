import Campaigns
import Testing

@Suite("Imports")
struct ImportReportTests {
  @Test("an import is undone once")
  func undo() throws {
    var report = ImportReport(
      id: Identifier(rawValue: 1), petition: Sample.petition, importedOn: Sample.day, counts: .init(),
      source: .init(fileName: "sheet.csv"))
    let day = CalendarDate(daysSinceEpoch: 20_001)
    try report.undo(on: day)
    #expect(report.undoneOn == day)
    let refusal = #expect(throws: Refusal.self) { try report.undo(on: CalendarDate(daysSinceEpoch: 20_002)) }
    #expect(refusal?.code == .notAllowed)
    #expect(report.undoneOn == day)
  }

  @Test(
    "a place in a file says as much as is known",
    arguments: [
      (SourcePlace(file: "a.csv"), "a.csv"), (SourcePlace(file: "a.csv", line: 7), "a.csv:7"),
      (SourcePlace(file: "-", line: 7, column: 2), "-:7:2"), (SourcePlace(file: "a.csv", column: 2), "a.csv"),
    ])
  func places(place: SourcePlace, text: String) {
    #expect(place.description == text)
  }
}
