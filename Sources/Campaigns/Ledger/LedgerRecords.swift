/// A leaf that waits for its place in a campaign's tree.
public struct QueuedLeaf: Hashable, Sendable {
  /// A number of chance, so that the queue says nothing about who came first.
  public let id: Identifier<QueuedLeaf>
  /// The campaign whose log it is for.
  public let campaign: Identifier<Campaign>
  /// The leaf's 74 bytes.
  public let bytes: [UInt8]
  /// What shows that it was queued by somebody with the key; nil for what is public and needs none.
  public let mark: BlindTag?

  /// A leaf in the queue.
  public init(
    id: Identifier<QueuedLeaf>, campaign: Identifier<Campaign>, bytes: [UInt8], mark: BlindTag? = nil
  ) {
    self.id = id
    self.campaign = campaign
    self.bytes = bytes
    self.mark = mark
  }
}

/// The leaves that wait in a campaign's queue, in the order of their identifiers.
public struct LeafQueue: Hashable, Sendable {
  /// Their bytes, one behind the other.
  public var leaves: [UInt8]
  /// Their marks, at the same places.
  public var marks: [BlindTag?]

  /// A queue of these leaves.
  public init(leaves: [UInt8] = [], marks: [BlindTag?] = []) {
    self.leaves = leaves
    self.marks = marks
  }
}

/// Leaves or hashes of a tree that stand together in one row.
public struct LedgerBlock: Hashable, Sendable {
  /// The level in the tree; 0 for leaves and their hashes.
  public let level: Int
  /// The block's number within its level, from 0.
  public let number: Int
  /// The leaves or hashes, one behind the other.
  public let bytes: [UInt8]

  /// A block of these bytes.
  public init(level: Int = 0, number: Int, bytes: [UInt8]) {
    self.level = level
    self.number = number
    self.bytes = bytes
  }
}

/// A checkpoint as it was signed.
public struct StoredCheckpoint: Hashable, Sendable {
  /// The number of leaves that it covers.
  public let size: Int
  /// The day on which it was made.
  public let madeOn: CalendarDate
  /// The signed note.
  public let note: [UInt8]

  /// A checkpoint of this size.
  public init(size: Int, madeOn: CalendarDate, note: [UInt8]) {
    self.size = size
    self.madeOn = madeOn
    self.note = note
  }
}

/// A delivery as a repository keeps it.
public struct StoredDelivery: Hashable, Sendable {
  /// The delivery's identifier.
  public let id: Identifier<StoredDelivery>
  /// The petition that was delivered.
  public let petition: Identifier<Petition>
  /// The delivery's number within the petition, from 1.
  public let number: Int
  /// The day of the delivery.
  public let deliveredOn: CalendarDate
  /// The number of leaves that its checkpoint covers.
  public let size: Int
  /// The manifest as it was signed.
  public let manifest: [UInt8]
  /// One bit a leaf, the lowest bit of the first byte first: whether the leaf is in the delivered total.
  public let counted: [UInt8]
  /// The number of the publication that the delivered list was; nil where an older Picket did not note it.
  public let publication: Int?

  /// A delivery with these columns.
  public init(
    id: Identifier<StoredDelivery>, petition: Identifier<Petition>, number: Int, deliveredOn: CalendarDate, size: Int,
    manifest: [UInt8], counted: [UInt8], publication: Int? = nil
  ) {
    self.publication = publication
    self.id = id
    self.petition = petition
    self.number = number
    self.deliveredOn = deliveredOn
    self.size = size
    self.manifest = manifest
    self.counted = counted
  }

  /// Whether the leaf at this place of the tree is in the delivered total.
  public func counts(_ index: Int) -> Bool {
    index < size && index >> 3 < counted.count && counted[index >> 3] >> UInt8(index & 7) & 1 == 1
  }
}

/// A line of a delivered list as a repository keeps it.
public struct StoredLine: Hashable, Sendable {
  /// The line's number, from 1.
  public let number: Int
  /// What the manifest commits to.
  public let hash: [UInt8]
  /// The tag of the signature that the line is of; nil once its signer is erased.
  public let signer: BlindTag?
  /// What the line says, sealed; nil once its signer is erased.
  public let contents: [UInt8]?

  /// A line with these columns.
  public init(number: Int, hash: [UInt8], signer: BlindTag?, contents: [UInt8]?) {
    self.number = number
    self.hash = hash
    self.signer = signer
    self.contents = contents
  }
}
