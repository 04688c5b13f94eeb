/// What a target or somebody for it published, identified apart from the address at which it stands.
public struct PublicStatement: Hashable, Sendable {
  /// The statement's identifier.
  public let id: Identifier<PublicStatement>
  /// Its name in commands, unique among statements.
  public let slug: Slug
  /// The campaign whose record it is in.
  public let campaign: Identifier<Campaign>
  /// Whose statement it is.
  public let target: Identifier<Target>
  /// What it is called.
  public var title: String
  /// Where it was made.
  public var channel: Channel
  /// The address at which it stood first; nil where it has none.
  public var url: String?
  /// Who made it, for the target; nil where it was not said.
  public var speaker: String?
  /// The day on which it was added to the record.
  public let addedOn: CalendarDate

  /// A statement as a repository keeps it.
  public init(
    id: Identifier<PublicStatement>, slug: Slug, campaign: Identifier<Campaign>, target: Identifier<Target>,
    title: String, channel: Channel, url: String?, speaker: String?, addedOn: CalendarDate
  ) {
    self.id = id
    self.slug = slug
    self.campaign = campaign
    self.target = target
    self.title = title
    self.channel = channel
    self.url = url
    self.speaker = speaker
    self.addedOn = addedOn
  }

  /// Where a statement is made.
  public enum Channel: String, Hashable, Sendable, CaseIterable {
    case blog
    case pressRelease = "press-release"
    case memo
    case socialPost = "social-post"
    case hearing
    case interview
  }
}
