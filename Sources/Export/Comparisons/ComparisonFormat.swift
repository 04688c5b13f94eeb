/// The forms for reading in which a comparison leaves Picket; `ComparisonRecord` is the one for programs.
public enum ComparisonFormat: Hashable, Sendable {
  /// One page that needs nothing beside it: no script, no other file. For browsers and printers.
  case html
  /// Markdown for web pages and mails.
  case markdown
  /// Lines for a terminal; what did not change is folded. Without colours, marks stand around what went and came.
  case text(width: Int, coloured: Bool)
}
