extension Checkpoint {
  /// How one checkpoint stands to another, as far as the two alone can say.
  public enum Relation: Hashable, Sendable {
    /// Of the same log at the same size with the same root.
    case same
    /// Of the same log when it was smaller: a consistency proof has to show that the other grew from it.
    case older
    /// Of the same log when it was larger: a consistency proof has to show that it grew from the other.
    case newer
    /// Of the same log at the same size with another root: the log has shown two faces, and no proof can mend it.
    case splitView
    /// Of another log: nothing follows.
    case otherLog
  }

  /// How this checkpoint stands to the other.
  public func relation(to other: Checkpoint) -> Relation {
    guard origin.utf8.elementsEqual(other.origin.utf8) else { return .otherLog }
    guard size == other.size else { return size < other.size ? .older : .newer }
    return root == other.root ? .same : .splitView
  }

  /// Whether the hashes prove that this checkpoint's log grew from the older one's, or that the two are the same.
  /// False for a split view, for another log, and where the older one is larger.
  public func isConsistent(with older: Checkpoint, proof hashes: [LedgerHash]) -> Bool {
    relation(to: older) != .otherLog
      && ConsistencyProof(oldSize: older.size, newSize: size, hashes: hashes)
        .verify(oldRoot: older.root, newRoot: root)
  }
}
