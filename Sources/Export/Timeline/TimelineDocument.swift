import Campaigns
import Foundation

/// The forms in which a timeline leaves Picket.
public enum TimelineFormat: String, Hashable, Sendable, CaseIterable {
  /// Plain text for terminals, mails and printers.
  case text
  /// Markdown for web pages and mails.
  case markdown
  /// One page that needs nothing beside it.
  case html
  /// One object for programs.
  case json
  /// Events for calendars: iCalendar, RFC 5545.
  case ics
}

/// A timeline as the public reads it.
public struct TimelineDocument: Sendable {
  /// The timeline.
  public let timeline: Timeline

  /// A document of the timeline.
  public init(of timeline: Timeline) { self.timeline = timeline }

  /// Hands the document to the sink, as UTF-8.
  /// - Throws: what the sink throws, at once; what it took until then is no whole document.
  public func write(as format: TimelineFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch format {
    case .text: try NoticeProse(.text).write(wording.blocks, titled: wording.title, to: sink)
    case .markdown: try NoticeProse(.markdown).write(wording.blocks, titled: wording.title, to: sink)
    case .html: try Array(TimelinePage(timeline).html.utf8).withUnsafeBytes(sink)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      var bytes = Array(try encoder.encode(TimelineRecord(timeline)))
      bytes.append(UInt8(ascii: "\n"))
      try bytes.withUnsafeBytes(sink)
    case .ics: try Array(TimelineCalendar(timeline).text.utf8).withUnsafeBytes(sink)
    }
  }

  private var wording: TimelineWording { TimelineWording(timeline) }
}
