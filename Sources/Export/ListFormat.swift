/// The forms in which a signatory list leaves Picket.
public enum ListFormat: String, Hashable, Sendable, CaseIterable {
  /// Comma-separated values for spreadsheets and scripts: one line a signatory.
  case csv
  /// One array of objects for programs: one object a signatory.
  case json
  /// Markdown for web pages and mails.
  case markdown
  /// Plain text for terminals, mails and printers.
  case text

  /// What the name of a file in this form ends in, without the dot.
  public var fileExtension: String {
    switch self {
    case .csv, .json: rawValue
    case .markdown: "md"
    case .text: "txt"
    }
  }

  /// The columns of CSV and the keys of JSON, in their order. Other programs lean on them: they never change.
  public static let columns = [
    "full_name", "job_title", "affiliation", "location", "cohort", "visibility", "signed_on",
  ]
}
