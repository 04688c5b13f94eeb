import Campaigns

/// How many lines without a name show the same, so that a list for reading shows each description once.
struct EqualLines {
  private var counts: [ListLine: Int] = [:]
  private var previous: ListLine?

  /// Counts the lines that have no name.
  init(among lines: [ListLine]) {
    // Mostly they stand together: a run is looked up once.
    var run: (description: ListLine, count: Int)?
    for line in lines where line.fullName == nil {
      let description = EqualLines.description(line)
      if let present = run, present.description == description {
        run = (present.description, present.count + 1)
      } else {
        if let ended = run { counts[ended.description, default: 0] += ended.count }
        run = (description, 1)
      }
    }
    if let ended = run { counts[ended.description, default: 0] += ended.count }
  }

  /// How many lines show what this one shows; nil where an earlier line has stood for all of them.
  mutating func take(_ line: ListLine) -> Int? {
    let description = EqualLines.description(line)
    guard description != previous else { return nil }
    previous = description
    return counts.removeValue(forKey: description)
  }

  /// The line with only what a list for reading shows of it: the cohort stands in for a job title, never beside one.
  private static func description(_ line: ListLine) -> ListLine {
    var line = line
    line.signedOn = nil
    if line.jobTitle != nil { line.cohort = .employee }
    return line
  }
}
