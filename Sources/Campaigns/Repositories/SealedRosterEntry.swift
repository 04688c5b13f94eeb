/// An entry of a roster as a repository keeps it.
public struct SealedRosterEntry: Hashable, Sendable {
  /// The entry's identifier.
  public let id: Identifier<RosterEntry>
  /// The campaign whose roster it stands on.
  public let campaign: Identifier<Campaign>
  /// The tag of the address; where there is none, of all that the entry says.
  public let tag: BlindTag
  /// All else, sealed and bound to everything above.
  public let contents: [UInt8]

  /// An entry with these columns.
  public init(
    id: Identifier<RosterEntry>, campaign: Identifier<Campaign>, tag: BlindTag, contents: [UInt8]
  ) {
    self.id = id
    self.campaign = campaign
    self.tag = tag
    self.contents = contents
  }
}
