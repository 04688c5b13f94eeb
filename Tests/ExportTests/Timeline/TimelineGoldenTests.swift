import Campaigns
import Foundation
import Testing

@testable import Export

/// Whole files, compared byte for byte. `PICKET_RECORD=1` writes them anew: read the difference before you keep it.
@Suite struct TimelineGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  private func compare(_ timeline: Timeline, _ name: String) throws {
    for format in TimelineFormat.allCases {
      let text = try TimelineSample.written(timeline, as: format)
      let file = TimelineGoldenTests.folder.appendingPathComponent("\(name).\(format.rawValue)")
      if ProcessInfo.processInfo.environment["PICKET_RECORD"] == "1" {
        try Data(text.utf8).write(to: file)
        continue
      }
      let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      #expect(Array(text.utf8) == Array(golden.utf8), "\(name).\(format.rawValue) differs")
    }
  }

  @Test func all() throws { try compare(TimelineSample.all(), "all") }

  @Test func hostile() throws { try compare(TimelineSample.hostile(), "hostile") }

  @Test func empty() throws {
    try compare(
      Timeline(of: TimelineSample.campaign(), asOf: TimelineSample.asOf, [], evidence: []), "empty")
  }

  @Test func row() throws {
    var row = CollectiveActionRow("Justice, at \"Nimbus\". =1+1")
    row.begin = Moment(TimelineSample.asOf)
    row.sources = ["https://news.example/a", "https://news.example/b"]
    row.actions = ["open_letter", "boycott"]
    row.companies = ["Nimbus Cloud"]
    row.workers = PublicCount(of: 14)
    var text = ""
    row.write { text += String(decoding: $0, as: UTF8.self) }
    #expect(
      text == """
        ,id,date,sources,actions,struggles,employment_types,description,online,locations,companies,workers,tags,author,\
        latlngs,addresses
        0,,2018-06-19,"https://news.example/a, https://news.example/b","open_letter, boycott",,,\
        "Justice, at ""Nimbus"". =1+1",,,Nimbus Cloud,10,,,,

        """)
  }
}
