/// A signature as a repository keeps it: what is clear, the tags, and the sealed rest.
public struct SealedSignature: Hashable, Sendable {
  /// The signature's identifier.
  public let id: Identifier<Signature>
  /// The petition that is signed.
  public let petition: Identifier<Petition>
  /// The letter version that the signer was shown.
  public let letter: Identifier<Letter>
  /// The import that brought it; nil where it was entered singly.
  public let origin: Identifier<ImportReport>?
  /// The day of signing.
  public let signedOn: CalendarDate
  /// What ties the signer to the target.
  public let cohort: Cohort
  /// Where the signature stands.
  public let state: Signature.State
  /// Whether it has its address to itself.
  public let standing: Signature.Standing
  /// The tag of its address, or of its row where it has none; nil where it claims neither.
  public let tag: BlindTag?
  /// The tag of its name, where it shares its address; else nil.
  public let nameTag: BlindTag?
  /// The commitment of its leaf in the ledger; nil where it has none.
  public let commitment: Bytes32?
  /// All else, sealed and bound to everything above.
  public let contents: [UInt8]

  /// A signature with these columns.
  public init(
    id: Identifier<Signature>, petition: Identifier<Petition>, letter: Identifier<Letter>,
    origin: Identifier<ImportReport>?, signedOn: CalendarDate, cohort: Cohort, state: Signature.State,
    standing: Signature.Standing, tag: BlindTag?, nameTag: BlindTag?, commitment: Bytes32? = nil, contents: [UInt8]
  ) {
    self.id = id
    self.petition = petition
    self.letter = letter
    self.origin = origin
    self.signedOn = signedOn
    self.cohort = cohort
    self.state = state
    self.standing = standing
    self.tag = tag
    self.nameTag = nameTag
    self.commitment = commitment
    self.contents = contents
  }
}

/// What is left of a signature that was erased: its place in the tally, and a mark that keeps it from coming back.
public struct Erasure: Hashable, Sendable {
  /// The identifier that the signature had.
  public let signature: Identifier<Signature>
  /// The petition that was signed.
  public let petition: Identifier<Petition>
  /// The cohort under which it is counted.
  public let cohort: Cohort
  /// The state under which it is counted from now on; nil where it was held and never counted.
  public let countedAs: Signature.State?
  /// The mark of its address or row; nil where it had neither, or where its bearer has signed again.
  public let mark: BlindTag?

  /// What is left of a signature.
  public init(
    signature: Identifier<Signature>, petition: Identifier<Petition>, cohort: Cohort,
    countedAs: Signature.State?, mark: BlindTag?
  ) {
    self.signature = signature
    self.petition = petition
    self.cohort = cohort
    self.countedAs = countedAs
    self.mark = mark
  }
}

/// An import as a repository keeps it.
public struct SealedImport: Hashable, Sendable {
  /// The import's identifier.
  public let id: Identifier<ImportReport>
  /// The petition that the rows were imported into.
  public let petition: Identifier<Petition>
  /// The day of the import.
  public let importedOn: CalendarDate
  /// What became of the rows.
  public let counts: ImportReport.Counts
  /// The day on which it was undone; nil while it stands.
  public let undoneOn: CalendarDate?
  /// Where the rows came from, sealed and bound to everything above.
  public let contents: [UInt8]

  /// An import with these columns.
  public init(
    id: Identifier<ImportReport>, petition: Identifier<Petition>, importedOn: CalendarDate,
    counts: ImportReport.Counts, undoneOn: CalendarDate?, contents: [UInt8]
  ) {
    self.id = id
    self.petition = petition
    self.importedOn = importedOn
    self.counts = counts
    self.undoneOn = undoneOn
    self.contents = contents
  }
}

/// What a publication showed, as a repository keeps it.
public struct SealedPublication: Hashable, Sendable {
  /// The publication's identifier.
  public let id: Identifier<Publication>
  /// The petition whose list was published.
  public let petition: Identifier<Petition>
  /// The publication's number within the petition, from 1.
  public let number: Int
  /// The day of the publication.
  public let publishedOn: CalendarDate
  /// How many the list showed of each group, sealed and bound to everything above.
  public let contents: [UInt8]

  /// A publication with these columns.
  public init(
    id: Identifier<Publication>, petition: Identifier<Petition>, number: Int, publishedOn: CalendarDate,
    contents: [UInt8]
  ) {
    self.id = id
    self.petition = petition
    self.number = number
    self.publishedOn = publishedOn
    self.contents = contents
  }
}

/// The vault of a database: its identity and the slots that hold its key.
public struct VaultRecord: Hashable, Sendable {
  /// 16 random bytes that tell this vault from every other.
  public var id: [UInt8]
  /// The slots, by number.
  public var slots: [KeySlotRecord]

  /// A vault with these slots.
  public init(id: [UInt8], slots: [KeySlotRecord]) {
    self.id = id
    self.slots = slots
  }
}

/// One way to open a vault. Every slot holds the same key.
public struct KeySlotRecord: Hashable, Sendable {
  /// The slot's number, from 1.
  public var number: Int
  /// What opens it.
  public var kind: Kind
  /// The day on which it was made.
  public var addedOn: CalendarDate
  /// How its own key is derived, in the vault's encoding.
  public var parameters: [UInt8]
  /// The vault key, sealed with the slot's own key.
  public var wrappedKey: [UInt8]

  /// A slot with these properties.
  public init(number: Int, kind: Kind, addedOn: CalendarDate, parameters: [UInt8], wrappedKey: [UInt8]) {
    self.number = number
    self.kind = kind
    self.addedOn = addedOn
    self.parameters = parameters
    self.wrappedKey = wrappedKey
  }

  /// What opens a slot.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Words that a person remembers.
    case passphrase
    /// A file that is kept apart from the database.
    case keyFile = "key-file"
    /// A code that is kept on paper.
    case recoveryCode = "recovery-code"
  }
}
