// What belongs to lists: the channels that they come through, the sheets that were printed for them, pairs of
// signatures that somebody looked at, and who works at the targets.

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

/// The rosters of a repository, one a campaign.
public protocol RosterRepository {
  /// Adds entries; give them in the order of their identifiers.
  /// - Throws: `alreadyExists` where an identifier or a tag of the campaign is taken, `notFound` where the campaign is
  ///   not there.
  func add(_ entries: [SealedRosterEntry]) throws
  /// Replaces the entries of the same identifiers.
  /// - Throws: `notFound` where one of them is not there; else as `add`.
  func update(_ entries: [SealedRosterEntry]) throws
  /// Deletes entries of the campaign, without a trace in the file.
  /// - Throws: `notFound` where one of them is not there.
  func erase(_ ids: [Identifier<RosterEntry>], of campaign: Identifier<Campaign>) throws
  /// Deletes the campaign's whole roster, without a trace in the file; does nothing where it has none.
  func eraseAll(of campaign: Identifier<Campaign>) throws
  /// The campaign's entry with this tag; nil where there is none.
  func find(tagged tag: BlindTag, of campaign: Identifier<Campaign>) throws -> SealedRosterEntry?
  /// Hands the campaign's entries to `body` in the order of their identifiers, in batches of at most `limit`.
  func forEachBatch(of campaign: Identifier<Campaign>, limit: Int, _ body: ([SealedRosterEntry]) throws -> Void)
    throws
  /// Those of the identifiers between the bounds that are taken, in whatever campaign.
  func taken(in range: ClosedRange<Identifier<RosterEntry>>) throws -> Set<Identifier<RosterEntry>>
  /// How many entries the campaign's roster has.
  func count(of campaign: Identifier<Campaign>) throws -> Int
}

/// The printed signature sheets of a repository. A sheet is never changed and never deleted, and it names nobody.
public protocol SheetRepository {
  /// Adds sheets.
  /// - Throws: `alreadyExists` where a number of the petition is taken; `notFound` where the petition or the letter is
  ///   not there.
  func add(_ sheets: [SignatureSheet]) throws
  /// The petition's sheet of this number; nil where there is none.
  func find(_ number: Int, of petition: Identifier<Petition>) throws -> SignatureSheet?
  /// The petition's sheets, by number.
  func all(of petition: Identifier<Petition>) throws -> [SignatureSheet]
}
