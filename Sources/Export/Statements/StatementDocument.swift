import Campaigns

/// The whole record of a statement, for reading.
///
/// Titles, sources and explanations are other people's texts: they are cleaned as `SafeText` says and escaped.
public struct StatementDocument: Sendable {
  let statement: PublicStatement
  let target: String
  let captures: [Capture]
  let history: RevisionHistory
  let accounts: [AccountEvent]

  /// The record of a statement.
  /// - Parameter target: the name of the one whose statement it is.
  public init(
    _ statement: PublicStatement, target: String, captures: [Capture], history: RevisionHistory,
    accounts: [AccountEvent]
  ) {
    self.statement = statement
    self.target = target
    self.captures = captures
    self.history = history
    self.accounts = accounts
  }

  /// Hands the document to the sink as Markdown, in UTF-8.
  /// - Throws: what the sink throws.
  public func writeMarkdown(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    var pieces = Pieces()
    func line(_ text: String) {
      SafeText.line(text).withBytes { MarkdownEscape.append($0, to: &pieces) }
    }
    func item(_ text: String) {
      pieces.append("- " as StaticString)
      line(text)
      pieces.append("\n" as StaticString)
    }
    func heading(_ text: StaticString) {
      pieces.append("\n## " as StaticString)
      pieces.append(text)
      pieces.append("\n\n" as StaticString)
    }
    pieces.append("# " as StaticString)
    line(statement.title)
    pieces.append("\n\n" as StaticString)
    item("Statement of \(target)" + (statement.speaker.map { ", by \($0)" } ?? ""))
    item("Channel: \(statement.channel.rawValue)")
    if let url = statement.url { item("At \(url)") }
    heading("What was observed")
    if history.events.isEmpty { pieces.append("Nothing was observed.\n" as StaticString) }
    for event in history.events {
      item(StatementWording.words(event) + (event.revision.map { ": revision \($0)" } ?? ""))
    }
    heading("What others report")
    let conflicts = AccountConflicts(among: accounts, observed: history.events)
    if let conflict = StatementWording.conflict(accounts, conflicts) {
      line(conflict)
      pieces.append("\n\n" as StaticString)
    }
    if accounts.isEmpty { pieces.append("Nobody's account is on record.\n" as StaticString) }
    for account in accounts {
      item(
        "\(account.source): \(StatementWording.words(account)) (\(StatementWording.agreement(account, conflicts)))"
          + (StatementWording.explanation(account).map { ". As explained, \($0)" } ?? "")
          + (account.url.map { ". At \($0)" } ?? ""))
    }
    heading("Captures")
    if captures.isEmpty { pieces.append("There are none.\n" as StaticString) }
    for capture in captures {
      item("\(capture.observedAt): " + StatementDocument.words(capture))
      try pieces.endLine(to: sink)
    }
    try pieces.finish(to: sink)
  }

  private static func words(_ capture: Capture) -> String {
    guard let content = capture.content else { return "gone" }
    let digests = "SHA-256 \(content.raw.hexadecimal), of the text \(content.text.hexadecimal)"
    // A query may hold a token, which is nobody's business.
    let hops = (capture.fetch?.hops ?? []).map { "\($0.url.prefix { $0 != "?" }) answered \($0.status)" }
    return "\(content.mediaType), \(content.byteCount) bytes, \(digests)"
      + (hops.isEmpty ? "" : "; " + hops.joined(separator: ", "))
  }
}
