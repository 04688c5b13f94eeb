import Campaigns
import Export

/// All that is on record of a statement.
public struct StatementAccount: Sendable {
  /// The statement.
  public let statement: PublicStatement
  /// The campaign whose record it is in, and whose statement it is.
  public let campaign: Campaign, target: Target
  /// What was observed, from the first.
  public let captures: [Capture]
  /// What follows from it.
  public let history: RevisionHistory
  /// What sources report, in the order in which it was added.
  public let accounts: [AccountEvent]

  /// How what sources report stands beside what was observed, and beside one another.
  public var conflicts: AccountConflicts { AccountConflicts(among: accounts, observed: history.events) }
}

extension Office {
  /// All that is on record of a statement.
  /// - Throws: `notFound`, `altered`.
  public func statement(_ slug: String) throws -> StatementAccount {
    try repository.read { try $0.account(of: $0.statement(slug)) }
  }

  /// Who made each of a statement's captures; those of which it was not said are left out.
  /// - Throws: `notFound`, `altered`, and as `vault`.
  public func observers(of slug: String) throws -> [Identifier<Capture>: String] {
    try readUnlocked { transaction in
      let seal = ObserverSeal(try vault())
      var observers: [Identifier<Capture>: String] = [:]
      for sealed in try transaction.statements.captures(of: transaction.statement(slug).id) {
        observers[sealed.capture.id] = try seal.open(sealed)
      }
      return observers
    }
  }

  /// What became of a statement from one revision to another; the last two where none is named.
  /// - Throws: `notFound` where there is no such revision, or nothing to compare; `usage` where the second is not the
  ///   later one; `notAllowed` where the text of one is not read; `altered`.
  public func comparison(of slug: String, from old: Int?, to new: Int?) throws -> ComparisonDocument {
    try repository.read { transaction in
      let account = try transaction.account(of: transaction.statement(slug))
      let revisions = account.history.revisions
      guard revisions.count > 1 else {
        throw Refusal(
          .notFound,
          revisions.isEmpty ? "\(slug) has no revision yet" : "\(slug) has one revision: there is nothing to compare",
          hint: "picket statement capture \(slug) adds what stands there now")
      }
      let new = new ?? revisions.count
      let old = old ?? new - 1
      for number in [old, new] { _ = try account.revision(number) }
      guard old < new else {
        throw Refusal(
          .usage, "revision \(new) is not later than revision \(old)", hint: "--from names the earlier one")
      }
      for number in [old, new] where !account.hasText(try account.revision(number)) {
        throw Refusal(
          .notAllowed, "revision \(number) of \(slug) is of a kind whose text is not read",
          hint: "picket statement export \(slug) --revision \(number) --raw -o FILE writes its bytes")
      }
      let texts = try revisions.map { try transaction.text(of: $0.text, in: account.captures) }
      let comparison = TextComparison(from: texts[old - 1], to: texts[new - 1])
      return ComparisonDocument(
        title: account.statement.title, from: label(revisions[old - 1]), to: label(revisions[new - 1]),
        comparison: comparison,
        returning: ReturningPassages(in: comparison, from: old, to: new, among: texts))
    }
  }

  /// The readable text of a revision, the last one where none is named.
  /// - Throws: `notFound`; `notAllowed` where its text is not read; `altered`.
  public func statementText(of slug: String, revision: Int?) throws -> String {
    try repository.read { transaction in
      let account = try transaction.account(of: transaction.statement(slug))
      let revision = try account.revision(revision)
      guard account.hasText(revision) else {
        throw Refusal(
          .notAllowed, "revision \(revision.number) of \(slug) is of a kind whose text is not read",
          hint: "--raw writes its bytes")
      }
      return try transaction.text(of: revision.text, in: account.captures)
    }
  }

