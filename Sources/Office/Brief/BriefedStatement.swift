import Campaigns
import Captures
import Crypto
import Export

extension Transaction {
  /// The statement with what became of it: its revisions, how the newest of them differ, and what others report.
  /// - Throws: `altered` where a text is not the one that was captured, `corrupt` where it is gone.
  func brief(of statement: PublicStatement, by target: String) throws -> BriefStatement {
    let captures = try statements.captures(of: statement.id).map(\.capture)
    let texts = try RevisionTexts(of: captures, statement, self)
    let history = RevisionHistory(of: captures, isReturn: texts.isReturn)
    return BriefStatement(
      statement, of: target, history: history, captures: captures.count,
      isGone: captures.max { ($0.observedAt, $0.id) < ($1.observedAt, $1.id) }?.wasGone ?? false,
      accounts: try statements.accounts(of: statement.id), changes: texts.changes(in: history, of: statement))
  }
}

/// The readable texts of a statement's captures.
private struct RevisionTexts {
  /// The most changes that a brief quotes from.
  private static let mostChanges = 6

  private var texts: [Bytes32: String] = [:]

  init(of captures: [Capture], _ statement: PublicStatement, _ transaction: any Transaction) throws {
    for digest in Set(captures.compactMap(\.content?.text)) {
      guard let kept = try transaction.statements.bytes(digest) else {
        throw Refusal(
          .corrupt, "a captured text of \(statement.slug) is gone", hint: "go on with your newest backup")
      }
      let bytes = try? Compression.inflated(kept.packed)
      guard let bytes, SHA256.hash(data: bytes).elementsEqual(digest.bytes) else {
        throw Refusal(
          .altered, "a captured text of \(statement.slug) is not the one that was captured",
          hint: "someone changed the database by hand, or it is damaged; go on with your newest backup")
      }
      texts[digest] = String(decoding: bytes, as: UTF8.self)
    }
  }

  private func text(_ digest: Bytes32) -> String { texts[digest] ?? "" }

  /// Whether something that had gone is back in the last of these texts.
  func isReturn(_ digests: [Bytes32]) -> Bool {
    let revisions = digests.map(text)
    let count = revisions.count
    guard count > 2 else { return false }
    let comparison = TextComparison(from: revisions[count - 2], to: revisions[count - 1])
    let returning = ReturningPassages(in: comparison, from: count - 1, to: count, among: revisions)
    return returning.returns.contains { if case .returned = $0.course { true } else { false } }
  }

  /// How the newest revisions differ from the ones before them, in order; where only white space does, not at all.
  func changes(in history: RevisionHistory, of statement: PublicStatement) -> [ComparisonDocument] {
    let revisions = history.revisions
    let all = revisions.map { text($0.text) }
    return revisions.indices.dropFirst().suffix(RevisionTexts.mostChanges).compactMap { index in
      let comparison = TextComparison(from: all[index - 1], to: all[index])
      guard !comparison.isUnchanged else { return nil }
      return ComparisonDocument(
        title: statement.title, from: revisions[index - 1].side, to: revisions[index].side, comparison: comparison,
        returning: ReturningPassages(in: comparison, from: index, to: index + 1, among: all))
    }
  }
}

extension RevisionHistory.Revision {
  /// The revision as one side of a comparison.
  fileprivate var side: ComparisonDocument.Revision {
    ComparisonDocument.Revision(number: number, label: "revision \(number), seen \(firstSeen)")
  }
}
