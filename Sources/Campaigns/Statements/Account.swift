/// What a source reports of a statement: an account of its own, beside the observations and beside other accounts.
public struct AccountEvent: Hashable, Sendable {
  /// The report's identifier.
  public let id: Identifier<AccountEvent>
  /// The statement that is reported on.
  public let statement: Identifier<PublicStatement>
  /// Who reports it.
  public let source: String
  /// What is said to have happened.
  public let kind: RevisionHistory.Event.Kind
  /// When it is said to have happened; nil where that is not said.
  public let at: Moment?
  /// How it is explained; nil where it is not.
  public let explanation: String?
  /// Whose explanation it is; never nil where there is one, since an explanation is never a fact.
  public let attributedTo: String?
  /// Where the report can be read; nil where it was not said.
  public let url: String?

  /// A report as it is kept.
  /// - Throws: `invalidValue` where an explanation is nobody's, or somebody's explanation is none.
  public init(
    id: Identifier<AccountEvent>, statement: Identifier<PublicStatement>, source: String,
    kind: RevisionHistory.Event.Kind, at moment: Moment?, explanation: String?, attributedTo: String?, url: String?
  ) throws {
    guard (explanation == nil) == (attributedTo == nil) else {
      throw Refusal(
        .invalidValue, "an explanation belongs to whoever gives it",
        hint: "give --explanation together with --attributed-to")
    }
    self.id = id
    self.statement = statement
    self.source = source
    self.kind = kind
    at = moment
    self.explanation = explanation
    self.attributedTo = attributedTo
    self.url = url
  }
}
