// What people do besides signing: terminations, boycotts with their pledges, and what they suffer for it.

/// The terminations of a repository.
public protocol TerminationRepository {
  /// Adds a termination.
  /// - Throws: `alreadyExists` where the slug is taken, `notFound` where the campaign or the target is not there.
  func add(_ termination: SealedTermination) throws
  /// Replaces the termination of the same identifier, its slug too.
  /// - Throws: `notFound` where there is none, or where the target is not there; `alreadyExists` where the slug is
  ///   taken.
  func update(_ termination: SealedTermination) throws
  /// Deletes a termination, without a trace in the file.
  /// - Throws: `notFound` where there is none.
  func erase(_ id: Identifier<Termination>) throws
  /// The termination of this slug; nil where there is none.
  func find(_ slug: Slug) throws -> SealedTermination?
  /// The campaign's terminations, in the order of their identifiers.
  func all(of campaign: Identifier<Campaign>) throws -> [SealedTermination]
  /// All slugs.
  func slugs() throws -> [Slug]
}

/// The boycotts of a repository, with their listings and their history.
public protocol BoycottRepository {
  /// Adds a boycott. Its demands come back by number, each once.
  /// - Throws: `alreadyExists` where the slug is taken, `notFound` where the campaign or one of the demands is not
  ///   there.
  func add(_ boycott: Boycott) throws
  /// Replaces the boycott of the same identifier.
  /// - Throws: `notFound` where there is none, or where one of the demands is not there.
  func update(_ boycott: Boycott) throws
  /// The boycott of this slug; nil where there is none.
  func find(_ slug: Slug) throws -> Boycott?
  /// All boycotts, by slug.
  func all() throws -> [Boycott]
  /// Adds a listing.
  /// - Throws: `alreadyExists` where the target is listed already, `notFound` where the boycott or the target is not
  ///   there.
  func add(_ listing: BoycottListing) throws
  /// Replaces the listing of the same boycott and target.
  /// - Throws: `notFound` where there is none.
  func update(_ listing: BoycottListing) throws
  /// The boycott's listings, by the day on which they were made and then by target.
  func listings(of boycott: Identifier<Boycott>) throws -> [BoycottListing]
  /// Adds a note to a listing.
  /// - Throws: `notFound` where the listing is not there, `alreadyExists` where the identifier is taken.
  func add(_ note: ListingNote) throws
  /// The notes on the boycott's listings, by day and then in the order of their identifiers.
  func notes(of boycott: Identifier<Boycott>) throws -> [ListingNote]
  /// Adds an event.
  /// - Throws: `notFound` where the boycott is not there, `alreadyExists` where the identifier is taken.
  func add(_ event: BoycottEvent) throws
  /// The boycott's events, in the order in which they were added.
  func events(of boycott: Identifier<Boycott>) throws -> [BoycottEvent]
}

/// The pledges of a repository.
public protocol PledgeRepository {
  /// Adds pledges; give them in the order of their identifiers.
  /// - Throws: `alreadyExists` where an identifier or a tag of the boycott is taken, `notFound` where the boycott is
  ///   not there.
  func add(_ pledges: [SealedPledge]) throws
  /// Replaces the pledges of the same identifiers.
  /// - Throws: `notFound` where one of them is not there; else as `add`.
  func update(_ pledges: [SealedPledge]) throws
  /// Deletes what identifies a pledger, without a trace in the file: a withdrawn pledge with a mark stays, on which
  /// neither the number of others nor the day of its lapsing stands any more.
  /// - Throws: `notFound` where it is not there, or was erased before.
  func erase(_ id: Identifier<Pledge>, of boycott: Identifier<Boycott>, leaving mark: BlindTag?) throws
  /// The boycott's pledge of this identifier; nil where there is none.
  func find(_ id: Identifier<Pledge>, of boycott: Identifier<Boycott>) throws -> SealedPledge?
  /// The boycott's pledge with this tag; nil where there is none.
  func find(tagged tag: BlindTag, of boycott: Identifier<Boycott>) throws -> SealedPledge?
  /// Hands the boycott's pledges to `body` in the order of their identifiers, in batches of at most `limit`.
  func forEachBatch(of boycott: Identifier<Boycott>, limit: Int, _ body: ([SealedPledge]) throws -> Void) throws
  /// Those of the identifiers between the bounds that are taken, in whatever boycott.
  func taken(in range: ClosedRange<Identifier<Pledge>>) throws -> Set<Identifier<Pledge>>
  /// How many pledges share what is clear of them, in no particular order.
  func groups(of boycott: Identifier<Boycott>) throws -> [PledgeGroup]
  /// The marks that erased pledgers left.
  func marks(of boycott: Identifier<Boycott>) throws -> Set<BlindTag>
  /// Forgets a mark because its bearer pledges again. Does nothing where it is not there.
  func lift(_ mark: BlindTag, of boycott: Identifier<Boycott>) throws
}

/// The incidents of a repository.
public protocol IncidentRepository {
  /// Adds an incident.
  /// - Throws: `notFound` where the campaign is not there, `alreadyExists` where the identifier is taken.
  func add(_ incident: SealedIncident) throws
  /// Replaces the incident of the same identifier.
  /// - Throws: `notFound` where there is none.
  func update(_ incident: SealedIncident) throws
  /// Deletes an incident, without a trace in the file.
  /// - Throws: `notFound` where there is none.
  func erase(_ id: Identifier<Incident>) throws
  /// The campaign's incidents, in the order of their identifiers.
  func all(of campaign: Identifier<Campaign>) throws -> [SealedIncident]
}
