import Campaigns
import Foundation
import Testing

@testable import Export

/// Whole files, compared byte for byte. `PICKET_RECORD=1` writes them anew: read the difference before you keep it.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  private func compare(_ bytes: [UInt8], with name: String) throws {
    let file = GoldenTests.folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["PICKET_RECORD"] == "1" {
      try Data(bytes).write(to: file)
      return
    }
    let golden = [UInt8](try Data(contentsOf: file))
    let firstDifference = zip(bytes, golden).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    #expect(bytes == golden, "\(name) differs from byte \(firstDifference ?? min(bytes.count, golden.count)) on")
  }

  private func compare(_ list: SignatoryList, with name: String, as format: ListFormat) throws {
    var bytes: [UInt8] = []
    try list.write(as: format) { bytes.append(contentsOf: $0) }
    try compare(bytes, with: "\(name).\(format.fileExtension)")
  }

  @Test(arguments: Sample.texts) func publicList(as format: ListFormat) throws {
    let list = try Sample.list(
      Sample.signers + Sample.roles, counted: 1_234,
      parts: [([.employee], 1_242), ([.contractor, .alumni, .organization], 24)])
    try compare(list, with: "public", as: format)
  }

  @Test(arguments: Sample.texts) func organizersList(as format: ListFormat) throws {
    var lines = Sample.signers
    lines[0].visibility = .role
    lines[2].visibility = .counted
    let list = SignatoryList(forOrganizers: lines, pending: 3, of: try Sample.subject(), asOf: Sample.day)
    try compare(list, with: "organizers", as: format)
  }

  @Test(arguments: Sample.texts) func emptyList(as format: ListFormat) throws {
    try compare(try Sample.list([]), with: "empty", as: format)
  }

  @Test(arguments: Sample.texts) func onlyCounted(as format: ListFormat) throws {
    try compare(
      try Sample.list([], counted: 37, parts: [([.employee], 30), ([.supporter], 7)]), with: "only-counted",
      as: format)
  }

  @Test(arguments: Sample.texts) func hostileCells(as format: ListFormat) throws {
    let lines = Sample.hostile.map { Sample.named($0, $0) }
    let list = try Sample.list(lines, parts: [([.employee], lines.count)], title: "# *Hostile*\n<b>")
    try compare(list, with: "hostile", as: format)
  }

  @Test func letter() throws {
    let document = try LetterDocumentTests.document(text: "Dear all,\n\n*we* ask  \nfor <b>buses</b>.\r\n")
    var bytes: [UInt8] = []
    document.write { bytes.append(contentsOf: $0) }
    try compare(bytes, with: "letter.md")
  }
}
