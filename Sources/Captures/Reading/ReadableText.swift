import Campaigns

/// What a person reads in captured bytes: a title and paragraphs.
///
/// Two captures that say the same have the same text, however they are marked up: each paragraph is one line, every
/// run of white space in it is one space, and it is in normalization form C without control characters, soft hyphens
/// and zero-width spaces. Of more than 30 combining marks in a row the rest is left out.
///
/// **HTML.** Block elements, list items and table cells are paragraphs of their own, in the order in which they are
/// written; so is what stands between two line breaks in a row, and between blank lines in `<pre>`. Left out is what
/// is no text to a reader: scripts, styles, `noscript`, `template`, drawings, frames, players, and what the page
/// hides as it is delivered, by `hidden`, by `display: none` or `visibility: hidden` in an element's own style, or as
/// a closed `dialog`. Where nothing else is there the hidden text is read after all. No script is run and no style
/// sheet read, so what these show or hide is not known here.
///
/// **Boilerplate** is what may change while the page says the same: `nav` and `search`, `header` and `footer` of the
/// page, `aside`, `form`, elements with the role `navigation`, `search`, `banner` or `contentinfo`, and cookie
/// banners with a name that nothing else has. It is left out only where `main`, `article` or an element with the role
/// `main` remains that holds 200 characters, white space not counted, or at least half of all that remain. It stays
/// - where it holds the main content itself, as a form around the whole page does,
/// - where it is an `aside` or `form` within main content or an article and at least half of that,
/// - where it is the header or footer of an article, a section or main content.
///
/// Text that is neither main content nor boilerplate always stays.
///
/// **Plain text** is parted by blank lines; a line break within a paragraph is a space. **PDF** and other kinds have
/// no text here.
///
/// **Encoding.** As in browsers: a byte order mark, what the server declared, what the page declares of itself, UTF-8
/// if all of it is valid, else Windows-1252. What is not well formed becomes U+FFFD, and nothing is refused for it.
/// Character references are those of HTML 4; a newer name stays as it is written.
public struct ReadableText: Hashable, Sendable {
  /// What the bytes were recognised as.
  public let kind: CaptureKind
  /// The title of the page; nil where it has none, and where it is no page.
  public let title: String?
  /// The paragraphs in their order; none of them is empty, and none has a line break.
  public let paragraphs: [String]

  /// The processor time that reading a page may take, unless it is said otherwise: more than any honest page does.
  public static let patience = Duration.seconds(20)

  /// The text of captured bytes.
  /// - Parameters:
  ///   - contentType: the value of the header `Content-Type` that came with them; nil where there was none.
  ///   - patience: how much processor time reading HTML may take.
  /// - Throws: `unusableFile` where there are more than `CaptureSize.most` of them, or where a page is built so that
  ///   reading it takes too long; `inputOutput` where there is no memory for it. The bytes can be kept all the same
  ///   in the last two cases.
  public init(of bytes: [UInt8], contentType: String? = nil, patience: Duration = ReadableText.patience) throws {
    guard bytes.count <= CaptureSize.most else {
      throw Refusal(
        .unusableFile, "the page is larger than \(CaptureSize.most >> 20) MiB",
        hint: "keep the passage that matters, or a smaller copy of it")
    }
    let type = MediaType(contentType)
    kind = CaptureKind(of: bytes, declared: type)
    switch kind {
    case .html:
      let page = PageCharset.utf8(of: bytes, declared: type?.charset, isMarkup: true)
      let reader = try page.withUnsafeBufferPointer { try HTMLReader($0, patience: patience) }
      title = reader.title
      let outline = reader.outline
      paragraphs = outline.paragraphs(leavingOut: Boilerplate.leftOut(of: outline.regions))
    case .plainText:
      var outline = PageOutline()
      PageCharset.utf8(of: bytes, declared: type?.charset, isMarkup: false).withUnsafeBufferPointer {
        outline.append(preformatted: $0)
      }
      title = nil
      paragraphs = outline.paragraphs(leavingOut: [false])
    case .pdf, .other:
      title = nil
      paragraphs = []
    }
  }

  /// The paragraphs with a blank line between each two, which is what is compared and hashed. The title is no part of
  /// it: sites put counters and their own name there.
  public var normalisedText: String { paragraphs.joined(separator: "\n\n") }
}
