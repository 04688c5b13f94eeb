/// A time as a sheet writes it.
///
/// Taken are ISO 8601 (`2019-02-28T08:00:01Z`, also with a space, an offset or a fraction, without seconds, zone or
/// time), what Google writes (`2/28/2019 8:00:01`, `2/28/2019 8:00 AM`, `2019/02/28 8:00:01 AM GMT+1`) and the dotted
/// form with the day first (`28.2.2019 08:00`). With slashes and the year last, the month comes first.
struct SheetDate: Equatable {
  var year: Int
  var month: Int
  var day: Int
  /// Seconds since midnight; nil where the sheet says the day only.
  var seconds: Int?
  /// How far the written time is ahead of UTC, in seconds; nil where it is not said.
  var offset: Int?

  /// The time that the cell says; nil where it is written in none of the forms. Whether there is such a day is not
  /// looked at.
  init?(_ cell: UnsafeRawBufferPointer) {
    var cursor = DigitCursor(cell)
    guard let first = cursor.number(atMost: 4), let separator = cursor.next(),
      let second = cursor.number(atMost: 2), cursor.take(separator),
      let third = cursor.number(atMost: 4)
    else { return nil }
    switch (separator, first.digits, third.digits) {
    case (UInt8(ascii: "-"), 4, 2) where second.digits == 2, (UInt8(ascii: "/"), 4, 1...2):
      (year, month, day) = (first.value, second.value, third.value)
    case (UInt8(ascii: "/"), 1...2, 4):
      (month, day, year) = (first.value, second.value, third.value)
    case (UInt8(ascii: "."), 1...2, 4):
      (day, month, year) = (first.value, second.value, third.value)
    default:
      return nil
    }
    if cursor.isAtEnd { return }
    guard cursor.takeTimeMark(), let time = SheetDate.time(&cursor) else { return nil }
    seconds = time
    guard let zone = SheetDate.zone(&cursor), cursor.isAtEnd else { return nil }
    offset = zone.offset
  }

  /// The seconds since midnight of `H:MM`, `H:MM:SS`, with a fraction, with AM or PM.
  private static func time(_ cursor: inout DigitCursor) -> Int? {
    guard let hour = cursor.number(atMost: 2), cursor.take(UInt8(ascii: ":")), let minute = cursor.number(atMost: 2),
      minute.digits == 2, minute.value < 60
    else { return nil }
    var second = 0
    if cursor.take(UInt8(ascii: ":")) {
      // A leap second is written 60.
      guard let written = cursor.number(atMost: 2), written.digits == 2, written.value <= 60 else { return nil }
      second = written.value
      if cursor.take(UInt8(ascii: ".")) || cursor.take(UInt8(ascii: ",")) {
        guard cursor.skipDigits() > 0 else { return nil }
      }
    }
    guard let hourOfDay = hourOfDay(hour.value, &cursor) else { return nil }
    return hourOfDay * 3600 + minute.value * 60 + second
  }

  private static func hourOfDay(_ hour: Int, _ cursor: inout DigitCursor) -> Int? {
    var ahead = cursor
    ahead.skipSpaces()
    let isMorning = ahead.take("am")
    guard isMorning || ahead.take("pm") else { return hour < 24 ? hour : nil }
    cursor = ahead
    guard (1...12).contains(hour) else { return nil }
    return hour % 12 + (isMorning ? 0 : 12)
  }

  /// `Z`, `UTC`, `GMT`, `+01:00`, `+0100`, `+01`, `GMT+1` or nothing; nil where it is something else.
  private static func zone(_ cursor: inout DigitCursor) -> (offset: Int?, Void)? {
    cursor.skipSpaces()
    if cursor.isAtEnd { return (nil, ()) }
    if cursor.take("z") { return (0, ()) }
    let isNamed = cursor.take("utc") || cursor.take("gmt")
    if isNamed, cursor.isAtEnd { return (0, ()) }
    guard let sign = cursor.next(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let written = cursor.number(atMost: 4)
    else { return nil }
    var hours = written.value
    var minutes = 0
    if written.digits > 2 {
      (hours, minutes) = (written.value / 100, written.value % 100)
    } else if cursor.take(UInt8(ascii: ":")) {
      guard let more = cursor.number(atMost: 2), more.digits == 2 else { return nil }
      minutes = more.value
    }
    guard hours <= 18, minutes < 60 else { return nil }
    let offset = hours * 3600 + minutes * 60
    return (sign == UInt8(ascii: "-") ? -offset : offset, ())
  }
}
