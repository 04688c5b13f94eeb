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
}
