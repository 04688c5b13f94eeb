import Campaigns
import Foundation
import Testing

@testable import Export

/// Whole letters, compared byte for byte. `PICKET_RECORD=1` writes them anew: read the difference before you keep it.
@Suite struct LetterGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  private func compare(_ fields: NoticeLetter.Fields, with name: String, as format: LetterFormat) throws {
    let letter = NoticeLetter(fields, template: try .standard(), language: try Language("en"))
    let bytes = Array(letter.written(as: format).utf8)
    let file = LetterGoldenTests.folder.appendingPathComponent("\(name).\(format.fileExtension)")
    if ProcessInfo.processInfo.environment["PICKET_RECORD"] == "1" {
      try Data(bytes).write(to: file)
      return
    }
    let golden = [UInt8](try Data(contentsOf: file))
    let firstDifference = zip(bytes, golden).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    #expect(bytes == golden, "\(name) differs from byte \(firstDifference ?? min(bytes.count, golden.count)) on")
  }

  @Test(arguments: LetterFormat.allCases) func allFields(as format: LetterFormat) throws {
    try compare(LetterSample.whole, with: "whole", as: format)
  }

  @Test(arguments: LetterFormat.allCases) func fewestFields(as format: LetterFormat) throws {
    try compare(LetterSample.fewest, with: "fewest", as: format)
  }

  @Test(arguments: LetterFormat.allCases) func hostileFields(as format: LetterFormat) throws {
    var fields = LetterSample.whole
    fields.by = "# Ana <b>Example</b>!"
    fields.target = "[Nimbus](https://nimbus.example) Cloud"
    fields.reference = "1. *7*\n\n<!--"
    fields.reason = LetterSample.hostile
    fields.demand = "    code\n\t> quoted\n| a | b |\n|---|---|"
    fields.statement = "\u{1B}[31m red \u{202E}txt\nWWW.nimbus.example ana@nimbus.example &#27;"
    try compare(fields, with: "hostile", as: format)
  }

  @Test(arguments: LetterFormat.allCases) func manyScripts(as format: LetterFormat) throws {
    var fields = LetterSample.whole
    fields.by = "محمد العربي"
    fields.target = "王小明 合作社"
    fields.campaign = "Безопасная дорога"
    fields.reason = "נועה לוי כתבה: הדרך חשוכה\nप्रिया क्‍षेत्री कहती हैं"
    try compare(fields, with: "scripts", as: format)
  }
}
