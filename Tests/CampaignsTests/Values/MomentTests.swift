import Campaigns
import Foundation
import Testing

@Suite("Times that are known only so well")
struct MomentTests {
  /// 2018-06-18T00:00Z.
  private static let day = Int64(17_700) * 86_400

  @Test("times before 1970 are counted backwards")
  func epoch() throws {
    #expect(try Moment("1970-01-01T00:00Z").seconds == 0)
    #expect(try Moment("1969-12-31T23:59:59Z").seconds == -1)
    #expect(try Moment("0001").seconds == -62_135_596_800)
    #expect(try Moment("9999-12-31T23:59:59Z").seconds == 253_402_300_799)
  }

  @Test(
    "each form is read as what it says, in UTC where no offset is written",
    arguments: [
      ("2018", -14_515_200, .year, 0), ("2018-06", -1_468_800, .month, 0), ("2018-06-18", 0, .day, 0),
      ("2018-06-18T09", 32_400, .hour, 0), ("2018-06-18T09Z", 32_400, .hour, 0),
      ("2018-06-18T09:50", 35_400, .minute, 0), ("2018-06-18 09:50", 35_400, .minute, 0),
      ("2018-06-18T09:50Z", 35_400, .minute, 0), ("2018-06-18T09:50:30", 35_430, .second, 0),
      ("2018-06-18T09:50:30Z", 35_430, .second, 0), ("2018-06-18T00:00:00Z", 0, .second, 0),
      ("2018-06-18T23:59:59Z", 86_399, .second, 0), (" 2018-06-18\n", 0, .day, 0),
    ] as [(String, Int64, Moment.Precision, Int)])
  func forms(text: String, seconds: Int64, precision: Moment.Precision, offset: Int) throws {
    let moment = try Moment(text)
    #expect(moment == Moment(seconds: MomentTests.day + seconds, precision: precision, offset: offset))
  }

  @Test(
    "an offset moves the time and is kept",
    arguments: [
      ("2018-06-18T09:50-07:00", 60_600, .minute, -420), ("2018-06-18T09:50-0700", 60_600, .minute, -420),
      ("2018-06-18T09-07:00", 57_600, .hour, -420), ("2018-06-18T22:20:05+05:30", 60_605, .second, 330),
      ("2018-06-18T00:30+02:00", -5_400, .minute, 120), ("2018-06-18T23:30-02:00", 91_800, .minute, -120),
      ("2018-06-18T09:50-00:30", 37_200, .minute, -30), ("2018-06-18T09:50+00:00", 35_400, .minute, 0),
      ("2018-06-18T09:50-00:00", 35_400, .minute, 0), ("2018-06-18T14:00+14:00", 0, .minute, 840),
      ("2018-06-18T00:00-14:59", 53_940, .minute, -899),
    ] as [(String, Int64, Moment.Precision, Int)])
  func offsets(text: String, seconds: Int64, precision: Moment.Precision, offset: Int) throws {
    let moment = try Moment(text)
    #expect(moment == Moment(seconds: MomentTests.day + seconds, precision: precision, offset: offset))
  }

