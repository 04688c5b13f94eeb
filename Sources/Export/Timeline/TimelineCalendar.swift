import Campaigns

/// Writes a timeline as iCalendar (RFC 5545): one event an entry.
///
/// What is known to the day, the month or the year only takes whole days. What has no day stands on the day as of which
/// the timeline is, and says so. An entry has the same identifier in every timeline of its campaign.
struct TimelineCalendar {
  private let timeline: Timeline
  private let wording: TimelineWording

  init(_ timeline: Timeline) {
    self.timeline = timeline
    wording = TimelineWording(timeline)
  }

  var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Picket//Timeline//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:\(TimelineCalendar.escaped(wording.title))",
    ]
    for entry in timeline.entries { lines += event(entry) }
    lines.append("END:VCALENDAR")
    return lines.map { TimelineCalendar.folded($0) + "\r\n" }.joined()
  }

  private func event(_ entry: TimelineEntry) -> [String] {
    let description = ["When: \(wording.when(entry))"] + [entry.note.map { "Note: \($0)" }].compactMap { $0 }
    let sources =
      entry.sources.map { "Source: \($0)" }
      + timeline.evidence.filter { entry.evidence.contains($0.number) }.map { evidence in
        "Evidence \(evidence.number): " + ([evidence.title, evidence.url].compactMap { $0 }.joined(separator: ", "))
      }
    var lines = [
      "BEGIN:VEVENT", "UID:\(entry.key)@\(timeline.campaign.slug).\(timeline.campaign.id).picket.invalid",
      "DTSTAMP:\(TimelineCalendar.stamp(Moment(timeline.asOf).seconds))",
    ]
    lines += times(of: entry)
    lines += [
      "SUMMARY:\(TimelineCalendar.escaped(entry.from == nil ? "\(entry.text) (\(wording.when(entry)))" : entry.text))",
      "DESCRIPTION:" + (description + sources).map(TimelineCalendar.escaped).joined(separator: "\\n"),
      "CATEGORIES:\(entry.kind.rawValue.uppercased())", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
    return lines
  }

  private func times(of entry: TimelineEntry) -> [String] {
    guard let from = entry.from else { return ["DTSTART;VALUE=DATE:\(TimelineCalendar.date(timeline.asOf))"] }
    let until = entry.until ?? from
    let end = TimelineEntry(entry.kind, from: until, text: "", key: "")
    guard !entry.hasNoTime, !end.hasNoTime else {
      let next = CalendarDate(daysSinceEpoch: until.lastDay.daysSinceEpoch + 1)
      return [
        "DTSTART;VALUE=DATE:\(TimelineCalendar.date(from.day))", "DTEND;VALUE=DATE:\(TimelineCalendar.date(next))",
      ]
    }
    let start = "DTSTART:\(TimelineCalendar.stamp(from.seconds))"
    let last = entry.until?.seconds ?? (from.precision == .hour ? from.end : from.seconds)
    return last > from.seconds ? [start, "DTEND:\(TimelineCalendar.stamp(last))"] : [start]
  }

  // MARK: - Values

  private static func date(_ day: CalendarDate) -> String { day.description.replacing("-", with: "") }

  private static func stamp(_ seconds: Int64) -> String {
    let moment = Moment(seconds: seconds, precision: .second)
    return moment.utc.replacing("-", with: "").replacing(":", with: "")
  }

  /// The text on one line, with what iCalendar reads as more than text escaped.
  private static func escaped(_ text: String) -> String {
    SafeText.line(text).replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
  }

  /// The line in pieces of at most 75 bytes, parted between characters; each but the first begins with a space.
  private static func folded(_ line: String) -> String {
    var folded = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if length + size > 75 {
        folded += "\r\n "
        length = 1
      }
      folded.unicodeScalars.append(scalar)
      length += size
    }
    return folded
  }
}
