import Campaigns
import Foundation

/// The forms in which a boycott leaves Picket.
public enum BoycottFormat: String, Hashable, Sendable, CaseIterable {
  /// Markdown for web pages and mails.
  case markdown
  /// Plain text for terminals, mails and printers.
  case text
  /// One page that needs nothing beside it.
  case html
  /// One object for programs.
  case json
  /// One line a target, for spreadsheets; Picket lists its targets again.
  case csv
}

/// What the public is told of a boycott: what is asked of people, whom it targets and why, what these hold against it,
/// how it ends, and what has happened so far.
public struct BoycottDocument: Sendable {
  /// The boycott with what belongs to it.
  public let account: BoycottAccount
  /// The day on which this is how it stands.
  public let asOf: CalendarDate

  /// A document of the boycott as it stands on the day.
  public init(of account: BoycottAccount, asOf day: CalendarDate) {
    self.account = account
    asOf = day
  }

  /// The columns of CSV, in their order. Other programs lean on them: they never change.
  public static let columns = [
    "name", "status", "reasons", "evidence", "appeals", "answers", "listed_on", "withdrawn_on", "withdrawn_because",
  ]

  /// Hands the document to the sink, as UTF-8.
  /// - Throws: what the sink throws, at once; what it took until then is no whole document.
  public func write(as format: BoycottFormat, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch format {
    case .markdown: try NoticeProse(.markdown).write(notice, titled: account.boycott.title, to: sink)
    case .text: try NoticeProse(.text).write(notice, titled: account.boycott.title, to: sink)
    case .html:
      var page = NoticePage()
      try page.write(notice, titled: account.boycott.title, to: sink)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      var bytes = Array(try encoder.encode(BoycottRecord(account, asOf: asOf)))
      bytes.append(UInt8(ascii: "\n"))
      try bytes.withUnsafeBytes(sink)
    case .csv:
      var writer = CSVWriter()
      try writer.write(account.listed.map(row), under: BoycottDocument.columns, to: sink)
    }
  }

  private var notice: [NoticeBlock] { BoycottWording(account, asOf: asOf).blocks }

  private func row(_ listed: BoycottAccount.Listed) -> [String?] {
    func notes(_ kind: ListingNote.Kind) -> String? {
      let notes = listed.notes.filter { $0.kind == kind }.map { note in
        "\(note.day): \(note.text)" + (note.source.map { " (\($0))" } ?? "")
      }
      return notes.isEmpty ? nil : notes.joined(separator: " | ")
    }
    let status = !listed.stands ? "withdrawn" : account.boycott.stage == .ended ? "ended" : "boycotted"
    return [
      listed.target.name, status, listed.listing.reason, notes(.evidence), notes(.appeal), notes(.answer),
      listed.listing.listedOn.description, listed.listing.withdrawnOn?.description, listed.listing.withdrawnBecause,
    ]
  }
}
