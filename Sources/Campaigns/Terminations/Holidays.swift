/// The days besides Saturdays and Sundays on which nobody works, where a contract counts in working days.
public struct Holidays: Hashable, Sendable {
  private let days: Set<CalendarDate>

  /// These days; one that falls on a weekend changes nothing.
  public init(_ days: some Sequence<CalendarDate>) {
    self.days = Set(days)
  }

  /// The days of a holidays file: one `YYYY-MM-DD` a line, which a name may follow after a space. Empty lines and
  /// lines that begin with `#` say nothing; a day may stand there twice.
  /// - Parameter file: The file's name as the user gave it.
  /// - Throws: `unusableFile` at the line and column where something else stands, or a day that the calendar has
  ///   not. What stands there is repeated only where it is written like a day: it could be the wrong file.
  public init(_ text: String, file: String) throws {
    var days: Set<CalendarDate> = []
    // Some editors begin a file with a byte order mark, which nobody sees.
    let shown = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
    let lines = shown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let written = line.drop(while: \.isWhitespace)
      guard let first = written.first, first != "#" else { continue }
      let word = written.prefix { !$0.isWhitespace }
      guard let day = CalendarDate(word) else {
        let isLikeADay = word.utf8.count == 10 && word.allSatisfy { "0123456789-".contains($0) }
        throw Refusal(
          .unusableFile, isLikeADay ? "\(word) is no day of the calendar" : "the line begins with no day",
          hint: "write one day a line as YYYY-MM-DD; a name may follow after a space, and # begins a comment",
          at: SourcePlace(file: file, line: index + 1, column: line.count - written.count + 1))
      }
      days.insert(day)
    }
    self.days = days
  }

  /// No holidays: Monday to Friday are worked.
  public static let none = Holidays([])

  /// Whether the day is one of them.
  public func contains(_ day: CalendarDate) -> Bool { days.contains(day) }
}