  /// The bytes of a capture as they were: of the one with this identifier, else of the first that shows the revision.
  /// - Throws: `notFound`, `altered`.
  public func capturedBytes(of slug: String, revision: Int?, capture id: String?) throws -> [UInt8] {
    try repository.read { transaction in
      let account = try transaction.account(of: transaction.statement(slug))
      let capture: Capture?
      if let id {
        capture = account.captures.first { $0.id.description == id }
      } else {
        let revision = try account.revision(revision)
        capture = account.captures.first {
          $0.content?.text == revision.text && $0.observedAt >= revision.firstSeen
        }
      }
      guard let raw = capture?.content?.raw else {
        throw Refusal(
          .notFound, "\(slug) has no bytes of that capture",
          hint: "picket statement show \(slug) --json lists the captures")
      }
      return try transaction.keptBytes(raw)
    }
  }

  private func label(_ revision: RevisionHistory.Revision) -> ComparisonDocument.Revision {
    let (first, last) = (revision.firstSeen, revision.lastSeen)
    let seen = first == last ? "seen \(first)" : "seen from \(first) to \(last)"
    return ComparisonDocument.Revision(number: revision.number, label: "revision \(revision.number), \(seen)")
  }
}

extension StatementAccount {
  /// The revision of this number; the last one for nil.
  /// - Throws: `notFound`.
  func revision(_ number: Int?) throws -> RevisionHistory.Revision {
    guard let revision = history.revisions.first(where: { $0.number == number ?? history.revisions.count }) else {
      throw Refusal(
        .notFound,
        number.map { "\(statement.slug) has no revision \($0)" } ?? "\(statement.slug) has no revision yet",
        hint: "picket statement show \(statement.slug) shows them")
    }
    return revision
  }

  /// Whether the text of a revision can be read.
  func hasText(_ revision: RevisionHistory.Revision) -> Bool {
    captures.contains { $0.content?.text == revision.text && $0.content?.hasText == true }
  }
}

extension Transaction {
  /// All that is on record of a statement.
  func account(of statement: PublicStatement) throws -> StatementAccount {
    let captures = try statements.captures(of: statement.id).map(\.capture)
    guard let target = try targets.find(statement.target),
      let campaign = try campaigns.all().first(where: { $0.id == statement.campaign })
    else {
      throw Refusal(
        .corrupt, "statement \(statement.slug) has no campaign or no target", hint: "go on with your newest backup")
    }
    return StatementAccount(
      statement: statement, campaign: campaign, target: target, captures: captures,
      history: try history(of: captures), accounts: try statements.accounts(of: statement.id))
  }

  /// The history of captures; where a passage that had vanished from the text is back, that is a return.
  ///
  /// Each revision is held against at most 31 before it, 4 MiB together: what vanished longer ago and returns in a text that
  /// is not an earlier one as a whole counts as an edit. So the time grows with the number of revisions only.
  /// - Throws: `altered`.
  func history(of captures: [Capture]) throws -> RevisionHistory {
    var read: [Bytes32: String] = [:]
    var failure: (any Error)?
    func text(_ digest: Bytes32) throws -> String {
      if let text = read[digest] { return text }
      let text = try self.text(of: digest, in: captures)
      read[digest] = text
      return text
    }
    let history = RevisionHistory(of: captures) { digests in
      guard failure == nil, digests.count > 2 else { return false }
      do {
        var texts: [String] = []
        var length = 0
        for digest in digests.reversed() {
          let text = try text(digest)
          length += text.utf8.count
          guard texts.count < 32, length <= 4 << 20 else { break }
          texts.insert(text, at: 0)
        }
        guard texts.count > 2 else { return false }
        let comparison = TextComparison(from: texts[texts.count - 2], to: texts[texts.count - 1])
        return ReturningPassages(in: comparison, from: texts.count - 1, to: texts.count, among: texts).returns
          .contains { if case .returned = $0.course { true } else { false } }
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return history
  }

  /// The text of this digest; empty where it stands for bytes whose text is not read.
  func text(of digest: Bytes32, in captures: [Capture]) throws -> String {
    guard captures.contains(where: { $0.content?.text == digest && $0.content?.hasText == true }) else { return "" }
    return String(decoding: try keptBytes(digest), as: UTF8.self)
  }
}
