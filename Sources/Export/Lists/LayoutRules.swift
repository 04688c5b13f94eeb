import Campaigns

extension ListLayout {
  /// The columns that names can stand in.
  public static let possibleColumns = 1...6

  /// The columns of characters that a text with several columns of names takes.
  static let textWidth = 80

  /// The fields that a list for programs shows, in their order.
  var columns: [Field] { fields ?? Field.allCases }

  /// Whether the field may be shown, by itself or as the heading of a group.
  func keeps(_ field: Field) -> Bool { shows(field) || grouping?.field == field }

  /// Whether the field is shown in a line.
  func shows(_ field: Field) -> Bool { fields?.contains(field) ?? true }

  /// Whether lines can be the same although their signers' names are not.
  public var hidesNames: Bool { showsInitialsOnly || !shows(.fullName) }

  /// Makes sure that a list in this form can be laid out so.
  /// - Throws: `usage`, with what can be done instead.
  public func require(by format: ListFormat) throws {
    func refuse(_ what: String, _ hint: String) throws -> Never { throw Refusal(.usage, what, hint: hint) }
    guard ListLayout.possibleColumns.contains(nameColumns) else {
      try refuse("names stand in one to \(ListLayout.possibleColumns.upperBound) columns", "give --columns 2")
    }
    if let repeated = fields?.enumerated().first(where: { fields?[..<$0.offset].contains($0.element) == true }) {
      try refuse("the field \(repeated.element.rawValue) is named twice", "name each field once")
    }
    switch format {
    case .osdi, .yaml:
      if fields != nil {
        try refuse(
          "\(format.rawValue) has fields of its own, which other programs expect",
          "use --fields with csv, json, text, markdown or html")
      }
      if grouping != nil {
        try refuse(
          "\(format.rawValue) has no groups", "use --group-by with csv, json, text, markdown, html or pdf")
      }
    case .csv, .json, .markdown, .text, .html, .pdf: break
    }
    if nameColumns > 1, ![.text, .html, .pdf].contains(format) {
      try refuse(
        "\(format.rawValue) has no pages on which names could stand in columns",
        "use --columns with text, html or pdf"
      )
    }
  }

  /// The lines with nothing but what the layout shows of them or groups them by. Whoever sorts them afterwards does
  /// not tell by the order what was left out.
  public func leavingOut(of lines: [ListLine]) -> [ListLine] {
    guard fields != nil || showsInitialsOnly else { return lines }
    return lines.map { line in
      var line = line
      if !keeps(.fullName) {
        line.fullName = nil
      } else if showsInitialsOnly, line.cohort != .organization {
        line.fullName = line.fullName.map(Initials.of)
      }
      if line.fullName == nil || (showsInitialsOnly && line.cohort != .organization) {
        line.honorific = nil
        line.credentials = nil
      }
      if !keeps(.jobTitle) { line.jobTitle = nil }
      if !keeps(.affiliation) { line.affiliation = nil }
      if !keeps(.location) { line.location = nil }
      if !keeps(.signedOn) { line.signedOn = nil }
      return line
    }
  }
}

extension ListLayout.Grouping {
  /// The field whose value is the heading.
  var field: ListLayout.Field {
    switch self {
    case .organization: .affiliation
    case .site: .location
    case .cohort: .cohort
    }
  }
}
