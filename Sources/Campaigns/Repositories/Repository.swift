/// Where campaigns are kept. Everything that belongs together is done in one transaction.
///
/// Every method can also throw what any storage can fail with: `busy`, `diskFull`, `readOnly`, `corrupt` and
/// `inputOutput`. The comments below list what is thrown besides.
public protocol Repository: Sendable {
  /// Runs `body` on one consistent state. What it tries to write is refused with `readOnly`.
  func read<Value>(_ body: (any Transaction) throws -> Value) throws -> Value
  /// Runs `body` as one change: when the method returns, all of it is durable; when it throws, nothing was changed.
  func write<Value>(_ body: (any Transaction) throws -> Value) throws -> Value
}

/// The facets of a transaction. Valid only while the closure that received it runs.
public protocol Transaction {
  /// The campaigns.
  var campaigns: any CampaignRepository { get }
  /// The targets.
  var targets: any TargetRepository { get }
  /// The demands.
  var demands: any DemandRepository { get }
  /// The petitions.
  var petitions: any PetitionRepository { get }
  /// The letters.
  var letters: any LetterRepository { get }
  /// The signatures and what is left of erased ones.
  var signatures: any SignatureRepository { get }
  /// The imports.
  var imports: any ImportRepository { get }
  /// What was published.
  var publications: any PublicationRepository { get }
  /// The campaigns' logs.
  var ledger: any LedgerRepository { get }
  /// The deliveries, claims and responses.
  var deliveries: any DeliveryRepository { get }
  /// The terminations.
  var terminations: any TerminationRepository { get }
  /// The boycotts.
  var boycotts: any BoycottRepository { get }
  /// The pledges.
  var pledges: any PledgeRepository { get }
  /// The incidents.
  var incidents: any IncidentRepository { get }
  /// The public statements.
  var statements: any StatementRepository { get }
  /// The evidence, and the events that were entered by hand.
  var record: any RecordRepository { get }
  /// The channels that signatures come through.
  var channels: any ChannelRepository { get }
  /// The pairs of signatures that were told apart.
  var toldApart: any ToldApartRepository { get }
  /// Who works at the targets.
  var roster: any RosterRepository { get }
  /// The signature sheets that were printed.
  var sheets: any SheetRepository { get }
  /// The vault's slots.
  var vault: any VaultRepository { get }
}

/// The campaigns of a repository.
public protocol CampaignRepository {
  /// Adds a campaign.
  /// - Throws: `alreadyExists` where the slug is taken.
  func add(_ campaign: Campaign) throws
  /// Replaces the campaign of the same identifier.
  /// - Throws: `notFound` where there is none.
  func update(_ campaign: Campaign) throws
  /// The campaign of this slug; nil where there is none.
  func find(_ slug: Slug) throws -> Campaign?
  /// The campaign of this identifier; nil where there is none.
  func find(_ id: Identifier<Campaign>) throws -> Campaign?
  /// All campaigns, by slug.
  func all() throws -> [Campaign]
}

/// The targets of a repository.
public protocol TargetRepository {
  /// Adds a target.
  /// - Throws: `alreadyExists` where the slug is taken.
  func add(_ target: Target) throws
  /// Replaces the target of the same identifier.
  /// - Throws: `notFound` where there is none.
  func update(_ target: Target) throws
  /// The target of this slug; nil where there is none.
  func find(_ slug: Slug) throws -> Target?
  /// The target of this identifier; nil where there is none.
  func find(_ id: Identifier<Target>) throws -> Target?
  /// All targets, by slug.
  func all() throws -> [Target]
}

/// The demands of a repository.
public protocol DemandRepository {
  /// Adds a demand.
  /// - Throws: `alreadyExists` where the campaign has a demand of that number, `notFound` where the campaign
  ///   or the target is not there.
  func add(_ demand: Demand) throws
  /// Replaces the demand of the same identifier.
  /// - Throws: `notFound` where there is none.
  func update(_ demand: Demand) throws
  /// The campaign's demand of this number; nil where there is none.
  func find(_ number: Int, of campaign: Identifier<Campaign>) throws -> Demand?
  /// The campaign's demands, by number.
  func all(of campaign: Identifier<Campaign>) throws -> [Demand]
  /// Adds a response to a demand; the demand itself is updated apart.
  /// - Throws: `notFound` where the demand is not there, `alreadyExists` where the identifier is taken.
  func add(_ response: DemandResponse) throws
  /// The responses to the campaign's demands, by day and then in the order in which they were added.
  func responses(in campaign: Identifier<Campaign>) throws -> [DemandResponse]
}

/// The petitions of a repository.
public protocol PetitionRepository {
  /// Adds a petition.
  /// - Throws: `alreadyExists` where the slug is taken, `notFound` where the campaign or the target is not there.
  func add(_ petition: Petition) throws
  /// Replaces the petition of the same identifier.
  /// - Throws: `notFound` where there is none.
  func update(_ petition: Petition) throws
  /// The petition of this slug; nil where there is none.
  func find(_ slug: Slug) throws -> Petition?
  /// All petitions, by slug.
  func all() throws -> [Petition]
  /// The petition's tally, kept up to date by every change of its signatures. A petition that is not there has none.
  func tally(of petition: Identifier<Petition>) throws -> PetitionTally
}

