import Campaigns

/// A campaign as one row of the collective-action data set.
public struct CollectiveActionRow: Hashable, Sendable {
  /// When it began; nil where nothing of it is public. No finer than the day is written, and no finer than is known.
  public var begin: Moment?
  /// Where it can be read.
  public var sources: [String] = []
  /// What was done.
  public var actions: [String] = []
  /// What it is about.
  public var description: String
  /// The names of the targets.
  public var companies: [String] = []
  /// How many employees signed at least; nil where they are too few.
  public var workers: PublicCount?

  /// A row of which only the description is known.
  public init(_ description: String) { self.description = description }

  /// The columns, in the data set's order; the first one has no name there.
  public static let columns = [
    "", "id", "date", "sources", "actions", "struggles", "employment_types", "description", "online", "locations",
    "companies", "workers", "tags", "author", "latlngs", "addresses",
  ]

  /// Hands the row, under the columns, to the sink, as UTF-8.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    var cells = [String?](repeating: nil, count: CollectiveActionRow.columns.count)
    cells[0] = "0"
    cells[2] = begin.map { [.year, .month].contains($0.precision) ? $0.utc : $0.day.description }
    cells[3] = sources.isEmpty ? nil : sources.joined(separator: ", ")
    cells[4] = actions.isEmpty ? nil : actions.joined(separator: ", ")
    cells[7] = description
    cells[10] = companies.isEmpty ? nil : companies.joined(separator: ", ")
    cells[11] = workers.map { String($0.atLeast) }
    var writer = CSVWriter()
    try writer.write([cells], under: CollectiveActionRow.columns, to: sink)
  }
}
