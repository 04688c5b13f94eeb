import Campaigns

// What the targets said, how it changed, and what others report of it.

extension BriefWording {
  /// The most passages of one change that are quoted.
  static let mostQuotes = 4

  var statementPoints: [[BriefPiece]] {
    brief.statements.compactMap { item in
      let changes = item.history.events.filter { $0.kind != .published }
      guard let first = changes.first, let last = changes.last else { return nil }
      let times = changes.count == 1 ? "once" : "\(english(changes.count)) times"
      let start = Self.words(first.after ?? first.before)
      return [
        .words("What "), .text(item.target), .words(" published as "), .quote(item.statement.title),
        .words(" "), .strong("changed \(times)"),
        .words(
          " between \(start) and \(Self.words(last.before))\(item.isGone ? "; it was gone when last seen" : "")."),
      ] + citations.own(Citations.observation, "statement \(item.statement.slug)")
    }
  }

  var said: [BriefBlock] {
    guard !brief.statements.isEmpty else { return [] }
    return [.heading(2, [.words(brief.targets.count > 1 ? "What the targets said" : "What the target said")])]
      + brief.statements.flatMap(blocks)
  }

  private func blocks(of item: BriefStatement) -> [BriefBlock] {
    let statement = item.statement
    let subject = "statement \(statement.slug)"
    var line: [BriefPiece] = [.words("\(statement.channel.words), "), .text(item.target)]
    if let speaker = statement.speaker { line += [.words(", by "), .text(speaker)] }
    line.append(.words("."))
    if !item.history.revisions.isEmpty {
      let revisions = item.history.revisions.count
      line.append(
        .words(
          " \(english(revisions)) \(revisions == 1 ? "revision" : "revisions") in \(english(item.captures)) "
            + "\(item.captures == 1 ? "observation" : "observations")."))
    }
    line += citations.own(Citations.observation, subject, sources: [statement.url])
    var blocks: [BriefBlock] = [.heading(3, [.text(statement.title)]), .paragraph(line)]
    for event in item.history.events {
      blocks.append(
        .item([.words(Self.words(event))] + citations.own(Citations.observation, subject)))
    }
    let conflicts = AccountConflicts(among: item.accounts, observed: item.history.events)
    for account in item.accounts {
      blocks.append(.item(words(account, StatementWording.note(account, conflicts))))
    }
    let untold = item.history.revisions.count - 1 - item.changes.count
    if untold > 0, !item.changes.isEmpty {
      blocks.append(
        .paragraph([.words("Of \(english(untold + item.changes.count)) changes, the newest are quoted.")]))
    }
    return blocks + item.changes.flatMap(self.blocks)
  }

  /// What happened, and between which observations.
  private static func words(_ event: RevisionHistory.Event) -> String {
    let revision = event.revision.map { ": revision \(english($0))" } ?? ""
    let interval =
      event.after.map { "between \(words($0)) and \(words(event.before))" } ?? "on or before \(words(event.before))"
    switch event.kind {
    case .published: return "Published \(interval)\(revision)."
    case .edited: return "Changed \(interval)\(revision)."
    case .removed: return "Removed \(interval)."
    case .restored: return "Restored, as a whole or in part, \(interval)\(revision)."
    }
  }

  /// What a source reports: its own word, never a fact.
  private func words(_ account: AccountEvent, _ note: String?) -> [BriefPiece] {
    var line: [BriefPiece] = [.text(account.source), .words(" reports that it \(account.kind.reported)")]
    if let moment = account.at { line.append(.words(", \(Self.words(moment))")) }
    line.append(.words(note.map { "; but \($0)." } ?? "."))
    if let explanation = account.explanation, let speaker = account.attributedTo {
      line += [.words(" As explained, "), .text(speaker), .words(" said: "), .quote(Self.excerpt(explanation))]
    }
    return line + citations.basis(nil, sources: [account.url])
  }

  /// The passages that went and came, in short.
  private func blocks(of change: ComparisonDocument) -> [BriefBlock] {
    let wording = ComparisonWording(change)
    var quotes: [[BriefPiece]] = []
    for (place, passage) in change.comparison.passages.enumerated() {
      let runs = ShownRun.runs(passage.paragraphs.count == 1 ? passage.paragraphs[0] : [])
        .filter { $0.kind != .same }
      guard !runs.isEmpty else { continue }
      let notes = wording.notes(on: place).map(\.happened)
      for (index, run) in runs.enumerated() {
        let text = Self.excerpt(run.text)
        var line: [BriefPiece] =
          run.kind == .removed ? [.words("Gone: "), .removed(text)] : [.words("New: "), .added(text)]
        if index == runs.count - 1, !notes.isEmpty { line.append(.words(" \(notes.joined(separator: ". ")).")) }
        quotes.append(line)
      }
    }
    guard !quotes.isEmpty else { return [] }
    var blocks: [BriefBlock] = [
      .item([.words("From revision \(change.from.number) to revision \(change.to.number):")])
    ]
    blocks += quotes.prefix(Self.mostQuotes).map { .item($0, level: 1) }
    let more = quotes.count - Self.mostQuotes
    if more > 0 {
      blocks.append(.item([.words("and \(english(more)) more \(more == 1 ? "passage" : "passages").")], level: 1))
    }
    return blocks
  }
}

extension PublicStatement.Channel {
  /// The channel at the start of a sentence.
  fileprivate var words: String {
    switch self {
    case .blog: "Blog post"
    case .pressRelease: "Press release"
    case .memo: "Memo"
    case .socialPost: "Post on a social network"
    case .hearing: "Hearing"
    case .interview: "Interview"
    }
  }
}

extension RevisionHistory.Event.Kind {
  /// What is said to have happened, after "reports that it".
  fileprivate var reported: String {
    switch self {
    case .published: "was published"
    case .edited: "was changed"
    case .removed: "was removed"
    case .restored: "was restored"
    }
  }
}
