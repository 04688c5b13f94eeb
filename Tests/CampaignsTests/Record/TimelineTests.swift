import Campaigns
import Testing

@Suite struct TimelineTests {
  private static let campaign = Campaign(
    id: Identifier(rawValue: 1), slug: slug, title: "Justice", createdOn: CalendarDate(daysSinceEpoch: 0))
  private static var slug: Slug {
    guard let slug = try? Slug("justice") else { preconditionFailure("justice is a slug") }
    return slug
  }

  private func entry(_ time: String?, until: String? = nil, _ text: String = "") throws -> TimelineEntry {
    TimelineEntry(
      .event, from: try time.map(Moment.init), until: try until.map(Moment.init),
      text: text.isEmpty ? time ?? "" : text,
      key: time ?? "none")
  }

  private func ordered(_ times: String?...) throws -> [String] {
    Timeline.ordered(try times.map { try entry($0) }).map(\.text)
  }

  @Test func `the earliest possible time decides, then the latest, then the order of recording`() throws {
    #expect(
      try ordered("2018-06-18T10:00Z", "2018-06-18T09:50Z", "2018-06-18T09Z", "2018-06-18T09:00Z") == [
        "2018-06-18T09:00Z", "2018-06-18T09Z", "2018-06-18T09:50Z", "2018-06-18T10:00Z",
      ])
    let same = [try entry("2018-06-18T09:00Z", "second"), try entry("2018-06-18T09:00Z", "first")]
    #expect(Timeline.ordered(same).map(\.text) == ["second", "first"])
    #expect(
      try ordered("about 2018-06-18T13:00Z", "2018-06-18T13:00Z") == ["2018-06-18T13:00Z", "about 2018-06-18T13:00Z"])
  }

  @Test func `a day without a time stands before the times of that day and behind those of the day before`() throws {
    #expect(
      try ordered("2018-06-18T00:00Z", "2018-06-18", "2018-06-17T23:59Z") == [
        "2018-06-17T23:59Z", "2018-06-18", "2018-06-18T00:00Z",
      ])
  }

  @Test(arguments: ["-07:00", "+09:00", "+14:00", "-12:00", "Z"]) func `whatever the offset`(zone: String) throws {
    #expect(
      try ordered(
        "2018-06-18T00:30\(zone)", "2018-06-18", "2018-06-17T23:30\(zone)", "2018-06-19", "2018-06-19T08:00\(zone)")
        == [
          "2018-06-17T23:30\(zone)", "2018-06-18", "2018-06-18T00:30\(zone)", "2018-06-19", "2018-06-19T08:00\(zone)",
        ])
  }

  @Test func `times of several offsets stand as they followed each other, and a day before all of its own`() throws {
    #expect(
      try ordered("2018-06-18T08:00+09:00", "2018-06-17T20:00-07:00", "2018-06-18") == [
        "2018-06-18", "2018-06-18T08:00+09:00", "2018-06-17T20:00-07:00",
      ])
  }

  @Test func `months and years stand at their beginning, the better known first`() throws {
    #expect(
      try ordered("2018", "2018-01", "2018-01-01", "2017-12-31", "2018-01-02", "2018-01-01T00:00Z") == [
        "2017-12-31", "2018-01-01", "2018-01", "2018", "2018-01-01T00:00Z", "2018-01-02",
      ])
  }

  @Test func `an interval stands where it begins, behind what was seen then; what has no time stands last`() throws {
    let entries = [
      try entry(nil, "none"), try entry("2018-06-18T09:50Z", until: "2018-06-18T13:00Z", "interval"),
      try entry("2018-06-18T09:50Z", "seen"), try entry("2018-06-18T12:00Z", "later"),
    ]
    #expect(Timeline.ordered(entries).map(\.text) == ["seen", "interval", "later", "none"])
  }

  @Test func `a choice takes what may have happened in its days`() throws {
    func taken(from: String? = nil, to: String? = nil, _ entry: TimelineEntry) -> Bool {
      Timeline.Choice(from: from.flatMap { CalendarDate($0) }, to: to.flatMap { CalendarDate($0) }).takes(entry)
    }
    let june = try entry("2018-06")
    #expect(taken(from: "2018-06-30", june) && taken(to: "2018-06-01", june))
    #expect(!taken(from: "2018-07-01", june) && !taken(to: "2018-05-31", june))
    let interval = try entry("2018-06-18T09:50Z", until: "2018-06-20")
    #expect(taken(from: "2018-06-20", interval) && !taken(from: "2018-06-21", interval))
    #expect(taken(to: "2018-06-18", interval) && !taken(to: "2018-06-17", interval))
    // The day is that of where it was written.
    let evening = try entry("2018-06-18T23:00-07:00")
    #expect(taken(from: "2018-06-18", to: "2018-06-18", evening) && !taken(from: "2018-06-19", evening))
    let undated = try entry(nil)
    #expect(!taken(from: "2000-01-01", undated) && taken(undated))
    let choice = Timeline.Choice(kinds: [.letter])
    #expect(!choice.takes(june))
  }

  @Test func `of the evidence stands what entries refer to`() throws {
    func source(_ number: Int) -> EvidenceRecord {
      EvidenceRecord(
        id: Identifier(rawValue: Int64(number)), campaign: TimelineTests.campaign.id, number: number, title: "T",
        url: nil, publisher: nil, author: nil, publishedAt: nil, accessedAt: nil, quote: nil, place: nil, copy: nil,
        subject: nil)
    }
    let entries = [
      TimelineEntry(.event, from: nil, text: "", evidence: [3, 1], key: "a"),
      TimelineEntry(.letter, from: nil, text: "", evidence: [2], key: "b"),
    ]
    let timeline = Timeline(
      of: TimelineTests.campaign, asOf: CalendarDate(daysSinceEpoch: 0), entries,
      evidence: (1...4).reversed().map(source),
      Timeline.Choice(kinds: [.event]))
    #expect(timeline.entries.map(\.key) == ["a"])
    #expect(timeline.evidence.map(\.number) == [1, 3])
  }

  @Test(arguments: [
    "2018", "2018-06", "2018-06-18", "2018-06-18T09Z", "2018-06-18T09+05:30", "about 2018-06-18T09:50-07:00",
    "2018-06-18T09:50:07Z",
  ]) func `a time is written as it was read, no finer`(text: String) throws {
    #expect(try Moment(text).description == text)
    #expect(try Moment(Moment(text).description) == Moment(text))
  }

  @Test func `no order of recording makes another timeline of different times`() throws {
    let times = [
      "2018", "2018-06", "2018-06-18", "about 2018-06-18T13:00-07:00", "2018-06-18T09:50-07:00", "2018-06-18T20Z",
      "2018-06-19T01:00+02:00", "2018-06-19", "2018-06-17",
    ]
    let entries = try times.map { try entry($0) }
    let expected = Timeline.ordered(entries).map(\.text)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      #expect(Timeline.ordered(entries.shuffled(using: &generator)).map(\.text) == expected)
    }
  }
}
