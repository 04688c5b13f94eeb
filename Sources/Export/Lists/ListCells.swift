import Campaigns

/// What a list for reading shows of a line, cell by cell, in whatever form it is written.
struct ListCells {
  /// A part of a line. Commas stand between cells, a space before a note.
  enum Cell {
    /// What a signer typed.
    case text(String)
    /// Picket's own words.
    case words(String)
    /// Picket's own words about the cells before.
    case note(String)
  }

  private let fields: [ListLayout.Field]
  private let isChosen: Bool
  private let tellsCohort: Bool
  private let audience: SignatoryList.Audience

  private static let usual: [ListLayout.Field] = [.fullName, .jobTitle, .affiliation, .location]

  /// The cells of a list's lines.
  /// - Parameter isUnderHeading: whether what the list is grouped by stands above these lines already.
  init(of list: SignatoryList, isUnderHeading: Bool = false) {
    isChosen = list.layout.fields != nil
    let hidden = isUnderHeading ? list.layout.grouping?.field : nil
    fields = (list.layout.fields ?? ListCells.usual).filter { $0 != hidden }
    tellsCohort = list.layout.keeps(.cohort)
    audience = list.audience
  }

  /// Hands over the cells of a line with a name.
  func forEach(of line: ListLine, _ body: (Cell) -> Void) {
    for field in fields { forCell(field, of: line, body) }
    if !isChosen, audience == .organizers, line.visibility != .named {
      body(.note(line.visibility == .role ? "(role only)" : "(counted only)"))
    }
  }

  /// Hands over the cells of a line without a name that stands for so many.
  func forEach(of line: ListLine, standingFor count: Int, _ body: (Cell) -> Void) {
    let isDescribed = line.jobTitle != nil
    if !isDescribed {
      let one = tellsCohort ? line.cohort.anyone : "a person"
      body(.words(count == 1 ? one : "\(english(count)) \(tellsCohort ? line.cohort.plural : "people")"))
    }
    for field in fields where field != .cohort || isDescribed { forCell(field, of: line, body) }
    if isDescribed, count > 1 { body(.note("(× \(english(count)))")) }
  }

  @inline(__always)
  private func forCell(_ field: ListLayout.Field, of line: ListLine, _ body: (Cell) -> Void) {
    switch field {
    case .fullName: if let name = line.styledName { body(.text(name)) }
    case .jobTitle: if let jobTitle = line.jobTitle { body(.text(jobTitle)) }
    case .affiliation: if let affiliation = line.affiliation { body(.text(affiliation)) }
    case .location: if let location = line.location { body(.text(location)) }
    case .cohort: body(.words(line.cohort.rawValue))
    case .visibility: body(.words(line.visibility.rawValue))
    case .signedOn: if let day = line.signedOn { body(.words(day.description)) }
    }
  }
}
