import Campaigns

/// Lines of a list that stand together under a heading.
public struct ListSection: Hashable, Sendable {
  /// What they share; nil for those who show no such thing.
  public let heading: Heading?
  /// Their places among the list's lines.
  public let lines: Range<Int>

  /// What stands above a group.
  public enum Heading: Hashable, Sendable {
    /// A text of a signer's.
    case text(String)
    /// A cohort.
    case cohort(Cohort)

    /// In words; a text of a signer's as it was typed.
    public var words: String {
      switch self {
      case .text(let text): text
      case .cohort(let cohort): cohort.plural.prefix(1).uppercased() + cohort.plural.dropFirst()
      }
    }
  }

  /// What stands above those who show nothing that they could be put together by.
  public static let others = "Others"
}

extension SignatoryList {
  /// Lays the list out: its lines, of which the layout has left out what it does not show, are put together by what
  /// it groups by. Within a group they keep their order, and those who show no such thing come last.
  ///
  /// A group tells nothing that its lines do not: a line without a name stands under what `PublicRoll` shows of it,
  /// with all `PublicRoll.k` or more who look the same, or among the others.
  /// - Parameter isBefore: the order of headings by the rules of the petition's language.
  public mutating func layOut(_ layout: ListLayout, headings isBefore: (String, String) -> Bool) {
    self.layout = layout
    guard let grouping = layout.grouping else { return }
    var places: [ListSection.Heading?: [Int]] = [:]
    for (place, line) in lines.enumerated() { places[grouping.heading(of: line), default: []].append(place) }
    let headings = places.keys.sorted { left, right in
      switch (left, right) {
      case (.cohort(let left), .cohort(let right)): left < right
      case (.text(let left), .text(let right)): isBefore(left, right)
      case (_, nil): left != nil
      default: false
      }
    }
    var sorted: [ListLine] = []
    sorted.reserveCapacity(lines.count)
    for heading in headings {
      let start = sorted.count
      for place in places[heading] ?? [] { sorted.append(lines[place]) }
      sections.append(ListSection(heading: heading, lines: start..<sorted.count))
    }
    lines = sorted
  }
}

extension ListLayout.Grouping {
  fileprivate func heading(of line: ListLine) -> ListSection.Heading? {
    func text(_ cell: String?) -> ListSection.Heading? {
      cell.map(SafeText.line).flatMap { $0.isEmpty ? nil : .text($0) }
    }
    return switch self {
    case .organization: text(line.affiliation)
    case .site: text(line.location)
    case .cohort: .cohort(line.cohort)
    }
  }
}
