import Campaigns
import Foundation

/// Reads the days of a sheet in one time zone.
struct DayReader {
  /// Whether a time without a zone was met.
  private(set) var metZonelessTime = false

  private let zone: TimeZone
  private let isUTC: Bool
  private let lastDay: CalendarDate
  /// Offsets change on quarters of an hour at the finest.
  private var offsets: [Int: Int] = [:]
  private var lastQuarter = Int.min
  private var lastOffset = 0

  /// A reader for the zone; days after the one that follows `today` are refused.
  init(zone: TimeZone, today: CalendarDate) {
    self.zone = zone
    self.isUTC = zone.identifier == "GMT" || zone.identifier == "UTC"
    self.lastDay = CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 1)
  }

  /// The day that the cell says, in the reader's zone. A time without a zone is one of the reader's zone.
  mutating func day(_ cell: UnsafeRawBufferPointer) throws(CellFault) -> CalendarDate {
    guard let date = SheetDate(cell) else { throw .dateUnreadable }
    guard let written = CalendarDate(year: date.year, month: date.month, day: date.day) else {
      throw .dateImpossible
    }
    var day = written
    if let seconds = date.seconds {
      if let offset = date.offset {
        day = self.day(ofInstant: written.daysSinceEpoch * 86_400 + seconds - offset)
      } else {
        metZonelessTime = true
      }
    }
    guard day.daysSinceEpoch >= 0 else { throw .dateTooEarly }
    guard day <= lastDay else { throw .dateInFuture }
    return day
  }

  private mutating func day(ofInstant seconds: Int) -> CalendarDate {
    let local = isUTC ? seconds : seconds + offset(at: seconds)
    return CalendarDate(daysSinceEpoch: floorDivided(local, by: 86_400))
  }

  private mutating func offset(at seconds: Int) -> Int {
    let quarter = floorDivided(seconds, by: 900)
    if quarter == lastQuarter { return lastOffset }
    lastQuarter = quarter
    if let known = offsets[quarter] {
      lastOffset = known
    } else {
      lastOffset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(quarter * 900)))
      offsets[quarter] = lastOffset
    }
    return lastOffset
  }

  private func floorDivided(_ number: Int, by divisor: Int) -> Int {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }
}
