import Campaigns
import Testing

@testable import Export

/// Timelines to be written.
enum TimelineSample {
  static let asOf = CalendarDate(daysSinceEpoch: 17_701)

  static func campaign(_ title: String = "Justice at Nimbus") throws -> Campaign {
    Campaign(id: Identifier(rawValue: 1 << 47), slug: try Slug("justice"), title: title, createdOn: asOf)
  }

  static func evidence(_ number: Int, _ title: String, url: String?, quote: String? = nil) throws -> EvidenceRecord {
    EvidenceRecord(
      id: Identifier(rawValue: Int64(number)), campaign: Identifier(rawValue: 1 << 47), number: number, title: title,
      url: url, publisher: "Daily Example", author: "Ann Author", publishedAt: try Moment("2018-06-19"),
      accessedAt: try Moment("2018-06-20T10:00Z"), quote: quote, place: "paragraph 3", copy: nil, subject: "demand 1")
  }

  /// A timeline with every kind of entry and every kind of time.
  static func all() throws -> Timeline {
    let entries = [
      TimelineEntry(
        .letter, from: try Moment("2018-06-19"), text: "Version 1 (en) of the letter “Cancel it”.", key: "l"),
      TimelineEntry(.opened, from: try Moment("2018-06-19"), text: "“Cancel it” was opened for signing.", key: "o"),
      TimelineEntry(
        .threshold, from: try Moment("2018-06-20"), text: "“Cancel it” reached its goal: 100 verified signatures.",
        key: "t"),
      TimelineEntry(
        .delivery, from: try Moment("2018-07-26"), text: "“Cancel it” was delivered: 500 verified signatures.",
        key: "d"),
      TimelineEntry(
        .answer, from: try Moment("2018-07-27"), text: "Nimbus answered: no.", sources: ["a letter of that day"],
        key: "a"),
      TimelineEntry(
        .demandResponse, from: try Moment("2018-07-28"), text: "Nimbus responded to demand 1: rejected.",
        evidence: [1], sources: ["https://news.example/no"], key: "r"),
      TimelineEntry(.termination, from: try Moment("2018-06-18"), text: "Ana Example gave notice.", key: "n"),
      TimelineEntry(.boycott, from: try Moment("2018-07-01"), text: "“No cloud”: called.", key: "b"),
      TimelineEntry(
        .statement, from: try Moment("2018-06-18T09:50-07:00"), text: "“A post” was seen for the first time.",
        sources: ["https://nimbus.example/post?a=1&b=2"], key: "s1"),
      TimelineEntry(
        .statement, from: try Moment("2018-06-18T09:50-07:00"), until: try Moment("2018-06-18T13:00-07:00"),
        text: "The text of “A post” was changed: revision 2.", key: "s2"),
      TimelineEntry(
        .account, from: try Moment("about 2018-06-18T13:00-07:00"), text: "Outlet A reports: “A post” was edited.",
        note: "another account says otherwise", key: "c1"),
      TimelineEntry(
        .account, from: nil, text: "Outlet B reports: “A post” was removed.", note: "another account says otherwise",
        key: "c2"),
      TimelineEntry(.event, from: try Moment("2018-06"), text: "Families are separated.", evidence: [2], key: "e1"),
      TimelineEntry(.event, from: try Moment("2017"), text: "The contract is signed.", key: "e2"),
      TimelineEntry(.event, from: try Moment("2018-06-18T17+02:00"), text: "A meeting.", key: "e3"),
      TimelineEntry(.incidents, from: nil, text: "At least 5 acts of retaliation are on record.", key: "incidents"),
    ]
    return Timeline(
      of: try campaign(), asOf: asOf, entries,
      evidence: [
        try evidence(1, "Nimbus says no", url: "https://news.example/no", quote: "We will not."),
        try evidence(2, "A report", url: nil), try evidence(3, "Unused", url: nil),
      ])
  }

  static let evil =
    "# x\r\nBEGIN:VEVENT\u{2028}\u{1B}[31m<script>alert(1)</script> [a](javascript:b) *b* \u{202E}gnp\u{200B} ;,\\n \"'&"

  /// A timeline in which every text is out to deceive.
  static func hostile() throws -> Timeline {
    let entries = [
      TimelineEntry(
        .event, from: try Moment("2018-06-18"), text: evil, evidence: [1],
        sources: [evil, "javascript:alert(1)", "https://a.example/\r\nX:1", "https://a.example/?\"onclick=1"],
        key: "e"),
      TimelineEntry(
        .account, from: nil, text: "\u{5D0}\u{5D1}\u{5D2} 1) " + String(repeating: "é𝄞,", count: 60), key: "h"),
    ]
    return Timeline(
      of: try campaign(evil), asOf: asOf, entries,
      evidence: [try evidence(1, evil, url: "https://a.example/<b>", quote: evil)])
  }

  static func written(_ timeline: Timeline, as format: TimelineFormat) throws -> String {
    var bytes: [UInt8] = []
    try TimelineDocument(of: timeline).write(as: format) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
