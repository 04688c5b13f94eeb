import Campaigns

/// How many lines without a name show the same, so that a list for reading shows each description once.
struct EqualLines {
  private var counts: [ListLine: Int] = [:]
  private var previous: ListLine?
  private let tellsCohort: Bool
  private let tellsVisibility: Bool
  private let tellsDay: Bool

  /// Counts the lines that have no name.
  init(among lines: some Sequence<ListLine>, as layout: ListLayout = ListLayout()) {
    tellsCohort = layout.fields?.contains(.cohort) ?? false
    tellsVisibility = layout.fields?.contains(.visibility) ?? false
    tellsDay = layout.fields?.contains(.signedOn) ?? false
    usesCohortAsNoun = layout.keeps(.cohort)
    // Mostly they stand together: a run is looked up once.
    var run: (description: ListLine, count: Int)?
    for line in lines where line.fullName == nil {
      let description = description(line)
      if let present = run, present.description == description {
        run = (present.description, present.count + 1)
      } else {
        if let ended = run { counts[ended.description, default: 0] += ended.count }
        run = (description, 1)
      }
    }
    if let ended = run { counts[ended.description, default: 0] += ended.count }
  }

  private let usesCohortAsNoun: Bool

  /// How many lines show what this one shows; nil where an earlier line has stood for all of them.
  mutating func take(_ line: ListLine) -> Int? {
    let description = description(line)
    guard description != previous else { return nil }
    previous = description
    return counts.removeValue(forKey: description)
  }

  /// The line with only what a list for reading shows of it: unless it was asked for, the cohort stands in for a job
  /// title, never beside one.
  private func description(_ line: ListLine) -> ListLine {
    var line = line
    if !tellsDay { line.signedOn = nil }
    if !tellsVisibility { line.visibility = .role }
    if line.jobTitle == nil ? !usesCohortAsNoun : !tellsCohort { line.cohort = .employee }
    return line
  }
}