  @Test(
    "about makes any form so, however it is written",
    arguments: [
      ("about 2018", "2018"), ("About 2018-06", "2018-06"), ("ABOUT   2018-06-18", "2018-06-18"),
      (" about 2018-06-18T09:50-07:00 ", "2018-06-18T09:50-07:00"),
    ])
  func about(text: String, exact: String) throws {
    let (about, exact) = (try Moment(text), try Moment(exact))
    #expect(about.isAbout && !exact.isAbout)
    #expect(
      about
        == Moment(seconds: exact.seconds, precision: exact.precision, isAbout: true, offset: exact.offset))
    #expect(about != exact)
    #expect(about.description == "about \(exact)")
    #expect(about.utc == exact.utc)
  }

  @Test(
    "a time that the calendar has not, or that is written otherwise, is refused",
    arguments: [
      "", " ", "about", "about ", "about about 2018", "around 2018", "about2018", "18", "201", "20180", "20180618",
      "0000", "-2018", "2018-", "2018-6", "2018-13", "2018-00", "2018-06-", "2018-06-1", "2018-02-31", "2018-04-31",
      "2018-02-29", "1900-02-29", "2018-06-00", "2018/06/18", "18.06.2018", "2018-06-18T", "2018-06-18Z",
      "2018-06-18-07:00", "2018Z", "2018-06+02:00", "2018-06-18T9", "2018-06-18T24", "2018-06-18T24:00",
      "2018-06-18T09:60", "2018-06-18T09:5", "2018-06-18T09:50:60", "2018-06-18T23:59:60Z", "2018-06-18T09:50:30.5Z",
      "2018-06-18T09:50+15:00", "2018-06-18T09:50-15:00", "2018-06-18T09:50+02:60", "2018-06-18T09:50+02",
      "2018-06-18T09:50+2:00", "2018-06-18T09:50 -07:00", "2018-06-18T09:50ZZ", "2018-06-18T09:50 PST",
      "2018-06-18\n2018", "２０１８", "٢٠١٨", "2018-06-18T09:50+٠٢:٠٠", "2018-06-18\0", "2018\u{301}",
    ])
  func badTexts(text: String) {
    let refusal = #expect(throws: Refusal.self) { try Moment(text) }
    #expect(refusal?.code == .invalidValue)
    #expect(refusal?.hint?.contains("YYYY-MM-DD") == true)
  }

  @Test(
    "a span ends where the next one begins",
    arguments: [
      ("2018", "2019"), ("2020", "2021"), ("1999", "2000"), ("2018-06", "2018-07"), ("2018-12", "2019-01"),
      ("2019-02", "2019-03"), ("2020-02", "2020-03"), ("1900-02", "1900-03"), ("2000-02", "2000-03"),
      ("2018-06-18", "2018-06-19"), ("2018-12-31", "2019-01-01"), ("2020-02-28", "2020-02-29"),
      ("2020-02-29", "2020-03-01"), ("2018-06-18T09", "2018-06-18T10"), ("2018-06-18T23", "2018-06-19T00"),
      ("2018-06-18T09-07:00", "2018-06-18T10-07:00"), ("2018-06-18T09:59", "2018-06-18T10:00"),
      ("2018-12-31T23:59:59Z", "2019-01-01T00:00:00Z"), ("0001", "0002"), ("0001-12", "0002-01"),
      ("about 2018", "2019"),
    ])
  func ends(text: String, next: String) throws {
    #expect(try Moment(text).end == Moment(next).seconds)
  }

  @Test("the spans of the last year end with it, and those of the first begin with it")
  func firstAndLast() throws {
    let behind = try Moment("9999-12-31T23:59:59Z").end
    for text in ["9999", "9999-12", "9999-12-31", "9999-12-31T23", "9999-12-31T23:59"] {
      #expect(try Moment(text).end == behind, "\(text)")
    }
    let first = try Moment("0001-01-01T00:00:00Z").seconds
    for text in ["0001", "0001-01", "0001-01-01", "0001-01-01T00", "0001-01-01T00:00"] {
      #expect(try Moment(text).seconds == first, "\(text)")
    }
    // A year that was written with an offset, as a database can hold it: its bounds are those of that place.
    let west = Moment(seconds: try Moment("2018").seconds + 25_200, precision: .year, offset: -420)
    #expect(west.end == (try Moment("2019").seconds + 25_200))
    #expect(west.description == "2018" && west.utc == "2018")
  }

  @Test("what lies beyond the years that can be written ends no process, whatever is asked of it")
  func beyond() throws {
    var moments = try [
      "0001", "0001-01-01T00:00+14:59", "0001-01-01T00:00:00-14:59", "9999", "9999-12-31T23:59-14:59",
      "9999-12-31T23:59:59+14:59",
    ].map(Moment.init)
    // As far as a database may hold them.
    for seconds in [-62_135_683_200, 253_402_387_199] as [Int64] {
      for offset in [-900, 0, 900] {
        moments += Moment.Precision.allCases.map { Moment(seconds: seconds, precision: $0, offset: offset) }
      }
    }
    for moment in moments {
      #expect(!moment.description.isEmpty && !moment.utc.isEmpty)
      #expect(moment.end > moment.seconds, "\(moment)")
      #expect(moment.day.description.count >= 10)
    }
    #expect(try Moment("0001-01-01T00:00+14:00").description == "0001-01-01T00:00+14:00")
    #expect(try Moment("9999-12-31T23:00-14:00").description == "9999-12-31T23:00-14:00")
  }

  @Test(
    "it is shown as it was written",
    arguments: [
      ("2018", "2018", "2018"), ("2018-06", "2018-06", "2018-06"), ("2018-06-18", "2018-06-18", "2018-06-18"),
      ("about 0476", "about 0476", "0476"), ("2018-06-18T09", "2018-06-18T09Z", "2018-06-18T09:00:00Z"),
      ("2018-06-18 09:50", "2018-06-18T09:50Z", "2018-06-18T09:50:00Z"),
      ("2018-06-18T09:50-0700", "2018-06-18T09:50-07:00", "2018-06-18T16:50:00Z"),
      ("2018-06-18T20:50-07:00", "2018-06-18T20:50-07:00", "2018-06-19T03:50:00Z"),
      ("2018-01-01T00:10:05+05:45", "2018-01-01T00:10:05+05:45", "2017-12-31T18:25:05Z"),
      ("2018-06-18T09:50-00:30", "2018-06-18T09:50-00:30", "2018-06-18T10:20:00Z"),
    ])
  func shown(text: String, description: String, utc: String) throws {
    let moment = try Moment(text)
    #expect(moment.description == description)
    #expect(moment.utc == utc)
  }

  @Test(
    "the day is that of where it was written",
    arguments: [
      ("2018-06-18T00:30+02:00", "2018-06-18"), ("2018-06-18T23:30-07:00", "2018-06-18"), ("2018-06", "2018-06-01"),
      ("2018", "2018-01-01"), ("1969-12-31T23:59:59Z", "1969-12-31"), ("0001-01-01T00:00+14:00", "0001-01-01"),
    ])
  func begins(text: String, day: String) throws {
    #expect(try Moment(text).day.description == day)
  }

  /// Any moment that can be written.
  private static func moment(_ random: inout SeededRandom) throws -> Moment {
    func two(_ range: ClosedRange<Int>) -> String {
      let number = Int.random(in: range, using: &random)
      return number < 10 ? "0\(number)" : "\(number)"
    }
    let year = String("000\(Int.random(in: 2...9_998, using: &random))".suffix(4))
    var parts = [year, "-" + two(1...12), "-" + two(1...28), "T" + two(0...23), ":" + two(0...59), ":" + two(0...59)]
    parts = Array(parts.prefix(Int.random(in: 1...6, using: &random)))
    if parts.count > 3 {
      let sign = Bool.random(using: &random) ? "+" : "-"
      parts.append(Bool.random(using: &random) ? "Z" : sign + two(0...14) + ":" + two(0...59))
    }
    return try Moment((Bool.random(using: &random) ? "about " : "") + parts.joined())
  }

  @Test("what is shown is read again as the same time", arguments: 0..<4 as Range<UInt64>)
  func roundTrips(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<1_000 {
      let moment = try MomentTests.moment(&random)
      try #require(try Moment(moment.description) == moment)
      let again = try Moment(moment.utc)
      try #require(again.seconds == moment.seconds, "\(moment)")
      try #require(again.offset == 0 && !again.isAbout)
      switch moment.precision {
      case .year, .month, .day: try #require(again.end == moment.end && again.precision == moment.precision)
      case .hour, .minute, .second: try #require(again.precision == .second)
      }
      try #require(moment.end > moment.seconds)
      try #require(try Moment(moment.day.description).seconds - Int64(moment.offset * 60) <= moment.seconds)
    }
  }

  @Test("the earlier one comes first, then the better known one, then the one that is not about")
  func order() throws {
    let texts = [
      "2017-12-31", "2018-01-01T00:00:00Z", "about 2018-01-01T00:00:00Z", "2018-01-01T00:00Z", "2018-01-01T00",
      "2018-01-01", "2018-01", "about 2018-01", "2018", "about 2018", "2018-01-01T00:01Z", "2018-06-18T09:50-07:00",
      "2018-06-18T09:51-07:00", "2018-06-18T16:52Z",
    ]
    let moments = try texts.map(Moment.init)
    var random = SeededRandom(seed: 5)
    for _ in 0..<50 {
      #expect(moments.shuffled(using: &random).sorted().map(\.description) == moments.map(\.description))
    }
  }

  @Test("of two times exactly one comes first, or they are the same", arguments: 0..<4 as Range<UInt64>)
  func strictOrder(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let texts = [
      "2018", "2018-01", "2018-01-01", "2018-01-01T00", "2018-01-01T02:00+02:00", "2017-12-31T17:00-07:00",
    ]
    let near = try (texts + texts.map { "about \($0)" }).map(Moment.init)
    let all = try near + (0..<20).map { _ in try MomentTests.moment(&random) }
    for left in all {
      for right in all {
        try #require([left < right, left == right, right < left].count { $0 } == 1, "\(left) and \(right)")
      }
    }
  }

  @Test("a day is that day, in UTC")
  func fromDay() throws {
    #expect(try Moment(#require(CalendarDate("2018-06-18"))) == Moment("2018-06-18"))
    #expect(try Moment(#require(CalendarDate("0001-01-01"))) == Moment("0001-01-01"))
  }

  @Test("now is known to the second, and is now")
  func now() throws {
    let before = Int64(Date().timeIntervalSince1970)
    let now = Moment.now
    #expect((before...Int64(Date().timeIntervalSince1970)).contains(now.seconds))
    #expect(now.precision == .second && !now.isAbout && now.offset == 0)
    #expect(try Moment(now.description) == now)
  }
}
