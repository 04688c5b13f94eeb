/// What a public list showed: how many of each group. The next one grows by steps against it.
public struct Publication: Hashable, Sendable {
  /// How many signers of each group the list showed.
  public var shown: [Group: Int]

  /// A publication that showed these.
  public init(shown: [Group: Int] = [:]) {
    self.shown = shown
  }

  /// Signers who cannot be told apart in a public list: all share what is shown of them.
  public struct Group: Hashable, Sendable {
    /// Their cohort.
    public var cohort: Cohort
    /// What is shown of them.
    public var description: Description

    /// A group of a cohort.
    public init(_ cohort: Cohort, _ description: Description) {
      self.cohort = cohort
      self.description = description
    }

    /// The line that each of them has in a list; nil for the counted.
    var line: ListLine? {
      var line = ListLine(cohort: cohort, visibility: .role)
      switch description {
      case .work(let jobTitle, let affiliation):
        line.jobTitle = jobTitle
        line.affiliation = affiliation
      case .team(let team): line.affiliation = team
      case .site(let site): line.location = site
      case .cohort: break
      case .counted: return nil
      }
      return line
    }
  }

  /// How finely a signer without a name is described, from the finest.
  public enum Description: Hashable, Sendable {
    /// What they do and where they belong.
    case work(jobTitle: String?, affiliation: String?)
    /// Where they belong.
    case team(String)
    /// Where they work.
    case site(String)
    /// Only the cohort.
    case cohort
    /// No line at all.
    case counted

    /// How many descriptions are finer.
    var rung: Int {
      switch self {
      case .work: 0
      case .team: 1
      case .site: 2
      case .cohort: 3
      case .counted: 4
      }
    }
  }

  /// How often each line without a name stood in the list. Groups that look the same to a reader are one line here.
  public var lines: [ListLine: Int] {
    var lines: [ListLine: Int] = [:]
    for (group, count) in shown where count > 0 {
      if let line = group.line { lines[line, default: 0] += count }
    }
    return lines
  }

  /// How many were counted without a line.
  public var counted: Int {
    shown.reduce(0) { $1.key.description == .counted ? $0 + $1.value : $0 }
  }
}
