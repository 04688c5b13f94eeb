/// How a target answered a petition. A record of its own, never a flag: what was answered can be read again.
public struct Response: Hashable, Sendable {
  /// The response's identifier.
  public let id: Identifier<Response>
  /// The petition that was answered.
  public let petition: Identifier<Petition>
  /// The day of the answer.
  public let respondedOn: CalendarDate
  /// What the target answered, in a few sentences.
  public let summary: String
  /// Where the answer can be read; nil where it was not said.
  public let source: String?

  /// A response as it is kept.
  public init(
    id: Identifier<Response>, petition: Identifier<Petition>, respondedOn: CalendarDate, summary: String,
    source: String?
  ) {
    self.id = id
    self.petition = petition
    self.respondedOn = respondedOn
    self.summary = summary
    self.source = source
  }
}
