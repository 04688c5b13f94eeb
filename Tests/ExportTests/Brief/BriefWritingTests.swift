import Campaigns
import Foundation
import Testing

@testable import Export

/// What a brief says, and what it may not.
@Suite struct BriefWritingTests {
  @Test(arguments: BriefFormat.allCases) func `nothing is told that no gate let out`(as format: BriefFormat) throws {
    let text = written(try BriefSample.whole(), as: format)
    #expect(text.contains("Ana Example"))
    #expect(!text.lowercased().contains("zqcanary"))
    // 504 employees, 510 in all, 6 acts of questioning, 8 in all.
    for number in ["504", "510 verified", ">6<", "| 6 |", ">8<", "| 8 |", "151", "153"] {
      let allowed = number == "510 verified"
      #expect(text.contains(number) == allowed, "\(number)")
    }
    #expect(text.contains("exactly 503"))
  }

  @Test func `a demand that was met by another way is told as such`() throws {
    let text = written(try BriefSample.whole(), as: .markdown)
    #expect(text.contains("1 met (1 by another way than the one asked)"))
    #expect(text.contains("**met by another way than the one asked, 2018-07-20**"))
  }

  @Test func `what others report stands side by side, as theirs`() throws {
    let text = written(try BriefSample.whole(), as: .markdown)
    #expect(
      text.contains("The Sample Times reports that it was removed, about 2018-06-18 13:00 UTC-07:00; but another"))
    #expect(
      text.contains(
        "Example Wire reports that it was changed, 2018-06-18; but another account says otherwise. As explained, A "))
    #expect(text.components(separatedBy: "; but another account says otherwise").count == 3)
    #expect(text.contains("300,000 supporters, reported by Sample Coalition, without records."))
  }

  @Test func `passages that went and came back are quoted`() throws {
    let text = written(try BriefSample.whole(), as: .markdown)
    #expect(text.contains("Gone: “We are proud to support the agency with our cloud"))
    #expect(text.contains("come back in revision 3") || text.contains("comes back in revision 3"))
    #expect(text.contains("New: “This post was written in January."))
  }

  @Test func `no evidence takes the mark from what the organizers counted or saw themselves`() throws {
    let lines = written(try BriefSample.whole(), as: .markdown).split(separator: "\n")
    // The letter has evidence, and so has the post.
    for told in [
      "**At least 510 verified signatures**", "At least 510 verified signatures.", "Verified signatures by cohort",
      "by day of signing", "**changed 2 times**", "Changed between", "3 revisions in 3 observations",
    ] {
      let line = try #require(lines.first { $0.contains(told) }, "\(told)")
      let mark = told.contains("erified") || told.contains("signing") ? "own count" : "own observation"
      #expect(line.contains("(organizers’ \(mark)) [\\[") || line.contains("(organizers’ \(mark)) \\["), "\(line)")
    }
    // What was only written down rests on its source.
    let demand = try #require(lines.first { $0.hasPrefix("- Demand 2:") })
    #expect(
      demand.hasSuffix("Source: [https\\://nimbus\\.example/policy](<https://nimbus.example/policy>)"), "\(demand)")
    #expect(!demand.contains("organizers’ own"))
  }

  @Test func `what was entered by hand stands in its order, no finer than it is known, with its sources`() throws {
    var brief = try BriefSample.whole()
    func event(_ time: String, _ text: String, _ evidence: [Int] = []) throws -> TimelineEntry {
      TimelineEntry(.event, from: try Moment(time), text: text, evidence: evidence, key: text)
    }
    brief.events = [
      try event("2018-06", "Families are separated.", [1, 4]),
      try event("about 2018-06-18T13:00-07:00", "A <b>vigil</b>"),
    ]
    let text = written(brief, as: .markdown)
    #expect(text.contains("## What happened\n\n- 2018-06 (day not known): Families are separated. [\\[1\\]]("))
    #expect(
      text.contains("\n- about 2018-06-18 13:00 UTC-07:00: A &lt;b&gt;vigil&lt;/b&gt; (organizers’ own record)\n"))
    let page = written(brief, as: .html)
    // A time stays in one piece.
    #expect(page.contains("about <span class=\"time\">2018-06-18 13:00 UTC-07:00</span>: "))
    #expect(page.contains("<h2>What happened</h2>") && !page.contains("<b>"))
    brief.events = try (0..<45).map { try event("2018-06-18", "Event \($0).") }
    let long = written(brief, as: .markdown)
    #expect(long.contains("The newest 40 of 45 events; the timeline has all of them."))
    #expect(!long.contains("Event 4.") && long.contains("Event 5.") && long.contains("Event 44."))
  }

  @Test func `each figure cites what is attached to the same thing, else is marked as the organizers' own`() throws {
    let brief = try BriefSample.whole()
    let text = written(brief, as: .markdown)
    #expect(text.contains("signature letter-1") == false)
    #expect(text.contains("41 days up to 2018-07-") || text.contains("days up to 2018-07-"))
    for line in text.split(separator: "\n") where line.contains("At least") && line.hasPrefix("- ") {
      #expect(line.contains("\\[") || line.contains("organizers’ own"), "\(line)")
    }
    #expect(text.contains("[\\[1\\]](<https://times.example/letter>)"))
    // Without an address there is a number and no link.
    #expect(text.contains(" \\[4\\]"))
  }

  @Test func `a page holds no script and loads nothing, whatever is written`() throws {
    let page = written(try HostileBrief.brief(), as: .html)
    let tags = Set(page.matches(of: /<\/?([a-zA-Z][a-zA-Z0-9]*)/).map { String($0.1).lowercased() })
    #expect(
      tags.isSubset(of: [
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "li", "bdi", "a", "q",
        "strong", "del", "ins", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg",
        "desc", "rect", "line", "text", "details", "summary", "span",
      ]), "\(tags)")
    #expect(page.firstMatch(of: /<[^>]*\son[a-z]+=/) == nil)
    #expect(page.firstMatch(of: /<[^>]*(src|srcset|xlink:href|action|formaction)=/) == nil)
    let links = page.matches(of: /href="([^"]*)"/).map { String($0.1) }
    #expect(links.allSatisfy { $0.hasPrefix("https://") || $0.hasPrefix("http://") || $0.hasPrefix("#source-") })
    #expect(!page.contains("url("))
    let forbidden: Set<UInt32> = [0x1B, 0x9B, 0x202E, 0x2067, 0x200B, 0x2028, 0]
    #expect(!page.unicodeScalars.contains { forbidden.contains($0.value) })
  }

  @Test func `Markdown stays what it is, whatever is written`() throws {
    let text = written(try HostileBrief.brief(), as: .markdown)
    #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("</h1>"))
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(
      headings.dropFirst().map(String.init) == [
        "## Key points", "## Demands", "## Numbers", "### An open letter to the chief executive",
        "## What the target said", "### Serving our customers", "## Sources",
      ])
    for match in text.matches(of: /\]\(<([^>]*)>\)/) {
      #expect(match.1.hasPrefix("https://") || match.1.hasPrefix("http://"), "\(match.1)")
      #expect(!match.1.contains("&copy"), "\(match.1)")
    }
  }

  @Test func `a long text is quoted in part`() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 5000)
    #expect(BriefWording.excerpt(zalgo).unicodeScalars.count <= 241)
    #expect(BriefWording.excerpt("short ") == "short")
  }
}
