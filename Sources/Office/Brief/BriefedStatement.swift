import Campaigns
import Export

/// The most changes that a brief quotes from.
private let mostChanges = 6

extension Transaction {
  /// The statement with what became of it: its revisions, how the newest of them differ, and what others report.
  /// - Throws: `altered` where a text is not the one that was captured, or is gone.
  func brief(of statement: PublicStatement, by target: String) throws -> BriefStatement {
    let account = try account(of: statement)
    return BriefStatement(
      statement, of: target, history: account.history, captures: account.captures.count,
      isGone: account.captures.last?.wasGone ?? false, accounts: account.accounts,
      changes: try changes(in: account))
  }

  /// How the newest revisions differ from the ones before them, in order; where only white space does, or where the text
  /// of one is not read, not at all.
  private func changes(in account: StatementAccount) throws -> [ComparisonDocument] {
    let revisions = account.history.revisions
    let texts = try revisions.map { try text(of: $0.text, in: account.captures) }
    return revisions.indices.dropFirst().suffix(mostChanges).compactMap { index in
      guard account.hasText(revisions[index - 1]), account.hasText(revisions[index]) else { return nil }
      let comparison = TextComparison(from: texts[index - 1], to: texts[index])
      guard !comparison.isUnchanged else { return nil }
      return ComparisonDocument(
        title: account.statement.title, from: revisions[index - 1].side, to: revisions[index].side,
        comparison: comparison, returning: ReturningPassages(in: comparison, from: index, to: index + 1, among: texts)
      )
    }
  }
}

extension RevisionHistory.Revision {
  /// The revision as one side of a comparison.
  fileprivate var side: ComparisonDocument.Revision {
    ComparisonDocument.Revision(number: number, label: "revision \(number), seen \(firstSeen)")
  }
}
