extension Capture {
  /// Makes sure that a capture of this time can be added.
  /// - Parameters:
  ///   - last: when the statement was observed last; nil where it never was.
  ///   - isEarlier: whether whoever adds it knows that it is older, as an archived copy is.
  ///   - now: the time by the clock, in seconds since 1970.
  /// - Throws: `invalidValue` where it is in the future, `notAllowed` where it is older than the last and `isEarlier` is
  ///   not said.
  public static func requireTime(_ time: Moment, after last: Moment?, isEarlier: Bool, now: Int64) throws {
    // A day begins somewhere on earth up to 14 hours before it begins in UTC.
    let isWholeDay = time.precision == .day || time.precision == .month || time.precision == .year
    guard time.seconds <= now + (isWholeDay ? 14 * 3600 : 0) else {
      throw Refusal(
        .invalidValue, "the capture is dated in the future",
        hint: "give the time at which it was observed, with its offset from UTC, like 2018-06-18T09:50-07:00")
    }
    guard let last, time < last, !isEarlier else { return }
    throw Refusal(
      .notAllowed, "the capture is older than the last one, of \(last)",
      hint: "an archived copy is taken with --earlier; else check the time and its offset from UTC")
  }
}
