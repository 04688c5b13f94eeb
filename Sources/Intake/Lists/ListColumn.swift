/// A column that a list may have: what its header is called and what its cells may hold.
public struct ListColumn: Hashable, Sendable {
  /// The column's name; a header of that name always means it.
  public let name: String
  /// What else the header may be called. Case, spaces and punctuation do not matter.
  public let synonyms: [String]
  /// What its cells may hold.
  public let kind: Kind
  /// Whether a list without the column is refused. A cell of it may still be empty.
  public let isRequired: Bool

  /// What the cells of a column may hold. None may hold a control character; a line break becomes a space.
  public enum Kind: Hashable, Sendable {
    /// A name, as a signature has it: at most 200 characters without a tabulator.
    case name
    /// A text of at most 500 characters.
    case text
    /// A text of at most 2,000 characters.
    case longText
  }

  /// A column of this name.
  public init(_ name: String, _ synonyms: [String] = [], kind: Kind = .text, isRequired: Bool = false) {
    self.name = name
    self.synonyms = synonyms
    self.kind = kind
    self.isRequired = isRequired
  }

  /// The headers that mean the column, as they are compared.
  var keys: [HeaderKey] { ([name] + synonyms).map(HeaderKey.init) }
}
