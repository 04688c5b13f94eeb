import Campaigns

/// What one run over several files did, or would do.
public struct ImportOutcome: Sendable {
  /// What became of each file, in the order given.
  public var files: [SheetImportOutcome]
  /// Every two lists that have addresses in common.
  public var pairs: [ListPair] = []
  /// The channels that were not there before.
  public var newChannels: [NewChannel] = []
  /// What others report without records: beside, in no sum.
  public var claims: [ClaimedTally] = []

  /// What became of the rows of all files.
  public var counts: ImportReport.Counts {
    files.reduce(ImportReport.Counts()) { $0 + $1.counts }
  }

  /// Two lists with addresses in common. Each address counts once, whoever's signature stands for it.
  public struct ListPair: Hashable, Sendable {
    /// The partner of a file of the run, or the file's name.
    public let one: String
    /// The partner or the name of a later file of the run, or of an earlier import.
    public let other: String
    /// The earlier import; nil where both are files of the run, or the signatures were entered singly.
    public let earlier: Identifier<ImportReport>?
    /// The day of the earlier import; nil where there is none.
    public let earlierDay: CalendarDate?
    /// How many addresses stand in both.
    public let count: Int
  }

  /// A channel that was opened by being named.
  public struct NewChannel: Hashable, Sendable {
    /// Its name.
    public let name: Slug
    /// The channels that may have been meant, nearest first.
    public let near: [Slug]
  }
}

/// What the lists of one run are called in a report.
struct ListNames {
  /// Of each file of the run.
  let run: [String]
  /// Of each earlier list, and after these of signatures that were entered singly.
  private let earlier: [ImportReport]

  /// The names of the run's files among the petition's earlier imports.
  init(_ sources: [ImportReport.Source], earlier: [ImportReport]) {
    self.earlier = earlier
    run = sources.map { source in
      guard let partner = source.partner else { return source.fileName }
      let isAlone = sources.count { $0.partner == partner } == 1
      return isAlone ? partner : "\(partner): \(source.fileName)"
    }
  }

  /// The pairs with their names.
  func named(_ pairs: [ListOverlaps.Pair]) -> [ImportOutcome.ListPair] {
    pairs.map { pair in
      let one = run[pair.list]
      switch pair.other {
      case .list(let number):
        return ImportOutcome.ListPair(
          one: one, other: run[number], earlier: nil, earlierDay: nil, count: pair.count)
      case .earlier(let number) where earlier.indices.contains(number):
        let report = earlier[number]
        return ImportOutcome.ListPair(
          one: one, other: report.source.partner ?? report.source.fileName, earlier: report.id,
          earlierDay: report.importedOn, count: pair.count)
      case .earlier:
        return ImportOutcome.ListPair(
          one: one, other: "entered singly", earlier: nil, earlierDay: nil, count: pair.count)
      }
    }
  }
}
