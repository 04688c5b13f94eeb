/// What happened in a campaign, in order.
///
/// Rules of the order:
/// - By the earliest time at which it can have happened, then by the latest, then as it was recorded.
/// - What is known to the day, the month or the year only stands before everything that has a time on that day or later,
///   wherever on earth that time was written.
/// - An interval stands where it begins.
/// - What has no time stands at the end.
public struct Timeline: Hashable, Sendable {
  /// The campaign.
  public let campaign: Campaign
  /// The day on which this is what is known.
  public let asOf: CalendarDate
  /// The entries, in order.
  public let entries: [TimelineEntry]
  /// The evidence that entries refer to, by number.
  public let evidence: [EvidenceRecord]

  /// A timeline of those of the entries that the choice lets through.
  /// - Parameters:
  ///   - entries: in the order in which they were recorded.
  ///   - evidence: all of the campaign's.
  public init(
    of campaign: Campaign, asOf day: CalendarDate, _ entries: [TimelineEntry], evidence: [EvidenceRecord],
    _ choice: Choice = Choice()
  ) {
    self.campaign = campaign
    asOf = day
    self.entries = Timeline.ordered(entries.filter(choice.takes))
    let used = Set(self.entries.flatMap(\.evidence))
    self.evidence = evidence.filter { used.contains($0.number) }.sorted { $0.number < $1.number }
  }

  /// Which entries are wanted.
  public struct Choice: Hashable, Sendable {
    /// What may have happened on this day or later; nil means from the beginning.
    public var from: CalendarDate?
    /// What may have happened on this day or earlier; nil means to the end.
    public var to: CalendarDate?
    /// The kinds; empty means all.
    public var kinds: Set<TimelineEntry.Kind>

    /// Everything, unless it is said otherwise.
    public init(from: CalendarDate? = nil, to: CalendarDate? = nil, kinds: Set<TimelineEntry.Kind> = []) {
      self.from = from
      self.to = to
      self.kinds = kinds
    }

    /// Whether the entry is wanted. Where days are asked for, what has none is not.
    public func takes(_ entry: TimelineEntry) -> Bool {
      guard kinds.isEmpty || kinds.contains(entry.kind) else { return false }
      guard from != nil || to != nil else { return true }
      guard let begin = entry.from else { return false }
      let last = entry.until ?? begin
      if let from, last.lastDay < from { return false }
      if let to, begin.day > to { return false }
      return true
    }
  }

  /// The entries in order; see the type.
  public static func ordered(_ entries: [TimelineEntry]) -> [TimelineEntry] {
    let placed = entries.enumerated().map { Placed(entry: $1, place: $0) }
    let timed = placed.filter { !$0.entry.hasNoTime }.sorted { $0.timed < $1.timed }
    let days = placed.filter { $0.entry.hasNoTime && $0.entry.from != nil }.sorted { $0.dated < $1.dated }
    var ordered: [TimelineEntry] = []
    ordered.reserveCapacity(entries.count)
    var next = timed.startIndex
    for day in days {
      // Days are taken in order, so no later day comes before what is placed here.
      while next < timed.endIndex, timed[next].day < day.day {
        ordered.append(timed[next].entry)
        next += 1
      }
      ordered.append(day.entry)
    }
    ordered += timed[next...].map(\.entry)
    return ordered + placed.filter { $0.entry.from == nil }.map(\.entry)
  }

  private struct Placed {
    let entry: TimelineEntry
    let place: Int

    private var begin: Int64 { entry.from?.seconds ?? .max }
    private var end: Int64 { (entry.until ?? entry.from)?.end ?? .max }
    var day: Int { entry.from?.day.daysSinceEpoch ?? .max }
    var timed: (Int64, Int64, Int, Int) { (begin, end, entry.isAbout ? 1 : 0, place) }
    var dated: (Int, Int64, Int, Int) { (day, end, entry.isAbout ? 1 : 0, place) }
  }
}

extension Moment {
  /// The last day of its span, where it was written.
  public var lastDay: CalendarDate {
    CalendarDate(daysSinceEpoch: Int((Double(end - 1 + Int64(offset * 60)) / 86_400).rounded(.down)))
  }
}
