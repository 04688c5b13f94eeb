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
  /// One page that needs no other, to put on the web and to print: the letter and the list.
  case html
  /// A page of signatures under the Open Supporter Data Interface, for campaigning tools.
  case osdi
  /// The entries of a letter that is kept as files, for site generators.
  case yaml
  /// A document to print and to hand over: the letter and the list.
  case pdf

  /// What the name of a file in this form ends in, without the dot.
  public var fileExtension: String {
    switch self {
    case .csv, .json, .html, .yaml, .pdf: rawValue
    case .osdi: "osdi.json"
    case .markdown: "md"
    case .text: "txt"
    }
  }

  /// Whether the letter stands in it where nothing else is said.
  public var holdsLetter: Bool { self == .html || self == .pdf }

  /// Whether it can hold the letter.
  public var canHoldLetter: Bool {
    switch self {
    case .markdown, .text, .html, .pdf: true
    case .csv, .json, .osdi, .yaml: false
    }
  }

  /// Whether it tells how many are counted without a line.
  public var tellsCounted: Bool { canHoldLetter }

  /// Whether it has only lines with a name.
  public var needsNames: Bool { self == .osdi || self == .yaml }

  /// The forms that every delivery holds. What is signed names their bytes, so they never change.
  public static let delivered: [ListFormat] = [.csv, .json, .markdown, .text]

  /// The columns of CSV and the keys of JSON, in their order. Other programs lean on them: they never change.
  public static let columns = [
    "full_name", "job_title", "affiliation", "location", "cohort", "visibility", "signed_on",
  ]
}
