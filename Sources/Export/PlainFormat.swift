/// The forms in which all lists that are none of signatories leave Picket.
public enum PlainFormat: String, Hashable, Sendable, CaseIterable {
  /// Comma-separated values for spreadsheets and scripts.
  case csv
  /// JSON for programs.
  case json
  /// Markdown for web pages and mails.
  case markdown
  /// Plain text for terminals, mails and printers.
  case text
}
