/// What a kind of sealed record is for; each has its own key, so that none can be passed off as another.
///
/// A raw value is part of the key: it never changes once a database holds records of the kind.
public enum Purpose: String, Hashable, Sendable, CaseIterable {
  /// A signature and the person behind it.
  case signature
  /// Where the rows of an import came from.
  case importReport = "import"
  /// What a publication showed of each group.
  case publication
  /// What a line of a delivered list says.
  case delivery
  /// A contract that somebody ends, and who they are.
  case termination
  /// A promise within a boycott, and whose it is.
  case pledge
  /// An act of retaliation.
  case incident
  /// Who observed a statement.
  case capture
  /// Somebody who works at a target.
  case roster
}
