import Campaigns
import Foundation
import Testing

@testable import Export

/// Whole briefs, compared byte for byte. `PICKET_RECORD=1` writes them anew: read the difference before you keep it.
@Suite struct BriefGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  private func compare(_ brief: Brief, with name: String, as format: BriefFormat) throws {
    let bytes = Array(written(brief, as: format).utf8)
    let file = BriefGoldenTests.folder.appendingPathComponent("\(name).\(format == .html ? "html" : "md")")
    if ProcessInfo.processInfo.environment["PICKET_RECORD"] == "1" {
      try Data(bytes).write(to: file)
      return
    }
    let golden = [UInt8](try Data(contentsOf: file))
    let firstDifference = zip(bytes, golden).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    #expect(bytes == golden, "\(name) differs from byte \(firstDifference ?? min(bytes.count, golden.count)) on")
  }

  @Test(arguments: BriefFormat.allCases) func `everything that a brief can tell`(as format: BriefFormat) throws {
    try compare(BriefSample.whole(), with: "whole", as: format)
  }

  @Test(arguments: BriefFormat.allCases) func `a campaign of which nothing is told`(as format: BriefFormat) throws {
    try compare(Brief(on: "End the contract", targets: [], asOf: BriefSample.today), with: "empty", as: format)
  }

  @Test(arguments: BriefFormat.allCases) func `texts that try to be something else`(as format: BriefFormat) throws {
    try compare(try HostileBrief.brief(), with: "hostile", as: format)
  }
}
