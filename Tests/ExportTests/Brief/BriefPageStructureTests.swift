import Campaigns
import Foundation
import Testing

@testable import Export

/// What a screen reader, a printer and eyes need of the page; a check in a browser is among the commands' tests.
@Suite struct BriefPageStructureTests {
  private let page: String

  init() throws {
    page = written(try BriefSample.whole(), as: .html)
  }

  @Test func `it says its language, its title and how wide it is`() {
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(page.contains("<title>End the contract</title>"))
    #expect(page.contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"))
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
  }

  @Test func `headings go down one level at a time, from one first`() {
    let levels = page.matches(of: /<h([1-6])>/).compactMap { Int($0.1) }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test func `each table has a caption and says what its headings are of`() {
    let tables = page.matches(of: /<table>(.|\n)*?<\/table>/).map { String($0.0) }
    #expect(tables.count == 3)
    for table in tables {
      #expect(table.contains("<table>\n<caption>"))
      #expect(table.matches(of: /<th[ >]/).count == table.matches(of: /<th scope="(col|row)">/).count)
    }
  }

  @Test func `each chart has a name, a description and its numbers as a table`() {
    let charts = page.matches(of: /<svg(.|\n)*?<\/svg>/).map { String($0.0) }
    #expect(charts.count == 1)
    for chart in charts {
      #expect(chart.contains("role=\"img\" aria-labelledby=\"chart-1-title chart-1-desc\""))
      #expect(chart.contains("<title id=\"chart-1-title\">"))
      #expect(chart.contains("<desc id=\"chart-1-desc\">"))
    }
    #expect(page.contains("</svg>\n<details"))
  }

  @Test func `every identifier is there once, and every link within the page leads to one`() {
    let ids = page.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(link.1)), "\(link.1)") }
  }

  @Test func `each tag that is opened is closed`() throws {
    for text in [page, written(try HostileBrief.brief(), as: .html)] {
      var open: [String] = []
      // By scalars, as a browser reads: a joiner behind a tag's end is no part of it.
      let tag = /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/.matchingSemantics(.unicodeScalar)
      for match in text.matches(of: tag) {
        let name = String(match.2)
        if ["meta"].contains(name) || match.3 == "/" { continue }
        if match.1 == "/" { #expect(open.popLast() == name) } else { open.append(name) }
      }
      #expect(open == [])
    }
  }

  /// The contrast of two colours as WCAG 2 has it.
  private func contrast(_ left: String, _ right: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let number = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (light, dark) = (max(luminance(left), luminance(right)), min(luminance(left), luminance(right)))
    return (light + 0.05) / (dark + 0.05)
  }

  @Test(arguments: [
    ("ink", "paper", 7), ("quiet", "paper", 4.5), ("link", "paper", 4.5), ("gone", "gone-ground", 4.5),
    ("new", "new-ground", 4.5), ("bar", "paper", 3), ("line", "paper", 3),
  ]) func `words and lines stand out from their ground, light and dark`(
    of name: String, on ground: String, least: Double
  ) throws {
    let front = try #require(BriefStyle.colours.first { $0.name == name })
    let back = try #require(BriefStyle.colours.first { $0.name == ground })
    #expect(contrast(front.light, back.light) >= least, "light")
    #expect(contrast(front.dark, back.dark) >= least, "dark")
  }

  @Test func `the style uses no colour but those`() {
    let outside = BriefStyle.sheet.replacing(/--[a-z-]+: #[0-9a-f]{6};/, with: "")
    #expect(!outside.contains("#"))
  }

  @Test func `a chart never tells more than its points`() {
    let days = PublicDays(of: [CalendarDate(daysSinceEpoch: 17_700): 7, CalendarDate(daysSinceEpoch: 17_702): 1_006])
    let svg = DaysChart(days, of: "A letter").svg(number: 1)
    #expect(svg.contains("at least \\\n1,010") || svg.contains("at least 1,010"))
    #expect(!svg.contains("1,013") && !svg.contains("1,006"))
    #expect(svg.matches(of: /<rect/).count == 2)
  }
}
