/// The forms in which a notice letter leaves Picket.
public enum LetterFormat: String, Hashable, Sendable, CaseIterable {
  /// Markdown, as the template makes it: to edit further.
  case markdown
  /// One HTML file that needs no other: to read on a screen and to print.
  case html
  /// Plain text: for mails and terminals.
  case text

  /// What the name of a file in this form ends in, without the dot.
  public var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    case .text: "txt"
    }
  }
}
