import Campaigns

/// A list of the collective-action data set: strikes, letters, protests, a row each.
public typealias CollectiveActionList = TypedList<TypedCollectiveAction>

/// A row of such a list.
public struct TypedCollectiveAction: ListEntry, Hashable {
  /// The row, to refuse it later.
  public let row: ListRow
  /// When it began, as precisely as the list says.
  public let date: Moment
  /// What was done and what the list tells of it, in one text.
  public let text: String
  /// Where it can be read: addresses and descriptions, each once, in the order of the list.
  public let sources: [String]

  /// `date`, and the columns that a list may do without. All others are dropped: places and people are in them.
  public static let columns = [
    ListColumn("date", ["Start date"], isRequired: true),
    ListColumn("sources", ["Source"], kind: .longText),
    ListColumn("actions", ["Action"]),
    ListColumn("description", kind: .longText),
    ListColumn("companies", ["Company"]),
    ListColumn("workers", ["Worker count"]),
  ]

  /// What the row says.
  /// - Throws: the refused row where the date is none, or where it says neither what was done nor anything of it.
  public init(_ row: ListRow) throws(RefusedRow) {
    self.row = row
    let date = try row.needed("date", else: "the date is empty")
    guard let moment = TypedCollectiveAction.moment(date) else {
      throw row.refused("date", "the date is not written YYYY-MM-DD, YYYY-MM or YYYY")
    }
    self.date = moment
    let actions = row.cell("actions").map { $0.replacing("_", with: " ") }
    let parts = [actions, row.cell("description")].compactMap { $0 }
    guard !parts.isEmpty else { throw row.refused("actions", "it says neither what was done nor anything of it") }
    let details = [
      row.cell("companies").map { "companies: \($0)" }, row.cell("workers").map { "workers: \($0)" },
    ].compactMap { $0 }
    text = parts.joined(separator: ": ") + (details.isEmpty ? "" : " (\(details.joined(separator: "; ")))")
    guard text.count <= 2000 else {
      throw row.refused("description", "actions and description are longer than 2,000 characters together")
    }
    sources = TypedCollectiveAction.sources(row.cell("sources") ?? "")
    guard sources.allSatisfy({ $0.count <= 2000 }), sources.count <= 50 else {
      throw row.refused("sources", "these are more than 50 sources")
    }
  }

  /// The time; the data set writes a midnight behind each day, which is not known and not kept.
  private static func moment(_ text: String) -> Moment? {
    let day = text.replacing("/", with: "-").replacing(/[T ]00:00(:00)?(\.0+)?(Z|\+00:00)?$/, with: "")
    return try? Moment(day)
  }

  /// The addresses, which end at a space or a comma, and what stands between them.
  private static func sources(_ text: String) -> [String] {
    var sources: [String] = []
    for piece in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }).map(String.init)
    where !sources.contains(piece) {
      sources.append(piece)
    }
    return sources
  }
}
