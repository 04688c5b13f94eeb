import Campaigns

/// A signatory list as a PDF: what was asked and of whom, the letter, and who signed.
///
/// Every character shows, or nothing is written. The same list gives the same bytes, on a machine with the same fonts
/// and the same libraries.
public struct PDFList: Sendable {
  /// What is written.
  public let list: SignatoryList

  /// A PDF of this list, with its letter, laid out as it says.
  public init(_ list: SignatoryList) {
    self.list = list
  }

  /// Makes sure that a PDF can be made on this machine, before anything else is done for it.
  /// - Throws: `inputOutput` where cairo or Pango is missing.
  public static func requireLibraries() throws {
    try LoadedPango.require()
  }

  /// Finds the place of everything, so that what is left can hardly fail.
  /// - Throws: `inputOutput` where cairo or Pango is missing; `notAllowed` where no installed font shows a script that
  ///   the document holds; `usage` where the layout has more columns than a page has room for.
  public func laidOut() throws -> LaidOutPDF {
    guard (1...ListLayout.mostNameColumns).contains(list.layout.nameColumns) else {
      throw Refusal(
        .usage, "a page has room for 1 to \(ListLayout.mostNameColumns) columns of names",
        hint: "choose another number of columns")
    }
    let typesetter = try Typesetter(list.subject.language)
    return LaidOutPDF(try PDFDocument(list, typesetter), typesetter)
  }

  /// Hands the document to the sink in pieces of about 64 KiB.
  /// - Throws: as `laidOut`, before anything is written; what the sink throws.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try laidOut().write(to: sink)
  }
}

/// A PDF of which everything is known but its bytes.
public struct LaidOutPDF {
  private let document: PDFDocument
  private let typesetter: Typesetter

  init(_ document: PDFDocument, _ typesetter: Typesetter) {
    self.document = document
    self.typesetter = typesetter
  }

  /// How many pages it has.
  public var pageCount: Int { document.pageCount }

  /// Hands the document to the sink in pieces of about 64 KiB.
  /// - Throws: what the sink throws; `inputOutput` where cairo fails.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    try withoutActuallyEscaping(sink) { sink in
      let file = try PDFFile(width: document.geometry.width, height: document.geometry.height, to: sink)
      try document.draw(in: file, typesetter)
    }
  }
}
