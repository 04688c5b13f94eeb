/// What one import did: where the rows came from, how they were read, and what became of each.
public struct ImportReport: Hashable, Sendable {
  /// The import's identifier.
  public let id: Identifier<ImportReport>
  /// The petition that the rows were imported into.
  public let petition: Identifier<Petition>
  /// The day of the import.
  public let importedOn: CalendarDate
  /// What became of the rows.
  public var counts: Counts
  /// The day on which the import was undone; nil while it stands.
  public private(set) var undoneOn: CalendarDate?
  /// Where the rows came from. Sealed: a file's name can name a person.
  public var source: Source

  /// An import as it is kept.
  public init(
    id: Identifier<ImportReport>, petition: Identifier<Petition>, importedOn: CalendarDate, counts: Counts,
    undoneOn: CalendarDate? = nil, source: Source
  ) {
    self.id = id
    self.petition = petition
    self.importedOn = importedOn
    self.counts = counts
    self.undoneOn = undoneOn
    self.source = source
  }

  /// What became of an import's rows. `rows = added + duplicates + sharedAddress + rejected`.
  public struct Counts: Hashable, Sendable {
    /// The rows read, without the header.
    public var rows = 0
    /// The rows that became signatures.
    public var added = 0
    /// The rows whose signer stands already.
    public var duplicates = 0
    /// The rows that are held: same address as another signature, other name.
    public var sharedAddress = 0
    /// The rows refused.
    public var rejected = 0
    /// The standing signatures that a duplicate made less visible.
    public var stricter = 0
    /// The added rows whose name another signature bears too; never merged, only reported.
    public var sameName = 0
    /// The added rows whose address is at one of the target's own domains.
    public var targetAddresses = 0

    /// Counts of nothing.
    public init() {}

    /// The sums of both.
    public static func + (left: Counts, right: Counts) -> Counts {
      var sum = left
      sum.rows += right.rows
      sum.added += right.added
      sum.duplicates += right.duplicates
      sum.sharedAddress += right.sharedAddress
      sum.rejected += right.rejected
      sum.stricter += right.stricter
      sum.sameName += right.sameName
      sum.targetAddresses += right.targetAddresses
      return sum
    }
  }

  /// Where an import's rows came from and how they were read.
  public struct Source: Hashable, Sendable {
    /// The file's name without its folder; `-` for standard input.
    public var fileName: String
    /// The partner who collected the rows; nil where the organizers did.
    public var partner: String?
    /// The channel that the rows came through; nil where none was named.
    public var channel: String?
    /// SHA-256 of the file, where it was needed to tell rows without addresses apart; else nil.
    public var digest: [UInt8]?
    /// Which column was read as which field, one `field=Header` each.
    public var mapping: [String]
    /// The kind of source that the file was read as, such as `speakout`; nil where it is of none that is known.
    public var format: String?
    /// The headers of the columns that were kept besides the fields.
    public var kept: [String]

    /// A source with these properties.
    public init(
      fileName: String, partner: String? = nil, channel: String? = nil, digest: [UInt8]? = nil,
      mapping: [String] = [], format: String? = nil, kept: [String] = []
    ) {
      self.format = format
      self.kept = kept
      self.fileName = fileName
      self.partner = partner
      self.channel = channel
      self.digest = digest
      self.mapping = mapping
    }
  }

  /// Records that everything the import added was invalidated.
  /// - Throws: `notAllowed` where that happened before.
  public mutating func undo(on day: CalendarDate) throws {
    if let undoneOn {
      throw Refusal(.notAllowed, "import \(id) was undone on \(undoneOn)")
    }
    undoneOn = day
  }
}
