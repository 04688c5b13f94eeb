import Campaigns
import Testing

@testable import Export

@Suite struct TimelineWritingTests {
  private func written(_ format: TimelineFormat, _ timeline: Timeline? = nil) throws -> String {
    try TimelineSample.written(timeline ?? TimelineSample.all(), as: format)
  }

  private static let deceivers: Set<Unicode.Scalar> = ["\u{202E}", "\u{1B}", "\u{2028}", "\u{200B}"]

  @Test(arguments: TimelineFormat.allCases) func `every entry stands once, in every format`(format: TimelineFormat)
    throws
  {
    let timeline = try TimelineSample.all()
    let text = try written(format, timeline).replacing("\r\n ", with: "").replacing("\\", with: "")
    for entry in timeline.entries {
      // Markdown and HTML escape nothing of these words.
      let words = entry.text.split(separator: "“").last.map(String.init) ?? entry.text
      let start = words.prefix { $0 != ":" && $0 != "”" }
      #expect(text.contains(start), "\(entry.key)")
    }
    let count =
      switch format {
      case .text, .markdown: text.split(separator: "\n").filter { $0.hasPrefix("- ") }.count - timeline.evidence.count
      case .html: text.components("<li>").count - timeline.evidence.count
      case .json: text.components("\"kind\" :").count
      case .ics: text.components("BEGIN:VEVENT").count
      }
    #expect(count == timeline.entries.count)
  }

  @Test(arguments: TimelineFormat.allCases) func `nothing that deceives passes`(format: TimelineFormat) throws {
    let text = try written(format, TimelineSample.hostile())
    #expect(TimelineWritingTests.deceivers.isDisjoint(with: text.unicodeScalars))
    switch format {
    case .text: #expect(text.split(separator: "\n").filter { $0.hasPrefix("# ") }.isEmpty)
    case .markdown:
      #expect(!text.contains("<script"))
      #expect(!text.contains("[a](javascript"))
      #expect(!text.contains(" *b*"))
    case .html:
      #expect(!text.contains("<script"))
      #expect(!text.contains("href=\"javascript"))
      #expect(!text.contains("\"onclick"))
      #expect(text.components("href=").allSatisfy { $0.hasPrefix("\"https://a.example/") })
    case .json: #expect(text.components("\"kind\" :").count == 2)
    case .ics: #expect(text.split(separator: "\r\n").filter { $0 == "BEGIN:VEVENT" }.count == 2)
    }
  }

  @Test func `times are shown no finer than they are known`() throws {
    let text = try written(.text)
    for line in [
      "- 2017 (month not known), event", "- 2018-06 (day not known), event",
      "- 2018-06-18 (time not known), termination",
      "- 2018-06-18 17h UTC+02:00, event", "- 2018-06-18 09:50 UTC-07:00, statement",
      "- between 2018-06-18 09:50 UTC-07:00 and 2018-06-18 13:00 UTC-07:00, statement",
      "- about 2018-06-18 13:00 UTC-07:00, as reported, account", "- no time given, account",
      "- as of 2018-06-19, days not told, retaliation",
    ] { #expect(text.contains(line), "\(line)") }
  }

  @Test func `the page has a time that programs read, nothing that runs and nothing that is loaded`() throws {
    let html = try written(.html)
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.contains("<time datetime=\"2018-06-18T16:50:00Z\">2018-06-18 09:50 UTC-07:00</time>"))
    #expect(html.contains("<time datetime=\"2018-06\">2018-06 (day not known)</time>"))
    #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
    for word in ["<script", "<img", "<link", "@import", "url(", "onload"] { #expect(!html.contains(word)) }
    #expect(html.components("<ol>").count == 1)
  }

  @Test(arguments: [false, true]) func `the calendar's lines are as RFC 5545 has them`(isHostile: Bool) throws {
    let text = try written(.ics, isHostile ? TimelineSample.hostile() : TimelineSample.all())
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    for line in lines {
      #expect(line.last == UInt8(ascii: "\r"))
      #expect(line.dropLast().count <= 75)
      #expect(!line.dropLast().contains(UInt8(ascii: "\r")))
      #expect(String(validating: line, as: UTF8.self) != nil, "no character is parted")
    }
    let unfolded = text.replacing("\r\n ", with: "").split(separator: "\r\n")
    #expect(Set(unfolded.filter { $0.hasPrefix("UID:") }).count == (isHostile ? 2 : 16))
    for line in unfolded { #expect(line.contains(/^[A-Z-]+(;VALUE=DATE)?:/), "\(line)") }
    // Of a comma or a semicolon in a text none stands alone.
    for line in unfolded where line.hasPrefix("SUMMARY:") || line.hasPrefix("DESCRIPTION:") {
      #expect(line.replacing("\\\\", with: "").firstMatch(of: /[^\\][,;]/) == nil, "\(line)")
    }
  }

  @Test func `the calendar's times`() throws {
    let unfolded = try written(.ics).replacing("\r\n ", with: "")
    for lines in [
      "DTSTART:20180618T165000Z\r\nDTEND:20180618T200000Z",
      "DTSTART;VALUE=DATE:20180601\r\nDTEND;VALUE=DATE:20180701",
      "DTSTART;VALUE=DATE:20170101\r\nDTEND;VALUE=DATE:20180101",
      "DTSTART:20180618T150000Z\r\nDTEND:20180618T160000Z",
      "DTSTART;VALUE=DATE:20180618\r\nDTEND;VALUE=DATE:20180619", "DTSTART:20180618T165000Z\r\nSUMMARY",
    ] { #expect(unfolded.contains(lines), "\(lines)") }
  }

  @Test func `an entry has the same identifier in a timeline of fewer`() throws {
    func identifiers(_ timeline: Timeline) throws -> Set<Substring> {
      Set(
        try written(.ics, timeline).replacing("\r\n ", with: "").split(separator: "\r\n").filter {
          $0.hasPrefix("UID")
        })
    }
    let all = try TimelineSample.all()
    let fewer = Timeline(
      of: all.campaign, asOf: all.asOf, all.entries, evidence: all.evidence, Timeline.Choice(kinds: [.event]))
    #expect(try identifiers(fewer).count == 3)
    #expect(try identifiers(fewer).isSubset(of: identifiers(all)))
  }
}

extension String {
  /// What stands between the separators, without what is before the first one.
  fileprivate func components(_ separator: String) -> [Substring] {
    Array(self[...].split(separator: separator, omittingEmptySubsequences: false).dropFirst())
  }
}
