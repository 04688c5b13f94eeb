import Campaigns
import Mustache

/// What a notice letter is made from: Markdown with tags of Mustache for the fields.
///
/// `{{field}}` is the field's value, `{{#field}}…{{/field}}` stands where there is a value, `{{^field}}…{{/field}}`
/// where there is none, `{{! … }}` is left out. `{{{field}}}` and `{{&field}}` are `{{field}}`: a value is written so
/// that it shows as what it is, wherever Markdown is text. Within code it shows with its backslashes, and raw HTML is
/// no place for it.
public struct NoticeTemplate: Sendable {
  /// Most bytes that a template may have.
  public static let mostBytes = 262_144

  private let template: MustacheTemplate

  /// The template of this text. A byte order mark goes, and lines may end as they do on any system.
  /// - Parameter file: what the text is called where something is wrong with it.
  /// - Throws: `unusableFile` where the text is empty or longer than 256 KiB; and, with line and column, where it
  ///   holds a control character, a field that is not known, a tag or section that is not closed, a tag that is
  ///   neither field, section nor comment, more than 1,000 tags, or sections more than 32 deep.
  public init(_ text: String, file: String) throws {
    guard text.utf8.count <= NoticeTemplate.mostBytes else {
      throw Refusal(
        .unusableFile, "the template is longer than 256 KiB", hint: "a letter fits on a page or two",
        at: SourcePlace(file: file))
    }
    let text = NoticeTemplate.withLineFeeds(text)
    guard !text.trimmingWhitespace().isEmpty else {
      throw Refusal(
        .unusableFile, "the template is empty", hint: "write the letter, or leave the template out for Picket's own",
        at: SourcePlace(file: file))
    }
    try TemplateTags.check(text, file: file)
    do {
      // The first line, which leaves nothing behind, keeps Mustache from escaping for HTML: the result is Markdown.
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      throw Refusal(
        .unusableFile, "the template cannot be read", hint: "compare the tags here with those of another template",
        at: SourcePlace(
          file: file, line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber))
    }
  }

  /// Picket's own template.
  /// - Throws: nothing, as long as `DefaultNoticeTemplate` is a template.
  public static func standard() throws -> NoticeTemplate {
    try NoticeTemplate(DefaultNoticeTemplate.text, file: "default template")
  }

  /// The text with these values, as Markdown.
  func filled(with values: [NoticeField: MarkdownValue]) -> String {
    template.render(Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) }))
  }

  /// The text without a byte order mark, its lines ended by line feeds alone, the last one too.
  private static func withLineFeeds(_ text: String) -> String {
    var lines = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "\n"
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "\u{FEFF}" where index == 0: continue
      case "\n" where previous == "\r": break
      case "\r": lines.append("\n")
      default: lines.append(scalar)
      }
      previous = scalar
    }
    if lines.last != "\n" { lines.append("\n") }
    return String(lines)
  }
}
