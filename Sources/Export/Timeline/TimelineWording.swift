import Campaigns

/// What a timeline says in Picket's own words, and how it shows times.
struct TimelineWording {
  private let timeline: Timeline

  init(_ timeline: Timeline) { self.timeline = timeline }

  var title: String { "Timeline: \(timeline.campaign.title)" }

  /// What a reader has to know before the first entry.
  var introduction: [String] {
    [
      "As of \(timeline.asOf).",
      "Times are shown no finer than they are known, as they were written. What is known to the day only stands before "
        + "what has a time on that day. An account is what its source reports; it is not established by standing here.",
    ]
  }

  /// What stands where there is no entry.
  static let nothing = "Nothing is on record."

  /// All of it, for reading.
  var blocks: [NoticeBlock] {
    var blocks: [NoticeBlock] = introduction.map { .paragraph([.words($0)]) }
    if timeline.entries.isEmpty { blocks.append(.paragraph([.words(TimelineWording.nothing)])) }
    blocks += timeline.entries.map { .item(pieces(of: $0)) }
    guard !timeline.evidence.isEmpty else { return blocks }
    blocks.append(.heading("Evidence"))
    blocks += timeline.evidence.map { .item([.words("\($0.number): ")] + TimelineWording.pieces(of: $0)) }
    return blocks
  }

  private func pieces(of entry: TimelineEntry) -> [NoticePiece] {
    [.words("\(when(entry)), \(entry.kind.words): "), .text(entry.text)] + TimelineWording.tail(of: entry)
  }

  /// What stands behind the text of an entry.
  static func tail(of entry: TimelineEntry) -> [NoticePiece] {
    var pieces: [NoticePiece] = []
    if let note = entry.note { pieces.append(.words(" (\(note))")) }
    for source in entry.sources { pieces += [.words(" Source: "), .source(source)] }
    if !entry.evidence.isEmpty {
      pieces.append(.words(" (evidence \(entry.evidence.map(String.init).joined(separator: ", ")))"))
    }
    return pieces
  }

  /// A source with all that is said of it.
  static func pieces(of evidence: EvidenceRecord) -> [NoticePiece] {
    var pieces: [NoticePiece] = [.text(evidence.title)]
    for (word, text) in [("by", evidence.author), ("in", evidence.publisher)] {
      if let text { pieces += [.words(", \(word) "), .text(text)] }
    }
    if let time = evidence.publishedAt { pieces.append(.words(", published \(shown(time))")) }
    if let time = evidence.accessedAt { pieces.append(.words(", seen \(shown(time))")) }
    if let quote = evidence.quote { pieces += [.words(": “"), .text(quote), .words("”")] }
    if let place = evidence.place { pieces += [.words(" ("), .text(place), .words(")")] }
    if let url = evidence.url { pieces += [.words(" "), .source(url)] }
    return pieces
  }

  /// When an entry happened.
  func when(_ entry: TimelineEntry) -> String {
    guard let from = entry.from else {
      return entry.kind == .account ? "no time given" : "as of \(timeline.asOf), days not told"
    }
    let reported = entry.kind == .account ? ", as reported" : ""
    guard let until = entry.until else {
      return TimelineWording.when(from) + reported
    }
    return "between \(TimelineWording.shown(from)) and \(TimelineWording.shown(until))\(reported)"
  }

  /// A time with what is not known of it.
  static func when(_ moment: Moment) -> String { shown(moment) + (gap(moment).map { " (\($0))" } ?? "") }

  /// A time with its offset, no finer than it is known.
  static func shown(_ moment: Moment) -> String {
    let parts = moment.description.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, let zone = parts[1].firstIndex(where: { "Z+-".contains($0) }) else {
      return moment.description
    }
    let offset = parts[1][zone...]
    return "\(parts[0]) \(parts[1][..<zone])\(moment.precision == .hour ? "h" : "") UTC\(offset == "Z" ? "" : offset)"
  }

  /// What is not known of a time that has no hour.
  private static func gap(_ moment: Moment) -> String? {
    switch moment.precision {
    case .year: "month not known"
    case .month: "day not known"
    case .day: "time not known"
    case .hour, .minute, .second: nil
    }
  }
}