/// The letters of a repository. A letter is never changed and never deleted.
public protocol LetterRepository {
  /// Adds a letter.
  /// - Throws: `alreadyExists` where the petition has that version in that language, or the same text in it;
  ///   `notFound` where the petition is not there.
  func add(_ letter: Letter) throws
  /// The letter of this identifier; nil where there is none.
  func find(_ id: Identifier<Letter>) throws -> Letter?
  /// The petition's letters, by language and version.
  func all(of petition: Identifier<Petition>) throws -> [Letter]
}

/// The signatures of a repository. Every change keeps the petition's tally in step.
public protocol SignatureRepository {
  /// Adds signatures; give them in the order of their identifiers.
  /// - Throws: `alreadyExists` where an identifier is taken, where one of them claims an address that another sole
  ///   signature of the petition has, or an address and a name that another shared one has; `notFound` where the
  ///   petition, the letter or the import is not there.
  func add(_ signatures: [SealedSignature]) throws
  /// Replaces the signatures of the same identifiers.
  /// - Throws: `notFound` where one of them is not there; else as `add`.
  func update(_ signatures: [SealedSignature]) throws
  /// Deletes a signature and leaves the erasure in its place; the tally counts it as the erasure says.
  /// - Throws: `notFound` where it is not there.
  func erase(leaving erasure: Erasure) throws
  /// The petition's signature of this identifier; nil where there is none.
  func find(_ id: Identifier<Signature>, of petition: Identifier<Petition>) throws -> SealedSignature?
  /// The petition's signatures that claim the tag, the sole one first.
  func find(tagged tag: BlindTag, of petition: Identifier<Petition>) throws -> [SealedSignature]
  /// How many verified signatures, without held ones, the petition has of each day of signing and cohort.
  func verifiedByDay(of petition: Identifier<Petition>) throws -> [CalendarDate: [Cohort: Int]]
  /// Those of the identifiers between the bounds that are taken, in whatever petition.
  func taken(in range: ClosedRange<Identifier<Signature>>) throws -> Set<Identifier<Signature>>
  /// Hands the petition's signatures to `body` in the order of their identifiers, in batches of at most `limit`;
  /// those of one import where `origin` is given.
  func forEachBatch(
    of petition: Identifier<Petition>, origin: Identifier<ImportReport>?, limit: Int,
    _ body: ([SealedSignature]) throws -> Void) throws
  /// What is left of the petition's signature of this identifier; nil where it was never erased.
  func erasure(of id: Identifier<Signature>, of petition: Identifier<Petition>) throws -> Erasure?
  /// What is left of the petition's erased signatures, in the order of their identifiers.
  func erasures(of petition: Identifier<Petition>) throws -> [Erasure]
  /// The marks of the petition's erased signatures.
  func marks(of petition: Identifier<Petition>) throws -> Set<BlindTag>
  /// Forgets a mark because its bearer signs again; the erasure stays in the tally. Does nothing where it is not there.
  func lift(_ mark: BlindTag, of petition: Identifier<Petition>) throws
}

/// The imports of a repository.
public protocol ImportRepository {
  /// Adds an import.
  /// - Throws: `notFound` where the petition is not there.
  func add(_ report: SealedImport) throws
  /// Replaces the import of the same identifier.
  /// - Throws: `notFound` where there is none.
  func update(_ report: SealedImport) throws
  /// The import of this identifier; nil where there is none.
  func find(_ id: Identifier<ImportReport>) throws -> SealedImport?
  /// The petition's imports, in the order of their identifiers.
  func all(of petition: Identifier<Petition>) throws -> [SealedImport]
}

/// The publications of a repository.
public protocol PublicationRepository {
  /// Adds a publication.
  /// - Throws: `alreadyExists` where the petition has one of that number, `notFound` where the petition is not there.
  func add(_ publication: SealedPublication) throws
  /// The petition's publication of the highest number; nil where nothing was published.
  func newest(of petition: Identifier<Petition>) throws -> SealedPublication?
  /// The petition's publication of this number; nil where there is none.
  func find(_ number: Int, of petition: Identifier<Petition>) throws -> SealedPublication?
}

/// The vault of a repository.
public protocol VaultRepository {
  /// Keeps a new vault with its slots.
  /// - Throws: `alreadyExists` where there is a vault.
  func create(_ vault: VaultRecord) throws
  /// The vault.
  /// - Throws: `corrupt` where there is none.
  func record() throws -> VaultRecord
  /// Adds a slot.
  /// - Throws: `alreadyExists` where the number is taken.
  func add(_ slot: KeySlotRecord) throws
}
