import Campaigns
import Pango

/// A PDF that is being written, page by page, to a sink.
///
/// The same calls give the same bytes: the time in it is the day that the document is of, and nothing in it is chance.
final class PDFFile {
  /// What cairo draws with.
  let cairo: OpaquePointer
  private let surface: OpaquePointer
  private let outlet: Outlet

  /// Begins a file whose pages have this size in points.
  /// - Throws: `inputOutput` where the libraries are missing.
  init(width: Double, height: Double, to sink: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
    try LoadedPango.require()
    outlet = Outlet(sink)
    let closure = Unmanaged.passUnretained(outlet).toOpaque()
    let opened = picket_pdf_open(
      { closure, bytes, count in
        guard let closure else { return Outlet.failed }
        return Unmanaged<Outlet>.fromOpaque(closure).takeUnretainedValue().take(bytes, Int(count))
      }, closure, width, height)
    guard let opened, let drawn = picket_cairo_open(opened) else { throw PDFFile.noMemory }
    surface = opened
    cairo = drawn
  }

  deinit {
    picket_cairo_close(cairo)
    // Also where the file was given up: what cairo still writes then goes nowhere.
    outlet.close()
    picket_pdf_close(surface)
  }

  /// Says what the document is.
  /// - Parameter day: the only time in the file.
  func describe(title: String, subject: String, keywords: String, day: CalendarDate) {
    picket_pdf_metadata(surface, 0, title)
    picket_pdf_metadata(surface, 2, subject)
    picket_pdf_metadata(surface, 3, keywords)
    picket_pdf_metadata(surface, 4, "Picket")
    picket_pdf_metadata(surface, 5, "\(day)T00:00:00Z")
    picket_pdf_metadata(surface, 6, "\(day)T00:00:00Z")
  }

  /// Adds an entry of the outline that leads to this page, from 1.
  func outline(_ text: String, page: Int) {
    _ = picket_pdf_outline(surface, text, Int32(page))
  }

  /// Begins a part of the document's structure that goes on over pages.
  func begin(_ name: String) {
    picket_tag_begin(cairo, name, nil)
  }

  /// Ends a part of the document's structure.
  func end(_ name: String) {
    picket_tag_end(cairo, name)
  }

  /// Draws what belongs to one part of the document's structure.
  func tagged(_ name: String, _ draw: () -> Void) {
    picket_tag_begin(cairo, name, nil)
    draw()
    picket_tag_end(cairo, name)
  }

  /// Ends the page.
  /// - Throws: what the sink threw.
  func endPage() throws {
    picket_next_page(cairo)
    try outlet.check()
  }

  /// Ends the file.
  /// - Throws: what the sink threw; `inputOutput` where cairo could not write it.
  func finish() throws {
    let drawn = picket_cairo_status(cairo)
    let written = picket_pdf_finish(surface)
    try outlet.finish()
    guard drawn == 0, written == 0 else { throw PDFFile.unusable }
  }

  /// A line in this brightness, from 0 for black.
  func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), width: Double = 0.4, gray: Double = 0.6
  ) {
    picket_color(cairo, gray, gray, gray)
    picket_line(cairo, start.x, start.y, end.x, end.y, width)
    picket_color(cairo, 0, 0, 0)
  }

  static var noMemory: Refusal {
    Refusal(.inputOutput, "there is not enough memory for a PDF", hint: "end other programs and try again")
  }

  private static var unusable: Refusal {
    Refusal(
      .inputOutput, "the PDF could not be made",
      hint: "update libcairo2 and libpango-1.0-0, or choose another --format")
  }
}

/// Where the bytes of a file go: gathered, since cairo hands them on a few at a time.
private final class Outlet {
  /// CAIRO_STATUS_WRITE_ERROR, with which cairo stops.
  static let failed: Int32 = 11

  private var pieces = Pieces()
  private var sink: ((UnsafeRawBufferPointer) throws -> Void)?
  private var failure: (any Error)?

  init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.sink = sink
  }

  func take(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let sink, failure == nil else { return Outlet.failed }
    pieces.append(UnsafeBufferPointer(start: bytes, count: count))
    do {
      try pieces.endLine(to: sink)
      return 0
    } catch {
      failure = error
      return Outlet.failed
    }
  }

  func check() throws {
    if let failure { throw failure }
  }

  func finish() throws {
    try check()
    if let sink { try pieces.finish(to: sink) }
  }

  func close() {
    sink = nil
  }
}
