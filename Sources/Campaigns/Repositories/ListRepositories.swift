// What belongs to lists: the channels that they come through, and pairs of signatures that somebody looked at.

/// The channels of a repository.
public protocol ChannelRepository {
  /// Keeps a channel; one of the same petition and name is replaced.
  /// - Throws: `notFound` where the petition is not there.
  func keep(_ channel: Channel) throws
  /// The petition's channel of this name; nil where there is none.
  func find(_ name: Slug, of petition: Identifier<Petition>) throws -> Channel?
  /// The petition's channels, by name.
  func all(of petition: Identifier<Petition>) throws -> [Channel]
}

/// The pairs of signatures that looked like one person's and were found to be of two. What is kept of a signature
/// here goes with it.
public protocol ToldApartRepository {
  /// Notes that two signatures of the petition are of two people. Does nothing where that was noted before.
  /// - Throws: `notFound` where one of them is not there.
  func tellApart(_ pair: SignaturePair, of petition: Identifier<Petition>) throws
  /// The petition's pairs that were told apart.
  func all(of petition: Identifier<Petition>) throws -> Set<SignaturePair>
}
