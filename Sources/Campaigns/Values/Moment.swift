import Foundation

/// A point in time that is known only so well: to the minute, the day, the month; exactly, or about.
///
/// It is the span that its precision leaves open: `2018-06` is all of June. Written with an offset from UTC, or in UTC.
public struct Moment: Hashable, Sendable, CustomStringConvertible {
  /// The first second of the span, counted from 1970-01-01T00:00Z.
  public let seconds: Int64
  /// How well it is known.
  public let precision: Precision
  /// Whether whoever says it says "about".
  public let isAbout: Bool
  /// The offset from UTC in minutes with which it was written: it is shown so again.
  public let offset: Int

  /// A moment as it is kept.
  public init(seconds: Int64, precision: Precision, isAbout: Bool = false, offset: Int = 0) {
    self.seconds = seconds
    self.precision = precision
    self.isAbout = isAbout
    self.offset = offset
  }

  /// How well a moment is known.
  public enum Precision: String, Hashable, Sendable, CaseIterable {
    case year, month, day, hour, minute, second
  }

  /// The moment that is written like this: `2018`, `2018-06`, `2018-06-18`, `2018-06-18T09`, `2018-06-18T09:50-07:00`,
  /// `2018-06-18T09:50:30Z`. A time without an offset is in UTC; `about ` before it makes it so.
  /// - Throws: `invalidValue` where it is written otherwise, or the calendar has no such time.
  public init(_ text: String) throws {
    var rest = text.trimmingWhitespace()
    let isAbout = rest.lowercased().hasPrefix("about ")
    if isAbout { rest = rest.dropFirst(6).trimmingWhitespace() }
    let form = /(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:?\d\d)?)?)?)?/
    guard let match = rest.wholeMatch(of: form),
      let year = Int(match.1), let month = Int(match.2 ?? "1"), let day = Int(match.3 ?? "1"),
      let hour = Int(match.4 ?? "0"), let minute = Int(match.5 ?? "0"), let second = Int(match.6 ?? "0"),
      let date = CalendarDate(year: year, month: month, day: day), hour < 24, minute < 60, second < 60,
      let offset = Moment.offset(match.7.map(String.init))
    else {
      throw Refusal(
        .invalidValue, "this is no time that can be read",
        hint: "write it as YYYY-MM-DDTHH:MM with Z or an offset like -07:00; a day, a month or a year will do")
    }
    precision =
      match.6 != nil
      ? .second
      : match.5 != nil
        ? .minute : match.4 != nil ? .hour : match.3 != nil ? .day : match.2 != nil ? .month : .year
    seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset * 60)
    self.isAbout = isAbout
    self.offset = offset
  }

  /// The day, known to the day.
  public init(_ day: CalendarDate) {
    self.init(seconds: Int64(day.daysSinceEpoch) * 86_400, precision: .day)
  }

  private static func offset(_ text: String?) -> Int? {
    guard let text, text != "Z" else { return 0 }
    let digits = text.filter(\.isNumber)
    guard digits.count == 4, let number = Int(digits), number / 100 <= 14, number % 100 < 60 else { return nil }
    return (number / 100 * 60 + number % 100) * (text.hasPrefix("-") ? -1 : 1)
  }

  /// The second behind the span.
  public var end: Int64 {
    let (year, month, _) = day.components
    switch precision {
    case .second: return seconds + 1
    case .minute: return seconds + 60
    case .hour: return seconds + 3600
    case .day: return seconds + 86_400
    case .month:
      return start(ofYear: month == 12 ? year + 1 : year, month: month % 12 + 1)
    case .year:
      return start(ofYear: year + 1, month: 1)
    }
  }

  private func start(ofYear year: Int, month: Int) -> Int64 {
    // No day can be written behind the year 9999: what ends with it ends there, and never before it begins.
    let days = CalendarDate(year: year, month: month, day: 1)?.daysSinceEpoch ?? (year < 1 ? -719_162 : 2_932_897)
    return max(Int64(days) * 86_400 - Int64(offset * 60), seconds + 1)
  }

  /// The day on which it begins, where it was written.
  public var day: CalendarDate {
    CalendarDate(daysSinceEpoch: Int((Double(seconds + Int64(offset * 60)) / 86_400).rounded(.down)))
  }

  /// Now, known to the second.
  public static var now: Moment { Moment(seconds: Int64(Date().timeIntervalSince1970), precision: .second) }

  /// As it was written: with its offset, no finer than it is known, `about` before it where it is so.
  public var description: String { (isAbout ? "about " : "") + written(withOffset: offset) }

  /// In UTC, for whoever reads it with a program: `2018-06-18T16:50:00Z`, `2018-06-18`, `2018-06`. A time is written
  /// out to the second, as RFC 3339 has it; `precision` says how much of it is known.
  public var utc: String {
    // A day, a month or a year is that of where it was written.
    switch precision {
    case .year, .month, .day: written(withOffset: offset)
    case .hour, .minute, .second: written(withOffset: 0, isComplete: true)
    }
  }

  private func written(withOffset offset: Int, isComplete: Bool = false) -> String {
    let local = seconds + Int64(offset * 60)
    let date = CalendarDate(daysSinceEpoch: Int((Double(local) / 86_400).rounded(.down)))
    let ofDay = Int(local - Int64(date.daysSinceEpoch) * 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let day = date.description
    switch precision {
    case .year: return String(day.prefix(4))
    case .month: return String(day.prefix(7))
    case .day: return day
    case .hour, .minute, .second:
      let zone =
        offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
      var time = "\(day)T\(two(ofDay / 3600))"
      if precision != .hour || isComplete { time += ":\(two(ofDay / 60 % 60))" }
      if precision == .second || isComplete { time += ":\(two(ofDay % 60))" }
      return time + zone
    }
  }
}

extension Moment: Comparable {
  /// Whether the left one begins first; of those that begin together, the better known one, and "about" comes last.
  public static func < (left: Moment, right: Moment) -> Bool {
    // The offset decides only so that whatever differs is in some order.
    (left.seconds, left.end, left.isAbout ? 1 : 0, left.offset)
      < (right.seconds, right.end, right.isAbout ? 1 : 0, right.offset)
  }
}
