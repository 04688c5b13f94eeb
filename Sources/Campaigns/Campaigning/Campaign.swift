/// What groups everything against one or more targets.
public struct Campaign: Hashable, Sendable {
  /// The campaign's identifier.
  public let id: Identifier<Campaign>
  /// The campaign's name in commands, unique among campaigns.
  public let slug: Slug
  /// What the campaign is called in public.
  public var title: String
  /// The day on which it was set up.
  public let createdOn: CalendarDate

  /// A campaign as a repository keeps it.
  public init(id: Identifier<Campaign>, slug: Slug, title: String, createdOn: CalendarDate) {
    self.id = id
    self.slug = slug
    self.title = title
    self.createdOn = createdOn
  }
}
