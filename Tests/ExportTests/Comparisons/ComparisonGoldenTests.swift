import Campaigns
import Foundation
import Testing

@testable import Export

/// Whole files, compared byte for byte. `PICKET_RECORD=1` writes them anew: read the difference before you keep it.
@Suite struct ComparisonGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")
  private static let forms: [(name: String, format: ComparisonFormat)] = [
    ("html", .html), ("md", .markdown), ("txt", .text(width: 72, coloured: false)),
    ("coloured.txt", .text(width: 72, coloured: true)),
  ]

  private func compare(_ text: String, with name: String) throws {
    let file = ComparisonGoldenTests.folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["PICKET_RECORD"] == "1" { return try Data(text.utf8).write(to: file) }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(Array(text.utf8) == Array(golden.utf8), "\(name) differs")
  }

  private func compare(_ document: ComparisonDocument, with name: String) throws {
    for form in ComparisonGoldenTests.forms {
      try compare(written(document, as: form.format), with: "\(name).\(form.name)")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let json = try encoder.encode(ComparisonRecord(document))
    try compare(String(decoding: json, as: UTF8.self) + "\n", with: "\(name).json")
  }

  private static let revisions = [ComparisonSample.first, ComparisonSample.second, ComparisonSample.third]

  @Test func gone() throws {
    try compare(
      ComparisonSample.document(ComparisonGoldenTests.revisions, language: Language("en")), with: "gone")
  }

  @Test func back() throws {
    try compare(
      ComparisonSample.document(ComparisonGoldenTests.revisions, from: 2, to: 3, language: Language("en")),
      with: "back")
  }

  @Test func unchanged() throws {
    try compare(ComparisonSample.document([ComparisonSample.first, ComparisonSample.first]), with: "unchanged")
  }

  @Test func hostile() throws {
    try compare(
      ComparisonSample.document(
        ComparisonSample.hostile, title: "# <b>x</b>\n\u{1B}[31m", label: " <i>*x*</i>\u{202E}"), with: "hostile")
  }
}
