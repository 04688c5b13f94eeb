import Campaigns

/// What became of a statement from one revision to another, ready to be written.
///
/// The statement is somebody else's text: in every form it is cleaned as `SafeText` says and escaped, and nothing in
/// it can look like a mark or a note of the document's own.
public struct ComparisonDocument: Sendable {
  /// What the statement is called.
  public let title: String
  /// The language of the statement; nil where it is not known.
  public let language: Language?
  /// The old revision.
  public let from: Revision
  /// The new revision.
  public let to: Revision
  /// What became of the one in the other.
  public let comparison: TextComparison
  /// Which passages of the comparison were gone for a while.
  public let returning: ReturningPassages

  /// One side of a comparison.
  public struct Revision: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// What it is called: "revision 1, seen 2018-06-18 09:50".
    public let label: String

    /// A revision with this number and label.
    public init(number: Int, label: String) {
      self.number = number
      self.label = label
    }
  }

  /// A document of this comparison.
  public init(
    title: String, language: Language? = nil, from: Revision, to: Revision, comparison: TextComparison,
    returning: ReturningPassages = ReturningPassages()
  ) {
    self.title = title
    self.language = language
    self.from = from
    self.to = to
    self.comparison = comparison
    self.returning = returning
  }

  /// Hands the document to the sink, as UTF-8, in pieces of about 64 KiB.
  ///
  /// A piece ends with a line. Its bytes are only there until the sink returns.
  /// - Throws: what the sink throws, at once; what it took until then is no whole document.
  public func write(as format: ComparisonFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    switch format {
    case .html:
      var writer = ComparisonHTMLWriter(self)
      try writer.write(to: sink)
    case .markdown:
      var writer = ComparisonMarkdownWriter(self)
      try writer.write(to: sink)
    case .text(let width, let coloured):
      var writer = ComparisonTextWriter(self, width: width, coloured: coloured)
      try writer.write(to: sink)
    }
  }
}
