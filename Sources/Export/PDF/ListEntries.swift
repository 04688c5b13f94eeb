import Campaigns

/// What stands in the list of a document: its lines, those alike as one, under the headings of their groups.
struct ListEntries {
  /// A line of the document's list.
  enum Entry {
    /// The heading of a group.
    case group(StyledText)
    /// The list's line at this place; the count is of those without a name that it stands for, nil where it has one.
    case line(Int, standingFor: Int?)
  }

  private(set) var all: [Entry] = []

  /// The entries of this list, under the headings that it was laid out with.
  init(of list: SignatoryList) {
    if list.sections.isEmpty { append(list.lines.indices, of: list) }
    for section in list.sections {
      var title = StyledText()
      switch section.heading {
      case .text(let text): title.append(text)
      case .cohort, nil: title.append(own: section.heading?.words ?? ListSection.others)
      }
      let start = title.count
      title.append(own: "  \(english(section.lines.count))")
      title.mark(.quiet, from: start)
      all.append(.group(title))
      append(section.lines, of: list)
    }
  }

  private mutating func append(_ places: Range<Int>, of list: SignatoryList) {
    var equals = EqualLines(among: list.lines[places], as: list.layout)
    for place in places {
      let line = list.lines[place]
      if line.fullName != nil {
        all.append(.line(place, standingFor: nil))
      } else if let count = equals.take(line) {
        all.append(.line(place, standingFor: count))
      }
    }
  }
}
